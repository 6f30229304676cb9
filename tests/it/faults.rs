//! Invalid responses from a raw server: each ends in its documented kind of error.

use crate::signature::by_openssl;
use ncloud_dataflow::runtime::operation::{Command, Method, Operation, Source};
use ncloud_dataflow::{Client, Credentials, Error, ErrorKind, Options, models};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, json, response};
use std::sync::Arc;
use std::time::Duration;

const JOB: &str = "gqigvHhTu7ra";
const EMPTY: &str = r#"{"list":[]}"#;

async fn client(server: &RawServer, clock: Arc<FakeClock>) -> Client {
    Client::builder()
        .credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
        .endpoint(server.endpoint())
        .connect_timeout(Duration::from_secs(3600))
        .body_limit(1000)
        .clock(clock)
        .build()
        .await
        .unwrap()
}

/// Makes a listing call to a scripted server. Checks its error and the number of requests.
async fn check(script: Vec<Step>, kind: ErrorKind, parts: &[&str], requests: usize) -> Error {
    let server = RawServer::start(script);
    let error = client(&server, FakeClock::new()).await.get_job_executions(JOB).send().await.unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
    for part in parts {
        assert!(error.to_string().contains(part), "expected '{part}' in: {error}");
    }
    assert_eq!(server.requests().len(), requests, "{error}");
    error
}

#[tokio::test]
async fn every_attempt_has_a_new_signature_after_its_pause() {
    let script = vec![json(503, ""), response(503, "retry-after: 30\r\n", ""), json(200, EMPTY)];
    let (server, clock) = (RawServer::start(script), FakeClock::new());
    client(&server, clock.clone()).await.get_job_executions(JOB).page_size(4).send().await.unwrap();

    assert_eq!(clock.sleeps(), [Duration::from_millis(100), Duration::from_secs(30)]);
    let requests = server.requests();
    let stamps: Vec<&str> = requests.iter().map(|request| request.header("x-ncp-apigw-timestamp").unwrap()).collect();
    assert_eq!(stamps, ["1700000000000", "1700000000100", "1700000030100"]);
    for (request, stamp) in requests.iter().zip(stamps) {
        let expected = by_openssl("GET", request.target(), stamp, "AK_TEST", "SK_TEST");
        assert_eq!(request.header("x-ncp-apigw-signature-v2"), Some(expected.as_str()));
        assert_eq!(request.header("x-ncp-iam-access-key"), Some("AK_TEST"));
    }
}

#[tokio::test]
async fn a_failing_service_ends_the_call_at_the_last_attempt() {
    let failing = || json(503, r#"{"error":{"errorCode":"500","message":"Endpoint Error","details":"d"}}"#);
    let error = check(
        vec![failing(), failing(), failing()],
        ErrorKind::Service,
        &["service unavailable (HTTP 503, code 500): Endpoint Error: d"],
        3,
    )
    .await;
    assert_eq!((error.attempts(), error.code(), error.is_retryable()), (3, Some("500"), true));
}

#[tokio::test]
async fn an_endless_response_is_a_timeout() {
    // Real bytes, but no real time: the paused clock of tokio jumps to the next timer when all tasks are idle.
    let server = RawServer::start(vec![Step::Silence, Step::Silence, Step::Silence]);
    let client = client(&server, FakeClock::new()).await;
    tokio::time::pause();
    let error = client.get_job_executions(JOB).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout());
    assert!(error.to_string().contains("no response within 30s"), "{error}");
}

