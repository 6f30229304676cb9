//! Spans and events of a call in `tracing`.

use crate::spans::Spans;
use ncloud_dataflow::{Client, Credentials};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, json, response};
use std::sync::{Arc, Mutex};

#[test]
fn a_call_and_each_of_its_attempts_are_spans_without_ids() {
    let events: Arc<Mutex<Vec<String>>> = Arc::default();
    let recorded = Arc::clone(&events);
    let spans = Spans::new(move |text| {
        if text.starts_with("ncloud_runtime") {
            recorded.lock().unwrap().push(text.split_once(": ").unwrap().1.to_owned());
        }
    });
    let busy = response(503, "x-ncp-request-id: r-1\r\n", r#"{"error":{"errorCode":"500"}}"#);
    let server = RawServer::start(vec![busy, json(200, r#"{"jobId":"secret-id"}"#)]);
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new());
    let call = async {
        let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
        client.get_job("secret-id").send().await.unwrap();
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tracing::subscriber::with_default(spans, || runtime.block_on(call));
    assert_eq!(
        *events.lock().unwrap(),
        [
            r#"span call operation="getJob" method="GET" path="/api/v1/jobs/{jobId}""#,
            "span attempt attempt=1",
            r#"event kind=Service status=503 request_id="r-1""#,
            "event message=the attempt is retried pause=100ms",
            "span attempt attempt=2",
            "event status=200 bytes=21",
        ]
    );
}
