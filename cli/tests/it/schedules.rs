//! Schedules of triggers, in words and as times. The frozen clock shows Wednesday 2023-11-15 07:13:20 in Korea.

use crate::harness::{Folder, Session, emulator, responding};
use serde_json::{Value, json};

/// Starts a server with one trigger for each rule.
fn server(rules: Vec<Value>) -> String {
    let triggers: Vec<Value> = rules
        .into_iter()
        .enumerate()
        .map(|(index, rule)| {
            json!({ "triggerId": format!("id{index}"), "name": format!("t{index}"), "type": "SCHEDULED", "triggerRule": rule })
        })
        .collect();
    responding(move |request| {
        let line = request.head().lines().next().unwrap().to_owned();
        let one =
            triggers.iter().find(|trigger| line.contains(&format!("/{} ", trigger["triggerId"].as_str().unwrap())));
        let body = match one {
            Some(trigger) => trigger.clone(),
            None if line.contains("page=1") => json!({ "list": [] }),
            None => json!({ "list": triggers }),
        };
        (200, body.to_string())
    })
}

fn weekly(days: &[&str]) -> Value {
    json!({ "type": "RECURRING", "interval": "WEEK", "time": "10:00", "dayOfWeek": days })
}

fn rules() -> Vec<Value> {
    vec![
        weekly(&["MONDAY"]),
        json!({ "type": "RECURRING", "interval": "MONTH", "time": "10:00", "dateOfMonth": "31" }),
        json!({ "type": "RECURRING", "interval": "HOUR", "time": "30" }),
        json!({ "type": "ONE_TIME", "executionDate": "2023-11-16 08:00" }),
        json!({ "type": "ONE_TIME", "executionDate": "2023-11-01T08:00:00" }),
        json!({ "type": "ONE_TIME", "executionDate": "some day" }),
        json!({ "type": "NONE" }),
        Value::Null,
    ]
}

#[test]
fn a_table_of_triggers_has_schedules_in_words() {
    let endpoint = server(rules());
    let outcome = Session::at(&endpoint).run(&["trigger", "list"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    insta::assert_snapshot!(outcome.out);
    let one = Session::at(&endpoint).run(&["trigger", "get", "id0"]).out;
    assert!(one.ends_with("schedule                   every Monday 10:00 KST, next 2023-11-20 10:00\n"), "{one}");
    // Other formats print what the service has sent.
    for format in ["json", "jsonl", "yaml", "csv", "name"] {
        let out = Session::at(&endpoint).run(&["trigger", "list", "-o", format]).out;
        assert!(!out.contains("KST") && !out.contains("chedule "), "{out}");
    }
    let jobs = Session::empty().run(&["--emulator", "job", "list"]).out;
    assert!(!jobs.contains("SCHEDULE"), "{jobs}");
}

#[test]
fn the_next_times_of_all_triggers_are_in_one_order() {
    let outcome = Session::at(&server(rules())).run(&["trigger", "list", "--next", "2"]);
    assert_eq!(outcome.code, 0);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn the_next_times_of_one_trigger() {
    let endpoint = server(vec![weekly(&["FRIDAY", "MONDAY"])]);
    let outcome = Session::at(&endpoint).run(&["trigger", "get", "id0", "--next", "3"]);
    assert_eq!(
        outcome.out,
        "TIME (KST)             ID    NAME\nFri 2023-11-17 10:00   id0   t0\nMon 2023-11-20 10:00   id0   t0\n\
         Fri 2023-11-24 10:00   id0   t0\n"
    );
    let json = Session::at(&endpoint).run(&["trigger", "get", "id0", "--next", "1", "-o", "json"]).out;
    let times: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(times, json!([{ "time": "2023-11-17T10:00:00+09:00", "id": "id0", "name": "t0" }]));
    let outcome = Session::at(&server(vec![json!({ "type": "NONE" })])).run(&["trigger", "get", "id0", "--next", "3"]);
    assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, "", "no scheduled times\n"));
}

#[test]
fn a_listing_of_times_takes_the_filters_of_the_listing() {
    let args = ["trigger", "list", "--next", "1", "--name", "nightly"];
    let endpoint = responding(|request| match request.head().contains("name=nightly") {
        true => (200, r#"{"list":[]}"#.to_owned()),
        false => (500, String::new()),
    });
    let outcome = Session::at(&endpoint).run(&args);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, "no scheduled times\n"));
    for args in [
        &["--next", "0"] as &[&str],
        &["--next", "x"],
        &["--next", "1", "--no-paginate"],
        &["--next", "1", "-o", "csv"],
    ] {
        let outcome = Session::at(&endpoint).run(&[&["trigger", "list"], args].concat());
        assert_eq!(outcome.code, 2, "{args:?}: {}", outcome.err);
    }
}

#[test]
fn a_trigger_whose_only_time_has_passed_is_noted() {
    let emulator = emulator(|builder| builder);
    let create = |name: &str, date: &str| {
        let rule = ["--type", "SCHEDULED", "--trigger-rule-type", "ONE_TIME", "--execution-date", date, "-o", "name"];
        Session::of(&emulator).run(&[&["trigger", "create", "--name", name], &rule[..]].concat())
    };
    // The clock of the test is at 2023-11-15 07:13 in Korea.
    let past = create("past", "2023-11-15T07:00:00");
    let note = "note: trigger 'past' starts nothing: its only time, 2023-11-15 07:00 KST, is in the past\n";
    assert_eq!((past.code, past.err.as_str()), (0, note));
    let future = create("future", "2023-11-15T08:00:00");
    assert_eq!((future.code, future.err.as_str()), (0, ""));
    let folder = Folder::new("apply-past");
    let rule = "triggerRule: {type: ONE_TIME, executionDate: \"2023-11-15T07:00:00\"}";
    let file = folder.file("t.yaml", format!("kind: trigger\nname: other\ntype: SCHEDULED\n{rule}\n"));
    let applied = Session::of(&emulator).run(&["apply", "-f", &file]);
    assert!(applied.err.contains("note: trigger 'other' starts nothing"), "{}", applied.err);
}