#[tokio::test]
async fn a_non_idempotent_call_ends_in_outcome_unknown() {
    static START: Operation = Operation {
        id: "start",
        method: Method::Post,
        path: "/start",
        parameters: &[],
        body: None,
        success: &[],
        error_statuses: &[],
        response: None,
        idempotent: false,
        paging: None,
        wait: None,
        command: Command { noun: "", verb: "", rows: None, columns: &[], name: None },
        summary: "",
        description: "",
        source: Source { page: "", date: "", revision: "" },
    };
    let server = RawServer::start(vec![Step::Bytes(Vec::new()), json(200, "true")]);
    let request = client(&server, FakeClock::new()).await.request(&START);
    let error = request.send::<bool>().await.unwrap_err();
    assert!(error.outcome_unknown());
    assert_eq!((error.operation(), error.attempts()), (Some("start"), 1));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_lost_connection_is_retried() {
    let cut = |bytes: &[u8]| Step::Bytes(bytes.to_vec());
    let whole = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{EMPTY}", EMPTY.len());
    for end in [0, 1, 12, 20, whole.len() - EMPTY.len(), whole.len() - 1] {
        let server = RawServer::start(vec![cut(&whole.as_bytes()[..end]), json(200, EMPTY)]);
        let page = client(&server, FakeClock::new()).await.get_job_executions(JOB).send().await;
        assert_eq!(page.unwrap().list.len(), 0, "cut at {end}");
        assert_eq!(server.requests().len(), 2, "cut at {end}");
    }
}

#[tokio::test]
async fn not_found_after_a_lost_deletion_is_an_unknown_outcome() {
    let unknown = || json(404, r#"{"error":{"errorCode":"300","message":"Not Found"}}"#);
    for lost in [0, 1, 2] {
        let script = (0..lost).map(|_| Step::Bytes(Vec::new())).chain([unknown()]).collect();
        let server = RawServer::start(script);
        let error = client(&server, FakeClock::new()).await.delete_job(JOB).send().await.unwrap_err();
        assert_eq!((error.outcome_unknown(), error.is_not_found()), (lost > 0, lost == 0), "{lost} lost: {error}");
        assert_eq!(error.attempts(), lost + 1);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = RawServer::start(vec![json(200, EMPTY)]);
    for status in [301, 302, 303, 307, 308] {
        let place = format!("location: {}/x?secret=1\r\n", elsewhere.endpoint());
        let error = check(vec![response(status, &place, "")], ErrorKind::Redirect, &["127.0.0.1"], 1).await;
        assert!(!error.to_string().contains("secret"), "{error}");
    }
    check(vec![response(302, "", "")], ErrorKind::Redirect, &["an unreadable address"], 1).await;
    assert_eq!(elsewhere.requests().len(), 0);
}

#[tokio::test]
async fn a_response_over_the_limit_is_not_read() {
    let long = "x".repeat(2000);
    check(vec![json(200, &long)], ErrorKind::TooLarge, &["larger than 1000 bytes"], 1).await;
    let chunked =
        format!("HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n7d0\r\n{long}\r\n0\r\n\r\n");
    check(vec![Step::Bytes(chunked.into_bytes())], ErrorKind::TooLarge, &["1000 bytes"], 1).await;
}

#[tokio::test]
async fn an_unrequested_encoding_is_rejected() {
    let script = vec![response(200, "content-encoding: gzip\r\n", "x")];
    check(script, ErrorKind::Decode, &["'gzip'", "identity"], 1).await;
}

#[tokio::test]
async fn a_decode_error_has_the_json_path() {
    let decode =
        |body: &'static str, parts: &'static [&'static str]| check(vec![json(200, body)], ErrorKind::Decode, parts, 1);
    decode("", &["the response is empty"]).await;
    decode("<html>hello</html>", &["the top", "it begins with: <html>hello</html>"]).await;
    decode(r#"{"list":[{"jobExecutionId":"a","jobId":b}]}"#, &["list[0].jobId", "expected value"]).await;
    decode(r#"{"list":"none"}"#, &["field `list`: expected a list or one item"]).await;
    decode(r#"{"list":[{"jobExecutionId":"a","jo"#, &["EOF", "list[0]"]).await;
    decode(r#"{"count":0}"#, &["missing field `list`"]).await;
    decode("[]", &["an object (JobExecutionList)"]).await;
    decode("null", &["an object (JobExecutionList)"]).await;
    decode("true", &["an object (JobExecutionList)"]).await;
    decode(r#"{"list":[],"list":[]}"#, &["duplicate field `list`"]).await;
}

#[tokio::test]
async fn an_error_envelope_is_an_error_with_any_status() {
    let envelope = r#"{"error":{"errorCode":"900","message":"Unexpected"}}"#;
    for status in [200, 202, 400] {
        let error = check(vec![json(status, envelope)], ErrorKind::Service, &[", code 900): Unexpected"], 1).await;
        assert_eq!((error.code(), error.status()), (Some("900"), Some(status)));
        assert_eq!(error.body(), Some(envelope.as_bytes()));
    }
}

#[tokio::test]
async fn error_predicates_match_their_responses() {
    let rejected = |status, code: &str| {
        vec![response(status, "x-ncp-request-id: r-1\r\n", &format!(r#"{{"error":{{"errorCode":{code}}}}}"#))]
    };
    let error = check(rejected(401, "\"200\""), ErrorKind::Service, &["(HTTP 401, code 200)"], 1).await;
    assert!(error.is_auth() && error.hint().unwrap().contains("clock"));
    assert_eq!(error.request_id(), Some("r-1"));
    assert!(check(rejected(403, "230"), ErrorKind::Service, &["(HTTP 403, code 230)"], 1).await.is_auth());
    assert!(check(rejected(404, "300"), ErrorKind::Service, &["(HTTP 404, code 300)"], 1).await.is_not_found());
    assert!(!check(rejected(429, "400"), ErrorKind::Service, &["(HTTP 429, code 400)"], 1).await.is_throttled());
    let asked_too_long = vec![response(429, "retry-after: 86400\r\n", "")];
    let error = check(asked_too_long, ErrorKind::Service, &["429"], 1).await;
    assert_eq!((error.is_throttled(), error.retry_after()), (true, Some(Duration::from_secs(86_400))));
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let clock = FakeClock::new();
    let client = Client::builder()
        .credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
        .endpoint(closed)
        .clock(clock.clone())
        .build()
        .await
        .unwrap();
    let error = client.get_job_executions(JOB).send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert_eq!(clock.sleeps(), [Duration::from_millis(100), Duration::from_millis(200)]);
}

#[tokio::test]
async fn a_hostile_value_is_rejected_or_one_path_segment() {
    let long = "x".repeat(4097);
    let server = RawServer::start(Vec::new());
    let client = client(&server, FakeClock::new()).await;
    for rejected in ["", ".", "..", "a\tb", "a\rb", "a\nb", "a\0b", "\x7f", long.as_str()] {
        let error = client.get_job_executions(rejected).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{rejected:?}: {error}");
        assert!(error.to_string().contains("jobId: expected"), "{error}");
    }
    assert_eq!(server.requests().len(), 0);

    let longest = "x".repeat(4096);
    for (value, segment) in [
        (longest.as_str(), longest.as_str()),
        ("../..", "..%2F.."),
        ("%2e%2e", "%252e%252e"),
        ("a/b\\c", "a%2Fb%5Cc"),
        ("?x=1#y;z", "%3Fx%3D1%23y%3Bz"),
        ("a+b c:d", "a%2Bb%20c%3Ad"),
        ("작업", "%EC%9E%91%EC%97%85"),
        ("-._~", "-._~"),
    ] {
        let server = RawServer::start(vec![json(200, EMPTY)]);
        self::client(&server, FakeClock::new()).await.get_job_executions(value).send().await.unwrap();
        assert_eq!(server.requests()[0].target(), format!("/api/v1/jobs/{segment}/executions"), "{value}");
    }
}

#[tokio::test]
async fn all_values_out_of_range_are_rejected_before_sending() {
    let server = RawServer::start(vec![json(200, EMPTY)]);
    let request = || async { client(&server, FakeClock::new()).await.get_job_executions(JOB).page(-2).page_size(-1) };
    let error = request().await.send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getJobExecutions: page: expected an integer of 0 or more but found -2; \
         limit: expected an integer of 0 or more but found -1"
    );
    assert_eq!(server.requests().len(), 0);

    let unchecked = ncloud_dataflow::Options::new().unchecked();
    request().await.with(unchecked).send().await.unwrap();
    assert_eq!(server.requests()[0].target(), format!("/api/v1/jobs/{JOB}/executions?page=-2&limit=-1"));
}

#[tokio::test]
async fn unknown_fields_are_kept() {
    let body = r#"{"list":[{"jobExecutionId":"a","jobId":"b","status":"PAUSED","new":{"x":1},"startDate":"soon","parsedParameters":7}]}"#;
    let server = RawServer::start(vec![json(200, body)]);
    let page = client(&server, FakeClock::new()).await.get_job_executions(JOB).send().await.unwrap();
    let execution = &page.list[0];
    assert_eq!(execution.status, Some(models::ExecutionStatus::Other("PAUSED".into())));
    assert_eq!(execution.unknown_fields().get("new").unwrap()["x"], 1);
    assert!(execution.start_date.as_ref().unwrap().to_millis().is_err());
    let again: serde_json::Value = serde_json::to_value(&page).unwrap();
    assert_eq!(again, serde_json::from_str::<serde_json::Value>(body).unwrap());
}

#[tokio::test]
async fn one_attempt_is_one_request() {
    for attempts in [0, 1, 2] {
        let server = RawServer::start(vec![json(503, ""); 3]);
        let call = client(&server, FakeClock::new()).await.get_job("J1").with(Options::new().attempts(attempts)).send();
        assert!(call.await.is_err());
        assert_eq!(server.requests().len(), usize::try_from(attempts.max(1)).unwrap());
    }
}
