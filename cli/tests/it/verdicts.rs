//! Verdicts of waits: message and exit code agree, whatever else a response contains.

use crate::harness::{Outcome, Session, holding, responding};
use ncloud_dataflow_emulator::Fault;
use ncloud_testing::FakeClock;
use std::time::Duration;

const STARTED: &str = r#"{"jobExecutionId":"E1","jobId":"J1"}"#;

/// Runs `job run J1 --wait` with this response to the start, and these responses to polls. The last one is repeated.
fn run(start: (u16, &str), polls: &[(u16, &str)], flags: &[&str]) -> Outcome {
    let start = (start.0, start.1.to_owned());
    let mut polls = polls.iter().map(|(status, body)| (*status, (*body).to_owned())).collect::<Vec<_>>().into_iter();
    let mut last = (500, String::new());
    let endpoint = responding(move |request| {
        if request.method() == "POST" {
            return start.clone();
        }
        last = polls.next().unwrap_or_else(|| last.clone());
        last.clone()
    });
    let args = [&["job", "run", "J1", "--by-id", "--wait"], flags].concat();
    Session::at(&endpoint).with_clock(FakeClock::new()).run(&args)
}

#[test]
fn the_state_alone_decides_the_exit_code() {
    let odd = [r#""runningTime":"830""#, r#""endDate":7"#, r#""jobCondition":[]"#, r#""x":1e999"#, r#""jobName":null"#];
    for (state, code) in [("COMPLETED", 0), ("FAILED", 5), ("CANCELED", 5), ("failed", 5)] {
        for odd in odd {
            let body = format!(r#"{{"jobExecutionId":"E1","jobId":"J1","status":"{state}",{odd}}}"#);
            for format in ["table", "json", "jsonl", "yaml", "csv", "name"] {
                let outcome = run((201, STARTED), &[(200, &body)], &["-o", format]);
                // An unprintable response is an error unless the verdict is worse.
                let expected = if code == 0 && outcome.err.contains("cannot") { 1 } else { code };
                assert_eq!(outcome.code, expected, "{body} {format}: {}", outcome.err);
            }
        }
    }
}

#[test]
fn an_undocumented_final_state_has_exit_code_7() {
    let body = r#"{"jobExecutionId":"E1","jobId":"J1","status":"KILLED","endDate":"2025-03-21T11:27:47+09:00"}"#;
    let outcome = run((201, STARTED), &[(200, body)], &[]);
    assert_eq!(outcome.code, 7, "{}", outcome.err);
    assert!(outcome.err.contains("note: state KILLED is not documented; the wait continues"), "{}", outcome.err);
    assert!(outcome.err.contains("ended with unknown outcome: its state is KILLED"), "{}", outcome.err);
}

/// Runs `workflow run W1 --wait`, with these executions of its only job.
fn run_workflow(executions: &str) -> Outcome {
    let (mut started, executions) = (false, executions.to_owned());
    let endpoint = responding(move |request| {
        let target = request.target();
        match request.method() {
            "POST" => {
                started = true;
                (202, r#"{"workflowId":"W1","status":"ACCEPTED"}"#.to_owned())
            }
            _ if target == "/api/v1/workflows/W1" => (
                200,
                r#"{"workflowId":"W1","nodes":[{"id":"t1","type":"TRIGGER"},{"id":"J1","type":"JOB"}]}"#.to_owned(),
            ),
            _ if started && (target.contains("page=0") || !target.contains("page=")) => {
                (200, format!(r#"{{"list":[{executions}]}}"#))
            }
            _ => (200, r#"{"list":[]}"#.to_owned()),
        }
    });
    let args = ["workflow", "run", "W1", "--by-id", "--wait", "--timeout", "10m"];
    Session::at(&endpoint).with_clock(FakeClock::new()).run(&args)
}

#[test]
fn a_workflow_with_unknown_outcome_has_exit_code_7() {
    let execution = |id, rest| format!(r#"{{"jobExecutionId":"{id}","jobId":"J1","type":"WORKFLOW",{rest}}}"#);
    let (completed, failed) = (r#""status":"COMPLETED""#, r#""status":"FAILED""#);
    let killed = r#""status":"KILLED","endDate":"2025-03-21T11:27:47+09:00""#;
    for (executions, code) in [
        (execution("E1", completed), 0),
        (execution("E1", failed), 5),
        (execution("E1", killed), 7),
        (format!("{},{}", execution("E1", completed), execution("E2", failed)), 7),
    ] {
        let outcome = run_workflow(&executions);
        assert_eq!(outcome.code, code, "{executions}: {}", outcome.err);
    }
}

#[test]
fn a_wait_timeout_shows_the_command_to_wait_again() {
    let running = r#"{"jobExecutionId":"E1","jobId":"J1","status":"RUNNING"}"#;
    for (polls, flags, code) in [
        (vec![(200, running)], vec!["--timeout", "4s"], 3),
        (vec![(200, running), (503, "")], vec!["--timeout", "5m"], 3),
        (vec![(200, running), (403, "")], vec![], 4),
        (vec![(404, "")], vec![], 7),
        (vec![(200, "<html>")], vec![], 7),
    ] {
        let outcome = run((201, STARTED), &polls, &flags);
        assert_eq!(outcome.code, code, "{polls:?}: {}", outcome.err);
        assert!(outcome.err.contains("execution 'E1' of job 'J1' was started"), "{}", outcome.err);
        let next = "next: ncloud-dataflow execution get --wait J1 E1";
        assert!(outcome.err.lines().any(|line| line == next), "{}", outcome.err);
    }
}

#[test]
fn failed_polls_and_recovery_are_reported_once() {
    let done = r#"{"jobExecutionId":"E1","jobId":"J1","status":"COMPLETED"}"#;
    let running = r#"{"jobExecutionId":"E1","jobId":"J1","status":"RUNNING"}"#;
    let polls = [(200, running), (501, ""), (501, ""), (501, ""), (200, running), (200, done)];
    let outcome = run((201, STARTED), &polls, &["-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "E1\n"), "{}", outcome.err);
    let notes: Vec<&str> = outcome.err.lines().collect();
    assert_eq!(notes.len(), 3, "{}", outcome.err);
    assert!(notes[0].starts_with("note: started execution E1; to wait for it again: "), "{}", notes[0]);
    assert!(notes[1].starts_with("note: a poll failed, the wait continues: getJobExecution: "), "{}", notes[1]);
    assert_eq!(notes[2], "note: polling works again");
}

#[test]
fn an_accepted_start_is_never_reported_as_not_sent() {
    let done = r#"{"jobExecutionId":"E1","jobId":"J1","status":"COMPLETED"}"#;
    let outcome = run((201, r#"{"jobExecutionId":"E1","jobId":""}"#), &[(200, done)], &[]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    for start in ["", "{}", "<html>", r#"{"jobId":"J1","jobExecutionId":""}"#] {
        let outcome = run((201, start), &[(200, done)], &[]);
        assert_eq!(outcome.code, 7, "{start}: {}", outcome.err);
        assert!(!outcome.err.contains("nothing was sent"), "{}", outcome.err);
        assert!(outcome.err.contains("accepted"), "{}", outcome.err);
        assert!(outcome.err.contains("next: ncloud-dataflow execution list J1\n"), "{}", outcome.err);
    }
}

#[test]
fn a_lost_response_has_exit_code_7_and_a_next_command() {
    let emulator = crate::harness::emulator(|builder| builder.fault(Fault::Lost, 1.0));
    for (args, next) in [
        (vec!["job", "run", "gqigvHhTu7ra", "--by-id"], "execution list gqigvHhTu7ra"),
        (vec!["job", "create", "--name", "job001", "--type", "SCRIPT"], "job list"),
        (vec!["execution", "cancel", "gqigvHhTu7ra", "E1", "--by-id"], "execution get gqigvHhTu7ra E1"),
    ] {
        let outcome = Session::of(&emulator).run(&args);
        assert_eq!(outcome.code, 7, "{}", outcome.err);
        assert!(outcome.err.contains("it may have been carried out"), "{}", outcome.err);
        assert!(outcome.err.contains(&format!("next: ncloud-dataflow {next}\n")), "{}", outcome.err);
    }
}

#[test]
fn an_interrupt_in_flight_reports_an_unknown_outcome() {
    for (args, next) in [
        (vec!["job", "run", "J1", "--by-id"], "execution list J1"),
        (vec!["job", "run", "J1", "--by-id", "--wait"], "execution list J1"),
        (vec!["job", "create", "--name", "job001", "--type", "SCRIPT"], "job list"),
        (vec!["job", "delete", "J1", "--by-id", "--yes"], "job get J1"),
    ] {
        let (endpoint, arrival) = holding();
        let outcome = Session::at(&endpoint).interrupted_by(arrival).run(&args);
        assert_eq!((outcome.code, outcome.out.as_str()), (130, ""), "{args:?}: {}", outcome.err);
        assert!(outcome.err.contains("it may have been carried out"), "{args:?}: {}", outcome.err);
        assert!(outcome.err.ends_with(&format!("next: ncloud-dataflow {next}\n")), "{args:?}: {}", outcome.err);
    }
    let (endpoint, arrival) = holding();
    let outcome = Session::at(&endpoint).interrupted_by(arrival).run(&["job", "list"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (130, "interrupted\n"), "a call that reads changes nothing");
}

#[test]
fn an_interrupted_wait_shows_the_command_to_wait_again() {
    let running = r#"{"jobExecutionId":"E1","jobId":"J1","status":"RUNNING"}"#.to_owned();
    let endpoint = responding(move |request| match request.method() == "POST" {
        true => (201, STARTED.to_owned()),
        false => (200, running.clone()),
    });
    let session = Session::at(&endpoint).with_clock(FakeClock::new()).interrupted_after(Duration::from_secs(3));
    let outcome = session.run(&["job", "run", "J1", "--by-id", "--wait"]);
    let expected = "note: started execution E1; to wait for it again: ncloud-dataflow execution get --wait J1 E1\n\
                    interrupted; execution E1 continues\n\
                    next: ncloud-dataflow execution get --wait J1 E1\n";
    assert_eq!((outcome.code, outcome.err.as_str()), (130, expected));
}
