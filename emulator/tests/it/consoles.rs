//! Console logs, and programs that carry executions out.

use crate::control::{EventReader, error, events, request};
use crate::wire::{builder, expect, get, start, with_clock};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Creates a job with a log path and parameters, and starts it. Returns the target of the run.
fn run(emulator: &Emulator, name: &str, log_path: &str) -> String {
    let parameters = json!({"day": "2026-12-01", "odd": "$(echo shell) 'x'"});
    let condition = json!({"scriptPath": "bucket/etl.py", "logPath": log_path, "parameters": parameters});
    let job = json!({"name": name, "type": "SCRIPT", "jobCondition": condition});
    let job = expect(emulator, 201, "POST", "/api/v1/jobs", &job);
    let runs = format!("/api/v1/jobs/{}/executions", job["jobId"].as_str().expect("an ID"));
    let run = expect(emulator, 200, "POST", &runs, &json!({}));
    format!("{runs}/{}", run["jobExecutionId"].as_str().expect("an ID"))
}

/// Waits for a status of the only execution.
fn until(events: &mut EventReader, status: &str) {
    while events.until("execution")["status"] != *status {}
}

fn log(emulator: &Emulator, folder: &Path, target: &str) -> String {
    let path = get(emulator, target)["jobCondition"]["consoleLogPath"].as_str().expect("a path").to_owned();
    fs::read_to_string(folder.join(path)).expect("a log")
}

#[tokio::test]
async fn each_execution_has_a_log_below_its_log_path() {
    let (clock, folder) = (FakeClock::new(), tempfile::tempdir().expect("a folder"));
    let emulator = start(with_clock(&clock).logs(folder.path().join("new"))).await;
    let mut events = events(&emulator);
    let target = run(&emulator, "fails-always", "my-bucket/logs");
    clock.advance(Duration::from_secs(2));
    until(&mut events, "RUNNING");
    let running = log(&emulator, &folder.path().join("new"), &target);
    assert!(running.contains("fails-always") && !running.contains("ERROR"), "{running}");
    clock.advance(Duration::from_secs(5));
    until(&mut events, "FAILED");
    let failed = log(&emulator, &folder.path().join("new"), &target);
    assert!(failed.starts_with(&running) && failed.contains("Caused by: "), "{failed}");
    let id = target.rsplit('/').next().expect("an ID");
    let read = request("GET", &format!("/_emulator/executions/{id}/log")).send(&emulator);
    assert_eq!((read.status, String::from_utf8(read.body).expect("text")), (200, failed));
    let page = request("GET", &format!("/_emulator/run?id={id}")).send(&emulator).json();
    assert!(page["log"].as_str().is_some_and(|log| log.contains("Caused by: ")), "{page}");
    let none = request("GET", "/_emulator/executions/fKE22JFX4PAu/log").send(&emulator);
    assert!(error(&none, 404).contains("has no console log"));
}

#[tokio::test]
async fn log_path_outside_of_the_folder_is_not_written() {
    let (clock, folder) = (FakeClock::new(), tempfile::tempdir().expect("a folder"));
    let logs = folder.path().join("logs");
    let emulator = start(with_clock(&clock).logs(&logs)).await;
    let mut events = events(&emulator);
    run(&emulator, "nightly", "../../outside");
    clock.advance(Duration::from_secs(2));
    let problem = events.until("problem")["message"].to_string();
    assert!(problem.contains("leaves the folder"), "{problem}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[cfg(unix)]
#[tokio::test]
async fn exit_code_of_the_program_is_the_outcome_and_its_output_the_log() {
    let (clock, folder) = (FakeClock::new(), tempfile::tempdir().expect("a folder"));
    let script = r#"printf '%s\n' "$@"; echo oops >&2; test "$1" = good"#;
    let runner = ["sh", "-c", script, "sh", "{name}", "{script}", "{parameters}"];
    let emulator = start(with_clock(&clock).logs(folder.path()).runner(runner)).await;
    for (name, expected) in [("good", "COMPLETED"), ("bad", "FAILED")] {
        let mut events = events(&emulator);
        let target = run(&emulator, name, "bucket/logs");
        clock.advance(Duration::from_secs(2));
        until(&mut events, expected);
        let log = log(&emulator, folder.path(), &target);
        assert_eq!(log, format!("{name}\nbucket/etl.py\nday=2026-12-01\nodd=$(echo shell) 'x'\noops\n"));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn program_ends_with_its_execution() {
    let (clock, folder) = (FakeClock::new(), tempfile::tempdir().expect("a folder"));
    let runner = ["sh", "-c", "echo $$; exec tail -f /dev/null"];
    let emulator = start(with_clock(&clock).logs(folder.path()).runner(runner)).await;
    let mut events = events(&emulator);
    let canceled = run(&emulator, "endless", "bucket/logs");
    clock.advance(Duration::from_secs(2));
    until(&mut events, "RUNNING");
    let process = loop {
        match log(&emulator, folder.path(), &canceled).trim() {
            "" => tokio::task::yield_now().await,
            process => break process.to_owned(),
        }
    };
    assert!(Path::new("/proc").join(&process).exists() || cfg!(not(target_os = "linux")));
    expect(&emulator, 200, "POST", &format!("{canceled}/cancel"), &Value::Null);
    assert!(!Path::new("/proc").join(&process).exists());
    assert_eq!(get(&emulator, &canceled)["status"], "CANCELED");
}

#[cfg(unix)]
#[tokio::test]
async fn program_that_cannot_run_fails_the_execution() {
    let (clock, folder) = (FakeClock::new(), tempfile::tempdir().expect("a folder"));
    let emulator = start(with_clock(&clock).logs(folder.path()).runner(["/nowhere/spark-submit"])).await;
    let mut events = events(&emulator);
    let target = run(&emulator, "nightly", "bucket/logs");
    clock.advance(Duration::from_secs(2));
    until(&mut events, "FAILED");
    assert!(log(&emulator, folder.path(), &target).contains("cannot run '/nowhere/spark-submit'"));
}

#[tokio::test]
async fn invalid_folder_or_runner_is_refused_at_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    let refused = builder().logs(&file).start().await.expect_err("a file");
    assert!(refused.to_string().contains("folder of the logs") && refused.is_input(), "{refused}");
    let refused = builder().runner(["true"]).start().await.expect_err("no folder");
    assert!(refused.to_string().contains("needs a folder"), "{refused}");
    let refused = builder().logs(folder.path()).runner(["run", "{scrpt}"]).start().await.expect_err("a wrong name");
    assert!(refused.to_string().contains("{scrpt}") && refused.to_string().contains("{script}"), "{refused}");
}
