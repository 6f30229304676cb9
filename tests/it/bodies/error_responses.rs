//! Rejected values, and responses that do not confirm a call.

use super::{exchange, rejected};
use ncloud_dataflow::models::{EtlJobNode, JobConditionInput, SqlNode, TriggerRuleInput, VerifyJobRequest};
use ncloud_dataflow::{Client, ErrorKind};
use ncloud_testing::server::{Step, json, response};
use serde_json::{Value, json as value};

#[tokio::test]
async fn all_violations_are_reported_together_with_their_paths() {
    let call = async |client: Client| {
        let settings = JobConditionInput::new().num_worker(11).timeout(0);
        let job = client.create_job("1a", "VISUAL").job_condition(settings);
        job.nodes(vec![EtlJobNode::Other(value!({ "type": 3 }))]).send().await
    };
    let said = rejected(call).await;
    assert_eq!(
        said,
        "createJob: name: expected a string of 3 to 100 characters (letters, digits, _ and -, without a digit at the beginning, such as nightly-etl) but found '1a'; \
         jobCondition.numWorker: expected an integer of 2 to 10 but found 11; \
         jobCondition.timeout: expected an integer of 1 to 1440 but found 0; \
         nodes[0].type: expected a string but found 3"
    );
}

#[tokio::test]
async fn violations_of_parameters_and_body_are_reported_together() {
    let call = async |client: Client| client.update_job("", "VISUAL").name("a").send().await;
    let said = rejected(call).await;
    for part in ["jobId: expected a string", "name: expected a string of 3 to 100 characters"] {
        assert!(said.contains(part), "{said}");
    }
}

#[tokio::test]
async fn conditional_fields_are_required_when_their_condition_holds() {
    let rule = async |rule: TriggerRuleInput| {
        rejected(async |client: Client| client.create_trigger("trigger001", "SCHEDULED", rule).send().await).await
    };
    let weekly = TriggerRuleInput::new("RECURRING").interval("WEEK").time("25:00");
    assert_eq!(
        rule(weekly).await,
        "createTrigger: triggerRule.time: expected a string (a time of day, such as 10:00, or for an interval of HOUR \
         a minute, such as 05) but found '25:00'; \
         triggerRule.dayOfWeek: expected a list (required when interval is WEEK) but found nothing"
    );
    for (given, missing) in [
        (
            TriggerRuleInput::new("RECURRING").time("10:00"),
            "interval: expected a string (required when type is RECURRING)",
        ),
        (TriggerRuleInput::new("RECURRING").interval("HOUR"), "time: expected a string (a time of day"),
        (TriggerRuleInput::new("RECURRING").interval("MONTH").time("10:00"), "(required when interval is MONTH)"),
        (TriggerRuleInput::new("ONE_TIME"), "executionDate: expected a string (required when type is ONE_TIME)"),
    ] {
        let said = rule(given).await;
        assert!(said.contains(missing) && !said.contains(';'), "{said}");
    }
}

fn without(mut object: Value, field: &str) -> Value {
    object.as_object_mut().unwrap().remove(field).unwrap();
    object
}

#[tokio::test]
async fn nodes_are_checked_by_their_type() {
    let unknown = value!({ "type": "TRANSFORM_DREAM", "id": "x" });
    let broken = serde_json::from_value(value!({ "type": "SOURCE_OBS", "id": 1, "name": "in", "parentNodeIds": [] }));
    let union = serde_json::from_value(
        value!({ "type": "TRANSFORM_UNION", "id": 1, "name": "u", "parentNodeIds": [], "unionType": 5 }),
    );
    let mut sql = SqlNode::new(3, "sql", vec![1], Vec::new(), "SELECT 1");
    sql = serde_json::from_value(without(serde_json::to_value(sql).unwrap(), "sql")).unwrap();
    let nodes = vec![
        EtlJobNode::Other(unknown),
        EtlJobNode::SourceObs(broken.unwrap()),
        EtlJobNode::Other(value!(7)),
        sql.into(),
        union.unwrap(),
    ];
    let said = rejected(async |client: Client| client.verify_job("job001", nodes).send().await).await;
    let expected = [
        "verifyJob: nodes[1].regionNo: expected a string but found nothing",
        "nodes[1].bucketName: expected a string but found nothing",
        "nodes[1].prefix: expected a string but found nothing",
        "nodes[1].dataType: expected a string but found nothing",
        "nodes[1].fieldList: expected a list but found nothing",
        "nodes[2]: expected an object but found 7",
        "nodes[3].sql: expected a string but found nothing",
        "nodes[4].unionType: expected a string but found 5",
    ];
    assert_eq!(said, expected.join("; "));
}

