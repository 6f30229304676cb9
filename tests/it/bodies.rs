//! Typed requests on the wire.

mod error_responses;

use ncloud_dataflow::models::{CreateJobRequest, EtlJobNode, JobConditionInput, TriggerRuleInput, WorkflowNodeInput};
use ncloud_dataflow::operations::CREATE_JOB;
use ncloud_dataflow::{Client, Credentials, Error, ErrorKind, Options};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Request, Step, json};
use serde_json::{Value, json as value};

pub(crate) async fn client(server: &RawServer) -> Client {
    Client::builder()
        .credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap())
        .endpoint(server.endpoint())
        .clock(FakeClock::new())
        .build()
        .await
        .unwrap()
}

/// Makes a call to a server with one response. Returns its requests and its result.
pub(crate) async fn exchange<T>(
    step: Step,
    call: impl AsyncFnOnce(Client) -> Result<T, Error>,
) -> (Vec<Request>, Result<T, Error>) {
    let server = RawServer::start(vec![step]);
    let client = client(&server).await;
    let result = call(client).await;
    (server.requests(), result)
}

/// Checks the body that a call sends.
async fn check<T>(answer: &str, call: impl AsyncFnOnce(Client) -> Result<T, Error>, sent: Value) {
    let (requests, result) = exchange(json(200, answer), call).await;
    if let Err(error) = result {
        panic!("{error}");
    }
    assert_eq!(requests[0].json(), sent);
    assert_eq!(requests[0].header("content-type"), Some("application/json"));
}

/// Returns the error message of a call that must not be sent.
async fn rejected<T>(call: impl AsyncFnOnce(Client) -> Result<T, Error>) -> String {
    let (requests, result) = exchange(json(200, "true"), call).await;
    let error = result.err().expect("the call is rejected");
    assert_eq!(error.kind(), ErrorKind::Input);
    assert!(requests.is_empty(), "something was sent");
    error.to_string()
}

#[tokio::test]
async fn a_raw_body_is_sent_byte_for_byte() {
    let text = "{ \"zeta\": 12345678901234567890123,\n\"a\": 1.10, \"far\": 1e999, \"half\": \"\\ud800\" }";
    let send = async |client: Client, text: &str| {
        let mut request = client.request(&CREATE_JOB);
        request.raw_body(text);
        request.confirm().await
    };
    let (requests, result) = exchange(json(200, "true"), async |client| send(client, text).await).await;
    assert!(result.is_ok(), "{result:?}");
    assert_eq!(requests[0].body(), text);
    let message = rejected(async |client| send(client, "{\"a\": 1,}").await).await;
    assert!(message.contains("expected a body of JSON"), "{message}");
}

