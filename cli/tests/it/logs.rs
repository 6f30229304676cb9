//! `execution logs`, against an S3 server of others.

use crate::harness::{JOB, Outcome, Session, closed, responding, scripted};
use crate::s3::{S3, SECRET_KEY, append};
use ncloud_testing::FakeClock;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const RUN: &str = "fKE22JFX4PAu";
const KEY: &str = "sparkHistoryLogs/console/gqigvHhTu7ra/fKE22JFX4PAu_2025-03-21T11:12:56.log";

/// Returns the response that describes a run.
fn run(status: &str, path: Option<&str>) -> String {
    let path = path.map(|path| format!(r#","consoleLogPath":"{path}""#)).unwrap_or_default();
    let ended = if status == "RUNNING" { "null" } else { r#""2025-03-21T11:15:00+0900""# };
    format!(
        r#"{{"jobExecutionId":"{RUN}","jobId":"{JOB}","jobName":"nightly-etl","status":"{status}","endDate":{ended},
        "startDate":"2025-03-21T11:12:56+0900","jobCondition":{{"logPath":"logs/x"{path}}}}}"#
    )
}

/// Runs `execution logs` on a completed run with this log.
fn logs(s3: &S3, key: &str, args: &[&str]) -> Outcome {
    session(s3, &format!("logs/{key}")).run(&[&["execution", "logs", JOB, RUN], args].concat())
}

fn session(s3: &S3, path: &str) -> Session {
    let api = scripted(vec![(200, run("COMPLETED", Some(path)))]);
    Session::at(&api).with("NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT", &s3.endpoint)
}

#[track_caller]
fn check_failed(outcome: &Outcome, code: u8, parts: &[&str]) {
    assert_eq!((outcome.code, outcome.out.as_str()), (code, ""), "{}", outcome.err);
    for part in parts {
        assert!(outcome.err.contains(part), "expected '{part}':\n{}", outcome.err);
    }
    assert!(!outcome.err.contains(SECRET_KEY) && !outcome.err.contains("Signature="), "{}", outcome.err);
}

#[test]
fn prints_every_byte_of_the_log() {
    let s3 = S3::start("logs-bytes");
    let log = "26/11/24 INFO start\r\n\tat 한글\u{1b}[31m\nno end";
    s3.put(KEY, log);
    let outcome = logs(&s3, KEY, &[]);
    assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, log, ""));
    let request = &s3.requests()[0];
    assert_eq!(request.target.replace("%3A", ":"), format!("/logs/{KEY}"));
    assert!(request.headers["authorization"].to_str().unwrap().contains("/kr-standard/s3/aws4_request"));
    let verbose = logs(&s3, KEY, &["-v"]);
    let place = format!("log: bucket 'logs', key '{KEY}' at {}", s3.endpoint);
    assert!(verbose.err.lines().any(|line| line == place), "{}", verbose.err);
    let on_terminal = session(&s3, &format!("logs/{KEY}")).on_a_terminal().run(&["execution", "logs", JOB, RUN]);
    assert_eq!(on_terminal.out, "26/11/24 INFO start\n\tat 한글\\u{1b}[31m\nno end\n");
}

#[test]
fn keys_are_neither_decoded_nor_normalized() {
    let s3 = S3::start("logs-keys");
    for key in
        ["50% of/a b.log", "a%2Fb/%41.log", "작업/실행_1:2.log", "a+b=c&d?e#f.log", "a'b\"c/~(d)!*.log", "x/..y/.z"]
    {
        s3.put(key, format!("log of {key}\n"));
        let outcome = session(&s3, &format!("logs/{}", key.replace('"', "\\\""))).run(&["execution", "logs", JOB, RUN]);
        assert_eq!((outcome.code, outcome.out), (0, format!("log of {key}\n")), "{key}: {}", outcome.err);
    }
    for path in ["logs/a/../b", "logs//a", "logs", "logs/"] {
        check_failed(&session(&s3, path).run(&["execution", "logs", JOB, RUN]), 6, &["cannot be read", path]);
    }
}

#[test]
fn prints_the_last_lines() {
    let s3 = S3::start("logs-tail");
    s3.put(KEY, "one\ntwo\n\nfour\n");
    for (count, expected) in
        [("0", ""), ("1", "four\n"), ("2", "\nfour\n"), ("4", "one\ntwo\n\nfour\n"), ("9", "one\ntwo\n\nfour\n")]
    {
        assert_eq!(logs(&s3, KEY, &["--tail", count]).out, expected, "{count}");
    }
    s3.put(KEY, "one\ntwo");
    assert_eq!(logs(&s3, KEY, &["--tail", "1"]).out, "two");
    s3.put(KEY, "");
    for args in [&["--tail", "3"][..], &[]] {
        let outcome = logs(&s3, KEY, args);
        assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, "", ""));
    }
    // Lines that begin before the part that is read first.
    let lines: Vec<String> = (0..200).map(|number| format!("{number} {}\n", "x".repeat(5000))).collect();
    s3.put(KEY, lines.concat());
    assert_eq!(logs(&s3, KEY, &["--tail", "150"]).out, lines[50..].concat());
}

