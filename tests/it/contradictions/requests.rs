//! Requests, and the handling of their responses.

use crate::bodies::exchange;
use ncloud_dataflow::models::{CreateWorkflowRequest, JobConditionInput, TriggerRuleInput, WorkflowNodeInput};
use ncloud_dataflow::{Client, Error, ErrorKind};
use ncloud_testing::server::{Step, json, response};
use serde_json::json as value;

/// Returns true if a call passes the checks.
async fn passes<T>(call: impl AsyncFnOnce(Client) -> Result<T, Error>) -> bool {
    let (requests, result) = exchange(response(400, "", ""), call).await;
    let kind = result.err().unwrap().kind();
    assert_eq!(requests.is_empty(), kind == ErrorKind::Input);
    kind != ErrorKind::Input
}

async fn delete(step: Step) -> Result<(), Error> {
    exchange(step, async |client: Client| client.delete_trigger("a").send().await).await.1
}

#[tokio::test]
async fn contradiction_05_an_object_is_not_a_confirmation() {
    delete(json(200, "true")).await.unwrap();
    let error = delete(json(200, r#"{"success":true}"#)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn contradiction_06_every_2xx_is_a_success() {
    for status in [200, 201, 202, 203] {
        delete(json(status, "true")).await.unwrap();
        let (_, made) = exchange(json(status, r#"{"triggerId":"a"}"#), async |client: Client| {
            let rule = TriggerRuleInput::new("NONE");
            client.create_trigger("trigger001", "NONE", rule).send().await
        })
        .await;
        assert_eq!(made.unwrap().trigger_id, "a", "{status}");
    }
    delete(response(204, "", "")).await.unwrap();
}

#[tokio::test]
async fn contradiction_14_the_minimum_limit_is_one_for_jobs() {
    assert!(!passes(async |client: Client| client.get_jobs().page_size(0).send().await).await);
    assert!(passes(async |client: Client| client.get_jobs().page_size(1).page(0).send().await).await);
    assert!(passes(async |client: Client| client.get_triggers().page_size(0).send().await).await);
    assert!(!passes(async |client: Client| client.get_triggers().page(-1).send().await).await);
}

#[tokio::test]
async fn contradiction_15_current_ranges_apply_to_requests() {
    for (workers, minutes, allowed) in
        [(2, 1, true), (10, 1440, true), (1, 1, false), (11, 1, false), (2, 0, false), (2, 1441, false)]
    {
        let passed = passes(async |client: Client| {
            let settings = JobConditionInput::new().num_worker(workers).timeout(minutes);
            client.update_job_execution_config("a", settings).send().await
        });
        assert_eq!(passed.await, allowed, "{workers} {minutes}");
    }
}

#[tokio::test]
async fn contradiction_16_run_parameters_can_be_in_both_places() {
    let (requests, _) = exchange(json(200, "{}"), async |client: Client| {
        let settings = JobConditionInput::new().parameters([("a".to_owned(), "1".into())].into());
        let run = client.create_job_execution("j").job_condition(settings);
        run.parameters([("b".to_owned(), 2.into())].into()).send().await
    })
    .await;
    let sent = value!({ "jobCondition": { "parameters": { "a": "1" } }, "parameters": { "b": 2 } });
    assert_eq!(requests[0].json(), sent);
}

#[tokio::test]
async fn contradiction_17_names_may_start_as_on_either_page() {
    let longest = "x".repeat(100);
    let too_long = "x".repeat(101);
    for (name, allowed) in [
        ("_ab", true),
        ("-ab", true),
        ("a_-9", true),
        (longest.as_str(), true),
        ("1ab", false),
        ("ab", false),
        ("a b", false),
        ("작업이름", false),
        (too_long.as_str(), false),
    ] {
        let passed = passes(async |client: Client| client.create_job(name, "VISUAL").send().await);
        assert_eq!(passed.await, allowed, "{name}");
    }
}

#[tokio::test]
async fn contradiction_18_the_temporary_flag_can_be_sent() {
    let (requests, _) = exchange(json(200, "{}"), async |client: Client| {
        let workflow = CreateWorkflowRequest::new("workflow001", Vec::new()).with_unknown_field("isTemp", true);
        client.create_workflow("x", Vec::<WorkflowNodeInput>::new()).body(workflow).send().await
    })
    .await;
    assert_eq!(requests[0].json(), value!({ "name": "workflow001", "nodes": [], "isTemp": true }));
}

#[tokio::test]
async fn contradiction_28_a_body_is_always_sent_as_json() {
    let (requests, _) =
        exchange(json(200, "true"), async |client: Client| client.verify_job("job001", Vec::new()).send().await).await;
    assert_eq!(requests[0].method(), "POST");
    assert_eq!(requests[0].header("content-type"), Some("application/json"));
    let (requests, _) =
        exchange(json(200, "true"), async |client: Client| client.cancel_job_execution("a", "b").send().await).await;
    assert_eq!(requests[0].header("content-type"), None);
}

#[tokio::test]
async fn contradiction_35_either_field_may_have_the_message() {
    for (body, code, message) in [
        (r#"{"error":{"errorCode":"bad-state","message":"No","details":"d"}}"#, "bad-state", "No"),
        (r#"{"error":{"errorCode":"-","message":"bad-state","details":"d"}}"#, "-", "bad-state"),
        (r#"{"error":{"errorCode":300,"message":"bad-state","details":"d"}}"#, "300", "bad-state"),
    ] {
        let error = delete(json(400, body)).await.unwrap_err();
        assert_eq!((error.code(), error.message()), (Some(code), Some(message)));
        assert!(error.to_string().contains("bad-state"), "{error}");
    }
    let missing = json(404, r#"{"error":{"errorCode":"300","message":"Not Found Exception"}}"#);
    let error = delete(missing).await.unwrap_err();
    assert!(error.is_not_found() && error.hint().unwrap().contains("may not see"), "{error}");
}
