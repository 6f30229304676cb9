//! Digits of numbers: from the service to every format, and from flags and files to the service.

use crate::harness::{Folder, JOB, Session, scripted, sent};

/// Numbers that do not fit into 64 bits or a float, and spellings that a float does not keep.
const NUMBERS: [&str; 8] = [
    "12345678901234567890123",
    "12345678901234567.25",
    "1.10",
    "1e3",
    "-0",
    "-2.50E-7",
    "1e999",
    "18446744073709551616",
];

#[test]
fn every_format_keeps_digits_of_a_response() {
    for number in NUMBERS {
        let body = format!(r#"{{"jobExecutionId":"e","jobName":{number},"t":{{"u":[{number}]}}}}"#);
        let run = |format| {
            let session = Session::at(&scripted(vec![(200, body.clone())]));
            let outcome = session.run(&["execution", "get", JOB, "e", "--by-id", "-o", format]);
            assert_eq!(outcome.code, 0, "{format} {number}: {}", outcome.err);
            outcome.out
        };
        assert_eq!(run("jsonl"), format!("{body}\n"));
        let pretty = body.replace("{\"j", "{\n  \"j").replace(",\"", ",\n  \"").replace(':', ": ");
        let pretty = pretty
            .replace("{\"u\"", "{\n    \"u\"")
            .replace(&format!("[{number}]"), &format!("[\n      {number}\n    ]"));
        assert_eq!(run("json"), pretty.replace("]}}", "]\n  }\n}\n"));
        assert_eq!(run("yaml"), format!("jobExecutionId: e\njobName: {number}\nt:\n  u:\n  - {number}\n"));
        let lines =
            run("table").lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>();
        assert!(lines.contains(&format!("jobName {number}")), "{lines:?}");
        assert!(lines.contains(&format!("t.u[0] {number}")), "{lines:?}");
    }
}

#[test]
fn every_format_keeps_digits_of_rows() {
    for number in NUMBERS {
        let row = format!(r#"{{"jobExecutionId":"e","jobName":{number},"status":[{number}]}}"#);
        let run = |format| {
            let session = Session::at(&scripted(vec![
                (200, format!(r#"{{"list":[{row}]}}"#)),
                (200, r#"{"list":[]}"#.to_owned()),
            ]));
            let outcome = session.run(&["execution", "list", JOB, "--by-id", "-o", format]);
            assert_eq!(outcome.code, 0, "{format} {number}: {}", outcome.err);
            outcome.out
        };
        assert_eq!(run("jsonl"), format!("{row}\n"));
        assert!(run("json").contains(&format!("\"jobName\": {number},\n")));
        assert_eq!(run("yaml"), format!("- jobExecutionId: e\n  jobName: {number}\n  status:\n  - {number}\n"));
        assert!(run("csv").ends_with(&format!("e,[{number}],,,,{number}\r\n")));
        let table = run("table");
        let cells: Vec<&str> = table.lines().nth(1).unwrap_or_default().split_whitespace().collect();
        assert_eq!(cells, ["e", &format!("[{number}]"), "-", "-", "-", number]);
    }
}

#[test]
fn rows_in_a_response_keep_their_digits() {
    let body = r#"{"result":[{"date":"2025-03-21","count":12345678901234567890123,"t":1.10}]}"#;
    let session = Session::at(&scripted(vec![(200, body.to_owned())]));
    let days = ["stats", "interval", "--start-date", "2025-03-20T00:00:00", "--end-date", "2025-03-21T23:59:59"];
    let outcome = session.run(&[&days as &[_], &["-o", "jsonl"]].concat());
    assert_eq!(
        outcome.out, "{\"date\":\"2025-03-21\",\"count\":12345678901234567890123,\"t\":1.10}\n",
        "{}",
        outcome.err
    );
}

#[test]
fn a_file_is_sent_with_its_digits_and_key_order() {
    let folder = Folder::new("digits");
    let numbers = NUMBERS.join(",");
    let json = format!(r#"{{"zeta":{{"v":[{numbers}]}},"type":"VISUAL","name":"job","alpha":1.10}}"#);
    let file = folder.file("job.json", &json);
    assert_eq!(sent(&["job", "create", "-f", &file, "--allow-unknown"]), json);
    let items: Vec<String> = NUMBERS.iter().map(|number| format!("    - {number}\n")).collect();
    let yaml = format!("zeta:\n  v:\n{}type: VISUAL\nname: job\nalpha: 1.10\n", items.concat());
    let file = folder.file("job.yaml", yaml);
    assert_eq!(sent(&["job", "create", "-f", &file, "--allow-unknown"]), json);
}

#[test]
fn yaml_numbers_that_json_lacks_are_rejected() {
    let folder = Folder::new("otherNumbers");
    for (number, remedy) in [
        ("0x10", "; for a number, write 16"),
        ("0o17", "; for a number, write 15"),
        (".5", "; for a number, write 0.5"),
        ("+1", "; for a number, write 1"),
        ("012", "; for a number, write 12, or 10 if it is octal"),
        (".inf", ""),
        ("-.Inf", ""),
        (".nan", ""),
    ] {
        let file = folder.file("job.yaml", format!("name: job\ntype: VISUAL\nnodes:\n- at: {number}\n"));
        // There is no server, as nothing may be sent.
        let outcome = Session::empty().run(&["job", "create", "-f", &file, "--allow-unknown", "--unchecked"]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        let expected =
            format!("job.yaml:4:7: '{number}' is not a JSON number; for a string, quote it: \"{number}\"{remedy}\n");
        assert!(outcome.err.contains(&expected), "{}", outcome.err);
    }
}

/// A string that looks like a number must be quoted. The message shows it as written.
#[test]
fn a_number_for_a_string_is_rejected_with_its_digits() {
    let folder = Folder::new("numberForText");
    for number in ["1.10", "12345678901234567890123", "1e3", "-0"] {
        for file in [
            folder.file("job.yaml", format!("name: {number}\ntype: VISUAL\n")),
            folder.file("job.json", format!("{{\"name\": {number}, \"type\": \"VISUAL\"}}")),
        ] {
            let outcome = Session::empty().run(&["job", "create", "-f", &file]);
            assert_eq!(outcome.code, 2, "{}", outcome.err);
            let expected = format!("but found the number {number}; for a string, quote it: \"{number}\"");
            assert!(outcome.err.contains(&expected), "{}", outcome.err);
            assert!(!outcome.err.contains("--unchecked"), "{}", outcome.err);
        }
    }
    let file = folder.file("job.yaml", "name: job\ntype: VISUAL\njobCondition: {timeout: 12345678901234567890123}\n");
    let outcome = Session::empty().run(&["job", "create", "-f", &file]);
    assert!(outcome.err.contains("of 1 to 1440 but found 12345678901234567890123\n"), "{}", outcome.err);
}
