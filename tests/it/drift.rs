//! Differences between responses and the spec: the observer is notified, and the call succeeds.

use ncloud_dataflow::{Client, Credentials, Drift, DriftKind, Observer};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, json};
use std::sync::{Arc, Mutex};

#[derive(Debug, Default)]
struct Notes(Mutex<Vec<String>>);

impl Observer for Notes {
    fn drift(&self, drift: &Drift) {
        if drift.kind != DriftKind::AbsentField {
            self.0.lock().unwrap().push(drift.to_string());
        }
    }
}

/// Checks the reports that an observer gets for a response.
async fn check(status: u16, body: &str, expected: &[&str]) {
    let server = RawServer::start(vec![json(status, body)]);
    let notes = Arc::new(Notes::default());
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new()).observer(notes.clone());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    // The result of decoding does not matter here.
    let _ = client.get_job_executions("job").send().await;
    assert_eq!(*notes.0.lock().unwrap(), expected, "{body}");
}

#[tokio::test]
async fn documented_values_are_not_drift() {
    let documented = include_str!("../../spec/examples/getJobExecutions.response.json");
    check(200, documented, &[]).await;
    check(400, r#"{"error":{"errorCode":"1"}}"#, &[]).await;
    check(200, r#"{"list":[],"count":null}"#, &[]).await;
}

#[tokio::test]
async fn every_difference_is_reported_with_its_pointer() {
    let body = r#"{"list":[
        {"jobExecutionId":"1","jobId":"a","status":"PAUSED","new/er~":{"secret":"x"}},
        {"jobExecutionId":"2","jobId":"a","jobCondition":{"numWorker":"two"},"parsedParameters":"none"},
        {"jobId":"a"}],"total":3}"#;
    check(
        200,
        body,
        &[
            "getJobExecutions: unknown value at /list/0/status: PAUSED",
            "getJobExecutions: unknown field at /list/0/new~1er~0: new/er~",
            "getJobExecutions: other kind at /list/1/jobCondition/numWorker: a string",
            "getJobExecutions: other kind at /list/1/parsedParameters: a string",
            "getJobExecutions: missing field at /list/2/jobExecutionId: jobExecutionId",
            "getJobExecutions: unknown field at /total: total",
        ],
    )
    .await;
    check(200, "[]", &["getJobExecutions: other kind: a list"]).await;
    check(207, r#"{"list":[]}"#, &["getJobExecutions: undocumented status: 207"]).await;
    check(418, "", &["getJobExecutions: undocumented status: 418"]).await;
}

/// Values in other forms are converted and reported.
#[tokio::test]
async fn converted_values_are_reported() {
    let body = r#"{"list":[
        {"jobExecutionId":7,"waitingTime":"830","runningTime":14.0,"status":"FAILED","status":"COMPLETED"},
        {"jobExecutionId":"a","new":12345678901234567890123,"jobCondition":[]},
        null]}"#;
    let expected = [
        "getJobExecutions: other kind at /list/0/jobExecutionId: a number",
        "getJobExecutions: other kind at /list/0/waitingTime: a string",
        "getJobExecutions: other kind at /list/0/runningTime: a number",
        "getJobExecutions: other kind at /list/1/jobCondition: a list",
        "getJobExecutions: unknown field at /list/1/new: new",
        "getJobExecutions: other kind at /list/2: null",
        "getJobExecutions: duplicate field at /list/0/status: status",
        "getJobExecutions: inexact number at /list/1/new: a number",
    ];
    check(200, body, &expected).await;
}

#[tokio::test]
async fn other_forms_have_their_own_kind_of_drift() {
    let body = r#"{"jobId":"J","nodes":[{"type":"TRANSFORM_FILTER","id":"1","name":"a","parentNodeIds":"2"}]}"#;
    let server = RawServer::start(vec![json(200, body)]);
    let notes = Arc::new(Notes::default());
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new()).observer(notes.clone());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    client.get_job("J").send().await.unwrap();
    let expected = [
        "getJob: other form at /nodes/0/id: a string",
        "getJob: other form at /nodes/0/parentNodeIds: a string",
        "getJob: other form at /nodes/0/parentNodeIds/0: a string",
    ];
    assert_eq!(*notes.0.lock().unwrap(), expected);
}

#[tokio::test]
async fn absent_optional_fields_have_their_own_kind_of_drift() {
    #[derive(Debug, Default)]
    struct Absent(Mutex<Vec<String>>);
    impl Observer for Absent {
        fn drift(&self, drift: &Drift) {
            self.0.lock().unwrap().push(format!("{} {}", drift.kind, drift.pointer));
        }
    }
    let server = RawServer::start(vec![json(200, r#"{"totalCount":1,"failedCount":null}"#)]);
    let absent = Arc::new(Absent::default());
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new()).observer(absent.clone());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    client.get_execution_count("2025-03-19T00:00:00", "2025-03-20T00:00:00").send().await.unwrap();
    assert_eq!(*absent.0.lock().unwrap(), ["absent field /completedCount", "absent field /failedCount"]);
}
