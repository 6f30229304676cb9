//! Starts of workflows and of several jobs whose outcome is unknown, and `--unless-running`.

use crate::harness::{Session, emulator, is_first};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Request, Step, response};
use std::sync::{Arc, Mutex};

const WORKFLOW: &str = r#"{"workflowId":"W1","name":"daily","nodes":[
    {"id":"J1","type":"JOB","name":"first"},{"id":"J2","type":"JOB","name":"second"}]}"#;

fn path(request: &Request) -> &str {
    request.target().split('?').next().unwrap_or_default()
}

/// An execution of a job that started with the workflow. Its ID is the letter of its run and the number of the job. The
/// run `O` is hours older than the others.
fn execution(id: &str, status: &str) -> String {
    let hour = if id.starts_with('O') { "20" } else { "22" };
    let at = |time: &str| format!("2023-11-14T{hour}:{time}Z");
    let dates = format!(r#""createdDate":"{}","startDate":"{}","endDate":"{}""#, at("13:20"), at("13:21"), at("14:00"));
    let job = format!("J{}", &id[1..]);
    format!(
        r#"{{"jobExecutionId":"{id}","jobId":"{job}","jobName":"{job}","type":"WORKFLOW","status":"{status}",{dates}}}"#
    )
}

fn listed(rows: &[String]) -> String {
    format!(r#"{{"list":[{}]}}"#, rows.join(","))
}

/// A server that answers a start with this step. Before the start, the workflow has the execution `O1`; after it also
/// these, whose states are given.
fn server(start: Option<Step>, after: &'static [(&'static str, &'static str)]) -> (RawServer, Arc<Mutex<usize>>) {
    let starts = Arc::new(Mutex::new(0));
    let count = starts.clone();
    let server = RawServer::responding(move |request| {
        if request.method() == "POST" {
            *count.lock().unwrap() += 1;
            return start.clone();
        }
        let mut rows = vec![execution("O1", "COMPLETED")];
        if *count.lock().unwrap() > 0 {
            rows.splice(0..0, after.iter().map(|(id, status)| execution(id, status)));
        }
        let body = match path(request) {
            "/api/v1/workflows/W1" => WORKFLOW.to_owned(),
            "/api/v1/workflows/W1/executions" if is_first(request) => listed(&rows),
            path => match path.split_once("/executions/") {
                Some((_, id)) => rows.into_iter().find(|row| row.contains(&format!("\"{id}\""))).unwrap_or_default(),
                None => listed(&[]),
            },
        };
        Some(response(200, "", &body))
    });
    (server, starts)
}

#[test]
fn a_workflow_start_without_a_response_is_settled() {
    let start = |after, args: &[&str]| {
        let (server, starts) = server(None, after);
        let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
        let outcome = session.run(&[&["workflow", "run", "W1", "--by-id", "-o", "name"], args].concat());
        assert_eq!(*starts.lock().unwrap(), 1, "a start is never repeated");
        outcome
    };
    let both: &[(&str, &str)] = &[("A2", "COMPLETED"), ("A1", "COMPLETED")];
    let adopted = start(both, &["--adopt", "--wait"]);
    assert_eq!((adopted.code, adopted.out.as_str()), (0, "A2\nA1\n"), "{}", adopted.err);
    assert!(adopted.err.contains("continuing with execution 'A1'"), "{}", adopted.err);
    let unwaited = start(&[("A1", "RUNNING")], &["--adopt"]);
    assert_eq!((unwaited.code, unwaited.out.as_str()), (0, "A1\n"), "{}", unwaited.err);
    let failed = start(&[("A1", "FAILED")], &["--adopt", "--wait"]);
    assert_eq!((failed.code, failed.out.as_str()), (5, "A1\n"), "{}", failed.err);
    let one = start(both, &["--wait"]);
    assert_eq!((one.code, one.out.as_str()), (7, ""), "{}", one.err);
    assert!(one.err.contains("unknown whether this run is yours"), "{}", one.err);
    assert!(one.err.contains("execution 'A1' of job 'J1' is COMPLETED; wait for it: ncloud-dataflow"), "{}", one.err);
    let several = start(&[("B1", "RUNNING"), ("A1", "RUNNING")], &["--adopt"]);
    assert_eq!(several.code, 7, "{}", several.err);
    assert!(several.err.contains("unknown which of 2 runs is yours"), "{}", several.err);
    let none = start(&[], &["--adopt"]);
    assert_eq!(none.code, 7, "{}", none.err);
    assert!(
        none.err.contains("no run of the workflow was created") && none.err.contains("again is safe"),
        "{}",
        none.err
    );
}

/// The service has said that it starts a run, so a second start is never called safe.
#[test]
fn an_accepted_start_without_a_run_is_not_called_safe_to_repeat() {
    let (server, _) = server(Some(response(201, "", "no JSON")), &[]);
    let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
    for args in [&["workflow", "run", "W1", "--by-id"], &["job", "run", "J1", "--by-id"]] {
        let outcome = session.run(args);
        assert_eq!(outcome.code, 7, "{}", outcome.err);
        assert!(outcome.err.contains("although the start was accepted"), "{}", outcome.err);
        assert!(!outcome.err.contains("safe"), "{}", outcome.err);
    }
}

#[test]
fn a_failed_workflow_run_is_explained() {
    let accepted = Some(response(200, "", "{}"));
    let (server, _) = server(accepted, &[("A2", "CANCELED"), ("A1", "FAILED")]);
    let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
    let outcome = session.run(&["workflow", "run", "W1", "--by-id", "--wait", "-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (5, "A2\nA1\n"), "{}", outcome.err);
    let why = session.run(&["execution", "why", "A1"]);
    for finding in why.out.lines() {
        assert!(outcome.err.contains(finding), "{finding}: {}", outcome.err);
    }
    assert!(outcome.err.contains("A2 of job 'J2' is CANCELED"), "{}", outcome.err);
    assert!(!outcome.err.contains("O1"), "an older run is no part of it: {}", outcome.err);
}

/// Serves two jobs with one failed run each. The response to the start of `J1` is lost, though its run is created.
fn two_failed_jobs() -> (RawServer, Arc<Mutex<Vec<String>>>) {
    let starts = Arc::new(Mutex::new(Vec::new()));
    let seen = starts.clone();
    let server = RawServer::responding(move |request| {
        let path = path(request).to_owned();
        let job = path.trim_start_matches("/api/v1/jobs/").split('/').next().unwrap_or_default().to_owned();
        let number = job.trim_start_matches('J').to_owned();
        if request.method() == "POST" {
            seen.lock().unwrap().push(job);
            return (number == "2").then(|| response(201, "", &execution("N2", "RUNNING")));
        }
        let mut rows = vec![execution(&format!("O{number}"), "FAILED")];
        if seen.lock().unwrap().contains(&job) {
            rows.insert(0, execution(&format!("N{number}"), "COMPLETED"));
        }
        let body = match path.rsplit('/').next() {
            Some("jobs") if is_first(request) => {
                r#"{"list":[{"jobId":"J1","name":"J1"},{"jobId":"J2","name":"J2"}]}"#.to_owned()
            }
            Some("executions") if is_first(request) => listed(&rows),
            Some(id) => rows.into_iter().find(|row| row.contains(&format!("\"{id}\""))).unwrap_or_else(|| listed(&[])),
            None => listed(&[]),
        };
        Some(response(200, "", &body))
    });
    (server, starts)
}

#[test]
fn a_bulk_start_without_a_response_is_settled() {
    let rerun = |args: &[&str]| {
        let (server, starts) = two_failed_jobs();
        let session = Session::at(server.endpoint()).with_clock(FakeClock::new());
        let outcome = session.run(&[&["execution", "rerun", "--failed", "--yes", "-o", "name"], args].concat());
        assert_eq!(starts.lock().unwrap().len(), 2, "a start is never repeated");
        outcome
    };
    let adopted = rerun(&["--adopt", "--wait"]);
    let mut ids: Vec<_> = adopted.out.lines().collect();
    ids.sort_unstable();
    assert_eq!((adopted.code, ids.as_slice()), (0, &["N1", "N2"][..]), "{}", adopted.err);
    let unknown = rerun(&[]);
    assert_eq!((unknown.code, unknown.out.as_str()), (7, "N2\n"), "{}", unknown.err);
    assert!(unknown.err.contains("job 'J1': unknown whether this run is yours"), "{}", unknown.err);
    assert!(unknown.err.contains("execution 'N1' is COMPLETED"), "{}", unknown.err);
}

#[test]
fn no_workflow_is_started_while_a_run_is_going() {
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator);
    let start = || session.run(&["workflow", "run", "workflow001", "--unless-running"]);
    assert_eq!(start().code, 0);
    let second = start();
    assert_eq!((second.code, second.out.as_str()), (0, ""), "{}", second.err);
    assert!(second.err.starts_with("note: nothing was started: execution '"), "{}", second.err);
}
