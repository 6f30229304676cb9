//! The clock of the service, and triggers that start workflows.

use crate::control::{control, error, request};
use crate::wire::{call, expect, get, start, with_clock};
use ncloud_dataflow_emulator::{Builder, Emulator};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 3600);
const NULL: Value = Value::Null;

/// An emulator whose clock stands still at a Tuesday, 09:00 in Korea. Signatures follow the clock of the tests.
async fn frozen() -> Emulator {
    let emulator = start(settings()).await;
    emulator.clock().set("2026-12-01T09:00:00+09:00".parse().expect("a time")).expect("a time of the calendar");
    emulator
}

fn settings() -> Builder {
    crate::wire::builder().speed(0.0)
}

/// Creates a workflow of a job that a daily trigger starts at this time. Returns the target of its executions.
fn daily(emulator: &Emulator, time: &str, job: &str) -> String {
    let rule = json!({"type": "RECURRING", "interval": "DAY", "time": time});
    scheduled(emulator, &rule, job)
}

fn scheduled(emulator: &Emulator, rule: &Value, job: &str) -> String {
    let trigger = json!({"name": "by-rule", "type": "SCHEDULED", "triggerRule": rule});
    let trigger = expect(emulator, 201, "POST", "/api/v1/triggers", &trigger)["triggerId"].clone();
    let nodes = json!([
        {"id": trigger, "name": "by-rule", "type": "TRIGGER", "parentNodeIds": []},
        {"id": job, "name": "work", "type": "JOB", "parentNodeIds": [trigger]},
    ]);
    let body = json!({"name": "night", "nodes": nodes});
    let workflow = expect(emulator, 201, "POST", "/api/v1/workflows", &body);
    format!("/api/v1/workflows/{}/executions", workflow["workflowId"].as_str().expect("an ID"))
}

fn job(emulator: &Emulator, name: &str) -> String {
    let job = expect(emulator, 201, "POST", "/api/v1/jobs", &json!({"name": name, "type": "SCRIPT"}));
    job["jobId"].as_str().expect("an ID").to_owned()
}

fn created(emulator: &Emulator, executions: &str) -> Vec<String> {
    let page = get(emulator, executions);
    page["list"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["createdDate"].as_str().expect("a date").to_owned())
        .collect()
}

#[tokio::test]
async fn a_day_runs_a_daily_trigger_once() {
    let emulator = frozen().await;
    let job = job(&emulator, "nightly");
    let executions = daily(&emulator, "08:30", &job);
    assert_eq!(created(&emulator, &executions), Vec::<String>::new());
    emulator.clock().advance(DAY).expect("a day");
    assert_eq!(created(&emulator, &executions), ["2026-12-02T08:30:00+09:00"]);
    let row = &get(&emulator, &executions)["list"][0];
    assert_eq!((&row["type"], &row["triggerName"]), (&json!("WORKFLOW"), &json!("by-rule")));
    assert_eq!(row["status"], "COMPLETED");
    emulator.clock().advance(DAY * 3).expect("three days");
    let expected = ["2026-12-05", "2026-12-04", "2026-12-03", "2026-12-02"].map(|day| format!("{day}T08:30:00+09:00"));
    assert_eq!(created(&emulator, &executions), expected);
}

#[tokio::test]
async fn several_triggers_start_in_the_order_of_their_times() {
    let emulator = frozen().await;
    let job = job(&emulator, "shared");
    let late = daily(&emulator, "23:00", &job);
    let early = daily(&emulator, "10:00", &job);
    emulator.clock().advance(DAY * 2).expect("two days");
    let all = created(&emulator, &format!("/api/v1/jobs/{job}/executions"));
    let mut sorted = all.clone();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!((all.len(), &all), (4, &sorted), "newest first");
    assert_eq!((created(&emulator, &late).len(), created(&emulator, &early).len()), (2, 2));
}

#[tokio::test]
async fn a_trigger_that_cannot_start_says_why() {
    let emulator = frozen().await;
    let job = json!({"name": "slow", "type": "SCRIPT", "maxConcurrentRuns": 1});
    let job = expect(&emulator, 201, "POST", "/api/v1/jobs", &job)["jobId"].as_str().unwrap().to_owned();
    control(&emulator, "PUT", "/_emulator/plan", &json!({"slow": ["RUNNING"]}));
    let executions = daily(&emulator, "10:00", &job);
    emulator.clock().advance(DAY * 2).expect("two days");
    assert_eq!(created(&emulator, &executions).len(), 1);
    let triggers = control(&emulator, "GET", "/_emulator/triggers", &NULL);
    let firings = triggers["firings"].as_array().expect("firings");
    assert_eq!(firings.len(), 2, "{firings:?}");
    assert_eq!(firings[0]["executions"].as_array().map(Vec::len), Some(1));
    assert!(firings[1]["reason"].as_str().is_some_and(|reason| reason.contains("maximum is 1")), "{firings:?}");
    let trigger = &triggers["triggers"][0];
    assert_eq!(trigger["schedule"], "every day 10:00 KST");
    assert_eq!(trigger["next"][0], "2026-12-03T10:00:00.000+09:00");
}

