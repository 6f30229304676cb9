//! Output formats for responses that are not listings: an object, a response with rows, and `true`.

use crate::harness::{JOB, Session, emulator, scripted};
use serde_json::{Value, json};

const FORMATS: [&str; 6] = ["table", "json", "jsonl", "yaml", "csv", "name"];
const RUN: [&str; 4] = ["execution", "get", JOB, "fKE22JFX4PAu"];
const DAYS: [&str; 6] =
    ["stats", "interval", "--start-date", "2025-03-20T00:00:00", "--end-date", "2025-03-21T23:59:59"];

#[test]
fn an_object() {
    let emulator = emulator(|builder| builder);
    for format in FORMATS {
        let session = Session::of(&emulator).run(&[&RUN as &[_], &["-o", format]].concat());
        insta::assert_snapshot!(format!("object_{format}"), session.session());
    }
}

#[test]
fn a_response_with_rows() {
    let emulator = emulator(|builder| builder);
    for format in ["table", "json", "jsonl", "yaml", "csv"] {
        let session = Session::of(&emulator).run(&[&DAYS as &[_], &["-o", format]].concat());
        insta::assert_snapshot!(format!("rows_in_it_{format}"), session.session());
    }
}

#[test]
fn a_response_without_its_rows_is_an_error() {
    for body in [json!({}), json!({"result": {}})] {
        let session = Session::at(&scripted(vec![(200, body.to_string())]));
        let outcome = session.run(&DAYS);
        assert_eq!((outcome.code, outcome.out.as_str()), (1, ""), "{body}");
        assert!(outcome.err.contains("getExecutionCountByInterval: "), "{}", outcome.err);
    }
}

#[test]
fn a_response_of_true() {
    for (format, out) in [("table", ""), ("json", "true\n"), ("jsonl", "true\n"), ("yaml", "true\n")] {
        let session = Session::at(&scripted(vec![(200, "true".to_owned())]));
        let outcome = session.run(&["job", "delete", JOB, "--yes", "--by-id", "-o", format]);
        assert_eq!(
            (outcome.code, outcome.out.as_str(), outcome.err.as_str()),
            (0, out, "deleted job gqigvHhTu7ra\n"),
            "{format}"
        );
    }
    let session = Session::at(&scripted(vec![(200, "true".to_owned())]));
    let outcome = session.run(&["execution", "cancel", JOB, "e", "--by-id"]);
    assert_eq!(outcome.err, "done: execution cancel gqigvHhTu7ra e\n");
    for format in ["csv", "name"] {
        let outcome = Session::empty().run(&["job", "delete", JOB, "--yes", "--by-id", "-o", format]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
    }
}

#[test]
fn a_response_of_false_is_an_error() {
    // An unexpected response leaves the outcome unknown.
    for (body, code) in [("false", 1), ("{}", 7), ("null", 7), ("\"true\"", 7)] {
        let session = Session::at(&scripted(vec![(200, body.to_owned())]));
        let outcome = session.run(&["job", "delete", JOB, "--yes", "--by-id", "-o", "json"]);
        assert_eq!((outcome.code, outcome.out.as_str()), (code, ""), "{body}");
        assert!(!outcome.err.contains("deleted"), "{}", outcome.err);
    }
}

#[test]
fn states_of_an_object_are_colored_by_outcome() {
    for (status, style) in [("COMPLETED", "32"), ("FAILED", "31"), ("CANCELED", "33"), ("RUNNING", "36")] {
        let body = json!({"jobExecutionId": "e", "jobId": JOB, "status": status});
        let session = Session::at(&scripted(vec![(200, body.to_string())])).on_a_terminal();
        let out = session.run(&[&RUN as &[_], &["--by-id"]].concat()).out;
        assert!(out.contains(&format!("\u{1b}[{style}m{status}\u{1b}[0m")), "{out:?}");
    }
    let body = json!({"jobExecutionId": "e", "jobId": JOB, "status": "new", "type": "COMPLETED"});
    let session = Session::at(&scripted(vec![(200, body.to_string())])).on_a_terminal();
    assert!(!session.run(&RUN).out.contains('\u{1b}'));
}

#[test]
fn a_value_cannot_forge_lines() {
    let body = json!({"jobExecutionId": "a\nb\u{1b}[2J", "x\u{202e}": "y", "": 1});
    let session = Session::at(&scripted(vec![(200, body.to_string())]));
    let out = session.run(&RUN).out;
    assert_eq!(out.lines().count(), 4, "{out}");
    assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out:?}");
}

#[test]
fn json_of_a_response_is_exact() {
    let body: Value = json!({"jobId": JOB, "zeta": [1, {"a": null}], "alpha": {"b": 1.5}});
    let session = Session::at(&scripted(vec![(200, body.to_string())]));
    let out = session.run(&["job", "get", JOB, "-o", "json"]).out;
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), body);
}
