//! Flags of all commands: queries, logs, quiet, errors as JSON, and dry runs.

use crate::harness::{JOB, LiveLog, Outcome, Session, closed, emulator, scripted, scripted_page, without_numbers};
use ncloud_testing::server::{RawServer, response};
use serde_json::{Value, json};

const PAGE: &str = r#"{"list":[
    {"jobExecutionId":"a","status":"FAILED","jobCondition":{"numWorker":2}},
    {"jobExecutionId":"b","status":"COMPLETED","jobCondition":{"numWorker":3}}]}"#;

fn list(args: &[&str]) -> Outcome {
    let session = Session::at(&scripted_page(PAGE.to_owned()));
    session.run(&[&["execution", "list", JOB, "--by-id"], args].concat())
}

/// Expected values: jmespath.py 1.1.0 for the array of the rows.
#[test]
fn a_query_selects_from_all_rows() {
    for (args, expected) in [
        (&["--query", "[?status=='FAILED'].jobExecutionId"][..], "[\n  \"a\"\n]\n"),
        (&["--query", "length(@)"], "2\n"),
        (&["--query", "[].jobCondition.numWorker", "-o", "jsonl"], "2\n3\n"),
        (&["--query", "[0].jobCondition", "-o", "yaml"], "numWorker: 2\n"),
        (&["--query", "[].jobExecutionId", "-o", "name"], "a\nb\n"),
        (&["--query", "nothing"], "null\n"),
    ] {
        let outcome = list(args);
        assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, expected, ""), "{args:?}");
    }
}

#[test]
fn a_query_on_one_response_gets_the_whole_response() {
    let body = r#"{"result":[{"time":1742513574000,"value":1}]}"#;
    let session = Session::at(&scripted(vec![(200, body.to_owned())]));
    let range = ["--start-date", "2025-03-19T00:00:00", "--end-date", "2025-03-20T00:00:00"];
    let outcome = session.run(&[&["stats", "times", "--query", "result[0].value"][..], &range].concat());
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "1\n"), "{}", outcome.err);
}

/// A response whose keys are not sorted, with numbers that 64 bits cannot hold.
const ODD: &str = r#"{"z":1.10,"jobId":"j","big":12345678901234567890123,"a":{"y":-0,"x":1e2},"l":[3,1]}"#;