#[tokio::test]
async fn deleted_or_unreadable_triggers_start_nothing() {
    let emulator = frozen().await;
    let job = job(&emulator, "nightly");
    let executions = daily(&emulator, "10:00", &job);
    let trigger = get(&emulator, "/api/v1/triggers")["list"][0]["triggerId"].as_str().unwrap().to_owned();
    expect(&emulator, 200, "DELETE", &format!("/api/v1/triggers/{trigger}"), &NULL);
    let rule = json!({"type": "RECURRING", "interval": "DAY", "time": "soon"});
    let trigger = json!({"name": "odd", "type": "SCHEDULED", "triggerRule": rule});
    let is_known = call(&emulator, "POST", "/api/v1/triggers", &trigger).status == 201;
    emulator.clock().advance(DAY).expect("a day");
    assert_eq!(created(&emulator, &executions), Vec::<String>::new());
    if is_known {
        let triggers = control(&emulator, "GET", "/_emulator/triggers", &NULL);
        assert!(triggers["triggers"][0]["problem"].as_str().is_some_and(|problem| problem.contains("soon")));
    }
}

#[tokio::test]
async fn one_time_trigger_starts_once() {
    let emulator = frozen().await;
    let job = job(&emulator, "once");
    let rule = json!({"type": "ONE_TIME", "executionDate": "2026-12-01T12:00:00"});
    let executions = scheduled(&emulator, &rule, &job);
    emulator.clock().advance(DAY * 400).expect("more than a year");
    assert_eq!(created(&emulator, &executions), ["2026-12-01T12:00:00+09:00"]);
}

#[tokio::test]
async fn clock_over_http() {
    let emulator = frozen().await;
    let clock = control(&emulator, "GET", "/_emulator/clock", &NULL);
    assert_eq!(clock, json!({"now": "2026-12-01T09:00:00.000+09:00", "speed": 0.0}));
    let clock = control(&emulator, "PUT", "/_emulator/clock", &json!({"advance": "1d1h30m"}));
    assert_eq!(clock["now"], "2026-12-02T10:30:00.000+09:00");
    let clock = control(&emulator, "PUT", "/_emulator/clock", &json!({"speed": 0, "now": "2030-01-01T00:00:00Z"}));
    assert_eq!(clock["now"], "2030-01-01T09:00:00.000+09:00");
    for (body, part) in [
        (json!({"now": "2030-01-01"}), "with offset"),
        (json!({"now": "1969-12-31T00:00:00Z"}), "1970"),
        (json!({"advance": "-1h"}), "0 or more"),
        (json!({"advance": "soon"}), "soon"),
        (json!({"advance": "99999999h"}), "9999"),
        (json!({"speed": -1}), "0 to"),
        (json!({"speed": 1e300}), "0 to"),
        (json!({"speeed": 1}), "did you mean 'speed'"),
        (json!({}), "changes nothing"),
    ] {
        let refused = request("PUT", "/_emulator/clock").json(&body.to_string()).send(&emulator);
        let message = error(&refused, 400);
        assert!(message.contains(part), "{message}");
    }
    let now = control(&emulator, "GET", "/_emulator/clock", &NULL)["now"].clone();
    assert_eq!(now, "2030-01-01T09:00:00.000+09:00", "nothing has changed");
    let reset = control(&emulator, "DELETE", "/_emulator/clock", &NULL);
    assert_eq!((&reset["speed"], &reset["now"]), (&json!(1.0), &json!("2023-11-15T07:13:20.000+09:00")));
}

#[tokio::test]
async fn too_many_starts_are_refused_before_anything_happens() {
    let emulator = frozen().await;
    let job = job(&emulator, "hourly");
    let rule = json!({"type": "RECURRING", "interval": "HOUR", "time": "00"});
    let executions = scheduled(&emulator, &rule, &job);
    let refused = emulator.clock().advance(DAY * 3650).expect_err("too many starts");
    assert!(refused.to_string().contains("smaller steps"), "{refused}");
    assert_eq!(created(&emulator, &executions), Vec::<String>::new());
    emulator.clock().advance(DAY * 30).expect("720 starts");
    assert_eq!(get(&emulator, &executions)["count"], 720);
}

#[tokio::test]
async fn time_that_is_set_back_is_lived_again() {
    let emulator = frozen().await;
    let job = job(&emulator, "nightly");
    let executions = daily(&emulator, "10:00", &job);
    emulator.clock().advance(DAY).expect("a day");
    emulator.clock().set("2026-12-01T09:00:00+09:00".parse().expect("a time")).expect("an earlier time");
    assert_eq!(created(&emulator, &executions).len(), 1);
    emulator.clock().advance(DAY).expect("the same day");
    assert_eq!(created(&emulator, &executions).len(), 2);
}

#[tokio::test]
async fn triggers_start_without_a_request() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let mut events = crate::control::events(&emulator);
    let job = job(&emulator, "nightly");
    daily(&emulator, "10:00", &job);
    // A day takes a second.
    emulator.clock().set_speed(86_400.0).expect("a speed");
    clock.advance(Duration::from_secs(1));
    assert_eq!(events.until("firing")["executions"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn what_was_due_while_the_emulator_was_down_is_not_made_up_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("data");
    let emulator = start(settings().data(&file)).await;
    emulator.clock().set("2026-12-01T09:00:00+09:00".parse().expect("a time")).expect("a time of the calendar");
    let job = job(&emulator, "nightly");
    let executions = daily(&emulator, "10:00", &job);
    emulator.clock().advance(DAY).expect("a day");
    emulator.stop().await.expect("a clean stop");
    let emulator = start(settings().data(&file)).await;
    emulator.clock().advance(Duration::from_secs(1)).expect("a second");
    assert_eq!(created(&emulator, &executions), ["2026-12-01T10:00:00+09:00"]);
}
