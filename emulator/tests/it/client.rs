//! The client of this workspace with the emulator.

use crate::wire::{start, with_clock};
use ncloud_dataflow::models::{ExecutionStatus, ParsedParameters, WorkflowStartStatus};
use ncloud_dataflow::operations::GET_JOB_EXECUTIONS;
use ncloud_dataflow::{Client, Error};
use ncloud_dataflow_emulator::{
    ContentType, Count, EmptyParameters, Emulator, ErrorCode, ErrorShape, ErrorWord, LimitField, NameFilter, Quirks,
};
use ncloud_runtime::Environment;
use ncloud_testing::FakeClock;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

const JOB: &str = "gqigvHhTu7ra";
const WORKFLOW: &str = "3tfNLPaaaaaa";

pub(crate) async fn client(emulator: &Emulator, clock: &Arc<FakeClock>) -> Client {
    Client::builder()
        .environment(Environment::empty())
        .endpoint(emulator.endpoint())
        .credentials(emulator.credentials().clone())
        .clock(Arc::clone(clock) as Arc<dyn ncloud_runtime::clock::Clock>)
        .build()
        .await
        .expect("a client of the emulator")
}

/// Returns every combination of quirks.
fn all_quirks() -> Vec<Quirks> {
    let reading = |bits: u8| {
        let bit = |number: u8| bits & (1 << number) != 0;
        let mut quirks = Quirks::default();
        if bit(0) {
            quirks.limit = LimitField::Default;
        }
        if bit(1) {
            quirks.count = Count::Total;
        }
        if bit(2) {
            quirks.parsed_parameters = EmptyParameters::Object;
        }
        if bit(3) {
            quirks.error_shape = ErrorShape::Flat;
        }
        if bit(4) {
            quirks.error_code = ErrorCode::Number;
        }
        if bit(5) {
            quirks.content_type = ContentType::TextPlain;
        }
        if bit(6) {
            quirks.name_filter = NameFilter::Part;
        }
        if bit(7) {
            quirks.error_word = ErrorWord::Code;
        }
        quirks
    };
    (0..=u8::MAX).map(reading).collect()
}

async fn check_listing(client: &Client) {
    let mut items = client.get_job_executions(JOB).page_size(10).items();
    let mut ids = HashSet::new();
    while let Some(item) = items.next().await {
        let item = item.expect("a row");
        match item.parsed_parameters.expect("parameters") {
            ParsedParameters::Array(list) => assert!(list.is_empty()),
            ParsedParameters::Object(map) => assert!(map.is_empty()),
            other => panic!("neither array nor object: {other:?}"),
        }
        assert!(ids.insert(item.job_execution_id), "duplicate");
    }
    assert_eq!(ids.len(), 25);
    let page = client.get_jobs().name("job001").send().await.expect("a page");
    assert_eq!(page.list.len(), 1);
}

async fn check_errors(client: &Client, quirks: Quirks) {
    let flat = quirks.error_shape == ErrorShape::Flat;
    let check = |error: Error, status: u16, word: &str| {
        let code = if flat || quirks.error_word == ErrorWord::Code { word } else { "-" };
        assert_eq!((error.status(), error.code()), (Some(status), Some(code)), "{error}");
        assert!(flat || error.message() == Some(word), "{error}");
    };
    let error = client.get_job("nowhere").send().await.expect_err("no job");
    assert!(error.is_not_found(), "{error}");
    check(error, 404, "Not Found");
    let cancel = client.cancel_job_execution(JOB, "fKE22JFX4PAu");
    check(cancel.send().await.expect_err("it has ended"), 400, "bad-state");
}

#[tokio::test]
async fn client_works_with_every_quirk() {
    for quirks in all_quirks() {
        let clock = FakeClock::new();
        let settings = with_clock(&clock).quirks(quirks).fill(GET_JOB_EXECUTIONS.id, 25);
        let emulator = start(settings).await;
        let client = client(&emulator, &clock).await;
        check_listing(&client).await;
        check_errors(&client, quirks).await;
        let run = client.create_job_execution(JOB).send().await.expect("a run");
        assert_eq!(run.status, Some(ExecutionStatus::Ready), "{quirks:?}");
    }
}

#[tokio::test]
async fn long_listing_returns_every_row_once() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock).fill(GET_JOB_EXECUTIONS.id, 2500)).await;
    let mut items = client(&emulator, &clock).await.get_job_executions(JOB).items();
    let mut ids = HashSet::new();
    while let Some(item) = items.next().await {
        ids.insert(item.expect("a row").job_execution_id);
    }
    assert_eq!(ids.len(), 2500);
}

/// A typical session: create a job, run it, run it again and cancel it, start a workflow and find its executions.
#[tokio::test]
async fn session_from_create_to_delete() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let client = client(&emulator, &clock).await;
    let job = client.create_job("nightly", "SCRIPT").send().await.expect("a job").job_id.expect("an ID");
    let run = client.create_job_execution(&job).send().await.expect("a run");
    clock.advance(Duration::from_secs(7));
    let done = client.get_job_execution(&job, &run.job_execution_id).send().await.expect("the run");
    assert_eq!(done.status, Some(ExecutionStatus::Completed));

    let run = client.create_job_execution(&job).send().await.expect("a run");
    let cancel = client.cancel_job_execution(&job, &run.job_execution_id);
    cancel.send().await.expect("true");

    let started = client.execute_workflow(WORKFLOW).send().await.expect("accepted");
    assert_eq!(started.status, Some(WorkflowStartStatus::Accepted));
    let page = client.get_workflow_executions(WORKFLOW).send().await.expect("a page");
    assert_eq!(page.list[0].status, Some(ExecutionStatus::Ready));

    let count = client.get_execution_count("2023-11-15T00:00:00", "2023-11-15T23:59:59").send().await.expect("counts");
    assert_eq!((count.total_count, count.completed_count), (Some(3), Some(1)));
    client.delete_job(&job).send().await.expect("true");
}

#[tokio::test]
async fn error_response_has_the_request_id() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let request = client(&emulator, &clock).await.get_job_executions("elsewhere");
    let error = request.send().await.expect_err("no such job");
    assert!(error.is_not_found(), "{error}");
    assert_eq!((error.status(), error.code()), (Some(404), Some("-")));
    assert_eq!(error.request_id(), Some("emulator-1"));
}
