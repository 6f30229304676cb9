//! Fields in undocumented forms: pages and resources remain readable, and the fields are written back as received.

use ncloud_dataflow::models::{self, EtlJobNode, ExecutionStatus};
use ncloud_dataflow::{Client, Credentials, ErrorKind, Text, operations};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, json};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

async fn client(server: &RawServer) -> Client {
    let builder = Client::builder().endpoint(server.endpoint()).clock(FakeClock::new());
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

/// Reads a JSON text, and checks that it is written back exactly.
#[track_caller]
fn read<T: DeserializeOwned + Serialize + Debug>(text: &str) -> T {
    let value: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    value
}

fn execution(field: &str) -> String {
    format!(r#"{{"jobExecutionId":"E1","jobId":"J1",{field}}}"#)
}

#[tokio::test]
async fn an_unexpected_field_does_not_make_a_page_unreadable() {
    let body = r#"{"list":[{"jobId":"a","disabled":false},{"jobId":"b","disabled":"false"},{"jobId":"c"}],"count":3}"#;
    let server = RawServer::start(vec![json(200, body)]);
    let page = client(&server).await.get_jobs().send().await.unwrap();
    let disabled: Vec<_> = page.list.iter().map(|job| job.disabled).collect();
    assert_eq!(disabled, [Some(false), Some(false), None]);
    assert_eq!(serde_json::to_string(&page).unwrap(), body);
}

#[test]
fn integers_in_other_forms_are_converted() {
    for (came, expected) in [
        (r#""830""#, Some(830)),
        ("14.0", Some(14)),
        ("14.00", Some(14)),
        ("1.4e1", Some(14)),
        (r#""14.0""#, Some(14)),
        (r#"" 14 ""#, Some(14)),
        (r#""-3""#, Some(-3)),
        // A value without a clear meaning is absent.
        ("14.5", None),
        (r#""soon""#, None),
        (r#""""#, None),
        ("9223372036854775808", None),
        ("9223372036854775807.5", None),
        ("1e999", None),
        ("true", None),
        ("[]", None),
        ("{\"x\":1}", None),
        ("null", None),
    ] {
        let run: models::JobExecution = read(&execution(&format!(r#""waitingTime":{came}"#)));
        assert_eq!(run.waiting_time, expected, "{came}");
    }
}

#[test]
fn a_string_received_as_a_number_keeps_its_digits() {
    let run: models::JobExecution = read(r#"{"jobExecutionId":12345678901234567890123,"jobId":1.10,"jobName":true}"#);
    assert_eq!(run.job_execution_id, "12345678901234567890123");
    assert_eq!(serde_json::to_value(&run.job_name).unwrap(), "true");
}

#[test]
fn node_ids_may_be_numbers_or_strings_and_single_or_lists() {
    let node = |id: &str, parents: &str| {
        format!(r#"{{"type":"TRANSFORM_FILTER","id":{id},"name":"f","parentNodeIds":{parents}}}"#)
    };
    for (id, parents, expected) in [
        ("7", "[1,2]", vec![1, 2]),
        (r#""7""#, r#"["1",2]"#, vec![1, 2]),
        ("7", r#""1""#, vec![1]),
        ("7", "1", vec![1]),
        ("7.0", "null", vec![]),
        ("7", r#"["1","x",null,3]"#, vec![1, 3]),
    ] {
        let node: EtlJobNode = read(&node(id, parents));
        let EtlJobNode::TransformFilter(filter) = node else { panic!("{node:?}") };
        assert_eq!((filter.id, filter.parent_node_ids), (7, expected), "{id} {parents}");
    }
    let node: models::WorkflowNode = read(r#"{"id":17,"parentNodeIds":"abc"}"#);
    assert_eq!(node.id, "17");
    assert_eq!(node.parent_node_ids.unwrap(), ["abc"]);
    let node: models::WorkflowNode = read(r#"{"id":"a","parentNodeIds":[1,"b"]}"#);
    assert_eq!(node.parent_node_ids.unwrap(), ["1", "b"]);
}

#[test]
fn null_is_absent_and_is_written_back() {
    let run: models::JobExecution = read(&execution(
        r#""jobCondition":null,"status":null,"startDate":null,"waitingTime":null,"parsedParameters":null"#,
    ));
    assert!(run.job_condition.is_none() && run.status.is_none() && run.start_date.is_none());
    let job: models::Job = read(r#"{"jobId":"J1","nodes":null,"runCondition":{"numWorker":null}}"#);
    assert!(job.nodes.is_none());
    let start: models::WorkflowStart = read(r#"{"workflowId":null}"#);
    assert_eq!(start.workflow_id, "");
}

#[test]
fn a_field_that_is_not_the_documented_object_is_absent() {
    for came in [r#""none""#, "[]", "5", "true"] {
        let run: models::JobExecution = read(&execution(&format!(r#""jobCondition":{came},"status":"FAILED""#)));
        assert!(run.job_condition.is_none(), "{came}");
        assert_eq!(run.status, Some(ExecutionStatus::Failed));
    }
}

#[test]
fn an_unexpected_item_does_not_make_a_list_unreadable() {
    let list: models::JobExecutionList =
        read(r#"{"list":[{"jobExecutionId":"a","jobId":"J"},null,"text",{"jobExecutionId":"b","jobId":"J"}]}"#);
    let ids: Vec<&str> = list.list.iter().map(|run| &*run.job_execution_id).collect();
    assert_eq!(ids, ["a", "", "", "b"]);
    let list: models::JobExecutionList = read(r#"{"list":{"jobExecutionId":"a","jobId":"J"}}"#);
    assert_eq!(list.list.len(), 1);
}

#[test]
fn an_open_enum_reads_a_number_as_another_value() {
    let run: models::JobExecution = read(&execution(r#""status":5"#));
    assert_eq!(run.status, Some(ExecutionStatus::Other("5".into())));
}

#[test]
fn a_node_without_a_known_type_is_kept() {
    for text in [
        r#"{"id":1}"#,
        r#"{"type":5,"id":1}"#,
        r#"{"type":"NEW","id":12345678901234567890123}"#,
        r#""x""#,
        "null",
        "[1.0]",
    ] {
        let job: models::Job = read(&format!(r#"{{"jobId":"J","nodes":[{text},{{"type":"SOURCE_OBS","id":"1"}}]}}"#));
        let nodes = job.nodes.unwrap();
        assert!(matches!(&nodes[..], [EtlJobNode::Other(_), EtlJobNode::SourceObs(_)]), "{nodes:?}");
    }
}

#[test]
fn an_unexpected_entry_does_not_make_a_map_unreadable() {
    let condition: models::JobConditionInput = read(r#"{"parameters":{"a":"1","b":2,"c":null}}"#);
    let parameters = condition.parameters.unwrap();
    assert_eq!(parameters.get("a").map(Text::as_str), Some("1"));
    assert_eq!(parameters.get("b").map(Text::as_str), Some("2"));
    assert_eq!(parameters.len(), 2);
    let condition: models::JobConditionInput = read(r#"{"parameters":[]}"#);
    assert!(condition.parameters.unwrap().is_empty());
}

#[test]
fn a_missing_required_field_stays_missing() {
    let run: models::JobExecution = read(r#"{"status":"RUNNING"}"#);
    assert_eq!(run.job_execution_id, "");
    let job: models::Job = read(r#"{"name":"x","nodes":[{"type":"SOURCE_OBS"}]}"#);
    assert_eq!(job.job_id, None);
}

/// The vendor's example of `getJobs` has a duplicate field: a state, and then a date.
#[test]
fn the_first_of_duplicate_fields_is_used_and_both_are_kept() {
    let text = r#"{"jobId":"J","lastExecutionStatus":"COMPLETED","lastExecutionStatus":"2023-10-20T13:46:56.000"}"#;
    let job: models::JobSummary = read(text);
    assert_eq!(job.last_execution_status, Some(ExecutionStatus::Completed));
    read::<models::JobSummary>(r#"{"jobId":"J","new":1,"new":2}"#);
}

#[test]
fn changed_fields_are_written_with_their_new_values() {
    let mut run: models::JobExecution =
        serde_json::from_str(&execution(r#""waitingTime":"830","runningTime":"14","executorNum":null"#)).unwrap();
    run.waiting_time = Some(831);
    run.executor_num = Some(2);
    let expected = r#"{"jobExecutionId":"E1","jobId":"J1","waitingTime":831,"executorNum":2,"runningTime":"14"}"#;
    assert_eq!(serde_json::to_string(&run).unwrap(), expected);
    run.running_time = None;
    let expected = r#"{"jobExecutionId":"E1","jobId":"J1","waitingTime":831,"executorNum":2}"#;
    assert_eq!(serde_json::to_string(&run).unwrap(), expected);
}

#[test]
fn a_json_value_is_read_like_json_text() {
    let text = execution(r#""waitingTime":"830","jobCondition":{"numWorker":2.0},"parsedParameters":"none""#);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let run: models::JobExecution = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(run, serde_json::from_str(&text).unwrap());
    assert_eq!(serde_json::to_value(&run).unwrap(), value);
}

#[test]
fn numbers_that_a_value_cannot_hold_are_written_back_exactly() {
    for number in
        ["12345678901234567890123", "-18446744073709551617", "0.12345678901234567891", "12345678901234567.25", "1e999"]
    {
        read::<models::JobExecution>(&execution(&format!(r#""big":{number}"#)));
        read::<models::JobExecution>(&execution(&format!(r#""parsedParameters":{{"a":[{number}]}}"#)));
        let condition: models::EtlFilterCondition = read(&format!(r#"{{"name":"a","value":{number}}}"#));
        assert_eq!(condition.unknown_fields().received("value"), Some(number));
        assert!(serde_json::to_value(&condition).is_err(), "a value cannot hold {number}");
    }
}

#[tokio::test]
async fn a_node_is_written_back_as_received() {
    let nodes = r#"[{"type":"TRANSFORM_FILTER","id":"1697776914576","name":"a","parentNodeIds":null,"filterType":null},{"type":"TRANSFORM_FILTER","id":2,"name":"b","parentNodeIds":"1697776914576","filterConditionList":[{"name":"n","operator":"GT","value":12345678901234567890123}]}]"#;
    let server = RawServer::start(vec![json(200, &format!(r#"{{"jobId":"J","nodes":{nodes}}}"#)), json(200, "true")]);
    let client = client(&server).await;
    let job = client.get_job("J").send().await.unwrap();
    let mut nodes = job.nodes.unwrap();
    // Null means absent, and the list is required.
    let error = client.verify_job("job001", nodes.clone()).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
    assert!(error.to_string().contains("nodes[0].parentNodeIds: expected a list but found null"), "{error}");
    let EtlJobNode::TransformFilter(filter) = &mut nodes[0] else { panic!("{nodes:?}") };
    filter.parent_node_ids = vec![7];
    client.verify_job("job001", nodes).send().await.unwrap();
    let expected = r#"{"name":"job001","nodes":[{"type":"TRANSFORM_FILTER","id":"1697776914576","name":"a","parentNodeIds":[7]},{"type":"TRANSFORM_FILTER","id":2,"name":"b","parentNodeIds":"1697776914576","filterConditionList":[{"name":"n","operator":"GT","value":12345678901234567890123}]}]}"#;
    assert_eq!(server.requests()[1].body(), expected);
}

#[tokio::test]
async fn invalid_values_are_not_sent() {
    let server = RawServer::start(Vec::new());
    let client = client(&server).await;
    let read = |text: &str| serde_json::from_str::<models::CreateJobRequest>(text).unwrap();
    for (body, expected) in [
        (
            r#"{"name":"job001","type":"SCRIPT","maxConcurrentRuns":"2"}"#,
            "maxConcurrentRuns: expected an integer but found '2'",
        ),
        (
            r#"{"name":"job001","type":"SCRIPT","maxConcurrentRuns":2.0}"#,
            "maxConcurrentRuns: expected an integer but found 2.0",
        ),
        (r#"{"name":"job001"}"#, "type: expected a string but found nothing"),
        (r#"{"name":"job001","type":"SCRIPT","nodes":[null]}"#, "nodes[0]: expected an object but found null"),
    ] {
        let mut request = client.request(&operations::CREATE_JOB);
        request.body(&read(body));
        let error = request.send::<models::Job>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{body}");
        assert!(error.to_string().contains(expected), "{error}");
    }
    assert_eq!(server.requests().len(), 0);
}

/// A hundred thousand levels do not overflow the stack, and the row is delivered.
#[test]
fn a_value_that_is_nested_too_deeply_is_kept_unread() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let run: models::JobExecution = read(&execution(&format!(r#""parsedParameters":{deep},"new":{deep}"#)));
    assert_eq!(run.unknown_fields().received("new"), Some(deep.as_str()));
    let fields = format!("{}{}", r#"{"name":"a","properties":["#.repeat(1_000), "]}".repeat(1_000));
    read::<models::EtlField>(&fields);
}

#[tokio::test]
async fn invalid_pages_are_an_error() {
    for body in [
        r#"{"list":[],"count":}"#,
        r#"{"list":[{"jobExecutionId":"a""#,
        r#"[{"jobExecutionId":"a"}]"#,
        r#"{"count":0}"#,
        r#"{"list":"none"}"#,
        r#"{"list":null}"#,
        r#"{"list":{}}"#,
        r#"{"list":[],"list":[]}"#,
        r#"{"list":[]} x"#,
        "null",
        "",
    ] {
        let server = RawServer::start(vec![json(200, body)]);
        let error = client(&server).await.get_job_executions("J").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
        assert!(serde_json::from_str::<models::JobExecutionList>(body).is_err(), "{body}");
    }
}

/// Rows without an ID are different rows.
#[tokio::test]
async fn rows_without_an_id_are_not_duplicates() {
    let body = r#"{"list":[{"jobId":"J"},{"jobId":"J"},{"jobExecutionId":"a"},{"jobExecutionId":7},{"jobExecutionId":"7"}],"limit":"5"}"#;
    let server = RawServer::start(vec![json(200, body), json(200, r#"{"list":[]}"#)]);
    let mut items = client(&server).await.get_job_executions("J").page_size(5).items();
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        ids.push(item.unwrap().job_execution_id);
    }
    assert_eq!(ids, ["", "", "a", "7"]);
}
