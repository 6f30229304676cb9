//! Executions of all jobs: filters, the time span, and what cannot be read.

use crate::harness::{Folder, JOB, Session, emulator, is_first, responding};
use crate::state::{Run, run, session, write};

const fn at(id: &'static str, job: &'static str, hours_ago: i64, seconds: i64, status: &'static str) -> Run<'static> {
    Run { id, job, hours_ago, seconds, status }
}

/// `evening` was created before the last 24 hours and failed in them.
const RUNS: [Run<'static>; 6] = [
    at("old", "nightly", 60, 600, "FAILED"),
    at("evening", "nightly", 25, 7200, "FAILED"),
    at("morning", "nightly", 8, 600, "COMPLETED"),
    at("canceled", "hourly", 6, 60, "CANCELED"),
    at("noon", "hourly", 4, 60, "FAILED"),
    at("now", "hourly", 1, 0, "RUNNING"),
];

fn names(args: &[&str]) -> String {
    let folder = Folder::new("searches");
    let file = write(&folder, &["nightly", "hourly"], &RUNS);
    let outcome = run(&session(&folder), &file, &[args, &["-o", "name"]].concat());
    outcome.out.trim_end().replace('\n', " ")
}

#[test]
fn executions_of_all_jobs_are_listed_newest_first() {
    assert_eq!(names(&["execution", "list"]), "now noon canceled morning evening old");
    assert_eq!(names(&["execution", "list", "--limit", "2"]), "now noon");
    assert_eq!(names(&["execution", "list", "--job", "nightly"]), "morning evening old");
    assert_eq!(names(&["execution", "list", "nightly", "--since", "9h"]), "morning");
}

#[test]
fn an_execution_belongs_to_the_time_span_if_it_was_alive_in_it() {
    assert_eq!(names(&["execution", "list", "--since", "24h"]), "now noon canceled morning evening");
    assert_eq!(names(&["execution", "list", "--since", "24h", "--by", "created"]), "now noon canceled morning");
    assert_eq!(
        names(&["execution", "list", "--since", "24h", "--until", "5h", "--by", "ended"]),
        "canceled morning evening"
    );
    // The start of the clock is 22:13:20 UTC.
    assert_eq!(names(&["execution", "list", "--since", "2023-11-14T14:00"]), "now noon canceled morning");
    assert_eq!(names(&["execution", "list", "--since", "2023-11-14T23:00+09:00"]), "now noon canceled morning");
    assert_eq!(names(&["execution", "list", "--until", "2023-11-14", "--job", "nightly"]), "evening old");
}

#[test]
fn executions_are_filtered_by_state() {
    assert_eq!(names(&["execution", "list", "--status", "FAILED"]), "noon evening old");
    assert_eq!(
        names(&["execution", "list", "--status", "failed", "--status", "CANCELED", "--since", "12h"]),
        "noon canceled"
    );
    assert_eq!(names(&["execution", "failed", "--since", "24h"]), "noon evening");
    assert_eq!(names(&["execution", "failed", "--since", "3h"]), "");
}

#[test]
fn failed_has_an_exit_code_for_each_answer() {
    let folder = Folder::new("failed-codes");
    let file = write(&folder, &["nightly", "hourly"], &RUNS);
    let failed = |since: &str| run(&session(&folder), &file, &["execution", "failed", "--since", since, "-o", "name"]);
    let some = failed("24h");
    assert_eq!((some.code, some.err.lines().next()), (5, Some("error: 2 executions have failed")));
    let none = failed("3h");
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (0, "", "no execution has failed\n"));
    let odd = write(&folder, &["nightly"], &[at("odd", "nightly", 2, 60, "EVAPORATED")]);
    let unknown = run(&session(&folder), &odd, &["execution", "failed"]);
    assert_eq!(unknown.code, 7, "{}", unknown.err);
    assert!(
        unknown.err.contains("the outcome of execution 'odd' of job 'nightly' (EVAPORATED) is unknown"),
        "{}",
        unknown.err
    );
}