#[tokio::test]
async fn statistics_require_dates_without_an_offset() {
    let (requests, result) = exchange(json(200, r#"{"totalCount":1}"#), async |client| {
        client.get_execution_count("2025-03-19T00:00:00", "2025-03-20T23:59:59").send().await
    })
    .await;
    assert_eq!(result.unwrap().total_count, Some(1));
    assert_eq!(
        requests[0].target(),
        "/api/v1/stats/executions?startDate=2025-03-19T00%3A00%3A00&endDate=2025-03-20T23%3A59%3A59"
    );
    let said = rejected(async |client: Client| {
        client.get_execution_count("2025-03-19T00:00:00+09:00", "yesterday").send().await
    })
    .await;
    let expected = "expected a date and time without offset such as 2025-03-19T00:00:00 but found";
    assert_eq!(
        said,
        format!(
            "getExecutionCount: startDate: {expected} '2025-03-19T00:00:00+09:00'; endDate: {expected} 'yesterday'"
        )
    );
}

#[tokio::test]
async fn only_true_confirms_a_call() {
    let delete = async |step: Step| exchange(step, async |client: Client| client.delete_job("a").send().await).await.1;
    delete(json(200, "true")).await.unwrap();
    delete(json(202, " true\n")).await.unwrap();
    delete(response(204, "", "")).await.unwrap();
    let error = delete(json(200, "false")).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(200)));
    assert_eq!(error.to_string(), "deleteJob: the call was not carried out: the response is false (HTTP 200)");
    // An empty body with a 2xx status also confirms.
    delete(json(200, "")).await.unwrap();
    for body in ["1", "\"true\"", "{\"success\":true}", "null", "[]", "true false"] {
        let error = delete(json(200, body)).await.unwrap_err();
        assert_eq!((error.kind(), error.was_accepted()), (ErrorKind::Decode, true), "{body}: {error}");
    }
    let error = delete(json(200, r#"{"error":{"errorCode":"100","message":"bad-state"}}"#)).await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Service, Some("bad-state")));
}

#[tokio::test]
async fn a_response_without_its_list_is_not_an_empty_listing() {
    for body in ["{}", r#"{"count":0,"page":0,"limit":1000}"#, r#"{"list":null}"#, "[]"] {
        let (_, result) = exchange(json(200, body), async |client| client.get_jobs().send().await).await;
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Decode, "{body}");
        let (_, result) =
            exchange(json(200, body), async |client| client.get_workflows().items().next().await.transpose()).await;
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Decode, "{body}");
    }
}

#[test]
fn a_request_without_a_name_violates_its_schema() {
    let body = serde_json::to_value(VerifyJobRequest::new("job001", Vec::new())).unwrap();
    let violations = |body: &Value| {
        ncloud_dataflow::runtime::check::value(&ncloud_dataflow::schemas::VERIFY_JOB_REQUEST, body).len()
    };
    assert_eq!(violations(&body), 0);
    assert_eq!(violations(&value!({})), 2);
}

#[test]
fn the_hour_of_a_time_has_one_or_two_digits() {
    for (time, is_valid) in [
        ("9:00", true),
        ("09:00", true),
        ("23:59", true),
        ("05", true),
        ("24:00", false),
        ("9:0", false),
        ("60", false),
        (":00", false),
    ] {
        let rule = serde_json::to_value(TriggerRuleInput::new("RECURRING").interval("DAY").time(time)).unwrap();
        let violations = ncloud_dataflow::runtime::check::value(&ncloud_dataflow::schemas::TRIGGER_RULE_INPUT, &rule);
        assert_eq!(violations.is_empty(), is_valid, "{time}: {violations:?}");
    }
}
