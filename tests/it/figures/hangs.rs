//! R37: a call that hangs ends at its timeout, and the error says what it waited for.

use crate::gateway::{Gateway, Reply, is_signed, whole};
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::runtime::{CredentialsProvider, ProviderError};
use ncloud_dataflow::{Client, ClientBuilder, Credentials, Environment, Error, ErrorKind, Options};
use ncloud_testing::{Scale, record};
use std::net::TcpListener;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::time::Instant;

/// Total timeout of a call in these tests.
const LIMIT: Duration = Duration::from_secs(1);
/// Maximum delay of the end of a call after its timeout.
const GRACE: Duration = Duration::from_millis(500);

/// Pause between the bytes of a slow response.
const DRIP: Duration = Duration::from_millis(5);

/// A provider whose future never completes.
#[derive(Debug)]
struct Never;

impl CredentialsProvider for Never {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        std::future::pending().await
    }
}

/// A provider that blocks its thread for longer than any timeout.
#[derive(Debug)]
struct Blocking;

impl CredentialsProvider for Blocking {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        std::thread::sleep(LIMIT + GRACE + GRACE);
        Ok(Credentials::new("AK_TEST", "SK_TEST")?)
    }
}

/// A provider that returns credentials once and then hangs.
#[derive(Debug, Default)]
struct Once(AtomicBool);

impl CredentialsProvider for Once {
    async fn provide_credentials(&self) -> Result<Credentials, ProviderError> {
        if self.0.swap(true, Ordering::SeqCst) {
            std::future::pending::<()>().await;
        }
        Ok(Credentials::new("AK_TEST", "SK_TEST")?)
    }
}

fn builder(endpoint: &str) -> ClientBuilder {
    Client::builder().environment(Environment::empty()).endpoint(endpoint).total_timeout(LIMIT)
}

async fn client(endpoint: &str) -> Client {
    builder(endpoint).credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

/// Makes a call that must not be retried. Returns its error and duration.
async fn start(client: &Client) -> (Error, Duration) {
    let start = Instant::now();
    let error = client.create_job_execution("job").send().await.unwrap_err();
    (error, start.elapsed())
}

/// Checks error and duration of a call. Some requests were never sent.
#[track_caller]
fn check((error, took): (Error, Duration), kind: ErrorKind, part: &str) -> Duration {
    assert!(took <= LIMIT + GRACE, "{took:?}: {error}");
    assert_eq!(error.kind(), kind, "{error}");
    assert!(error.to_string().contains(part), "expected '{part}' in: {error}");
    assert!(error.is_timeout() || kind == ErrorKind::OutcomeUnknown || kind == ErrorKind::Connect, "{error}");
    // Only a request that was sent can have an unknown outcome.
    assert_eq!(error.outcome_unknown(), kind == ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(error.is_retryable(), kind != ErrorKind::OutcomeUnknown, "{error}");
    took
}

/// Opens a port whose connections are accepted by the system and then ignored.
fn silent(scheme: &str) -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("{scheme}://localhost:{}", listener.local_addr().unwrap().port());
    (listener, endpoint)
}

async fn credentials_hang(provider: impl CredentialsProvider + 'static) -> Duration {
    let gateway = Gateway::start(|_| Reply::Bytes(whole(200, "", "{}")));
    let client = builder(gateway.endpoint()).credentials_provider(provider).build().await.unwrap();
    let took = check(start(&client).await, ErrorKind::Credentials, "credentials provider did not respond within 1s");
    assert_eq!(gateway.requests(), 0);
    took
}

async fn tls_hangs() -> Duration {
    let (_listener, endpoint) = silent("https");
    check(start(&client(&endpoint).await).await, ErrorKind::Connect, "cannot connect")
}

async fn reply_hangs(reply: fn() -> Reply) -> Duration {
    let gateway = Gateway::start(move |_| reply());
    check(start(&client(gateway.endpoint()).await).await, ErrorKind::OutcomeUnknown, "no response within")
}

/// The first response shows that the clock is wrong. The second never arrives.
async fn clock_correction_hangs() -> Duration {
    let first = AtomicBool::new(true);
    let gateway = Gateway::start(move |_| match first.swap(false, Ordering::SeqCst) {
        true => {
            let date = (Timestamp::now() + SignedDuration::from_hours(2)).strftime("%a, %d %b %Y %H:%M:%S GMT");
            Reply::Bytes(whole(401, &format!("date: {date}\r\n"), r#"{"error":{"errorCode":"200"}}"#))
        }
        false => Reply::Hold(Vec::new()),
    });
    let took = check(start(&client(gateway.endpoint()).await).await, ErrorKind::OutcomeUnknown, "no response");
    assert_eq!(gateway.requests(), 2);
    took
}

/// The credentials are rejected, and the provider returns no others.
async fn renewal_hangs() -> Duration {
    let gateway = Gateway::start(|request| {
        assert!(is_signed(request, "SK_TEST"));
        Reply::Bytes(whole(401, "", r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#))
    });
    let client = builder(gateway.endpoint()).credentials_provider(Once::default()).build().await.unwrap();
    let (error, took) = start(&client).await;
    assert!(took <= LIMIT + GRACE, "{took:?}");
    assert!(error.is_auth() && !error.outcome_unknown(), "{error}");
    assert!(error.hint().unwrap().contains("did not respond"), "{:?}", error.hint());
    took
}

/// All connections of the client are in use by other calls.
async fn connections_are_used_up() -> Duration {
    let gateway = Gateway::start(|_| Reply::Hold(Vec::new()));
    let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint());
    let builder = builder.max_connections(1).total_timeout(LIMIT);
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    let patient = client.get_job("first").with(Options::new().total_timeout(LIMIT * 20));
    let first = tokio::spawn(async move { patient.send().await });
    while gateway.requests() == 0 {
        tokio::task::yield_now().await;
    }
    let took = check(start(&client).await, ErrorKind::Connect, "connections are in use");
    assert_eq!(gateway.requests(), 1);
    first.abort();
    took
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r37_a_call_ends_in_time_if_anything_hangs() {
    let scale = Scale::from_process();
    let (mut latest, mut count) = (Duration::ZERO, 0);
    for _ in 0..scale.of(100) {
        let (provider, tls, head, body, drip, clock, renewal, connections) = tokio::join!(
            credentials_hang(Never),
            tls_hangs(),
            reply_hangs(|| Reply::Hold(Vec::new())),
            reply_hangs(|| Reply::Hold(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec())),
            reply_hangs(|| Reply::Drip([b"HTTP/1.1 200 OK\r\nx: ".to_vec(), vec![b'y'; 10_000]].concat(), DRIP)),
            clock_correction_hangs(),
            renewal_hangs(),
            connections_are_used_up(),
        );
        let all = [provider, tls, head, body, drip, clock, renewal, connections];
        count += all.len();
        latest = latest.max(all.into_iter().max().unwrap());
    }
    record!(scale, "R37", format!("{count} calls with 8 awaits that hang: all end within {latest:.1?} of {LIMIT:?}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r37_a_blocking_provider_does_not_block_the_call() {
    credentials_hang(Blocking).await;
}

#[tokio::test]
async fn r37_endless_interim_responses_do_not_stop_the_timeout() {
    let endless = || Reply::Endless(Vec::new(), b"HTTP/1.1 100 Continue\r\n\r\n".repeat(64));
    let gateway = Gateway::start(move |_| endless());
    let (error, took) = start(&client(gateway.endpoint()).await).await;
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown);
    assert!(took <= LIMIT + GRACE, "{took:?}");
}
