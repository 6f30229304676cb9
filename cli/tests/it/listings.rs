//! How much of a listing is fetched and written.

use crate::harness::{JOB, Session, emulator, scripted};
use ncloud_dataflow_emulator::Emulator;
use serde_json::{Value, json};

const ROWS: usize = 2500;

fn filled() -> Emulator {
    emulator(|builder| builder.fill("getJobExecutions", ROWS))
}

/// Number of rows written, number of requests made.
fn counts(args: &[&str]) -> (usize, usize) {
    let emulator = filled();
    let args = [&["execution", "list", JOB, "-o", "name"], args].concat();
    let session = Session::of(&emulator).run(&args);
    assert_eq!(session.code, 0, "{}", session.err);
    (session.out.lines().count(), emulator.requests())
}

#[test]
fn everything_by_default() {
    assert_eq!(counts(&[]).0, ROWS);
    assert_eq!(counts(&["--page-size", "100"]).0, ROWS);
}

#[test]
fn at_most_limit_rows_and_no_request_more_than_they_need() {
    assert_eq!(counts(&["--limit", "4"]), (4, 1));
    assert_eq!(counts(&["--limit", "1000"]), (1000, 1));
    assert_eq!(counts(&["--limit", "1001"]), (1001, 2));
    assert_eq!(counts(&["--limit", "20", "--page-size", "10"]), (20, 2));
    assert_eq!(counts(&["--limit", "99999"]).0, ROWS);
    assert_eq!(counts(&["--limit", "0"]), (0, 0));
}

#[test]
fn one_page() {
    assert_eq!(counts(&["--no-paginate"]), (1000, 1));
    assert_eq!(counts(&["--no-paginate", "--page", "2"]), (500, 1));
    assert_eq!(counts(&["--no-paginate", "--page-size", "7"]), (7, 1));
    assert_eq!(counts(&["--no-paginate", "--page-size", "7", "--limit", "3"]), (3, 1));
}

#[test]
fn from_a_page_on() {
    assert_eq!(counts(&["--page", "1"]).0, 1500);
    assert_eq!(counts(&["--page", "24", "--page-size", "100"]).0, 100);
    assert_eq!(counts(&["--page", "25", "--page-size", "100"]).0, 0);
}

#[test]
fn pages_join_without_loss_or_repetition() {
    let emulator = filled();
    let whole = Session::of(&emulator).run(&["execution", "list", JOB, "-o", "jsonl"]).out;
    let pieces = Session::of(&emulator).run(&["execution", "list", JOB, "-o", "jsonl", "--page-size", "33"]).out;
    assert_eq!(whole, pieces);
    let mut ids: Vec<String> =
        whole.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["jobExecutionId"].to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), ROWS);
}

#[test]
fn rows_before_an_error_are_written() {
    let page = json!({"list": [{"jobExecutionId": "first", "jobId": JOB}]}).to_string();
    for (format, expected) in [
        ("name", "first\n"),
        ("csv", "jobExecutionId,status,type,startDate,duration,jobName\r\nfirst,,,,,\r\n"),
        ("table", "ID      STATUS   TYPE   STARTED   DURATION   JOB\nfirst   -        -      -         -          -\n"),
        // Not closed: no program may take it for the whole list.
        ("json", "[\n  {\n    \"jobExecutionId\": \"first\",\n    \"jobId\": \"gqigvHhTu7ra\"\n  }"),
    ] {
        let refusal = json!({"error": {"errorCode": "400", "message": "Quota Exceeded"}}).to_string();
        // Quota is never retried, so that each request has exactly one answer.
        let session = Session::at(&scripted(vec![(200, page.clone()), (429, refusal)]));
        let outcome = session.run(&["execution", "list", JOB, "--page-size", "1", "--limit", "2", "-o", format]);
        assert_eq!((outcome.code, outcome.out.as_str()), (1, expected), "{}", outcome.err);
        assert!(outcome.err.contains("429 400 Quota Exceeded"), "{}", outcome.err);
    }
}

#[test]
fn with_an_emulator_inside() {
    let session = Session::empty().run(&["--emulator", "execution", "list", JOB]);
    insta::assert_snapshot!(session.session());
    let after = Session::empty().run(&["execution", "list", JOB, "--emulator"]);
    assert_eq!(after.session(), session.session());
}

#[test]
fn says_what_it_calls_when_asked_to() {
    let emulator = filled();
    let session = Session::of(&emulator).run(&["execution", "list", JOB, "-v", "--limit", "1", "-o", "name"]);
    insta::assert_snapshot!(session.session());
}
