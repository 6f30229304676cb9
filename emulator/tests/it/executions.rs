//! Executions, which advance only with the clock.

use crate::wire::{builder, call, expect, get, start, with_clock, with_default_times};
use ncloud_dataflow_emulator::Emulator;
use ncloud_runtime::clock::Clock;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

const RUNS: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";
const NULL: Value = Value::Null;

#[track_caller]
fn run(emulator: &Emulator, target: &str) -> Value {
    expect(emulator, 200, "POST", target, &json!({}))
}

fn target(execution: &Value) -> String {
    let text = |name: &str| execution[name].as_str().expect("an id").to_owned();
    format!("/api/v1/jobs/{}/executions/{}", text("jobId"), text("jobExecutionId"))
}

fn status(emulator: &Emulator, target: &str) -> String {
    get(emulator, target)["status"].as_str().expect("a status").to_owned()
}

fn new_job(emulator: &Emulator, body: &Value) -> String {
    let job = expect(emulator, 201, "POST", "/api/v1/jobs", body);
    format!("/api/v1/jobs/{}", job["jobId"].as_str().expect("an id"))
}

#[tokio::test]
async fn execution_is_ready_then_running_then_completed() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let created = run(&emulator, RUNS);
    assert_eq!((&created["status"], &created["type"]), (&json!("READY"), &json!("JOB")));
    assert_eq!(created["createdDate"], "2023-11-15T07:13:20+09:00");
    assert_eq!((&created["startDate"], &created["endDate"]), (&NULL, &NULL));
    assert_eq!(created["parsedParameters"], json!([]));
    assert_eq!(created["jobCondition"]["numWorker"], 2);
    let target = target(&created);

    clock.advance(Duration::from_millis(1999));
    assert_eq!(status(&emulator, &target), "READY");
    clock.advance(Duration::from_millis(1));
    let running = get(&emulator, &target);
    assert_eq!(running["status"], "RUNNING");
    assert_eq!(running["startDate"], "2023-11-15T07:13:22+09:00");
    assert_eq!(running["waitingTime"], 2);
    let log = running["jobCondition"]["consoleLogPath"].as_str().expect("a path");
    assert!(log.ends_with("_2023-11-15T07:13:22.log"), "{log}");

    clock.advance(Duration::from_millis(4999));
    assert_eq!(status(&emulator, &target), "RUNNING");
    clock.advance(Duration::from_millis(1));
    let ended = get(&emulator, &target);
    assert_eq!(ended["status"], "COMPLETED");
    assert_eq!(ended["endDate"], "2023-11-15T07:13:27+09:00");
    let page = get(&emulator, RUNS);
    assert_eq!(page["list"][0], ended, "the newest comes first");
    assert_eq!(page["list"][1]["jobExecutionId"], "fKE22JFX4PAu");
    let job = get(&emulator, "/api/v1/jobs/gqigvHhTu7ra");
    assert_eq!(job["lastExecutionDate"], ended["createdDate"]);
}

#[tokio::test]
async fn execution_ends_within_100_ms_by_default() {
    let clock = FakeClock::new();
    let emulator = start(with_default_times(&clock)).await;
    let target = target(&run(&emulator, RUNS));
    for (advance, expected) in [(0, "READY"), (20, "RUNNING"), (49, "RUNNING"), (1, "COMPLETED")] {
        clock.advance(Duration::from_millis(advance));
        assert_eq!(status(&emulator, &target), expected);
    }
    assert!(clock.elapsed() < Duration::from_millis(100));
}

#[tokio::test]
async fn ready_and_running_times_can_be_set() {
    let clock = FakeClock::new();
    let settings =
        with_clock(&clock).ready_for(Duration::from_secs(100)).running_for(Duration::from_secs(1000)).speed(10.0);
    let emulator = start(settings).await;
    let target = target(&run(&emulator, RUNS));
    for (advance, expected) in [(9_999, "READY"), (1, "RUNNING"), (99_999, "RUNNING"), (1, "COMPLETED")] {
        clock.advance(Duration::from_millis(advance));
        assert_eq!(status(&emulator, &target), expected);
    }
}

#[tokio::test]
async fn job_named_fail_fails() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let job = new_job(&emulator, &json!({ "name": "fails-always", "type": "SCRIPT" }));
    let target = target(&run(&emulator, &format!("{job}/executions")));
    clock.advance(Duration::from_secs(7));
    assert_eq!(status(&emulator, &target), "FAILED");
    assert_eq!(get(&emulator, &job)["lastExecutionStatus"], "FAILED");
}

