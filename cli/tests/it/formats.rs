//! Output formats: the documented example, no rows, and difficult values.

use crate::harness::{JOB, Session, emulator, scripted, scripted_page};
use serde_json::{Value, json};

const FORMATS: [&str; 6] = ["table", "json", "jsonl", "yaml", "csv", "name"];

#[test]
fn the_documented_example() {
    let emulator = emulator(|builder| builder);
    for format in FORMATS {
        let session = Session::of(&emulator).run(&["execution", "list", JOB, "-o", format]);
        insta::assert_snapshot!(format!("example_{format}"), session.session());
    }
}

#[test]
fn several_rows() {
    let emulator = emulator(|builder| builder.fill("getJobExecutions", 3));
    for format in ["table", "yaml", "csv", "name"] {
        let session = Session::of(&emulator).run(&["execution", "list", JOB, "-o", format]);
        insta::assert_snapshot!(format!("rows_{format}"), session.session());
    }
}

#[test]
fn no_rows() {
    for (format, expected) in [
        ("table", "ID   STATUS   TYPE   STARTED   DURATION   JOB\n"),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("yaml", "[]\n"),
        ("csv", "jobExecutionId,status,type,startDate,duration,jobName\r\n"),
        ("name", ""),
    ] {
        let session = listed(&[]).run(&["execution", "list", JOB, "-o", format]);
        assert_eq!((session.code, session.out.as_str()), (0, expected), "{format}");
        assert_eq!(session.err, "no executions\n");
    }
}

/// Returns a session with a server that returns one page with these items.
fn listed(items: &[Value]) -> Session {
    Session::at(&scripted_page(json!({ "list": items }).to_string()))
}

fn out(items: &[Value], format: &str) -> String {
    let session = listed(items).run(&["execution", "list", JOB, "-o", format]);
    assert_eq!((session.code, session.err.as_str()), (0, ""), "{format}");
    session.out
}

/// Returns an item with unsorted and unknown keys, ambiguous strings, and control characters.
fn odd() -> Value {
    json!({
        "zeta": 1, "jobName": "NO", "alpha": [1.5, true, null],
        "status": "on", "type": "1", "startDate": "2025-03-21", "endDate": "null",
        "jobExecutionId": "a,\"b\"\nc\u{1b}[31m\u{202e}d",
    })
}

#[test]
fn json_is_exact_and_keeps_key_order() {
    let items = [odd(), json!({"jobExecutionId": "e2"})];
    let text = out(&items, "json");
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), json!(items));
    let keys: Vec<String> =
        serde_json::from_str::<Value>(&text).unwrap()[0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["zeta", "jobName", "alpha", "status", "type", "startDate", "endDate", "jobExecutionId"]);
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn jsonl_is_one_object_per_line() {
    let items = [odd(), odd(), json!({"jobExecutionId": "e2"})];
    let text = out(&items, "jsonl");
    let read: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // The second row is a duplicate, as if the listing had shifted: it is skipped.
    assert_eq!(read, [items[0].clone(), items[2].clone()]);
}

#[test]
fn yaml_quotes_ambiguous_strings() {
    let text = out(&[odd()], "yaml");
    for line in ["jobName: 'NO'", "status: 'on'", "type: '1'", "startDate: '2025-03-21'", "endDate: 'null'"] {
        assert!(text.lines().any(|written| written.trim() == line), "{line} not in\n{text}");
    }
    assert_eq!(serde_yaml::from_str::<Value>(&text).unwrap(), json!([odd()]));
}

#[test]
fn csv_quotes_by_rfc_4180() {
    let formula = json!({"jobExecutionId": "=1+1", "jobName": "a b", "status": "", "type": "x\r\ny"});
    // Output of Python's csv module for these rows.
    let expected = "jobExecutionId,status,type,startDate,duration,jobName\r\n\
                    \"a,\"\"b\"\"\nc\u{1b}[31m\u{202e}d\",on,1,2025-03-21,,NO\r\n\
                    =1+1,,\"x\r\ny\",,,a b\r\n";
    assert_eq!(out(&[odd(), formula], "csv"), expected);
}

