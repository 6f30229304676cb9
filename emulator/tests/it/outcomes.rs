//! How executions end: by plan, by reads, and by control.

use crate::control::{control, error, request};
use crate::wire::{builder, expect, get, start, with_clock};
use ncloud_dataflow::models::ExecutionStatus;
use ncloud_dataflow_emulator::{Emulator, OutcomePlan};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

const RUNS: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";
const NULL: Value = Value::Null;

/// Starts a run of the documented job `job001`. Returns its ID and target.
fn run(emulator: &Emulator, runs: &str) -> (String, String) {
    let run = expect(emulator, 200, "POST", runs, &json!({}));
    let id = run["jobExecutionId"].as_str().expect("an ID").to_owned();
    let target = format!("{runs}/{id}");
    (id, target)
}

fn status(emulator: &Emulator, target: &str) -> String {
    get(emulator, target)["status"].as_str().expect("a status").to_owned()
}

#[tokio::test]
async fn outcomes_of_a_plan_come_in_order() {
    let plan = OutcomePlan::from_yaml("job001: [FAILED 2m, COMPLETED 14m, RUNNING]").expect("a plan");
    let emulator = start(builder().realistic_times().plan(plan)).await;
    // Signatures keep the time of the machine.
    let advance = |seconds| emulator.clock().advance(Duration::from_secs(seconds)).expect("a later time");
    let (_, failed) = run(&emulator, RUNS);
    let (_, completed) = run(&emulator, RUNS);
    let (id, endless) = run(&emulator, RUNS);
    let (_, again) = run(&emulator, RUNS);
    let all = |expected: [&str; 4]| {
        let targets = [&failed, &completed, &endless, &again];
        assert_eq!(targets.map(|target| status(&emulator, target)), expected);
    };
    advance(2 + 120);
    all(["FAILED", "RUNNING", "RUNNING", "FAILED"]);
    advance(12 * 60);
    all(["FAILED", "COMPLETED", "RUNNING", "FAILED"]);
    advance(1_000_000);
    all(["FAILED", "COMPLETED", "RUNNING", "FAILED"]);
    let ended = emulator.default_account().end_execution(&id, ExecutionStatus::Completed).await.expect("it runs");
    assert_eq!(ended.status, Some(ExecutionStatus::Completed));
    assert_eq!(status(&emulator, &endless), "COMPLETED");
}

#[tokio::test]
async fn other_jobs_get_random_outcomes_by_the_seed() {
    async fn outcomes(seed: u64) -> Vec<String> {
        let plan = OutcomePlan::from_yaml("{'*': [COMPLETED, FAILED]}").expect("a plan");
        let clock = FakeClock::new();
        let emulator = start(with_clock(&clock).plan(plan).seed(seed)).await;
        let targets: Vec<String> = (0..40).map(|_| run(&emulator, RUNS).1).collect();
        clock.advance(Duration::from_secs(60));
        targets.iter().map(|target| status(&emulator, target)).collect()
    }
    let one = outcomes(1).await;
    let failed = one.iter().filter(|status| *status == "FAILED").count();
    assert!((8..=32).contains(&failed), "{failed} of 40");
    assert_eq!(one, outcomes(1).await);
    assert_ne!(one, outcomes(2).await);
}

#[tokio::test]
async fn plan_over_http() {
    let emulator = start(builder()).await;
    let put = request("PUT", "/_emulator/plan").json("nightly: [COMPLETED 14m]\nother: FAILED").send(&emulator);
    assert_eq!(put.json(), json!({"nightly": ["COMPLETED 14m"], "other": ["FAILED"]}));
    let refused = request("PUT", "/_emulator/plan").json("nightly: [COMPLETE]\nother: [FAILED x]\n").send(&emulator);
    assert_eq!(refused.status, 400);
    let details = refused.json()["error"]["details"].clone();
    assert!(details[0].as_str().is_some_and(|problem| problem.starts_with("line 1 column 11")), "{details}");
    assert!(details[1].as_str().is_some_and(|problem| problem.starts_with("line 2 column 9")), "{details}");
    assert_eq!(control(&emulator, "GET", "/_emulator/plan", &NULL)["other"], json!(["FAILED"]));
    assert_eq!(control(&emulator, "DELETE", "/_emulator/plan", &NULL), json!({}));
}

#[tokio::test]
async fn executions_progress_by_reads() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock).advance_on_read(2)).await;
    let (_, target) = run(&emulator, RUNS);
    emulator.clock().advance(Duration::from_secs(3600)).expect("a later time");
    let seen: Vec<String> = (0..5).map(|_| status(&emulator, &target)).collect();
    assert_eq!(seen, ["READY", "RUNNING", "RUNNING", "COMPLETED", "COMPLETED"]);
    // A listing reads too.
    let (_, target) = run(&emulator, RUNS);
    (0..3).for_each(|_| drop(get(&emulator, RUNS)));
    assert_eq!(status(&emulator, &target), "COMPLETED");
    let refused = builder().advance_on_read(0).start().await.expect_err("no reads");
    assert!(refused.to_string().contains("at least 1 read"), "{refused}");
}

#[tokio::test]
async fn executions_end_and_start_again_over_http() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    for (verb, expected) in [("complete", "COMPLETED"), ("fail", "FAILED"), ("cancel", "CANCELED")] {
        let (id, target) = run(&emulator, RUNS);
        let ended = control(&emulator, "POST", &format!("/_emulator/executions/{id}/{verb}"), &NULL);
        assert_eq!((&ended["status"], &ended["endDate"]), (&json!(expected), &json!("2023-11-15T07:13:20+09:00")));
        assert_eq!(get(&emulator, &target), ended);
        let again = request("POST", &format!("/_emulator/executions/{id}/{verb}")).send(&emulator);
        assert!(error(&again, 409).contains(expected));
        let rerun = request("POST", &format!("/_emulator/executions/{id}/rerun")).send(&emulator);
        assert_eq!((rerun.status, &rerun.json()["status"]), (201, &json!("READY")));
        assert_eq!(rerun.json()["jobCondition"]["scriptPath"], ended["jobCondition"]["scriptPath"]);
    }
    let missing = request("POST", "/_emulator/executions/nowhere/fail").send(&emulator);
    assert!(error(&missing, 404).contains("nowhere"));
    assert_eq!(request("GET", "/_emulator/executions/nowhere/fail").send(&emulator).status, 405);
    assert_eq!(request("POST", "/_emulator/executions//fail").send(&emulator).status, 404);
}

#[tokio::test]
async fn events_tell_what_happens() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let mut events = crate::control::events(&emulator);
    let (id, _) = run(&emulator, RUNS);
    // No request asks for the execution.
    for (seconds, expected) in [(0, "READY"), (2, "RUNNING"), (5, "COMPLETED")] {
        clock.advance(Duration::from_secs(seconds));
        let event = events.until("execution");
        assert_eq!((&event["execution"], &event["status"]), (&json!(id), &json!(expected)));
    }
}
