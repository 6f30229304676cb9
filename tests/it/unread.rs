//! Responses with unreadable bodies: the status still determines the result.

use ncloud_dataflow::{Client, Credentials, Environment, Error, ErrorKind};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, json};
use std::sync::Arc;
use std::time::Duration;

/// Unreadable bodies, as headers and body after the status line.
const UNREADABLE: [&str; 4] = [
    "content-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc",
    "content-length: 99000000000\r\n\r\nabc",
    "content-length: 9\r\n\r\nabc",
    "transfer-encoding: chunked\r\n\r\nzz\r\n",
];

fn response(status: u16, headers: &str, rest: &str) -> Step {
    Step::Bytes(format!("HTTP/1.1 {status} X\r\nconnection: close\r\n{headers}{rest}").into_bytes())
}

async fn client(server: &RawServer) -> (Client, Arc<FakeClock>) {
    let clock = FakeClock::new();
    let builder = Client::builder().environment(Environment::empty()).endpoint(server.endpoint()).clock(clock.clone());
    let builder = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap());
    (builder.stall_timeout(Duration::from_millis(200)).body_limit(1000).build().await.unwrap(), clock)
}

async fn read(script: Vec<Step>) -> (Result<(), Error>, usize, Vec<Duration>) {
    let server = RawServer::start(script);
    let (client, clock) = client(&server).await;
    let end = client.get_job("job").send().await.map(drop);
    (end, server.requests().len(), clock.sleeps())
}

/// Creates a job, a call that must not be retried.
async fn create(step: Step) -> (Error, usize) {
    let server = RawServer::start(vec![step]);
    let (client, _) = client(&server).await;
    let request = client.create_job("job", "Spark").with(ncloud_dataflow::Options::new().unchecked());
    (request.send().await.unwrap_err(), server.requests().len())
}

#[tokio::test]
async fn an_unreadable_server_error_is_retried() {
    for rest in UNREADABLE {
        let (end, requests, _) = read(vec![response(503, "", rest), json(200, r#"{"jobId":"job"}"#)]).await;
        assert!(end.is_ok() && requests == 2, "{rest}: {end:?}");
    }
}

#[tokio::test]
async fn an_unreadable_error_of_a_change_has_an_unknown_outcome() {
    for rest in UNREADABLE {
        let (error, requests) = create(response(500, "", rest)).await;
        assert_eq!((error.kind(), error.status(), requests), (ErrorKind::Service, Some(500), 1), "{rest}: {error}");
        assert!(error.outcome_unknown() && !error.is_retryable(), "{rest}: {error}");
    }
}

#[tokio::test]
async fn a_rejected_change_is_an_error_without_a_readable_body() {
    for rest in UNREADABLE {
        for (status, is_auth) in [(400, false), (403, true), (409, false)] {
            let (error, requests) = create(response(status, "", rest)).await;
            assert_eq!(
                (error.kind(), error.status(), requests),
                (ErrorKind::Service, Some(status), 1),
                "{rest}: {error}"
            );
            assert_eq!((error.is_auth(), error.outcome_unknown()), (is_auth, false), "{rest}: {error}");
        }
    }
    // A body without a length is read up to the limit.
    let (error, _) = create(response(400, "", &format!("\r\n{}", "x".repeat(5000)))).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(400)), "{error}");
    assert!(error.to_string().contains("larger than 1000 bytes"), "{error}");
}

#[tokio::test]
async fn not_found_is_reported_with_a_truncated_body() {
    let (end, requests, _) = read(vec![response(404, "", "content-length: 90\r\n\r\n{")]).await;
    assert!(end.as_ref().is_err_and(Error::is_not_found) && requests == 1, "{end:?}");
}

#[tokio::test]
async fn retry_after_is_obeyed_without_a_readable_body() {
    for rest in UNREADABLE {
        let throttled = response(429, "retry-after: 7\r\n", rest);
        let (end, requests, sleeps) = read(vec![throttled, json(200, r#"{"jobId":"job"}"#)]).await;
        assert!(end.is_ok() && requests == 2, "{rest}: {end:?}");
        assert_eq!(sleeps, [Duration::from_secs(7)], "{rest}");
    }
}

#[tokio::test]
async fn a_redirect_is_reported_without_a_readable_body() {
    let (end, requests, _) = read(vec![response(302, "location: http://127.0.0.1:1/\r\n", UNREADABLE[0])]).await;
    assert_eq!((end.unwrap_err().kind(), requests), (ErrorKind::Redirect, 1));
}

#[tokio::test]
async fn an_unreadable_success_keeps_its_status() {
    for rest in UNREADABLE {
        let (error, requests) = create(response(201, "x-ncp-request-id: R1\r\n", rest)).await;
        assert_eq!((error.status(), error.request_id(), requests), (Some(201), Some("R1"), 1), "{rest}: {error}");
    }
    // A truncated body without a length is complete for HTTP, but not for JSON.
    let (error, _) = create(Step::Bytes(b"HTTP/1.1 201 X\r\n\r\n{".to_vec())).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(201)), "{error}");
}
