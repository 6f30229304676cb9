//! Jobs, triggers and workflows: create, read, update and delete.

use crate::wire::{builder, call, expect, get, start, with_clock};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

/// Time of the fake clock, 2023-11-14T22:13:20Z, in Korea.
const NOW: &str = "2023-11-15T07:13:20+09:00";

const NULL: Value = Value::Null;

fn ids(emulator: &Emulator, target: &str, key: &str) -> Vec<String> {
    let page = get(emulator, target);
    let rows = page["list"].as_array().expect("a list");
    let id = |row: &Value| row[key].as_str().expect("an id").to_owned();
    rows.iter().map(id).collect()
}

fn id_of(resource: &Value, key: &str) -> String {
    let id = resource[key].as_str().expect("an id").to_owned();
    assert_eq!(id.len(), 12, "{id}");
    assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{id}");
    id
}

#[tokio::test]
async fn documented_resources_are_listed() {
    let emulator = start(builder()).await;
    assert_eq!(ids(&emulator, "/api/v1/jobs", "jobId"), ["gqigvHhTu7ra", "5Yns7JgRt25f"]);
    assert_eq!(ids(&emulator, "/api/v1/triggers", "triggerId"), ["8bjF7EjNypqG", "T63391JxQHNj"]);
    assert_eq!(ids(&emulator, "/api/v1/workflows", "workflowId"), ["3tfNLPaaaaaa"]);
    let job = get(&emulator, "/api/v1/jobs/gqigvHhTu7ra");
    assert_eq!((&job["type"], &job["status"]), (&json!("DATAFLOW"), &json!("RUNNABLE")));
    assert_eq!(job["runCondition"]["workerType"], "DEFAULT");
    assert_eq!(job["lastExecutionStatus"], "COMPLETED");
    let executions = get(&emulator, "/api/v1/workflows/3tfNLPaaaaaa/executions");
    assert_eq!(executions["list"][0]["jobExecutionId"], "fKE22JFX4PAu");
}

/// Adds offsets to the dates of a documented body. The 2023 edition lacks them, but the spec requires them.
fn current(mut body: Value) -> Value {
    for (name, value) in body.as_object_mut().into_iter().flatten() {
        if let Some(text) = value.as_str().filter(|text| name.ends_with("Date") && !text.contains('+')) {
            *value = json!(format!("{text}+09:00"));
        }
    }
    body
}

/// Complete documented resources are returned unchanged, except for the offsets.
#[tokio::test]
async fn documented_resources_match_their_examples() {
    let emulator = start(builder()).await;
    let documented = |file: &str| -> Value {
        let examples = ncloud_dataflow::operations::EXAMPLES;
        let example = examples.iter().find(|example| example.file == file);
        serde_json::from_str(example.expect("an example").text).expect("JSON")
    };
    assert_eq!(get(&emulator, "/api/v1/triggers/T63391JxQHNj"), current(documented("getTrigger.response.json")));
    let job = get(&emulator, "/api/v1/jobs/5Yns7JgRt25f");
    for (name, value) in documented("getJob.response.partial-2023.json").as_object().expect("a job") {
        assert_eq!(&job[name], value, "{name}");
    }
    let row = &get(&emulator, "/api/v1/jobs?name=data-flow")["list"][0];
    let partial = documented("getJobs.response.partial-2023.json")["list"][0].take();
    assert_eq!(row, &current(partial));
    let execution = get(&emulator, "/api/v1/jobs/gqigvHhTu7ra/executions/fKE22JFX4PAu");
    assert_eq!(execution, documented("getJobExecutions.response.json")["list"][0]);
}

fn nightly() -> Value {
    json!({
        "name": "nightly", "type": "SCRIPT", "maxConcurrentRuns": 3,
        "jobCondition": { "timeout": 60, "logPath": "bucket/logs/", "parameters": { "day": "1" } },
    })
}

#[tokio::test]
async fn new_job_is_returned_and_listed() {
    let emulator = start(builder()).await;
    let created = expect(&emulator, 201, "POST", "/api/v1/jobs", &nightly());
    let id = id_of(&created, "jobId");
    let expected = json!({
        "jobId": id, "name": "nightly", "type": "SCRIPT", "status": "READY", "maxConcurrentRuns": 3,
        "runCondition": { "numWorker": 2, "timeout": 60, "logPath": "bucket/logs/" },
        "createdDate": NOW, "updatedDate": NOW,
    });
    assert_eq!(created, expected);
    assert_eq!(get(&emulator, &format!("/api/v1/jobs/{id}")), expected);
    assert_eq!(ids(&emulator, "/api/v1/jobs?name=nightly", "jobId"), [id.as_str()]);
}

#[tokio::test]
async fn job_is_updated_in_part_and_deleted_once() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let id = id_of(&expect(&emulator, 201, "POST", "/api/v1/jobs", &nightly()), "jobId");
    let target = format!("/api/v1/jobs/{id}");
    clock.advance(Duration::from_secs(60));
    let change = json!({ "type": "SCRIPT", "jobCondition": { "numWorker": 5 } });
    let changed = expect(&emulator, 200, "PATCH", &target, &change);
    assert_eq!(changed["name"], "nightly", "what a PATCH leaves out stays");
    assert_eq!(changed["runCondition"]["numWorker"], 5);
    assert_eq!(changed["runCondition"]["timeout"], 60);
    assert_eq!(changed["createdDate"], NOW);
    assert_eq!(changed["updatedDate"], "2023-11-15T07:14:20+09:00");

    let settings = json!({ "jobCondition": { "logPath": "other/" } });
    let target_of_settings = format!("{target}/executions");
    let changed = expect(&emulator, 200, "PUT", &target_of_settings, &settings);
    assert_eq!(changed["jobId"], id.as_str(), "the response is the job (contradiction 30)");
    assert_eq!(changed["runCondition"], json!({ "numWorker": 5, "timeout": 60, "logPath": "other/" }));

    assert_eq!(expect(&emulator, 200, "DELETE", &target, &NULL), json!(true));
    for (method, target) in [("GET", &target), ("DELETE", &target), ("GET", &target_of_settings)] {
        call(&emulator, method, target, &NULL).assert_error(404, "-", "Not Found");
    }
    call(&emulator, "PATCH", &target, &change).assert_error(404, "-", "Not Found");
}

