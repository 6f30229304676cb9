//! State files: saved, loaded and rejected.

use crate::wire::{builder, expect, get, start, with_clock};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::fs;
use std::time::Duration;
use tempfile::tempdir;

const RUNS: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";

const LISTINGS: [&str; 5] =
    ["/api/v1/jobs", "/api/v1/triggers", "/api/v1/workflows", RUNS, "/api/v1/workflows/3tfNLPaaaaaa/executions"];

#[tokio::test]
async fn saved_state_is_loaded_and_executions_continue() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let clock = FakeClock::new();
    let first = start(with_clock(&clock)).await;
    let body = json!({ "name": "nightly", "type": "SCRIPT", "jobCondition": { "parameters": { "a": "1" } } });
    let job = expect(&first, 201, "POST", "/api/v1/jobs", &body)["jobId"].clone();
    let runs = format!("/api/v1/jobs/{}/executions", job.as_str().expect("an id"));
    expect(&first, 202, "POST", "/api/v1/workflows/3tfNLPaaaaaa/executions", &Value::Null);
    let execution = expect(&first, 200, "POST", &runs, &json!({}));
    first.save(&file).expect("a file");

    let second = start(with_clock(&clock).load(&file)).await;
    for listing in LISTINGS {
        assert_eq!(get(&second, listing), get(&first, listing), "{listing}");
    }
    clock.advance(Duration::from_secs(7));
    assert_eq!(get(&second, RUNS)["list"][0]["status"], "COMPLETED");
    let new = expect(&second, 200, "POST", &runs, &json!({}));
    assert_ne!(new["jobExecutionId"], execution["jobExecutionId"], "new IDs stay unique");
    assert_eq!(new["parsedParameters"], json!({ "a": "1" }));

    let again = folder.path().join("again.json");
    start(builder().load(&file)).await.save(&again).expect("a file");
    assert_eq!(fs::read(&file).expect("a file"), fs::read(&again).expect("a file"), "nothing is lost");
}

#[tokio::test]
async fn stop_writes_the_state_and_start_reads_it() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    for expected in 1..=3 {
        let emulator = start(builder().state(&file)).await;
        expect(&emulator, 200, "POST", RUNS, &json!({}));
        assert_eq!(get(&emulator, RUNS)["count"], expected + 1);
        emulator.stop().await.expect("a folder to write to");
    }
    let entries = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(entries, 1, "nothing else is left behind");
}

#[tokio::test]
async fn unwritable_state_file_is_an_error() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("missing").join("state.json");
    let error = start(builder().state(&file)).await.stop().await.expect_err("no folder");
    assert!(error.to_string().starts_with("cannot write the state file '"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
}

#[track_caller]
fn check_rejected(text: &str, expected: &str) {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    fs::write(&file, text).expect("a file");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    for builder in [builder().load(&file), builder().state(&file)] {
        let error = runtime.block_on(builder.start()).expect_err("no state").to_string();
        assert!(error.contains("state.json'"), "{error}");
        assert!(error.contains(expected), "{error} lacks {expected}");
    }
    assert_eq!(fs::read_to_string(&file).expect("a file"), text, "left as it was");
}

#[test]
fn invalid_state_file_is_rejected_with_the_place() {
    check_rejected("", "line 1 column 0");
    check_rejected("{\n  \"format\": nil\n}", "line 2 column 14");
    check_rejected("[]", "expected an object");
    check_rejected("{}", "format: expected a value but found nothing");
    let state = |fields: &str| format!(r#"{{"format":"ncloud-dataflow-emulator","version":1,{fields}}}"#);
    let other = r#"{"format":"ncloud-dataflow-emulator","version":2}"#;
    check_rejected(other, "expected version 1 of ncloud-dataflow-emulator but found version 2");
    check_rejected(&state(r#""job":[]"#), "job: unknown field");
    check_rejected(&state(r#""jobs":{}"#), "jobs: ");
    check_rejected(&state(r#""jobs":[1]"#), "jobs[0]: expected an object");
    check_rejected(&state(r#""jobs":[{"resource":{}}]"#), "jobs[0].resource: the ID is missing");
    let twice = r#""triggers":[{"resource":{"triggerId":"a"}},{"resource":{"triggerId":"a"}}]"#;
    check_rejected(&state(twice), "triggers[1]: duplicate ID 'a'");
    let plan = r#""executions":[{"resource":{"jobExecutionId":"a","jobId":"b"},"plan":{"created":1}}]"#;
    check_rejected(&state(plan), "executions[0].plan.started: expected a value");
}

#[tokio::test]
async fn load_needs_the_file_but_state_does_not() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let error = builder().load(&file).start().await.expect_err("no file");
    assert!(error.to_string().contains("cannot read the state file '"), "{error}");
    let emulator = start(builder().state(&file)).await;
    assert_eq!(get(&emulator, "/api/v1/jobs")["count"], 2);
}

#[tokio::test]
async fn handwritten_state_may_omit_fields() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let text = r#"{"format":"ncloud-dataflow-emulator","version":1,
        "jobs":[{"resource":{"jobId":"a","name":"draft","status":"DRAFT"}}]}"#;
    fs::write(&file, text).expect("a file");
    let emulator = start(builder().load(&file)).await;
    assert_eq!(get(&emulator, "/api/v1/jobs")["list"][0]["name"], "draft");
    assert_eq!(get(&emulator, "/api/v1/workflows")["list"], json!([]));
    crate::wire::call(&emulator, "POST", "/api/v1/jobs/a/executions", &json!({})).assert_error(400, "-", "bad-state");
    let filled = builder().load(&file).fill("getTriggers", 3).start().await;
    let error = filled.expect_err("no trigger to use as a template").to_string();
    assert!(error.contains("there is no row to use as a template"), "{error}");
}
