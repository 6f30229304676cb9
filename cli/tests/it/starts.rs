//! Starting runs again, starts with an unknown outcome, and bulk commands.

use crate::harness::{Folder, Session, emulator, is_first, responding};
use crate::state::{Run, run, session, write};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Request, response};
use std::sync::{Arc, Mutex};

const EXECUTION: &str = r#"{"jobExecutionId":"E1","jobId":"J1","jobName":"nightly","status":"FAILED",
    "createdDate":"2023-11-14T20:00:00Z","startDate":"2023-11-14T20:00:00Z","endDate":"2023-11-14T20:10:00Z",
    "jobCondition":{"numWorker":4,"timeout":0,"scriptPath":"bucket/scripts","consoleLogPath":"bucket/x.log"},
    "parsedParameters":{"day":"2023-11-14","full":"yes"}}"#;

fn path(request: &Request) -> &str {
    request.target().split('?').next().unwrap_or_default()
}

/// Serves one job with one execution, and keeps the bodies of starts.
fn one_job(starts: Arc<Mutex<Vec<String>>>) -> String {
    responding(move |request| match (request.method(), path(request)) {
        ("POST", _) => {
            starts.lock().unwrap().push(request.body().to_owned());
            (201, r#"{"jobExecutionId":"E2","jobId":"J1","status":"READY"}"#.to_owned())
        }
        (_, "/api/v1/jobs") if is_first(request) => (200, r#"{"list":[{"jobId":"J1"}]}"#.to_owned()),
        (_, "/api/v1/jobs/J1/executions/E1") => (200, EXECUTION.to_owned()),
        (_, "/api/v1/jobs/J1/executions") if is_first(request) => (200, format!(r#"{{"list":[{EXECUTION}]}}"#)),
        _ => (200, r#"{"list":[]}"#.to_owned()),
    })
}

#[test]
fn a_run_is_started_again_with_its_settings_and_parameters() {
    let starts = Arc::new(Mutex::new(Vec::new()));
    let endpoint = one_job(starts.clone());
    let outcome = Session::at(&endpoint).run(&["execution", "rerun", "E1", "--param", "full=no", "-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "E2\n"), "{}", outcome.err);
    // Requests have no timeout of 0 and no path of a log.
    let expected = r#"{"jobCondition":{"numWorker":4,"scriptPath":"bucket/scripts"},"parameters":{"day":"2023-11-14","full":"no"}}"#;
    assert_eq!(*starts.lock().unwrap(), [expected]);
    let dry = Session::at(&endpoint).run(&["execution", "rerun", "E1", "--dry-run"]);
    assert!(dry.out.starts_with(&format!("POST {endpoint}/api/v1/jobs/J1/executions\n{{")), "{}", dry.out);
    assert_eq!((dry.code, starts.lock().unwrap().len()), (0, 1));
}

#[test]
fn failed_runs_are_started_again_once_each() {
    let at = |id, job, hours_ago, status| Run { id, job, hours_ago, seconds: 60, status };
    let folder = Folder::new("rerun-failed");
    let jobs = ["twice", "fixed", "going", "other"];
    let runs = [
        at("t1", "twice", 5, "FAILED"),
        at("t2", "twice", 4, "FAILED"),
        at("f1", "fixed", 5, "FAILED"),
        at("f2", "fixed", 4, "COMPLETED"),
        at("g1", "going", 5, "FAILED"),
        at("g2", "going", 1, "RUNNING"),
        at("o1", "other", 50, "FAILED"),
    ];
    let file = write(&folder, &jobs, &runs);
    let rerun = |args: &[&str]| run(&session(&folder), &file, &[&["execution", "rerun", "--failed"], args].concat());
    let dry = rerun(&["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    let targets: Vec<_> = dry.out.lines().filter_map(|line| line.split("/api/v1/jobs/").nth(1)).collect();
    assert_eq!(targets, ["job-1/executions"], "{}", dry.out);
    assert!(dry.err.contains("execution 't1' is left out"), "{}", dry.err);
    // Without a terminal it does not ask, and starts nothing.
    let refused = rerun(&[]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("start job 'twice' as execution t2 (FAILED since 11-14 18:13)"), "{}", refused.err);
    let started = rerun(&["--yes", "-o", "name"]);
    assert_eq!((started.code, started.out.lines().count()), (0, 1), "{}", started.err);
    let none = rerun(&["--since", "1h"]);
    assert_eq!((none.code, none.err.as_str()), (0, "note: there is no failed run to start again\n"));
}

/// A server that loses the response to a start. After it, the listing of the job has these executions.
fn losing(after: &'static [&'static str]) -> (RawServer, Arc<Mutex<usize>>) {
    let starts = Arc::new(Mutex::new(0));
    let count = starts.clone();
    let server = RawServer::responding(move |request| {
        if request.method() == "POST" {
            *count.lock().unwrap() += 1;
            return None;
        }
        let execution = |id: &str| {
            let dates = r#""createdDate":"2023-11-14T22:13:20Z","startDate":"2023-11-14T22:13:21Z","endDate":"2023-11-14T22:14:00Z""#;
            format!(r#"{{"jobExecutionId":"{id}","jobId":"J1","status":"COMPLETED",{dates}}}"#)
        };
        let is_first = is_first(request);
        let body = match path(request) {
            "/api/v1/jobs/J1/executions" if is_first && *count.lock().unwrap() > 0 => {
                format!(r#"{{"list":[{}]}}"#, after.iter().map(|id| execution(id)).collect::<Vec<_>>().join(","))
            }
            "/api/v1/jobs/J1/executions/E1" => execution("E1"),
            _ => r#"{"list":[]}"#.to_owned(),
        };
        Some(response(200, "", &body))
    });
    (server, starts)
}

#[test]
fn a_start_without_a_response_is_settled() {
    let start = |after, args: &[&str]| {
        let (server, starts) = losing(after);
        let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
        let outcome = session.run(&[&["job", "run", "J1", "--by-id", "-o", "name"], args].concat());
        assert_eq!(*starts.lock().unwrap(), 1, "a start is never repeated");
        outcome
    };
    let adopted = start(&["E1"], &["--adopt", "--wait"]);
    assert_eq!((adopted.code, adopted.out.as_str()), (0, "E1\n"), "{}", adopted.err);
    assert!(adopted.err.contains("continuing with execution 'E1'"), "{}", adopted.err);
    let one = start(&["E1"], &["--wait"]);
    assert_eq!((one.code, one.out.as_str()), (7, ""), "{}", one.err);
    assert!(one.err.contains("execution 'E1' is COMPLETED"), "{}", one.err);
    let several = start(&["E1", "E2"], &["--adopt"]);
    assert_eq!(several.code, 7, "{}", several.err);
    assert!(several.err.contains("unknown which of 2 runs is yours"), "{}", several.err);
    let none = start(&[], &["--adopt"]);
    assert_eq!(none.code, 7, "{}", none.err);
    assert!(none.err.contains("no run of the job was created") && none.err.contains("again is safe"), "{}", none.err);
}

#[test]
fn nothing_is_started_while_a_run_is_going() {
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator);
    let first = session.run(&["job", "run", "job001", "-o", "name"]);
    let second = session.run(&["job", "run", "job001", "--unless-running", "-o", "name"]);
    let id = first.out.trim();
    assert_eq!((second.code, second.out.as_str()), (0, ""), "{}", second.err);
    assert_eq!(second.err, format!("note: nothing was started: execution '{id}' is READY\n"));
}

#[test]
fn all_runs_of_a_job_are_canceled() {
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator);
    let id = session.run(&["job", "run", "job001", "-o", "name"]).out;
    let cancel = |args: &[&str]| session.run(&[&["execution", "cancel", "--job", "job001", "--all"], args].concat());
    assert_eq!(cancel(&[]).code, 2, "without a terminal it does not ask");
    let dry = cancel(&["--dry-run"]);
    assert!(dry.out.trim_end().ends_with(&format!("/executions/{}/cancel", id.trim())), "{}", dry.out);
    let done = cancel(&["--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let state = session.run(&["execution", "get", "job001", id.trim(), "-o", "json"]);
    assert!(state.out.contains("CANCELED"), "{}", state.out);
    assert_eq!(cancel(&["--yes"]).err, "note: no run is going\n");
    assert_eq!(session.run(&["execution", "cancel", "--all"]).code, 2);
    assert_eq!(session.run(&["execution", "cancel", "--job", "job001"]).code, 2);
}

#[test]
fn parameters_of_a_run_are_sent_as_text() {
    let body = crate::harness::sent(&["job", "run", "J1", "--by-id", "--param", "day=1", "--param", "a=b=c"]);
    assert_eq!(body, r#"{"parameters":{"a":"b=c","day":"1"}}"#);
    let outcome = Session::at("http://127.0.0.1:1").run(&["job", "run", "J1", "--param", "day"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("expected KEY=VALUE, such as day=2026-11-24"), "{}", outcome.err);
}

#[test]
fn watching_prints_each_change_and_ends_with_the_last_run() {
    let clock = FakeClock::new();
    let emulator = emulator(|builder| builder.clock(clock.clone()));
    let session = Session::of(&emulator).with_clock(clock);
    let id = session.run(&["job", "run", "job001", "-o", "name"]).out;
    let outcome = session.run(&["execution", "watch", "--interval", "2s"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let states: Vec<_> =
        outcome.out.lines().map(|line| line.split(" is ").nth(1).unwrap().split(" (").next().unwrap()).collect();
    assert_eq!(states, ["READY", "RUNNING", "COMPLETED after 5s"], "{}", outcome.out);
    assert!(outcome.out.lines().all(|line| line.contains(id.trim())), "{}", outcome.out);
    let idle = session.run(&["execution", "watch", "--job", "job001"]);
    assert_eq!((idle.code, idle.err.as_str()), (0, "no run is going\n"));
    assert_eq!(session.run(&["execution", "watch", "-o", "json"]).code, 2);
}
