//! The role of a server: credentials from a metadata service, which is a raw server here.

use crate::signature::by_openssl;
use ncloud_dataflow::{Client, Environment, Error, ErrorKind};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, json, response};

const EMPTY: &str = r#"{"list":[]}"#;

fn keys(expiration: &str) -> Step {
    let keys = format!(
        r#"{{"Code":"Success","AccessKeyId":"ROLE_KEY","SecretAccessKey":"SK_ROLE","Expiration":"{expiration}"}}"#
    );
    json(200, &keys)
}

/// Creates a client that can only get credentials from a role.
async fn client(metadata: &RawServer, endpoint: &str) -> Result<Client, Error> {
    let environment = Environment::empty().with("NCLOUD_METADATA_API_ENDPOINT", metadata.endpoint());
    Client::builder().environment(environment).endpoint(endpoint).clock(FakeClock::new()).build().await
}

#[tokio::test]
async fn calls_are_signed_with_the_first_role() {
    let ids = || response(200, "content-type: text/plain\r\n", "role-1\r\nrole2\n");
    // One request checks for a role, the next gets the keys. They are valid for half an hour, enough for two calls.
    let metadata = RawServer::start(vec![ids(), ids(), keys("2023-11-14T22:43:20Z")]);
    let service = RawServer::start(vec![json(200, EMPTY), json(200, EMPTY)]);
    let client = client(&metadata, service.endpoint()).await.unwrap();
    for _ in 0..2 {
        client.get_job_executions("job").send().await.unwrap();
    }
    assert_eq!(client.credentials().await.unwrap().source().to_string(), "the server's role role-1");
    let asked: Vec<String> = metadata.requests().iter().map(|request| request.target().to_owned()).collect();
    let path = "/latest/meta-data/iam/security-credentials/";
    assert_eq!(asked, [path, path, &format!("{path}role-1")]);
    for request in metadata.requests() {
        assert!(request.header("x-ncp-apigw-signature-v2").is_none());
    }
    for request in service.requests() {
        let stamp = request.header("x-ncp-apigw-timestamp").unwrap();
        let expected = by_openssl("GET", request.target(), stamp, "ROLE_KEY", "SK_ROLE");
        assert_eq!(request.header("x-ncp-apigw-signature-v2"), Some(expected.as_str()));
    }
}

#[tokio::test]
async fn a_machine_without_a_role_has_no_credentials() {
    for script in [vec![], vec![json(404, "")], vec![json(200, "\n")], vec![json(200, "../x")]] {
        let error = client(&RawServer::start(script), "http://127.0.0.1:1").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(error.to_string().contains("no credentials found"), "{error}");
    }
}

#[tokio::test]
async fn an_invalid_role_response_is_not_shown_in_the_error() {
    let ids = || json(200, "role");
    for (bad, part) in [
        (json(500, "SK_ROLE"), "its status is 500"),
        (json(200, "SK_ROLE"), "not JSON"),
        (json(200, r#"{"AccessKeyId":"A","SecretAccessKey":{"SK_ROLE":1}}"#), "no string 'SecretAccessKey'"),
        (keys("soon SK_ROLE"), "'Expiration' is not a date"),
    ] {
        let metadata = RawServer::start(vec![ids(), ids(), bad]);
        let service = RawServer::start(Vec::new());
        let client = client(&metadata, service.endpoint()).await.unwrap();
        let error = client.get_job_executions("job").send().await.unwrap_err();
        assert_eq!((error.kind(), service.requests().len()), (ErrorKind::Credentials, 0));
        let mut said = format!("{error} {error:?}");
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            said += &format!(" {cause} {cause:?}");
            source = cause.source();
        }
        assert!(said.contains(part) && !said.contains("SK_ROLE"), "expected '{part}' in: {said}");
    }
}

#[tokio::test]
async fn a_fast_clock_is_corrected_with_role_credentials() {
    // This machine's clock is two hours ahead, and the role's credentials are valid for one hour.
    let ids = || json(200, "role");
    let metadata = RawServer::start(vec![ids(), ids(), keys("2023-11-14T21:13:20Z")]);
    let date = "date: Tue, 14 Nov 2023 20:13:20 GMT\r\n";
    let rejected = response(401, date, r#"{"error":{"errorCode":"200","message":"Authentication Failed"}}"#);
    let service = RawServer::start(vec![rejected, response(200, date, EMPTY), response(200, date, EMPTY)]);
    let client = client(&metadata, service.endpoint()).await.unwrap();
    for _ in 0..2 {
        client.get_job_executions("job").send().await.unwrap();
    }
    let stamps =
        service.requests().into_iter().map(|request| request.header("x-ncp-apigw-timestamp").unwrap().to_owned());
    assert_eq!(stamps.collect::<Vec<_>>(), ["1700000000000", "1699992800000", "1699992800000"]);
    assert_eq!(metadata.requests().len(), 3, "the credentials are kept once the clock is corrected");
}

#[tokio::test]
async fn the_metadata_service_is_link_local_or_uses_https() {
    let environment = Environment::empty().with("NCLOUD_METADATA_API_ENDPOINT", "http://example.com");
    let error = Client::builder().environment(environment).build().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("plain http"), "{error}");
}
