//! No output shows a secret or a signature.

use crate::gateway::{Gateway, Reply, whole};
use ncloud_dataflow::runtime::sign::Secret;
use ncloud_dataflow::{Client, Credentials, Environment};
use ncloud_testing::server::{RawServer, json};
use ncloud_testing::{FakeClock, FakeProvider};
use std::error::Error as _;
use std::time::{Duration, SystemTime};

const KEY: &str = "QxZ7vKp2Wm9T";
const SECRET: &str = "jH4tRz8LqY3nBc6XwV1s";

/// Checks that a text has no part of the secret that could help to guess it, and not the whole access key.
fn check(what: &str, shown: &str) {
    for window in SECRET.as_bytes().windows(6) {
        let window = std::str::from_utf8(window).unwrap();
        assert!(!shown.contains(window), "{what} shows a part of the secret: {shown}");
    }
    assert!(!shown.contains(KEY), "{what} shows the access key: {shown}");
}

#[tokio::test]
async fn debug_and_display_of_all_types_show_no_secret() {
    let rejected = r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#;
    let server = RawServer::start(vec![json(401, rejected)]);
    let environment = Environment::empty().with("NCLOUD_ACCESS_KEY", KEY).with("NCLOUD_SECRET_KEY", SECRET);
    check("Environment", &format!("{environment:?}"));
    assert_eq!(format!("{:?}", Secret::new(SECRET.to_owned())), "Secret(…)");
    let credentials = Credentials::new(KEY, SECRET).unwrap();
    check("Credentials", &format!("{credentials:?} {credentials:#?}"));
    let builder = Client::builder().environment(environment).endpoint(server.endpoint()).clock(FakeClock::new());
    check("ClientBuilder", &format!("{builder:?} {:?}", Client::builder().credentials(credentials)));
    let client = builder.build().await.unwrap();
    check("Client", &format!("{client:?} {client:#?}"));
    let request = client.get_job_executions("job");
    check("request", &format!("{request:?} {:?} {:?}", request.clone().pages(), request.clone().items()));

    let error = request.send().await.unwrap_err();
    let signature = server.requests()[0].header("x-ncp-apigw-signature-v2").unwrap().to_owned();
    let shown = format!("{error} {error:?} {error:#?} {:?} {:?}", error.source(), error.hint());
    check("Error", &shown);
    assert!(!shown.contains(&signature), "the error shows the signature: {shown}");
}

async fn client(endpoint: &str) -> Client {
    let builder = Client::builder().endpoint(endpoint).clock(FakeClock::new()).attempts(1);
    builder.credentials(Credentials::new(KEY, SECRET).unwrap()).build().await.unwrap()
}

/// Some proxies respond with status 500 and the head of the request, for debugging.
#[tokio::test]
async fn an_error_response_that_echoes_the_request_is_masked() {
    let gateway = Gateway::start(|request| {
        let head = request.head();
        let signature = request.header("x-ncp-apigw-signature-v2").unwrap();
        let padding = " ".repeat(4);
        Reply::Close(whole(
            500,
            "x-ncp-request-id: r-7\r\n",
            &format!("upstream failed: {head}{padding}{signature} {SECRET}"),
        ))
    });
    let error = client(gateway.endpoint()).await.get_job("job").send().await.unwrap_err();
    let body = String::from_utf8_lossy(error.body().unwrap()).into_owned();
    for shown in [error.to_string(), format!("{error:?}"), body] {
        check("an echo", &shown);
        assert!(shown.contains("upstream failed") && shown.contains("x-ncp-apigw-signature-v2: ****"), "{shown}");
        assert!(shown.contains("x-ncp-iam-access-key: ****") && shown.contains("**** ****"), "{shown}");
    }
}

#[tokio::test]
async fn values_are_masked_before_an_excerpt_is_cut() {
    for before in 480..=515 {
        let server = RawServer::start(vec![json(500, &format!("{} {SECRET} {KEY}", "x".repeat(before)))]);
        let error = client(server.endpoint()).await.get_job("job").send().await.unwrap_err();
        check("an excerpt", &format!("{error} {error:?}"));
    }
}

#[tokio::test]
async fn the_data_of_a_success_is_not_masked() {
    let script = format!("key = '{KEY}'; secret = '{SECRET}'");
    let server = RawServer::start(vec![json(200, &format!(r#"{{"jobId":"j","name":"{script}"}}"#))]);
    let job = client(server.endpoint()).await.get_job("j").send().await.unwrap();
    assert!(format!("{job:?}").contains(&script));
}

#[tokio::test]
async fn a_failing_provider_shows_no_earlier_credentials() {
    let clock = FakeClock::new();
    let builder = Client::builder().endpoint("http://127.0.0.1:9").clock(clock.clone());
    let expiry = SystemTime::UNIX_EPOCH + FakeClock::START + Duration::from_secs(240);
    let credentials = Credentials::new(KEY, SECRET).unwrap().with_expiry(expiry);
    let provider = FakeProvider::new([Ok(credentials), Err(format!("vault lost {KEY}:{SECRET}"))]);
    let client = builder.credentials_provider(provider).build().await.unwrap();
    client.credentials().await.unwrap();
    clock.advance(Duration::from_secs(300));
    let error = client.credentials().await.unwrap_err();
    let source = error.source().unwrap();
    check("a source of credentials", &format!("{error:?} {source} {source:?}"));
    assert!(source.to_string().starts_with("vault lost ****:****"), "{source}");
}
