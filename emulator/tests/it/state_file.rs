//! State files: exported, used as seed files, and rejected.

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
    first.export(&file).expect("a file");

    let second = start(with_clock(&clock).seed_file(&file)).await;
    for listing in LISTINGS {
        assert_eq!(get(&second, listing), get(&first, listing), "{listing}");
    }
    clock.advance(Duration::from_secs(7));
    assert_eq!(get(&second, RUNS)["list"][0]["status"], "COMPLETED");
    let new = expect(&second, 200, "POST", &runs, &json!({}));
    assert_ne!(new["jobExecutionId"], execution["jobExecutionId"], "new IDs stay unique");
    assert_eq!(new["parsedParameters"], json!({ "a": "1" }));

    let again = folder.path().join("again.json");
    start(builder().seed_file(&file)).await.export(&again).expect("a file");
    assert_eq!(fs::read(&file).expect("a file"), fs::read(&again).expect("a file"), "nothing is lost");
}

#[tokio::test]
async fn export_to_an_unwritable_path_is_an_error() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("missing").join("state.json");
    let error = start(builder()).await.export(&file).expect_err("no folder");
    assert!(error.to_string().starts_with("cannot write the state file '"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
}

#[track_caller]
fn check_rejected(text: &str, expected: &str) {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    fs::write(&file, text).expect("a file");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let data = folder.path().join("data");
    // A state file in the place of a data file would be imported; an empty one is rejected as such.
    let imported = (!text.is_empty()).then(|| builder().data(&file));
    let seeded = [builder().seed_file(&file), builder().seed_file(&file).data(&data)];
    for builder in seeded.into_iter().chain(imported) {
        let error = runtime.block_on(builder.start()).expect_err("no state");
        assert!(error.is_input(), "{error}");
        let error = error.to_string();
        assert!(error.contains("state.json'"), "{error}");
        assert!(error.contains(expected), "{error} lacks {expected}");
    }
    assert_eq!(fs::read_to_string(&file).expect("a file"), text, "left as it was");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left behind");
}

#[test]
fn all_problems_of_a_seed_file_are_reported_with_their_places() {
    let text = r#"{"format":"ncloud-dataflow-emulator","version":1,"created":"x","extra":1,
        "jobs":[{"resource":5},{"resource":{},"parameters":[],"b":1},{"resource":{"jobId":"a"}}],
        "executions":[{"resource":{"jobExecutionId":"e","jobId":"a"},"plan":{"created":1,"ended":"x"}}, 2]}"#;
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("seed.json");
    fs::write(&file, text).expect("a file");
    let error = ncloud_dataflow_emulator::import_data(&file, &folder.path().join("data")).expect_err("no state");
    let places: Vec<&str> = error.details().iter().map(|one| one.split(": ").next().expect("a place")).collect();
    let expected = [
        "created",
        "jobs[0].resource",
        "jobs[1].parameters",
        "jobs[1].b",
        "jobs[1].resource",
        "executions[0].plan.started",
        "executions[0].plan.ended",
        "executions[0].plan.outcome",
        "executions[1]",
        "extra",
    ];
    let sorted = |places: &[&str]| {
        let mut places: Vec<String> = places.iter().map(|place| (*place).to_owned()).collect();
        places.sort();
        places
    };
    assert_eq!(sorted(&places), sorted(&expected), "{error}");
    assert!(error.message().ends_with("seed.json' has 10 problems"), "{}", error.message());
}

#[test]
fn invalid_state_file_is_rejected_with_the_place() {
    check_rejected("", "line 1 column 0");
    check_rejected("{", "line 1 column 1");
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
async fn seed_file_must_exist() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let error = builder().seed_file(&file).start().await.expect_err("no file");
    assert!(error.to_string().contains("cannot read the state file '"), "{error}");
}

#[tokio::test]
async fn handwritten_state_may_omit_fields() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let text = r#"{"format":"ncloud-dataflow-emulator","version":1,
        "jobs":[{"resource":{"jobId":"a","name":"draft","status":"DRAFT"}}]}"#;
    fs::write(&file, text).expect("a file");
    let emulator = start(builder().seed_file(&file)).await;
    assert_eq!(get(&emulator, "/api/v1/jobs")["list"][0]["name"], "draft");
    assert_eq!(get(&emulator, "/api/v1/workflows")["list"], json!([]));
    crate::wire::call(&emulator, "POST", "/api/v1/jobs/a/executions", &json!({})).assert_error(400, "-", "bad-state");
    let filled = builder().seed_file(&file).fill("getTriggers", 3).start().await;
    let error = filled.expect_err("no trigger to use as a template").to_string();
    assert!(error.contains("there is no row to use as a template"), "{error}");
}