#[test]
fn a_query_keeps_the_order_of_keys_and_the_digits_of_numbers() {
    for (query, expected) in [
        ("@", ODD),
        ("a", r#"{"y":-0,"x":1e2}"#),
        ("big", "12345678901234567890123"),
        ("[z, big]", "[1.10,12345678901234567890123]"),
        ("{second: big, first: a}", r#"{"second":12345678901234567890123,"first":{"y":-0,"x":1e2}}"#),
        ("{b: {d: z, c: jobId}, a: l}", r#"{"b":{"d":1.10,"c":"j"},"a":[3,1]}"#),
        ("l[?@ != 'x'] | [0]", "3"),
        ("length(l)", "2"),
        ("reverse(l)", "[1,3]"),
        ("nothing || big", "12345678901234567890123"),
    ] {
        let session = Session::at(&scripted(vec![(200, ODD.to_owned())]));
        let outcome = session.run(&["job", "get", "j", "--by-id", "-o", "jsonl", "--query", query]);
        let printed = outcome.out.trim_end().replace('\n', ",");
        let expected = if expected.starts_with('[') { expected.trim_matches(['[', ']']) } else { expected };
        assert_eq!((outcome.code, printed.as_str()), (0, expected), "{query}: {}", outcome.err);
    }
}

#[test]
fn a_query_that_computes_with_an_inexact_number_is_refused() {
    let run = |query: &str, body: &str| {
        let session = Session::at(&scripted(vec![(200, body.to_owned())]));
        session.run(&["job", "get", "j", "--by-id", "--query", query])
    };
    for query in ["sum(l)", "big == `12345678901234567890124`", "l[?@ > `2`]", "to_string(big)", "max(l)"] {
        let outcome = run(query, ODD);
        assert_eq!((outcome.code, outcome.out.as_str()), (1, ""), "{query}");
        assert!(outcome.err.contains("12345678901234567890123"), "{query}: {}", outcome.err);
    }
    let sum = run("sum(l)", r#"{"l":[999999999999999,999999999999999]}"#);
    assert_eq!((sum.code, sum.out.as_str()), (1, ""), "{}", sum.err);
    let exact = r#"{"l":[1742513574000,2,1.5]}"#;
    for (query, expected) in
        [("sum(l[:2])", "1742513574002"), ("sum(l)", "1742513574003.5"), ("max(l)", "1742513574000")]
    {
        assert_eq!(run(query, exact).out.trim_end(), expected, "{query}");
    }
}

#[test]
fn a_bad_query_is_refused_before_anything_is_sent() {
    for (query, expected) in
        [("[?status==", "at character 11: "), ("[].nosuch(@)", "at character 4: there is no function 'nosuch'")]
    {
        let outcome = Session::at(&closed()).run(&["execution", "list", JOB, "--query", query]);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
        assert!(outcome.err.contains(expected), "{}", outcome.err);
    }
    for format in ["table", "wide", "csv"] {
        let outcome = Session::at(&closed()).run(&["execution", "list", JOB, "--query", "[]", "-o", format]);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{format}");
    }
}

#[test]
fn a_query_that_fails_is_an_error() {
    let outcome = list(&["--query", "sum([].jobExecutionId)"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
    assert!(outcome.err.contains("error: the query failed: at character 4: "), "{}", outcome.err);
    let outcome = list(&["--query", "[]", "-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
}

/// A part of the rows would give a wrong count.
#[test]
fn a_query_on_a_failed_listing_prints_nothing() {
    let refused = r#"{"error":{"errorCode":"400","message":"Quota Exceeded"}}"#.to_owned();
    let session = Session::at(&scripted(vec![(200, PAGE.to_owned()), (429, refused)]));
    let outcome = session.run(&["execution", "list", JOB, "--by-id", "--query", "length(@)"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""), "{}", outcome.err);
}

#[test]
fn verbose_logs_each_request() {
    let outcome = list(&["-v", "-o", "name"]);
    insta::assert_snapshot!(without_numbers(&outcome.err));
}

#[test]
fn verbose_logs_a_request_before_its_response() {
    let log = LiveLog::default();
    let seen = log.clone();
    let (report, logged) = std::sync::mpsc::channel();
    let server = RawServer::responding(move |_| {
        report.send(seen.text()).unwrap();
        Some(response(200, "", "{}"))
    });
    let session = Session::at(server.endpoint()).with_live_log(log.clone());
    let outcome = session.run(&["job", "get", "j", "--by-id", "-v"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let line = format!("getJob: GET {}/api/v1/jobs/j", server.endpoint());
    assert_eq!(logged.recv().unwrap(), line.clone() + "\n");
    assert!(log.text().contains(&(line + ": HTTP 200 after ")), "{}", log.text());
    // A quiet program writes nothing to it.
    let quiet = LiveLog::default();
    Session::at(server.endpoint()).with_live_log(quiet.clone()).run(&["job", "get", "j", "--by-id"]);
    assert_eq!(quiet.text(), "");
}

#[test]
fn very_verbose_logs_headers_and_bodies_without_secrets() {
    let secret = "example-secret-key";
    let body = format!(r#"{{"jobExecutionId":"e","echo":"{secret}","long":"{}"}}"#, "x".repeat(5000));
    let session = Session::at(&scripted(vec![(201, body)]));
    let outcome = session.run(&["job", "run", JOB, "--by-id", "--num-worker", "4", "-vv", "-o", "name"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (0, "e\n"), "{}", outcome.err);
    for expected in [
        "  > x-ncp-apigw-signature-v2: ****",
        "  > x-ncp-iam-access-key: EXAM****",
        "\"numWorker\":4",
        "  < content-length: ",
        "… and ",
    ] {
        assert!(outcome.err.contains(expected), "{expected}: {}", outcome.err);
    }
    assert!(!outcome.err.contains(secret) && !outcome.err.contains("EXAMPLE-ACCESS-KEY"), "{}", outcome.err);
    assert!(outcome.err.len() < 6000);
}

#[test]
fn quiet_omits_notes_but_no_errors() {
    let session = Session::at(&scripted_page(r#"{"list":[]}"#.to_owned()));
    assert_eq!(session.run(&["execution", "list", JOB, "-q", "-o", "name"]).err, "");
    let outcome = Session::empty().run(&["--emulator", "execution", "list", "nosuchjob", "--quiet"]);
    assert_eq!(outcome.code, 6);
    assert!(outcome.err.starts_with("error: ") && outcome.err.contains("\nhint: "), "{}", outcome.err);
}

/// Returns the only object on the error stream.
fn error(outcome: &Outcome) -> Value {
    let error: Value = serde_json::from_str(&outcome.err).unwrap();
    assert_eq!(error.get("exitCode"), Some(&json!(outcome.code)));
    error
}

#[test]
fn errors_can_be_one_json_object() {
    let refused = r#"{"error":{"errorCode":"300","message":"Not Found"}}"#;
    let server = RawServer::start(vec![response(404, "x-ncp-request-id: req-7\r\n", refused)]);
    let outcome =
        Session::at(server.endpoint()).run(&["execution", "get", "j", "e", "--by-id", "--error-format", "json"]);
    let error = error(&outcome);
    assert_eq!(error["kind"], "service");
    assert_eq!((&error["status"], &error["code"]), (&json!(404), &json!("300")));
    assert_eq!(error["requestId"], "req-7");
    assert!(error["message"].as_str().unwrap().contains("not found"), "{error}");
    assert!(error["hint"].is_string() && error["execution"].is_null(), "{error}");
}

#[test]
fn all_failures_are_json_objects_with_the_same_keys() {
    let emulator = emulator(|builder| builder);
    let json = ["--error-format", "json"];
    let mut keys = Vec::new();
    for (args, kind, code) in [
        (&["execution", "list", JOB, "--limit", "x"][..], "usage", 2),
        (&["nosuch"], "usage", 2),
        (&["job", "delete", JOB], "usage", 2),
        (&["job", "get", "nosuch"], "service", 6),
        (&["job", "create", "--name", "x"], "usage", 2),
        (&["job", "list", "-v"], "usage", 2),
    ] {
        let outcome = Session::of(&emulator).run(&[args, &json].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (code, ""), "{args:?}: {}", outcome.err);
        let error = error(&outcome);
        assert_eq!(error["kind"], kind, "{args:?}");
        assert!(!error["message"].as_str().unwrap().is_empty() && error["hint"].is_string(), "{error}");
        keys.push(error.as_object().unwrap().keys().cloned().collect::<Vec<_>>());
    }
    keys.dedup();
    assert_eq!(keys.len(), 1, "{keys:?}");
}

#[test]
fn a_failed_run_is_a_json_object_with_its_execution() {
    let started = json!({"jobId": "j", "jobExecutionId": "e", "status": "RUNNING"}).to_string();
    let failed = json!({"jobId": "j", "jobExecutionId": "e", "status": "FAILED"}).to_string();
    let session = Session::at(&scripted(vec![(201, started), (200, failed)]));
    let outcome = session.run(&["job", "run", "j", "--by-id", "--wait", "-o", "name", "--error-format=json"]);
    let error = error(&outcome);
    assert_eq!((outcome.code, outcome.out.as_str()), (5, "e\n"));
    assert_eq!((&error["kind"], &error["execution"]), (&json!("run-failed"), &json!("e")));
}

#[test]
fn a_dry_run_sends_no_change() {
    for (args, expected) in [
        (&["job", "delete", "job001"][..], "DELETE /api/v1/jobs/gqigvHhTu7ra"),
        (&["job", "run", "job001", "--num-worker", "4", "--wait"], "\"numWorker\": 4"),
        (&["workflow", "run", "workflow001"], "POST /api/v1/workflows/3tfNLPaaaaaa"),
        (
            &["workflow", "run", "workflow001", "--dataflow-payload", "e30="],
            "/executions\nx-ncp-dataflow-payload: e30=\n",
        ),
        (
            &["trigger", "create", "--name", "nightly", "--type", "NONE", "--trigger-rule-type", "NONE"],
            "\"name\": \"nightly\"",
        ),
    ] {
        let emulator = emulator(|builder| builder);
        let session = Session::of(&emulator);
        let outcome = session.run(&[args, &["--dry-run"]].concat());
        assert_eq!(outcome.code, 0, "{args:?}: {}", outcome.err);
        assert_eq!(outcome.err, "note: dry run; the request was not sent\n");
        assert!(outcome.out.replace(emulator.endpoint(), "").contains(expected), "{args:?}: {}", outcome.out);
    }
}

/// A server that fails a test that changes something.
#[test]
fn a_dry_run_only_reads() {
    let server = RawServer::responding(|request| {
        assert!(request.head().starts_with("GET "), "{}", request.head());
        let is_first = !request.target().contains("page=");
        let rows = if is_first { r#"{"jobId":"id","name":"n"}"# } else { "" };
        Some(response(200, "", &format!("{{\"list\":[{rows}]}}")))
    });
    let session = Session::at(server.endpoint());
    let outcome = session.run(&["job", "delete", "n", "--dry-run", "-o", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let printed: Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(printed["method"], "DELETE");
    assert_eq!(printed["url"], format!("{}/api/v1/jobs/id", server.endpoint()));
    assert!(server.requests().iter().all(|request| request.head().starts_with("GET ")));
    let sent = server.requests().len();
    let outcome = session.run(&["job", "run", "id", "--by-id", "--dry-run"]);
    assert_eq!((outcome.code, server.requests().len()), (0, sent), "{}", outcome.err);
}

#[test]
fn help_is_a_command_too() {
    for (help, same) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "job"], &["job", "--help"]),
        (&["help", "job", "run"], &["job", "run", "--help"]),
        (&["job"], &["job", "-h"]),
        (&[], &["-h"]),
    ] {
        let (help, same) = (Session::empty().run(help), Session::empty().run(same));
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        assert_eq!(help.out, same.out);
    }
    let unknown = Session::empty().run(&["help", "nosuch"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
}

#[test]
fn control_characters_of_arguments_are_escaped() {
    for color in ["always", "never"] {
        let outcome =
            Session::empty().on_a_terminal().run(&["job", "get", "x", "--\u{1b}]0;title\u{7}", "--color", color]);
        assert_eq!(outcome.code, 2);
        assert!(outcome.err.contains("\\u{1b}]0;title\\u{7}"), "{:?}", outcome.err);
        assert!(!outcome.err.contains("\u{1b}]") && !outcome.err.contains('\u{7}'), "{:?}", outcome.err);
    }
}

#[test]
fn global_flags_are_not_suggested() {
    let outcome = Session::empty().run(&["job", "list", "--status", "FAILED"]);
    assert_eq!(outcome.code, 2);
    assert!(!outcome.err.contains("similar"), "{}", outcome.err);
    let outcome = Session::empty().run(&["--emulator", "job", "list", "--state", "emulator.json"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("in the file of '--data'"), "{}", outcome.err);
    let outcome = Session::empty().run(&["execution", "list", JOB, "--page-sice", "3"]);
    assert!(outcome.err.contains("'--page-size'"), "{}", outcome.err);
}
