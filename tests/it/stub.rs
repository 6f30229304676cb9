//! A client whose transport is replaced: stub, middleware, headers of a call, and what a response carries.

use ncloud_dataflow::models::{ExecutionStatus, JobConditionInput, JobExecution, JobExecutionList};
use ncloud_dataflow::transport::{Bytes, TransportError, TransportFuture, http};
use ncloud_dataflow::{Client, ClientBuilder, Credentials, Environment, ErrorKind, Options, StubTransport, Transport};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

fn builder(transport: impl Transport + 'static) -> ClientBuilder {
    let credentials = Credentials::new("AK_TEST", "SK_TEST").unwrap();
    let builder = Client::builder().environment(Environment::empty()).credentials(credentials);
    builder.clock(FakeClock::new()).transport(transport)
}

async fn client(stub: &StubTransport) -> Client {
    builder(stub.clone()).build().await.unwrap()
}

fn execution(id: &str) -> JobExecution {
    JobExecution { job_execution_id: id.into(), status: Some(ExecutionStatus::Failed), ..Default::default() }
}

#[tokio::test]
async fn a_stub_returns_models_and_records_requests() {
    let stub = StubTransport::new().respond(&execution("e1"));
    let found = client(&stub).await.get_job_execution("job", "e1").send().await.unwrap();
    assert_eq!(found, execution("e1"));
    let requests = stub.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].method(), "GET");
    assert_eq!(requests[0].uri().path(), "/api/v1/jobs/job/executions/e1");
    assert_eq!(requests[0].headers()["x-ncp-iam-access-key"], "AK_TEST");
    let shown = format!("{requests:?}");
    let signature = requests[0].headers()["x-ncp-apigw-signature-v2"].to_str().unwrap();
    assert!(!shown.contains("AK_TEST") && !shown.contains(signature), "{shown}");
}

#[tokio::test]
async fn a_stub_records_the_body_of_a_request() {
    let stub = StubTransport::new().respond(&execution("e2"));
    client(&stub).await.create_job_execution("job").send().await.unwrap();
    let request = &stub.requests()[0];
    assert_eq!((request.method().as_str(), request.body().as_ref()), ("POST", &b"{}"[..]));
    let stub = StubTransport::new().respond(&json!({"workflowId": "w"}));
    let request = client(&stub).await.update_job_execution_config("job", JobConditionInput::new().timeout(5));
    let _ = request.send().await;
    let sent: Value = serde_json::from_slice(stub.requests()[0].body()).unwrap();
    assert_eq!(sent, json!({"jobCondition": {"timeout": 5}}));
    assert_eq!(stub.requests()[0].headers()["content-type"], "application/json");
}

