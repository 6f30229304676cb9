//! Starting workflows and finding their executions.

use crate::wire::{builder, call, expect, get, start, with_clock};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

const SEED: &str = "/api/v1/workflows/3tfNLPaaaaaa";
const NULL: Value = Value::Null;

fn new(emulator: &Emulator, target: &str, key: &str, body: &Value) -> String {
    let created = expect(emulator, 201, "POST", target, body);
    created[key].as_str().expect("an id").to_owned()
}

fn trigger(emulator: &Emulator, kind: &str) -> String {
    let rule = match kind {
        "SCHEDULED" => json!({ "type": "RECURRING", "interval": "HOUR", "time": "30" }),
        _ => json!({ "type": "NONE" }),
    };
    let body = json!({ "name": "starter", "type": kind, "triggerRule": rule });
    new(emulator, "/api/v1/triggers", "triggerId", &body)
}

fn job(emulator: &Emulator, name: &str) -> String {
    new(emulator, "/api/v1/jobs", "jobId", &json!({ "name": name, "type": "SCRIPT" }))
}

/// Creates a workflow of these jobs.
fn workflow(emulator: &Emulator, trigger: Option<&str>, jobs: &[&str]) -> String {
    let node = |id: &str, kind: &str, parents: &[&str]| json!({ "id": id, "name": "node", "type": kind, "parentNodeIds": parents });
    let mut nodes: Vec<Value> = trigger.iter().map(|id| node(id, "TRIGGER", &[])).collect();
    nodes.extend(jobs.iter().map(|id| node(id, "JOB", trigger.as_slice())));
    if let Some(first) = nodes.iter_mut().find(|node| node["type"] == "JOB") {
        first["jobCondition"] = json!({ "numWorker": 9 });
    }
    let body = json!({ "name": "chain", "nodes": nodes });
    let id = new(emulator, "/api/v1/workflows", "workflowId", &body);
    format!("/api/v1/workflows/{id}")
}

/// Contradiction 25: the start returns no IDs. Listings find the executions.
#[tokio::test]
async fn workflow_start_returns_no_execution_ids() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let runs = format!("{SEED}/executions");
    let response = expect(&emulator, 202, "POST", &runs, &NULL);
    let expected = json!({ "workflowId": "3tfNLPaaaaaa", "triggerId": "8bjF7EjNypqG", "status": "ACCEPTED" });
    assert_eq!(response, expected);
    let rows = get(&emulator, &runs)["list"].clone();
    assert_eq!(rows.as_array().map(Vec::len), Some(2));
    assert_eq!((&rows[0]["type"], &rows[0]["status"]), (&json!("WORKFLOW"), &json!("READY")));
    assert_eq!(rows[0]["triggerName"], "trigger002");
    assert_eq!(rows[0]["jobId"], "gqigvHhTu7ra");
    assert_eq!(rows[1]["jobExecutionId"], "fKE22JFX4PAu");
    call(&emulator, "DELETE", SEED, &NULL).assert_error(400, "-", "bad-state");
    clock.advance(Duration::from_secs(7));
    assert_eq!(get(&emulator, &runs)["list"][0]["status"], "COMPLETED");
    expect(&emulator, 200, "DELETE", SEED, &NULL);
}

#[tokio::test]
async fn workflow_start_applies_the_settings_of_each_node() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let (good, bad) = (job(&emulator, "good"), job(&emulator, "fail-soon"));
    let trigger = trigger(&emulator, "NONE");
    let runs = format!("{}/executions", workflow(&emulator, Some(&trigger), &[&good, &bad]));
    expect(&emulator, 202, "POST", &runs, &NULL);
    clock.advance(Duration::from_secs(7));
    let page = get(&emulator, &runs);
    let rows: Vec<(&Value, &Value, &Value)> = page["list"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| (&row["jobId"], &row["status"], &row["jobCondition"]["numWorker"]))
        .collect();
    let (good, bad) = (json!(good), json!(bad));
    let (failed, completed) = (json!("FAILED"), json!("COMPLETED"));
    assert_eq!(rows, [(&bad, &failed, &json!(2)), (&good, &completed, &json!(9))]);
    assert_eq!(page["count"], 2, "the executions of other workflows are not among them");
}

#[tokio::test]
async fn only_direct_run_and_event_can_be_started() {
    let emulator = start(builder()).await;
    for (kind, status) in [("NONE", 202), ("EVENT", 202), ("SCHEDULED", 400)] {
        let trigger = trigger(&emulator, kind);
        let runs = format!("{}/executions", workflow(&emulator, Some(&trigger), &["gqigvHhTu7ra"]));
        let response = call(&emulator, "POST", &runs, &NULL);
        if status == 400 {
            response.assert_error(400, "-", "bad-state");
            assert_eq!(get(&emulator, &runs)["list"], json!([]));
        } else {
            assert_eq!(response.status, status, "{kind}");
        }
    }
}

#[tokio::test]
async fn workflow_starts_all_jobs_or_none() {
    let emulator = start(builder()).await;
    let (starter, gone) = (trigger(&emulator, "NONE"), trigger(&emulator, "NONE"));
    let (stays, goes) = (job(&emulator, "stays"), job(&emulator, "goes"));
    let cases = [
        workflow(&emulator, None, &[&stays]),
        workflow(&emulator, Some(&starter), &[]),
        workflow(&emulator, Some(&gone), &[&stays]),
        workflow(&emulator, Some(&starter), &[&stays, &goes]),
    ];
    expect(&emulator, 200, "DELETE", &format!("/api/v1/triggers/{gone}"), &NULL);
    expect(&emulator, 200, "DELETE", &format!("/api/v1/jobs/{goes}"), &NULL);
    for workflow in cases {
        let runs = format!("{workflow}/executions");
        call(&emulator, "POST", &runs, &NULL).assert_error(400, "-", "bad-state");
        assert_eq!(get(&emulator, &runs)["list"], json!([]));
    }
}

#[tokio::test]
async fn name_filter_compares_with_the_workflow_name() {
    let emulator = start(builder()).await;
    let count = |filter: &str| get(&emulator, &format!("{SEED}/executions?filter={filter}"))["count"].clone();
    assert_eq!((count("workflow001"), count("other")), (json!(1), json!(0)));
}