#[test]
fn a_table_row_is_one_escaped_line() {
    let table = out(&[odd(), json!({"jobExecutionId": "e2", "jobName": "작업"})], "table");
    insta::assert_snapshot!(table);
    assert_eq!(table.lines().count(), 3);
}

/// Services write such values for unknown dates. They are printed as received, without a duration.
#[test]
fn implausible_dates_have_no_duration() {
    for (start, end) in [
        ("0001-01-01T00:00:00Z", "2025-03-21T11:27:47+09:00"),
        ("1970-01-01T00:00:00Z", "2025-03-21T11:27:47+09:00"),
        ("1970-01-01T09:00:00+09:00", "2025-03-21T11:27:47+09:00"),
        ("2025-03-21T11:12:54+09:00", "9999-12-31T23:59:59Z"),
        ("2025-03-21T11:12:54+09:00", "1970-01-01T00:00:00Z"),
        ("2025-03-21T11:12:54+09:00", "2025-03-21T11:12:53+09:00"),
        ("2005-03-21T11:12:54+09:00", "2025-03-21T11:12:53+09:00"),
    ] {
        let row = json!({"jobExecutionId": "e", "jobName": "j", "startDate": start, "endDate": end});
        let table = out(std::slice::from_ref(&row), "table");
        assert_eq!(
            table.lines().nth(1).unwrap().split_whitespace().collect::<Vec<_>>(),
            ["e", "-", "-", start, "-", "j"]
        );
        assert!(table.starts_with("ID   STATUS   TYPE   STARTED "), "{table}");
        assert!(table.contains("   DURATION   JOB\n"), "{table}");
        assert!(out(std::slice::from_ref(&row), "csv").ends_with(&format!("e,,,{start},,j\r\n")));
        assert_eq!(out(std::slice::from_ref(&row), "jsonl"), format!("{row}\n"));
        let session = Session::at(&scripted(vec![(200, row.to_string())]));
        let fields = session.run(&["execution", "get", JOB, "e", "--by-id"]).out;
        assert!(fields.contains(end) && !fields.contains("duration"), "{fields}");
    }
}

#[test]
fn an_unknown_format_is_a_usage_error() {
    let session = Session::empty().run(&["execution", "list", JOB, "-o", "xml"]);
    assert_eq!(session.code, 2);
    assert!(session.err.contains("possible values: table, json, jsonl, yaml, csv, name"), "{}", session.err);
}

#[test]
fn json_keeps_lone_surrogates_and_others_fail() {
    // A lone surrogate, a duplicate key, an unnecessary escape.
    let row = r#"{"jobExecutionId":"e1","half":"\ud800","jobName":"a","jobName":"b","path":"\/"}"#;
    let page = format!("{{\"list\": [\n  {}\n]}}", row.replace(',', ",\n   "));
    let run = |format| {
        let session = Session::at(&scripted_page(page.clone()));
        session.run(&["execution", "list", JOB, "--by-id", "-o", format])
    };
    let outcome = run("jsonl");
    let on_a_line = row.replace(',', ",   ");
    assert_eq!((outcome.code, outcome.out), (0, format!("{on_a_line}\n")), "{}", outcome.err);
    let indented = row.replace("\\/", "/").replace(',', ",\n    ").replace(':', ": ").replace('{', "{\n    ");
    assert_eq!(run("json").out, format!("[\n  {}\n  }}\n]\n", indented.trim_end_matches('}')));
    for format in ["table", "yaml", "csv", "name"] {
        let outcome = run(format);
        assert_eq!((outcome.code, outcome.out.contains("e1")), (1, false), "{format}");
        assert!(outcome.err.contains("cannot read a row: "), "{}", outcome.err);
        assert!(outcome.err.contains("use -o jsonl"), "{}", outcome.err);
    }
}