#[tokio::test]
async fn errors_of_a_stub_are_classified_and_retried() {
    let lost = || TransportError::connection_lost("reset by test");
    let stub = StubTransport::new().fail(TransportError::connect("refused by test")).respond_with(503, "").fail(lost());
    let stub = stub.respond(&execution("e3"));
    let mut options = Options::new().attempts(4);
    let found = client(&stub).await.get_job_execution("job", "e3").with(options.clone()).send().await.unwrap();
    assert_eq!((found.job_execution_id.as_str(), stub.requests().len()), ("e3", 4));

    // A start is not sent again once the service may have carried it out.
    let stub = StubTransport::new().fail(lost()).respond(&execution("e4"));
    let error = client(&stub).await.create_job_execution("job").send().await.unwrap_err();
    assert!(error.outcome_unknown(), "{error:?}");
    assert_eq!(stub.remaining(), 1);

    options = options.attempts(1);
    let stub = StubTransport::new().respond_with(404, r#"{"error":{"errorCode":"300","message":"Not Found"}}"#);
    let error = client(&stub).await.get_job("job").with(options).send().await.unwrap_err();
    assert!(error.is_not_found(), "{error:?}");
}

#[tokio::test]
async fn a_stub_without_responses_says_so_at_once() {
    let stub = StubTransport::new();
    let error = client(&stub).await.get_job("job").send().await.unwrap_err();
    assert!(error.to_string().contains("no response left for GET /api/v1/jobs/job"), "{error}");
    assert_eq!(stub.requests().len(), 1, "not retried");
}

#[tokio::test]
async fn a_stub_serves_a_listing() {
    let page =
        |ids: &[&str]| JobExecutionList { list: ids.iter().map(|id| execution(id)).collect(), ..Default::default() };
    let stub = StubTransport::new().respond(&page(&["a", "b"])).respond(&page(&["c"])).respond(&page(&[]));
    let items = client(&stub).await.get_job_executions("job").page_size(2).items().collect().await.unwrap();
    let ids: Vec<&str> = items.iter().map(|item| item.job_execution_id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[tokio::test]
async fn a_header_parameter_is_sent_as_a_header() {
    let stub = StubTransport::new().respond(&json!({"workflowId": "W1"}));
    let client = client(&stub).await;
    client.execute_workflow("W1").x_ncp_dataflow_payload("e30=").send().await.unwrap();
    let request = &stub.requests()[0];
    assert_eq!(request.headers()["x-ncp-dataflow-payload"], "e30=");
    assert_eq!(request.uri().path(), "/api/v1/workflows/W1/executions");
    assert_eq!(request.uri().query(), None);
    let refused = client.execute_workflow("W1").x_ncp_dataflow_payload("e30=\r\nhost: other").send().await.unwrap_err();
    assert!(refused.to_string().contains("x-ncp-dataflow-payload: expected"), "{refused}");
    assert_eq!(stub.requests().len(), 1);
}

#[tokio::test]
async fn metadata_has_status_headers_attempts_and_time() {
    let response = http::Response::builder()
        .status(200)
        .header("x-ncp-request-id", "r-1")
        .header("x-tag", "blue")
        .header("x-echo", "AK_TEST")
        .header("x-raw", http::HeaderValue::from_bytes(b"AK_TEST\xff").unwrap())
        .body(Bytes::from_static(br#"{"jobExecutionId":"e1"}"#))
        .unwrap();
    let stub = StubTransport::new().respond_with(503, "").respond_exactly(response);
    let found = client(&stub).await.get_job_execution("job", "e1").send_with_metadata().await.unwrap();
    let metadata = found.metadata;
    assert_eq!(found.value.job_execution_id, "e1");
    assert_eq!((metadata.status, metadata.attempts, metadata.request_id.as_deref()), (200, 2, Some("r-1")));
    assert_eq!(metadata.headers["x-tag"], "blue");
    assert!(!format!("{:?}", metadata.headers).contains("AK_TEST"), "an echoed key is masked");
    assert!(metadata.elapsed < Duration::from_secs(60));
}

#[tokio::test]
async fn headers_of_a_call_are_sent_or_rejected_before_sending() {
    let stub = StubTransport::new().respond(&execution("e1"));
    let options = Options::new().header("X-Request-Source", "nightly");
    client(&stub).await.get_job_execution("job", "e1").with(options).send().await.unwrap();
    assert_eq!(stub.requests()[0].headers()["x-request-source"], "nightly");

    for (name, value) in [("x-ncp-apigw-timestamp", "1"), ("Host", "a"), ("x-a", "b\r\nx-c: d"), ("x a", "b")] {
        let stub = StubTransport::new().respond(&execution("e1"));
        let request = client(&stub).await.get_job_execution("job", "e1");
        let error = request.with(Options::new().header(name, value)).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{name}");
        assert!(!error.to_string().contains(['\r', '\n']), "{error}");
        assert_eq!(stub.requests().len(), 0, "{name}");
    }
}

/// Middleware that adds a header.
struct Tagged(Arc<dyn Transport>);

impl Transport for Tagged {
    fn send(&self, mut request: http::Request<Bytes>) -> TransportFuture<'_> {
        request.headers_mut().append("x-tag", http::HeaderValue::from_static("tagged"));
        self.0.send(request)
    }
}

#[tokio::test]
async fn middleware_wraps_the_transport() {
    let stub = StubTransport::new().respond(&execution("e1"));
    let client = builder(stub.clone()).wrap_transport(Tagged).wrap_transport(Tagged).build().await.unwrap();
    client.get_job_execution("job", "e1").send().await.unwrap();
    assert_eq!(stub.requests()[0].headers().get_all("x-tag").iter().count(), 2);
}

#[tokio::test]
async fn settings_that_a_transport_would_ignore_are_rejected() {
    let builders: [fn(ClientBuilder) -> ClientBuilder; 4] = [
        |builder| builder.proxy("http://proxy:3128"),
        |builder| builder.root_certificates("-----BEGIN CERTIFICATE-----"),
        |builder| builder.connect_timeout(Duration::from_secs(1)),
        |builder| builder.idle_timeout(Duration::from_secs(1)),
    ];
    for set in builders {
        let error = set(builder(StubTransport::new())).build().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{error}");
    }
}

#[test]
fn a_call_outside_of_a_runtime_is_an_error() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = runtime.block_on(client(&StubTransport::new()));
    drop(runtime);
    let mut call = std::pin::pin!(client.get_job("job").send());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = call.as_mut().poll(&mut context) else {
        panic!("no error");
    };
    assert!(error.to_string().contains("there is no Tokio runtime"), "{error}");
}

#[tokio::test]
async fn plain_http_on_another_machine_must_be_allowed() {
    let remote = || builder(StubTransport::new().respond(&execution("e1"))).endpoint("http://emulator:8080");
    assert_eq!(remote().build().await.unwrap_err().kind(), ErrorKind::Configuration);
    let client = remote().allow_http().build().await.unwrap();
    assert_eq!(client.endpoint(), "http://emulator:8080");
    client.get_job_execution("job", "e1").send().await.unwrap();
}

#[tokio::test]
async fn pauses_between_attempts_can_be_set() {
    let busy = || StubTransport::new().respond_with(503, "").respond_with(503, "").respond_with(503, "");
    for (first, maximum, expected) in [(40, 1000, 20 + 40), (40, 50, 20 + 25), (0, 0, 0)] {
        let [first, maximum] = [first, maximum].map(Duration::from_millis);
        let client = builder(busy()).backoff(first, maximum).build().await.unwrap();
        let error = client.get_job("job").send().await.unwrap_err();
        // The fake clock draws the shortest pauses: half of each.
        assert_eq!((error.attempts(), error.elapsed()), (3, Duration::from_millis(expected)), "{first:?} {maximum:?}");
    }
}
