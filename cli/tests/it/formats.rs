//! Output formats: the documented example, no rows, and difficult values.

use crate::harness::{JOB, Outcome, Session, emulator, scripted, scripted_page};
use serde_json::{Value, json};

const FORMATS: [&str; 7] = ["table", "wide", "json", "jsonl", "yaml", "csv", "name"];

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

/// Returns a session on a terminal of this width.
fn at_width(width: usize, items: &[Value]) -> Outcome {
    let session = listed(items).on_a_terminal().of_width(width).with("TZ", "KST-9");
    session.run(&["execution", "list", JOB, "--color", "never"])
}

/// Rows of `execution list`, with a long and a Korean name.
fn named_rows() -> [Value; 2] {
    let row = |id: &str, name: &str| {
        json!({
            "jobExecutionId": id, "status": "COMPLETED", "type": "WORKFLOW", "jobName": name,
            "startDate": "2023-11-14T20:31:05+09:00", "endDate": "2023-11-14T20:45:58+09:00",
        })
    };
    [row("fKE22JFX4PAu", "nightly-etl-of-all-orders"), row("rX4PxBsUMdBA", "매일-밤-주문-집계-작업")]
}

#[test]
fn a_table_fits_the_terminal() {
    let mut tables = String::new();
    for width in [20, 40, 60, 80, 120, 200] {
        let outcome = at_width(width, &named_rows());
        assert_eq!(outcome.code, 0);
        tables.push_str(&format!("---- {width} columns\n{}{}", outcome.out, outcome.err));
        let longest = outcome.out.lines().map(unicode_width::UnicodeWidthStr::width).max();
        assert!(longest <= Some(width), "{longest:?} > {width}");
    }
    insta::assert_snapshot!(tables);
}

#[test]
fn nothing_is_cut_in_a_pipe_or_with_wide() {
    for outcome in [
        listed(&named_rows()).of_width(20).run(&["execution", "list", JOB]),
        listed(&named_rows()).on_a_terminal().of_width(20).run(&["execution", "list", JOB, "-o", "wide"]),
    ] {
        assert!(outcome.out.contains("nightly-etl-of-all-orders") && !outcome.out.contains('…'), "{}", outcome.out);
        assert_eq!(outcome.err, "");
    }
}

#[test]
fn times_are_local_unless_they_are_asked_for() {
    for (zone, args, expected) in [
        ("KST-9", &[][..], "11-14 20:31  "),
        (":UTC", &[], "11-14 11:31  "),
        ("KST-9", &["--utc"], "2023-11-14T11:31:05Z "),
        ("KST-9", &["-o", "wide"], "2023-11-14T20:31:05+09:00 "),
        ("UTC", &["-o", "wide"], "2023-11-14T11:31:05Z "),
        ("UTC", &["-o", "csv"], "2023-11-14T20:31:05+09:00,"),
        ("UTC", &["-o", "jsonl"], "2023-11-14T20:31:05+09:00"),
        ("UTC", &["-o", "yaml"], "2023-11-14T20:31:05+09:00"),
    ] {
        let session = listed(&named_rows()).with("TZ", zone);
        let outcome = session.run(&[&["execution", "list", JOB], args].concat());
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        assert!(outcome.out.contains(expected), "{zone} {args:?}: {}", outcome.out);
    }
}

#[test]
fn an_unknown_time_zone_is_noted() {
    let session = listed(&named_rows()).with("TZ", "Mars/Phobos");
    let outcome = session.run(&["execution", "list", JOB]);
    assert!(outcome.out.contains("11-14 11:31  "), "{}", outcome.out);
    assert_eq!(outcome.err, "note: no time zone is called 'Mars/Phobos' (variable TZ); times are in UTC\n");
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
        let shown = match start.split_once(":12:54+09:00") {
            // In UTC.
            Some(("2025-03-21T11", _)) => "2025-03-21 02:12",
            Some(("2005-03-21T11", _)) => "2005-03-21 02:12",
            _ => start,
        };
        let cells: Vec<_> =
            table.lines().nth(1).unwrap().split("   ").map(str::trim).filter(|it| !it.is_empty()).collect();
        assert_eq!(cells, ["e", "-", "-", shown, "-", "j"]);
        assert!(table.starts_with("ID   STATUS   TYPE   STARTED "), "{table}");
        assert!(table.contains("   DURATION   JOB\n"), "{table}");
        assert!(out(std::slice::from_ref(&row), "csv").ends_with(&format!("e,,,{start},,j\r\n")));
        assert_eq!(out(std::slice::from_ref(&row), "jsonl"), format!("{row}\n"));
        let session = Session::at(&scripted(vec![(200, row.to_string())])).with("TZ", "KST-9");
        let fields = session.run(&["execution", "get", JOB, "e", "--by-id"]).out;
        assert!(fields.contains(end) && !fields.contains("duration"), "{fields}");
    }
}

#[test]
fn an_unknown_format_is_a_usage_error() {
    let session = Session::empty().run(&["execution", "list", JOB, "-o", "xml"]);
    assert_eq!(session.code, 2);
    assert!(session.err.contains("possible values: table, wide, json, jsonl, yaml, csv, name"), "{}", session.err);
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
    // These do not show the field.
    for format in ["table", "csv", "name"] {
        assert!(run(format).out.contains("e1"), "{format}");
    }
    for (format, shown) in [("yaml", "half"), ("table", "status"), ("csv", "status"), ("name", "jobExecutionId")] {
        let row = row.replace("e1", "e2").replace("jobExecutionId", "other").replace("half", shown);
        let session = Session::at(&scripted_page(format!("{{\"list\": [{row}]}}")));
        let outcome = session.run(&["execution", "list", JOB, "--by-id", "-o", format]);
        assert_eq!((outcome.code, outcome.out.contains("e2")), (1, false), "{format}");
        assert!(outcome.err.contains("cannot read a row: "), "{}", outcome.err);
        assert!(outcome.err.contains("use -o jsonl"), "{}", outcome.err);
    }
}
