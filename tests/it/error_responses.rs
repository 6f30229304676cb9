//! Code, message and request ID of error responses, from all known servers.

use ncloud_dataflow::{Client, Credentials, Error, ErrorKind};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, json, response};

async fn client(server: &RawServer) -> Client {
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new()).attempts(1);
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

async fn error(step: ncloud_testing::server::Step) -> Error {
    let server = RawServer::start(vec![step]);
    client(&server).await.get_job("gqigvHhTu7ra").send().await.unwrap_err()
}

/// The known shapes of error bodies.
#[tokio::test]
async fn code_and_message_are_read_from_every_known_error_body() {
    for (body, code) in [
        (r#"{"error":{"errorCode":"210","message":"Permission Denied","details":"x"}}"#, "210"),
        (r#"{"error":{"errorCode":210,"message":"Permission Denied"}}"#, "210"),
        (r#"{"responseError":{"returnCode":"210","returnMessage":"Permission Denied"}}"#, "210"),
        (r#"{"errorCode":"210","message":"Permission Denied"}"#, "210"),
        (r#"{"code":"210","msg":"Permission Denied"}"#, "210"),
        (r#"{"detail":"Permission Denied","errorType":"NoPermission"}"#, "NoPermission"),
        (
            r#"{"timestamp":"2026-09-17T01:02:03Z","status":401,"error":"Unauthorized","message":"Permission Denied"}"#,
            "Unauthorized",
        ),
        (
            "<responseError><returnCode>210</returnCode><returnMessage>Permission Denied</returnMessage></responseError>",
            "210",
        ),
    ] {
        let error = error(json(401, body)).await;
        assert_eq!(
            (error.kind(), error.code(), error.message()),
            (ErrorKind::Service, Some(code), Some("Permission Denied")),
            "{body}"
        );
        assert!(error.to_string().contains(&format!("(HTTP 401, code {code})")), "{error}");
        assert_eq!(error.body(), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn gateway_headers_describe_an_empty_error_response() {
    let headers =
        "x-ncp-apigw-error-code: 210\r\nx-ncp-apigw-error-message: Permission Denied\r\nx-ncp-trace-id: t-1\r\n";
    let error = error(response(401, headers, "")).await;
    assert_eq!(
        (error.code(), error.message(), error.request_id()),
        (Some("210"), Some("Permission Denied"), Some("t-1"))
    );
    assert_eq!(error.to_string(), "getJob: permission denied (HTTP 401, code 210) (request ID t-1)");
    assert!(error.hint().unwrap().contains("permission"), "{:?}", error.hint());
}

#[tokio::test]
async fn the_error_message_has_the_request_id() {
    let error = error(response(401, "x-ncp-request-id: r-\t1\r\n", "")).await;
    assert_eq!(error.to_string(), "getJob: authentication failed (HTTP 401): no body (request ID r- 1)");
    let error = self::error(json(401, "")).await;
    assert_eq!(error.to_string(), "getJob: authentication failed (HTTP 401): no body");
}

#[tokio::test]
async fn an_error_in_a_2xx_body_is_found_after_other_fields() {
    let rows = r#"{"jobId":"j"},"#.repeat(1000);
    for body in [
        r#"{"requestId":"0123456789-0123456789-0123456789-0123456789-0123456789","error":{"errorCode":"900","message":"Unexpected Error"}}"#.to_owned(),
        format!(r#"{{"list":[{rows}{{}}],"page":0,"limit":1001,"error":{{"errorCode":900,"message":"Unexpected Error"}}}}"#),
        r#"{"timestamp":"2026-09-17T01:02:03Z","status":500,"error":"900","message":"Unexpected Error"}"#.to_owned(),
        r#"{"responseError":{"returnCode":"900","returnMessage":"Unexpected Error"}}"#.to_owned(),
    ] {
        let server = RawServer::start(vec![json(200, &body)]);
        let error = client(&server).await.get_jobs().send().await.expect_err(&body);
        assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Service, Some("900"), Some("Unexpected Error")));
    }
}

#[tokio::test]
async fn a_resource_field_named_error_is_not_an_error() {
    for body in [
        r#"{"jobId":"j","name":"n","error":null}"#,
        r#"{"jobId":"j","name":"n","error":{"message":"of the last run"}}"#,
        r#"{"jobId":"j","name":"\"error\":{\"errorCode\":\"900\"}","last":{"error":{"errorCode":"900","message":"m"}}}"#,
    ] {
        let server = RawServer::start(vec![json(200, body)]);
        let job = client(&server).await.get_job("j").send().await.unwrap();
        assert_eq!(job.job_id.as_deref(), Some("j"), "{body}");
    }
}
