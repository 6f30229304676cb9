//! Credentials that the service rejects are replaced if the provider has others.

use crate::gateway::{Gateway, Reply, is_signed, whole};
use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind};
use ncloud_testing::server::Request;
use ncloud_testing::{FakeClock, FakeProvider};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

const REFUSED: &str = r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#;

/// Returns a result of the provider: credentials that are valid for this time, or an error.
fn provided(key: Option<&str>, life: Duration) -> Result<Credentials, String> {
    let key = key.ok_or("the vault is closed")?;
    let credentials = Credentials::new(key, format!("secret of {key}")).unwrap();
    Ok(credentials.with_expiry(SystemTime::UNIX_EPOCH + FakeClock::START + life))
}

/// Starts a service that accepts one access key. The test can change it.
fn service(accepted: &Arc<Mutex<&'static str>>) -> Gateway {
    let accepted = Arc::clone(accepted);
    Gateway::start(move |request: &Request| {
        let key = *accepted.lock().unwrap();
        let is_known = request.header("x-ncp-iam-access-key") == Some(key);
        match is_known && is_signed(request, &format!("secret of {key}")) {
            true => Reply::Bytes(whole(200, "", r#"{"list":[]}"#)),
            false => Reply::Bytes(whole(401, "", REFUSED)),
        }
    })
}

struct Test {
    accepted: Arc<Mutex<&'static str>>,
    service: Gateway,
    provider: Arc<FakeProvider>,
    clock: Arc<FakeClock>,
    client: Client,
}

impl Test {
    async fn new(gives: &[Option<&'static str>]) -> Self {
        let accepted = Arc::new(Mutex::new("K1"));
        let service = service(&accepted);
        let provider = FakeProvider::new(gives.iter().map(|key| provided(*key, Duration::from_secs(3600))));
        let clock = FakeClock::new();
        let builder = Client::builder().environment(Environment::empty()).endpoint(service.endpoint());
        let builder = builder.credentials_provider(provider.clone()).clock(clock.clone());
        Self { accepted, service, provider, clock, client: builder.build().await.unwrap() }
    }

    /// Makes a call. Returns its result and the numbers of requests and provider calls so far.
    async fn call(&self) -> (Result<(), Error>, usize, usize) {
        let end = self.client.get_job_executions("job").send().await.map(drop);
        (end, self.service.requests(), self.provider.calls())
    }
}

#[track_caller]
fn assert_ok((end, requests, asked): (Result<(), Error>, usize, usize), expected: (usize, usize)) {
    assert!(end.is_ok(), "{end:?}");
    assert_eq!((requests, asked), expected);
}

#[track_caller]
fn assert_rejected((end, requests, asked): (Result<(), Error>, usize, usize), expected: (usize, usize)) -> Error {
    let error = end.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.outcome_unknown()), (ErrorKind::Service, Some(401), false));
    assert_eq!((requests, asked), expected);
    error
}

#[tokio::test]
async fn rejected_credentials_are_replaced_once() {
    let test = Test::new(&[Some("K1"), Some("K2")]).await;
    assert_ok(test.call().await, (1, 1));
    *test.accepted.lock().unwrap() = "K2";
    assert_ok(test.call().await, (3, 2));
    assert_ok(test.call().await, (4, 2));
}

#[tokio::test]
async fn a_provider_with_the_same_credentials_causes_no_retry() {
    let test = Test::new(&[Some("K0")]).await;
    assert_rejected(test.call().await, (1, 2));
}

#[tokio::test]
async fn a_second_rejection_ends_the_call() {
    let test = Test::new(&[Some("K0"), Some("K9"), Some("K8")]).await;
    assert_rejected(test.call().await, (2, 2));
}

#[tokio::test]
async fn a_failing_provider_is_named_in_the_rejection() {
    let test = Test::new(&[Some("K0"), None, Some("K1")]).await;
    let error = assert_rejected(test.call().await, (1, 2));
    assert!(error.hint().unwrap().contains("credentials provider failed"), "{:?}", error.hint());
    let cause = std::error::Error::source(&error).and_then(std::error::Error::source).unwrap();
    assert_eq!(cause.to_string(), "the vault is closed");
    // The next call calls the provider again.
    assert_ok(test.call().await, (3, 3));
}

#[tokio::test]
async fn concurrent_rejected_calls_call_the_provider_once() {
    let test = Test::new(&[Some("K1"), Some("K2")]).await;
    assert_ok(test.call().await, (1, 1));
    *test.accepted.lock().unwrap() = "K2";
    let (first, second, third) = tokio::join!(test.call(), test.call(), test.call());
    for (end, ..) in [first, second, third] {
        assert!(end.is_ok(), "{end:?}");
    }
    assert_eq!(test.provider.calls(), 2);
}

#[tokio::test]
async fn expired_credentials_are_not_used() {
    let test = Test::new(&[Some("K1"), None]).await;
    assert_ok(test.call().await, (1, 1));
    // In the last minutes before the expiry they are still used if the provider fails.
    test.clock.advance(Duration::from_secs(3500));
    assert_ok(test.call().await, (2, 2));
    test.clock.advance(Duration::from_secs(200));
    let (end, requests, _) = test.call().await;
    let error = end.unwrap_err();
    assert_eq!((error.kind(), requests, error.outcome_unknown()), (ErrorKind::Credentials, 2, false));
}

#[tokio::test]
async fn new_credentials_that_look_expired_are_tried() {
    let test = Test::new(&[Some("K0")]).await;
    test.clock.advance(Duration::from_secs(7200));
    let error = assert_rejected(test.call().await, (1, 2));
    assert!(error.hint().unwrap().contains("clock"), "{:?}", error.hint());
}

#[tokio::test]
async fn fixed_credentials_are_rejected_with_one_request() {
    let accepted = Arc::new(Mutex::new("K1"));
    let service = service(&accepted);
    let builder =
        Client::builder().environment(Environment::empty()).endpoint(service.endpoint()).clock(FakeClock::new());
    let client = builder.credentials(Credentials::new("K0", "s").unwrap()).build().await.unwrap();
    let error = client.get_job_executions("job").send().await.unwrap_err();
    assert_eq!((error.status(), service.requests()), (Some(401), 1));
}

#[tokio::test]
async fn a_profile_is_read_again_after_a_rejection() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".ncloud")).unwrap();
    let write = |key: &str| {
        let text = format!("ncloud_access_key_id = {key}\nncloud_secret_access_key = secret of {key}\n");
        std::fs::write(home.path().join(".ncloud/configure"), text).unwrap();
    };
    write("K1");
    let accepted = Arc::new(Mutex::new("K1"));
    let service = service(&accepted);
    let builder = Client::builder().environment(Environment::empty().with_home(home.path())).clock(FakeClock::new());
    let client = builder.endpoint(service.endpoint()).build().await.unwrap();
    let call = || async { client.get_job_executions("job").send().await };
    call().await.unwrap();
    *accepted.lock().unwrap() = "K2";
    assert_eq!((call().await.unwrap_err().status(), service.requests()), (Some(401), 2), "nothing changed yet");
    write("K2");
    call().await.unwrap();
    assert_eq!(service.requests(), 4);
}
