//! The generated client with the emulator, over real sockets.

use ncloud_dataflow::models::{self, ExecutionStatus, ExecutionType};
use ncloud_dataflow::runtime::RawPage;
use ncloud_dataflow::{Client, Credentials, ErrorKind, Options, operations};
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, Emulator};
use ncloud_testing::{FakeClock, FakeProvider};
use std::time::Duration;

const JOB: &str = "gqigvHhTu7ra";

async fn client(emulator: &Emulator) -> Client {
    Client::builder().credentials(emulator.credentials().clone()).endpoint(emulator.endpoint()).build().await.unwrap()
}

async fn filled(count: usize) -> Emulator {
    Emulator::builder().fill(operations::GET_JOB_EXECUTIONS.id, count).start().await.unwrap()
}

#[tokio::test]
async fn lists_the_documented_execution() {
    let emulator = Emulator::start().await.unwrap();
    let page = client(&emulator).await.get_job_executions(JOB).page_size(4).send().await.unwrap();
    let execution = &page.list[0];
    assert_eq!(execution.job_execution_id, "fKE22JFX4PAu");
    assert_eq!(execution.status, Some(ExecutionStatus::Completed));
    assert_eq!(execution.r#type, Some(ExecutionType::Workflow));
    let start = execution.start_date.as_ref().unwrap().to_millis().unwrap();
    let end = execution.end_date.as_ref().unwrap().to_millis().unwrap();
    assert_eq!(end - start, (14 * 60 + 53) * 1000);
    assert_eq!(page.list.len(), 1);
}

#[tokio::test]
async fn every_page_size_lists_all_rows_once_in_order() {
    for (rows, limit) in [(0, 10), (9, 10), (10, 10), (11, 10), (100, 10), (1001, 1000), (7, 1)] {
        for ahead in [0, 2, 8] {
            let emulator = filled(rows).await;
            let all = {
                let page = client(&emulator).await.get_job_executions(JOB).page_size(100_000).send().await;
                page.map(|page| page.list).unwrap_or_default()
            };
            let request = client(&emulator).await.get_job_executions(JOB).page_size(limit);
            let mut items = request.with(Options::new().prefetch(ahead)).items();
            let mut listed = Vec::new();
            while let Some(item) = items.next().await {
                match item {
                    Ok(item) => listed.push(item),
                    // The emulator does not know a job without executions.
                    Err(error) => assert!(rows == 0 && error.is_not_found(), "{error}"),
                }
            }
            assert_eq!(listed.len(), rows);
            assert_eq!(listed, all, "{rows} rows, {limit} a page, {ahead} ahead");
        }
    }
}

#[tokio::test]
async fn an_unknown_job_is_not_found() {
    let emulator = Emulator::start().await.unwrap();
    let error = client(&emulator).await.get_job_executions("nowhere").send().await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!((error.attempts(), error.operation()), (1, Some("getJobExecutions")));
}

#[tokio::test]
async fn a_wrong_key_is_rejected_without_retries() {
    let emulator = Emulator::start().await.unwrap();
    let credentials = Credentials::new(emulator.credentials().access_key(), "wrong").unwrap();
    let client = Client::builder().credentials(credentials).endpoint(emulator.endpoint()).build().await.unwrap();
    let error = client.get_job_executions(JOB).send().await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert_eq!((error.status(), error.code(), error.attempts()), (Some(401), Some("200"), 1));
    assert!(error.hint().unwrap().contains("clock"));
}

#[tokio::test]
async fn unusual_ids_reach_the_service_unchanged() {
    let emulator = Emulator::start().await.unwrap();
    for id in ["a/b", "작업", "a b+c", "100%", "x?y=z#w", "~.-_", ";:@&=$,"] {
        let error = client(&emulator).await.get_job_executions(id).send().await.unwrap_err();
        // The signature was correct, so the target arrived as signed. Only the job is unknown.
        assert!(error.is_not_found(), "{id}: {error}");
    }
}

#[tokio::test]
async fn settings_and_options_limit_a_call() {
    use crate::gateway::{Gateway, Reply, whole};
    let gateway = Gateway::start(|request| {
        assert!(request.header("user-agent").is_some_and(|name| name.starts_with("of-a-test/")));
        Reply::Bytes(whole(503, "", ""))
    });
    let clock = FakeClock::new();
    let builder = Client::builder().endpoint(gateway.endpoint()).clock(clock.clone()).user_agent("of-a-test/1");
    let builder = builder.attempts(5).total_timeout(Duration::from_secs(100)).prefetch(0);
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    let attempts = async |options| client.get_job("job").with(options).send().await.unwrap_err().attempts();
    assert_eq!(attempts(Options::new()).await, 5);
    assert_eq!(attempts(Options::new().attempts(2)).await, 2);
    assert_eq!(attempts(Options::new().attempts(0)).await, 1);
    // The first pauses are 100, 200 and 400 ms, so the total timeout ends before the fourth attempt.
    let short = Duration::from_millis(500);
    assert_eq!(attempts(Options::new().total_timeout(short)).await, 3);
    assert_eq!(attempts(Options::new().cap_total_timeout(short).cap_total_timeout(Duration::from_secs(9))).await, 3);
}

#[tokio::test]
async fn operations_without_wait_or_paging_return_an_error() {
    let emulator = Emulator::start().await.unwrap();
    let request = client(&emulator).await.request(&operations::GET_JOB);
    let error = request.clone().wait::<models::Job>(Duration::ZERO).await.unwrap_err();
    assert!(error.to_string().contains("no state to wait for"), "{error}");
    let mut request = request;
    request.set("jobId", &"gqigvHhTu7ra");
    let error = request.clone().items::<RawPage>().next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("no pages"), "{error}");
    let error = request.collect_stable::<RawPage>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
}

#[tokio::test]
async fn a_custom_credentials_provider_is_called() {
    let emulator = Emulator::start().await.unwrap();
    let client = async |result| {
        let builder = Client::builder().endpoint(emulator.endpoint());
        builder.credentials_provider(FakeProvider::new([result])).build().await.unwrap()
    };
    let credentials = Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY).unwrap();
    client(Ok(credentials)).await.get_jobs().send().await.unwrap();
    let error = client(Err("the vault is closed".to_owned())).await.get_jobs().send().await.unwrap_err();
    assert_eq!((error.kind(), emulator.requests()), (ErrorKind::Credentials, 1));
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is closed");
}