#[tokio::test]
async fn documented_nodes_are_returned_as_sent() {
    let emulator = start(builder()).await;
    let examples = ncloud_dataflow::operations::EXAMPLES;
    let example = examples.iter().find(|example| example.file == "verifyJob.request.json");
    let mut body: Value = serde_json::from_str(example.expect("an example").text).expect("JSON");
    let verified = expect(&emulator, 200, "POST", "/api/v1/jobs/verify", &body);
    assert_eq!(verified, json!(true));
    body["type"] = json!("VISUAL");
    body["nodes"][0]["new key"] = json!([1]);
    let created = expect(&emulator, 201, "POST", "/api/v1/jobs", &body);
    assert_eq!(created["nodes"], body["nodes"]);
}

#[tokio::test]
async fn trigger_lifecycle() {
    let emulator = start(builder()).await;
    let rule = json!({ "type": "RECURRING", "interval": "WEEK", "time": "10:00", "dayOfWeek": ["MONDAY"] });
    let body = json!({ "name": "weekly", "type": "SCHEDULED", "triggerRule": rule });
    let created = expect(&emulator, 201, "POST", "/api/v1/triggers", &body);
    let id = id_of(&created, "triggerId");
    let expected = json!({
        "triggerId": id, "name": "weekly", "type": "SCHEDULED", "triggerRule": rule,
        "createdDate": NOW, "updatedDate": NOW,
    });
    assert_eq!(created, expected);
    let target = format!("/api/v1/triggers/{id}");
    assert_eq!(get(&emulator, &target), expected);
    assert_eq!(get(&emulator, "/api/v1/triggers?name=weekly")["list"], json!([expected]));
    assert_eq!(expect(&emulator, 200, "DELETE", &target, &NULL), json!(true));
    call(&emulator, "GET", &target, &NULL).assert_error(404, "-", "Not Found");
    call(&emulator, "DELETE", &target, &NULL).assert_error(404, "-", "Not Found");
}

fn node(id: &str, kind: &str, parents: &[&str]) -> Value {
    json!({ "id": id, "name": "node", "type": kind, "parentNodeIds": parents })
}

#[tokio::test]
async fn workflow_lifecycle() {
    let emulator = start(builder()).await;
    let start = node("T63391JxQHNj", "TRIGGER", &[]);
    let work = node("gqigvHhTu7ra", "JOB", &["T63391JxQHNj"]);
    let body = json!({ "name": "chain", "nodes": [start, work] });
    let created = expect(&emulator, 201, "POST", "/api/v1/workflows", &body);
    let id = id_of(&created, "workflowId");
    assert_eq!(created["nodes"][0]["triggerRule"], "RECURRING", "taken from the trigger");
    assert_eq!(created["nodes"][1]["isValid"], true);
    let row = &get(&emulator, "/api/v1/workflows")["list"][0];
    assert_eq!((&row["workflowId"], &row["resourceId"]), (&json!(id), &json!(id)));
    assert_eq!(row["triggerRuleType"], "RECURRING");

    let target = format!("/api/v1/workflows/{id}");
    let body = json!({ "name": "shorter", "nodes": [work] });
    let changed = expect(&emulator, 200, "PUT", &target, &body);
    assert_eq!(changed["name"], "shorter");
    assert_eq!(changed["nodes"].as_array().map(Vec::len), Some(1), "a PUT replaces");
    assert_eq!(get(&emulator, &target), changed);

    assert_eq!(expect(&emulator, 200, "DELETE", &target, &NULL), json!(true));
    call(&emulator, "GET", &target, &NULL).assert_error(404, "-", "Not Found");
    call(&emulator, "PUT", &target, &body).assert_error(404, "-", "Not Found");
    call(&emulator, "DELETE", &target, &NULL).assert_error(404, "-", "Not Found");
}

#[tokio::test]
async fn node_with_deleted_job_or_trigger_is_invalid() {
    let emulator = start(builder()).await;
    let valid = || -> Vec<Value> {
        let workflow = get(&emulator, "/api/v1/workflows/3tfNLPaaaaaa");
        let nodes = workflow["nodes"].as_array().expect("nodes").iter();
        nodes.map(|node| node["isValid"].clone()).collect()
    };
    assert_eq!(valid(), [true, true]);
    expect(&emulator, 200, "DELETE", "/api/v1/jobs/gqigvHhTu7ra", &NULL);
    assert_eq!(valid(), [true, false]);
    expect(&emulator, 200, "DELETE", "/api/v1/triggers/8bjF7EjNypqG", &NULL);
    assert_eq!(valid(), [false, false]);
}

#[tokio::test]
async fn ids_are_unique_and_reproducible() {
    let mut runs = Vec::new();
    for _ in 0..2 {
        let emulator = start(builder()).await;
        let body = json!({ "name": "twin", "type": "VISUAL" });
        let create = |_| id_of(&expect(&emulator, 201, "POST", "/api/v1/jobs", &body), "jobId");
        let made: Vec<String> = (0..20).map(create).collect();
        let mut distinct = made.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), made.len());
        runs.push(made);
    }
    assert_eq!(runs[0], runs[1]);
}