#[test]
fn the_tail_of_a_large_log_reads_little() {
    let s3 = S3::start("logs-large");
    let line = format!("{}\n", "x".repeat(99));
    s3.put(KEY, line.repeat(1024 * 1024));
    let outcome = logs(&s3, KEY, &["--tail", "100"]);
    assert_eq!((outcome.code, outcome.out.len()), (0, 100 * 100), "{}", outcome.err);
    let read: u64 = s3.requests().iter().map(|request| request.length).sum();
    assert!(read < 256 * 1024, "{read} bytes");
}

#[test]
fn a_large_log_is_read_in_parts() {
    let s3 = S3::start("logs-parts");
    let log: String = (0..1_000_000).map(|number| format!("line {number:06}\n")).collect();
    s3.put(KEY, &log);
    let outcome = logs(&s3, KEY, &[]);
    assert!(outcome.code == 0 && outcome.out == log, "{}", outcome.err);
    assert!(s3.requests().iter().all(|request| request.length <= 4 * 1024 * 1024));
}

#[test]
fn filters_lines() {
    let s3 = S3::start("logs-grep");
    s3.put(KEY, "ERROR one\nINFO\nWARN two\nERROR three");
    assert_eq!(logs(&s3, KEY, &["--grep", "ERROR|WARN"]).out, "ERROR one\nWARN two\nERROR three\n");
    assert_eq!(logs(&s3, KEY, &["--grep", "ERROR", "--tail", "2"]).out, "ERROR three\n");
    let none = logs(&s3, KEY, &["--grep", "FATAL"]);
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (0, "", "note: no line matches\n"));
    // Nothing listens there: both are refused first.
    check_failed(&Session::at(&closed()).run(&["execution", "logs", RUN, "-o", "json"]), 2, &["no output format"]);
    let invalid = Session::at(&closed()).run(&["execution", "logs", RUN, "--grep", "(a"]);
    check_failed(&invalid, 2, &["--grep", "(a"]);
}

#[test]
fn rejected_credentials_and_missing_objects_have_remedies() {
    let s3 = S3::start("logs-refused");
    s3.put(KEY, "secret\n");
    let wrong = session(&s3, &format!("logs/{KEY}")).with("NCLOUD_SECRET_ACCESS_KEY", "another-key");
    let outcome = wrong.run(&["execution", "logs", JOB, RUN]);
    check_failed(&outcome, 4, &["rejected the credentials", "SignatureDoesNotMatch", "secret key"]);
    assert!(!outcome.err.contains("another-key"));
    let unknown = session(&s3, &format!("logs/{KEY}")).with("NCLOUD_ACCESS_KEY_ID", "ANOTHER");
    assert_eq!(unknown.run(&["execution", "logs", JOB, RUN]).code, 4);
    check_failed(&logs(&s3, "other.log", &[]), 6, &["'other.log' does not exist", "has ended"]);
    let api = scripted(vec![(200, run("RUNNING", Some("logs/later.log")))]);
    let later = Session::at(&api).with("NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT", &s3.endpoint);
    check_failed(&later.run(&["execution", "logs", JOB, RUN]), 6, &["'later.log' does not exist", "--follow"]);
}

#[test]
fn refusals_of_other_servers_have_remedies() {
    let xml =
        |code: &str| format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>AKID sig</Message></Error>");
    for (status, code, exit, part) in [
        (404, "NoSuchBucket", 6, "the bucket 'logs' does not exist"),
        (403, "AccessDenied", 4, "GetObject"),
        (403, "RequestTimeTooSkewed", 4, "clock"),
        (401, "", 4, "rejected the credentials"),
        (301, "PermanentRedirect", 1, "refused the request (HTTP 301, PermanentRedirect)"),
        (503, "SlowDown", 1, "has failed (HTTP 503, SlowDown)"),
        (404, "", 6, "does not exist"),
        (200, "", 1, "cannot be used"),
    ] {
        let body = if code.is_empty() { String::new() } else { xml(code) };
        let storage = responding(move |_| (status, body.clone()));
        let api = scripted(vec![(200, run("COMPLETED", Some("logs/a.log")))]);
        let args = ["execution", "logs", JOB, RUN, "--object-storage-endpoint", &storage];
        check_failed(&Session::at(&api).run(&args), exit, &[part]);
    }
}