#[tokio::test]
async fn required_values_are_arguments_and_others_are_setters() {
    let call = async |client: Client| {
        let settings = JobConditionInput::new().num_worker(4).parameters([("day".to_owned(), "1".into())].into());
        let job = client.create_job("job001", "SCRIPT");
        job.max_concurrent_runs(2).job_condition(settings).send().await
    };
    let sent = value!({
        "name": "job001", "type": "SCRIPT", "maxConcurrentRuns": 2,
        "jobCondition": { "numWorker": 4, "parameters": { "day": "1" } }
    });
    check(r#"{"jobId":"a"}"#, call, sent).await;
}

#[tokio::test]
async fn an_update_sends_only_the_fields_that_were_set() {
    let call = async |client: Client| client.update_job("a", "VISUAL").send().await;
    check(r#"{"jobId":"a"}"#, call, value!({ "type": "VISUAL" })).await;
    let call = async |client: Client| client.update_job("a", "VISUAL").name("b_2").send().await;
    check(r#"{"jobId":"a"}"#, call, value!({ "type": "VISUAL", "name": "b_2" })).await;
}

#[tokio::test]
async fn a_body_of_optional_fields_is_omitted_if_none_is_set() {
    let (requests, _) = exchange(json(200, r#"{"jobExecutionId":"a","jobId":"b"}"#), async |client| {
        client.create_job_execution("b").trigger_id("t").send().await
    })
    .await;
    assert_eq!(requests[0].header("content-type"), Some("application/json"));
    let call = async |client: Client| {
        let settings = JobConditionInput::new().timeout(30);
        client.create_job_execution("b").job_condition(settings).send().await
    };
    let sent = value!({ "jobCondition": { "timeout": 30 } });
    check(r#"{"jobExecutionId":"a","jobId":"b"}"#, call, sent).await;
}

#[tokio::test]
async fn a_rule_of_every_form_is_sent() {
    let monthly = TriggerRuleInput::new("RECURRING").interval("MONTH").time("10:00");
    let weekly = TriggerRuleInput::new("RECURRING").interval("WEEK").time("10:00");
    for (rule, sent) in [
        (TriggerRuleInput::new("NONE"), value!({ "type": "NONE" })),
        (
            TriggerRuleInput::new("ONE_TIME").execution_date("whenever"),
            value!({ "type": "ONE_TIME", "executionDate": "whenever" }),
        ),
        (
            monthly.date_of_month("-1"),
            value!({ "type": "RECURRING", "interval": "MONTH", "time": "10:00", "dateOfMonth": "-1" }),
        ),
        (
            weekly.day_of_week(vec!["MONDAY".into()]),
            value!({ "type": "RECURRING", "interval": "WEEK", "time": "10:00", "dayOfWeek": ["MONDAY"] }),
        ),
        (
            TriggerRuleInput::new("RECURRING").interval("HOUR").time("59"),
            value!({ "type": "RECURRING", "interval": "HOUR", "time": "59" }),
        ),
    ] {
        let call = async |client: Client| client.create_trigger("trigger001", "SCHEDULED", rule).send().await;
        let sent = value!({ "name": "trigger001", "type": "SCHEDULED", "triggerRule": sent });
        check(r#"{"triggerId":"a"}"#, call, sent).await;
    }
}

#[tokio::test]
async fn unchecked_values_are_sent_unchanged() {
    let call = async |client: Client| {
        let job = client.create_job("작업", "NEW").with(Options::new().unchecked());
        job.job_condition(JobConditionInput::new().num_worker(99)).send().await
    };
    let sent = value!({ "name": "작업", "type": "NEW", "jobCondition": { "numWorker": 99 } });
    check(r#"{"jobId":"a"}"#, call, sent).await;
}

#[tokio::test]
async fn a_field_that_the_spec_lacks_can_be_sent() {
    let call = async |client: Client| {
        let job = CreateJobRequest::new("job001", "SCRIPT").with_unknown_field("script", "print(1)");
        client.create_job("replaced", "VISUAL").body(job).send().await
    };
    let sent = value!({ "name": "job001", "type": "SCRIPT", "script": "print(1)" });
    check(r#"{"jobId":"a"}"#, call, sent).await;
    let call = async |client: Client| {
        let job = CreateJobRequest::new("job001", "SCRIPT").with_unknown_field("name", "other");
        client.create_job("replaced", "VISUAL").body(job).with(Options::new().unchecked()).send().await
    };
    let said = rejected(call).await;
    assert!(said.contains("unknown field 'name' has the name of a known field"), "{said}");
}

#[tokio::test]
async fn nodes_of_every_kind_are_written_back_as_received() {
    let nodes = value!([
        { "type": "SOURCE_OBS", "id": 1, "name": "in", "parentNodeIds": [], "bucketName": "b", "newKey": { "a": [1] } },
        { "type": "TRANSFORM_SQL", "id": 2, "name": "sql", "parentNodeIds": [1], "query": "select 1" },
        { "type": "TRANSFORM_DREAM", "id": "x", "depth": 0.5 },
        7
    ]);
    let read: Vec<EtlJobNode> = serde_json::from_value(nodes.clone()).unwrap();
    let [EtlJobNode::SourceObs(source), EtlJobNode::TransformSql(sql), EtlJobNode::Other(_), EtlJobNode::Other(_)] =
        &read[..]
    else {
        panic!("{read:#?}");
    };
    assert_eq!(source.bucket_name, "b");
    assert_eq!(sql.unknown_fields().get("query"), Some(&value!("select 1")));
    let call = async |client: Client| {
        let sent = client.verify_job("job001", read).with(Options::new().unchecked());
        sent.send().await
    };
    check("true", call, value!({ "name": "job001", "nodes": nodes })).await;
}

#[tokio::test]
async fn workflow_nodes_have_a_rule_type_and_settings() {
    let call = async |client: Client| {
        let start = WorkflowNodeInput::new("t1", "trigger001", "TRIGGER", Vec::new()).trigger_rule("NONE");
        let job = WorkflowNodeInput::new("j1", "job001", "JOB", vec!["t1".into()]);
        let job = job.job_condition(JobConditionInput::new().num_worker(2));
        client.create_workflow("workflow001", vec![start, job]).send().await
    };
    let sent = value!({ "name": "workflow001", "nodes": [
        { "id": "t1", "name": "trigger001", "type": "TRIGGER", "parentNodeIds": [], "triggerRule": "NONE" },
        { "id": "j1", "name": "job001", "type": "JOB", "parentNodeIds": ["t1"], "jobCondition": { "numWorker": 2 } }
    ] });
    check(r#"{"workflowId":"a"}"#, call, sent).await;
}