/// Serves two jobs. The executions of the second one cannot be read.
fn half_broken(status: u16) -> String {
    let jobs = r#"{"list":[{"jobId":"J1","name":"one"},{"jobId":"J2","name":"two"}]}"#;
    responding(move |request| match request.target().split('?').next().unwrap_or_default() {
        "/api/v1/jobs" if is_first(request) => (200, jobs.to_owned()),
        "/api/v1/jobs/J2/executions" | "/api/v1/jobs/J2/executions/E1" => (status, String::new()),
        "/api/v1/jobs/J1/executions/E1" => (404, String::new()),
        _ => (200, r#"{"list":[]}"#.to_owned()),
    })
}

#[test]
fn a_job_that_cannot_be_read_is_never_a_job_without_failures() {
    for (status, code) in [(501, 1), (403, 4)] {
        let outcome = Session::at(&half_broken(status)).run(&["execution", "failed"]);
        assert_eq!(outcome.code, code, "{}", outcome.err);
        assert!(!outcome.err.contains("no execution has failed"), "{}", outcome.err);
        assert!(outcome.err.contains("job 'two' could not be read"), "{}", outcome.err);
    }
    // A job that is deleted meanwhile has no executions.
    let outcome = Session::at(&half_broken(404)).run(&["execution", "failed"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
}

#[test]
fn an_execution_that_cannot_be_read_is_not_fine() {
    let endpoint = responding(|request| match request.target().split('?').next().unwrap_or_default() {
        "/api/v1/jobs" if is_first(request) => (200, r#"{"list":[{"jobId":"J1"}]}"#.to_owned()),
        "/api/v1/jobs/J1/executions" if is_first(request) => (200, r#"{"list":["odd"]}"#.to_owned()),
        _ => (200, r#"{"list":[]}"#.to_owned()),
    });
    assert_eq!(Session::at(&endpoint).run(&["execution", "failed"]).code, 7);
}

#[test]
fn invalid_filters_are_rejected_before_anything_is_sent() {
    let emulator = emulator(|builder| builder);
    for (args, expected) in [
        (&["--status", "BROKEN"] as &[&str], "READY, RUNNING, COMPLETED, FAILED, CANCELED"),
        (&["--since", "1h", "--until", "2h"], "is not before --until"),
        (&["--since", "yesterday"], "such as 24h or 7d"),
        (&["--until", "2023-02-30"], "such as 24h or 7d"),
        (&["--since", "24h", "--page", "1"], "'--page' needs a job"),
        (&["--no-paginate"], "'--no-paginate' needs a job"),
    ] {
        let outcome = Session::of(&emulator).run(&[&["execution", "list"], args].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
    }
    let zone = Session::of(&emulator).with("TZ", "Mars/Olympus").run(&["execution", "list", "--since", "24h"]);
    assert_eq!((zone.code, emulator.requests()), (2, 0), "{}", zone.err);
    let job = Session::of(&emulator).run(&["execution", "list", "--job", "nosuch", "--since", "24h"]);
    assert_eq!(job.code, 6, "{}", job.err);
}

#[test]
fn an_execution_is_found_by_its_id_alone() {
    let folder = Folder::new("by-id");
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator).with("XDG_STATE_HOME", &folder.path("record"));
    let searched = session.run(&["execution", "get", "fKE22JFX4PAu", "-o", "name"]);
    assert_eq!((searched.code, searched.out.as_str()), (0, "fKE22JFX4PAu\n"), "{}", searched.err);
    assert!(searched.err.contains("searching all jobs"), "{}", searched.err);
    let missing = session.run(&["execution", "get", "nosuch"]);
    assert_eq!(missing.code, 6, "{}", missing.err);
    assert!(missing.err.contains("no job has an execution 'nosuch'"), "{}", missing.err);
    let last = session.run(&["execution", "get", "@last"]);
    assert_eq!(last.code, 6, "{}", last.err);
    let started = session.run(&["job", "run", JOB, "-o", "name"]).out;
    let last = session.run(&["execution", "get", "@last", "-o", "name"]);
    assert_eq!((last.code, last.out, last.err.as_str()), (0, started, ""));
    let both = session.run(&["execution", "get", JOB, "@last"]);
    assert_eq!(both.code, 2, "{}", both.err);
    let off = session.run(&["execution", "get", "@last", "--no-record"]);
    assert_eq!(off.code, 6);
    assert!(off.err.contains("the local record is off"), "{}", off.err);
}

#[test]
fn a_search_that_is_incomplete_is_not_a_missing_execution() {
    let outcome = Session::at(&half_broken(501)).run(&["execution", "get", "E1"]);
    // The first job does not have it, and the second cannot be asked.
    assert_ne!(outcome.code, 6, "{}", outcome.err);
    assert_ne!(outcome.code, 0, "{}", outcome.err);
}

#[test]
fn a_record_that_cannot_be_used_changes_nothing_else() {
    let folder = Folder::new("bad-record");
    let emulator = emulator(|builder| builder);
    let blocked = folder.file("blocked", "a file where a folder should be");
    let session = Session::of(&emulator).with("XDG_STATE_HOME", &blocked);
    let outcome = session.run(&["job", "run", JOB, "-o", "name"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.err.contains("the local record") && outcome.err.contains("cannot be written"), "{}", outcome.err);
    let session = Session::of(&emulator).with("XDG_STATE_HOME", &folder.path("record"));
    let started = session.run(&["job", "run", JOB, "-o", "name"]).out;
    let files: Vec<_> = std::fs::read_dir(folder.path("record/ncloud-dataflow")).unwrap().collect();
    let file = files[0].as_ref().unwrap().path();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains("numWorker") && !text.contains("EMULATOR"), "{text}");
    std::fs::write(&file, format!("{{\"at\":1,\n{text}")).unwrap();
    let last = session.run(&["execution", "get", "@last", "-o", "name"]);
    assert_eq!((last.code, last.out), (0, started));
    assert!(last.err.contains("has 1 damaged lines"), "{}", last.err);
}