#[test]
fn an_address_that_cannot_be_used_is_an_error() {
    let logs = |endpoint: &str| {
        let api = scripted(vec![(200, run("COMPLETED", Some("logs/a.log")))]);
        Session::at(&api).run(&["execution", "logs", JOB, RUN, "--object-storage-endpoint", endpoint])
    };
    check_failed(&logs(&closed()), 1, &["cannot be reached", "--object-storage-endpoint"]);
    check_failed(&logs("http://192.0.2.1"), 2, &["plain http", "nothing was sent"]);
    check_failed(&logs("ftp://x"), 2, &["no address of Object Storage"]);
    // Keys of another service are not sent to the public one.
    let api = scripted(vec![(200, run("COMPLETED", Some("logs/a.log")))]);
    check_failed(
        &Session::at(&api).run(&["execution", "logs", JOB, RUN]),
        2,
        &["is not known for the service at", "NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT"],
    );
}

#[test]
fn a_run_without_a_log_path_says_how_to_set_one() {
    let api = scripted(vec![(200, run("COMPLETED", None).replace(r#""logPath":"logs/x""#, ""))]);
    check_failed(
        &Session::at(&api).run(&["execution", "logs", JOB, RUN]),
        6,
        &["has no log path", "job update", "logPath"],
    );
    let api = scripted(vec![(200, run("RUNNING", None))]);
    check_failed(&Session::at(&api).run(&["execution", "logs", JOB, RUN]), 6, &["has no log yet", "--follow"]);
}

#[test]
fn follows_a_log_until_the_run_has_ended_and_the_log_is_complete() {
    let s3 = S3::start("logs-follow");
    let file = s3.file(KEY);
    // With each poll of the run, its log grows. The last line arrives after the end of the run.
    let mut looks = 0;
    let api = responding(move |_| {
        looks += 1;
        let (status, path) = match looks {
            1 => ("RUNNING", None),
            2 => ("RUNNING", Some(())),
            3..=5 => {
                append(&file, format!("line {looks}\nhalf ").as_bytes());
                ("RUNNING", Some(()))
            }
            _ => {
                append(&file, b"of a line\nlast");
                ("FAILED", Some(()))
            }
        };
        let started = run(status, path.map(|()| format!("logs/{KEY}")).as_deref());
        (200, if looks == 1 { started.replace(r#""2025-03-21T11:12:56+0900""#, "null") } else { started })
    });
    let clock = FakeClock::new();
    let session =
        Session::at(&api).with_clock(clock.clone()).with("NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT", &s3.endpoint);
    let outcome = session.run(&["execution", "logs", JOB, RUN, "--follow"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(outcome.out, "line 3\nhalf line 4\nhalf line 5\nhalf of a line\nlast");
    assert_eq!(
        outcome.err,
        "note: there is no log yet; waiting for it\n\
         note: execution 'fKE22JFX4PAu' of job 'nightly-etl' has ended: FAILED\n"
    );
    assert!(clock.sleeps().iter().all(|sleep| *sleep == Duration::from_secs(5)));
}

#[test]
fn following_survives_failures_and_a_log_that_becomes_shorter() {
    let s3 = S3::start("logs-rough");
    s3.put(KEY, "a long first version\n");
    let (file, polls) = (s3.file(KEY), Arc::new(Mutex::new(0)));
    let looks = polls.clone();
    let api = responding(move |_| {
        let mut looks = looks.lock().unwrap();
        *looks += 1;
        match *looks {
            1 => (200, run("RUNNING", Some(&format!("logs/{KEY}")))),
            2..=4 => (500, "{}".to_owned()),
            5 => {
                std::fs::write(&file, "short\n").unwrap();
                (200, run("COMPLETED", Some(&format!("logs/{KEY}"))))
            }
            _ => (200, run("COMPLETED", Some(&format!("logs/{KEY}")))),
        }
    });
    let session = Session::at(&api).with_clock(FakeClock::new());
    let args = ["execution", "logs", JOB, RUN, "--follow", "--object-storage-endpoint", &s3.endpoint];
    let outcome = session.run(&args);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "a long first version\nshort\n"), "{}", outcome.err);
    for part in ["reading the state failed, following continues", "reading works again", "has become shorter"] {
        assert!(outcome.err.contains(part), "expected '{part}':\n{}", outcome.err);
    }
}

#[test]
fn follows_the_last_lines() {
    let s3 = S3::start("logs-follow-tail");
    s3.put(KEY, "one\ntwo\nthree\n");
    s3.append(KEY, "four\n");
    let outcome = logs_following(&s3, &["--tail", "2", "--grep", "r"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "three\nfour\n"), "{}", outcome.err);
}

fn logs_following(s3: &S3, args: &[&str]) -> Outcome {
    let api = responding(|_| (200, run("COMPLETED", Some(&format!("logs/{KEY}")))));
    let session =
        Session::at(&api).with_clock(FakeClock::new()).with("NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT", &s3.endpoint);
    session.run(&[&["execution", "logs", JOB, RUN, "--follow"], args].concat())
}

#[test]
fn the_job_may_be_given_by_name_or_left_out() {
    let s3 = S3::start("logs-named");
    s3.put(KEY, "found\n");
    let answer = |target: &str| match target {
        target if target.contains("page=1") => (200, r#"{"list":[]}"#.to_owned()),
        target if target.ends_with(&format!("/{JOB}/executions/{RUN}")) => {
            (200, run("COMPLETED", Some(&format!("logs/{KEY}"))))
        }
        target if target.contains(&format!("/{JOB}/executions")) => {
            (200, format!(r#"{{"list":[{}],"totalCount":1}}"#, run("COMPLETED", None)))
        }
        target if target.ends_with("/jobs") || target.contains("/jobs?") => {
            (200, format!(r#"{{"list":[{{"jobId":"{JOB}","name":"nightly-etl"}}],"totalCount":1}}"#))
        }
        _ => (404, r#"{"error":{"errorCode":"300","message":"Not Found"}}"#.to_owned()),
    };
    for args in [&["nightly-etl", RUN][..], &[RUN]] {
        let api = responding(move |request| answer(request.target()));
        let session = Session::at(&api).with("NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT", &s3.endpoint);
        let outcome = session.run(&[&["execution", "logs"], args].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (0, "found\n"), "{args:?}: {}", outcome.err);
    }
    let last = Session::at(&closed()).run(&["execution", "logs", JOB, "@last"]);
    check_failed(&last, 2, &["needs no job"]);
}

/// Runs `job run --wait --logs` on a run that ends with this state, and whose log grows with each poll.
fn waited(s3: &S3, status: &'static str, storage: &str) -> Outcome {
    let (file, mut looks) = (s3.file(KEY), 0);
    let api = responding(move |request| {
        if request.method() == "POST" {
            return (201, format!(r#"{{"jobExecutionId":"{RUN}"}}"#));
        }
        looks += 1;
        if looks > 1 {
            append(&file, format!("line {looks}\n").as_bytes());
        }
        let path = (looks > 2).then(|| format!("logs/{KEY}"));
        (200, run(if looks < 6 { "RUNNING" } else { status }, path.as_deref()))
    });
    let args = ["job", "run", JOB, "--by-id", "--wait", "--logs", "-o", "name", "--object-storage-endpoint", storage];
    Session::at(&api).with_clock(FakeClock::new()).run(&args)
}

#[test]
fn a_wait_prints_the_log_to_the_error_stream() {
    let s3 = S3::start("logs-wait");
    let outcome = waited(&s3, "FAILED", &s3.endpoint);
    assert_eq!((outcome.code, outcome.out.as_str()), (5, "fKE22JFX4PAu\n"), "{}", outcome.err);
    let lines: Vec<_> = outcome.err.lines().filter(|line| line.starts_with("line ")).collect();
    assert!(
        lines.len() >= 5 && lines == (0..lines.len()).map(|at| format!("line {}", at + 2)).collect::<Vec<_>>(),
        "{}",
        outcome.err
    );
}

#[test]
fn a_log_that_cannot_be_read_does_not_change_the_verdict() {
    for (storage, part) in [
        (responding(|_| (403, "<Code>AccessDenied</Code>".to_owned())), "GetObject"),
        ("http://192.0.2.1".to_owned(), "plain http"),
    ] {
        let s3 = S3::start("logs-wait-denied");
        let outcome = waited(&s3, "COMPLETED", &storage);
        assert_eq!((outcome.code, outcome.out.as_str()), (0, "fKE22JFX4PAu\n"), "{}", outcome.err);
        assert_eq!(outcome.err.matches("the log cannot be read, the wait continues").count(), 1, "{}", outcome.err);
        assert!(outcome.err.contains(part), "{}", outcome.err);
    }
    // Neither does one that never exists.
    let s3 = S3::start("logs-wait-none");
    assert_eq!(waited(&s3, "COMPLETED", &closed()).code, 0);
}

#[test]
fn logs_while_waiting_need_the_wait() {
    for args in
        [&["job", "run", JOB, "--logs"][..], &["job", "run", JOB, "--wait", "--object-storage-endpoint", "https://x"]]
    {
        assert_eq!(Session::at(&closed()).run(args).code, 2, "{args:?}");
    }
}