#[tokio::test]
async fn execution_can_be_canceled_until_it_ends() {
    for (after, allowed) in [(0, true), (2, true), (6, true), (7, false)] {
        let clock = FakeClock::new();
        let emulator = start(with_clock(&clock)).await;
        let target = target(&run(&emulator, RUNS));
        clock.advance(Duration::from_secs(after));
        let cancel = format!("{target}/cancel");
        let response = call(&emulator, "POST", &cancel, &NULL);
        if allowed {
            assert_eq!((response.status, response.json()), (200, json!(true)), "after {after} s");
            assert!(get(&emulator, &target)["endDate"].is_string());
            clock.advance(Duration::from_secs(60));
            assert_eq!(status(&emulator, &target), "CANCELED", "after {after} s");
        } else {
            response.assert_error(400, "-", "bad-state");
            assert_eq!(status(&emulator, &target), "COMPLETED");
        }
        call(&emulator, "POST", &cancel, &NULL).assert_error(400, "-", "bad-state");
    }
}

#[tokio::test]
async fn documented_execution_has_ended() {
    let emulator = start(builder()).await;
    let cancel = format!("{RUNS}/fKE22JFX4PAu/cancel");
    call(&emulator, "POST", &cancel, &NULL).assert_error(400, "-", "bad-state");
}

#[tokio::test]
async fn execution_settings_override_job_settings_once() {
    let emulator = start(builder()).await;
    let body = json!({ "name": "nightly", "type": "SCRIPT", "jobCondition": { "parameters": { "a": "1" } } });
    let job = new_job(&emulator, &body);
    let runs = format!("{job}/executions");
    assert_eq!(run(&emulator, &runs)["parsedParameters"], json!({ "a": "1" }));
    let given = json!({ "jobCondition": { "numWorker": 7 }, "parameters": { "b": 2 } });
    let execution = expect(&emulator, 200, "POST", &runs, &given);
    assert_eq!(execution["jobCondition"], json!({ "numWorker": 7, "timeout": 360 }));
    assert_eq!(execution["executorNum"], 7);
    assert_eq!(execution["parsedParameters"], json!({ "a": "1", "b": 2 }));
    assert_eq!(get(&emulator, &job)["runCondition"]["numWorker"], 2);
}

#[tokio::test]
async fn execution_can_name_trigger_and_workflow() {
    let emulator = start(builder()).await;
    let both = format!("{RUNS}?triggerId=T63391JxQHNj&workflowId=3tfNLPaaaaaa");
    let execution = run(&emulator, &both);
    assert_eq!(execution["triggerName"], "trigger1");
    assert_eq!(execution["type"], "WORKFLOW");
    let page = get(&emulator, "/api/v1/workflows/3tfNLPaaaaaa/executions");
    assert_eq!(page["list"][0], execution);
    for query in ["?triggerId=nowhere", "?workflowId=nowhere"] {
        let target = format!("{RUNS}{query}");
        call(&emulator, "POST", &target, &json!({})).assert_error(404, "-", "Not Found");
    }
}

#[tokio::test]
async fn max_concurrent_runs_is_enforced() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let job = new_job(&emulator, &json!({ "name": "single", "type": "SCRIPT", "maxConcurrentRuns": 1 }));
    let runs = format!("{job}/executions");
    run(&emulator, &runs);
    call(&emulator, "POST", &runs, &json!({})).assert_error(400, "-", "bad-state");
    call(&emulator, "DELETE", &job, &NULL).assert_error(400, "-", "bad-state");
    clock.advance(Duration::from_secs(7));
    run(&emulator, &runs);
    clock.advance(Duration::from_secs(7));
    assert_eq!(expect(&emulator, 200, "DELETE", &job, &NULL), json!(true));
}

#[tokio::test]
async fn unknown_ids_are_not_found() {
    let emulator = start(builder()).await;
    for (method, target) in [
        ("GET", "/api/v1/jobs/gqigvHhTu7ra/executions/nowhere"),
        ("GET", "/api/v1/jobs/5Yns7JgRt25f/executions/fKE22JFX4PAu"),
        ("GET", "/api/v1/jobs/nowhere/executions/fKE22JFX4PAu"),
        ("GET", "/api/v1/jobs/nowhere/executions"),
        ("POST", "/api/v1/jobs/nowhere/executions/fKE22JFX4PAu/cancel"),
        ("GET", "/api/v1/workflows/nowhere/executions"),
        ("POST", "/api/v1/workflows/nowhere/executions"),
    ] {
        call(&emulator, method, target, &NULL).assert_error(404, "-", "Not Found");
    }
    call(&emulator, "POST", "/api/v1/jobs/nowhere/executions", &json!({})).assert_error(404, "-", "Not Found");
    let page = get(&emulator, "/api/v1/jobs/5Yns7JgRt25f/executions");
    assert_eq!(page, json!({ "list": [], "count": 0, "page": 0, "limit": 1000 }));
}

#[tokio::test]
async fn filled_listing_hides_no_other_job() {
    let emulator = start(builder().fill("getJobExecutions", 5)).await;
    let job = new_job(&emulator, &json!({ "name": "nightly", "type": "SCRIPT" }));
    let runs = format!("{job}/executions");
    let execution = run(&emulator, &runs);
    assert_eq!(get(&emulator, &runs)["list"], json!([execution]));
    assert_eq!(get(&emulator, RUNS)["count"], 5);
}
