//! `job history`: bars, figures, the local record.

use crate::harness::{Folder, Session, scripted};
use crate::state::{Run, run, session, write};
use serde_json::Value;

const JOB: &str = "nightly";

fn at(id: &'static str, hours_ago: i64, seconds: i64, status: &'static str) -> Run<'static> {
    Run { id, job: JOB, hours_ago, seconds, status }
}

/// Two runs have the same start, one is older than the time span.
fn runs() -> Vec<Run<'static>> {
    vec![
        at("tooOld", 24 * 40, 9999, "COMPLETED"),
        at("first", 97, 600, "COMPLETED"),
        at("second", 73, 1200, "COMPLETED"),
        at("twin", 73, 300, "FAILED"),
        at("third", 49, 30, "CANCELED"),
        at("odd", 25, 60, "EVAPORATED"),
        at("now", 1, 0, "RUNNING"),
    ]
}

#[test]
fn draws_a_bar_for_each_run() {
    let folder = Folder::new("history");
    let file = write(&folder, &[JOB], &runs());
    let outcome = run(&session(&folder), &file, &["job", "history", JOB]);
    insta::assert_snapshot!("history", outcome.session());
    let ascii = run(&session(&folder), &file, &["job", "history", "job-1", "--ascii"]);
    insta::assert_snapshot!("history_ascii", ascii.session());
    assert!(ascii.out.is_ascii());
}

/// Median and 95th percentile of 10 and 20 minutes by nearest rank are 10 and 20 minutes.
#[test]
fn json_has_the_figures_and_the_runs() {
    let folder = Folder::new("history-json");
    let file = write(&folder, &[JOB], &runs());
    let outcome = run(&session(&folder), &file, &["job", "history", JOB, "-o", "json"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let figures: Value = serde_json::from_str(&outcome.out).unwrap();
    let statistics = &figures["statistics"];
    for (name, expected) in [
        ("runs", 6),
        ("succeeded", 2),
        ("failed", 1),
        ("canceled", 1),
        ("unfinished", 1),
        ("unknown", 1),
        ("medianSeconds", 600),
        ("p95Seconds", 1200),
    ] {
        assert_eq!(statistics[name], expected, "{name}");
    }
    assert!((statistics["successRate"].as_f64().unwrap() - 2.0 / 3.0).abs() < 1e-9);
    assert_eq!(figures["slowest"]["jobExecutionId"], "second");
    let ids: Vec<_> = figures["runs"].as_array().unwrap().iter().map(|run| run["jobExecutionId"].clone()).collect();
    assert_eq!(ids, ["first", "second", "twin", "third", "odd", "now"]);
    assert_eq!(figures["runs"][5]["runningSeconds"], 3600);
    let lines = run(&session(&folder), &file, &["job", "history", JOB, "-o", "jsonl"]);
    assert_eq!(serde_json::from_str::<Value>(&lines.out).unwrap(), figures);
    assert_eq!(lines.out.lines().count(), 1);
}

#[test]
fn the_newest_runs_fit_into_every_terminal() {
    let folder = Folder::new("history-wide");
    let ids: Vec<String> = (0..300).map(|number| format!("run{number:09}")).collect();
    let many: Vec<Run<'_>> = ids
        .iter()
        .enumerate()
        .map(|(index, id)| {
            let hours_ago = i64::try_from(ids.len() - index).unwrap();
            let status = if index == 299 { "FAILED" } else { "COMPLETED" };
            Run { id, job: "매출-집계 <야간>", hours_ago, seconds: hours_ago * 7 % 3000, status }
        })
        .collect();
    let file = write(&folder, &["매출-집계 <야간>"], &many);
    for (width, drawn) in [(20, 20), (80, 71), (120, 111), (200, 191)] {
        for flags in [&["--color", "never"][..], &["--color", "always"], &["--color", "never", "--ascii"]] {
            let session = session(&folder).on_a_terminal().of_width(width);
            let args = [&["job", "history", "job-1"], flags].concat();
            let outcome = run(&session, &file, &args);
            let text = anstream::adapter::strip_str(&outcome.out).to_string();
            for line in text.lines() {
                let columns: usize = line.chars().map(|symbol| if symbol >= '가' { 2 } else { 1 }).sum();
                assert!(columns <= width, "{width}: {line}");
            }
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&format!("{} older ones are not drawn", 300 - drawn)), "{text}");
            assert!(words.contains("(299 of 300)"), "{text}");
            let letters = text.lines().find(|line| line.trim_start().starts_with("SSS")).unwrap();
            assert_eq!(letters.trim().len(), drawn, "{letters}");
            assert!(letters.ends_with("SF"), "{letters}");
            assert_eq!(flags.contains(&"always"), outcome.out.contains("\u{1b}[31mF"));
        }
    }
}

#[test]
fn an_unknown_job_is_not_found_and_no_runs_are_no_error() {
    let folder = Folder::new("history-none");
    let file = write(&folder, &[JOB, "idle"], &runs());
    let unknown = run(&session(&folder), &file, &["job", "history", "nothing"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (6, ""));
    assert!(unknown.err.contains("no job has the ID or name 'nothing'"), "{}", unknown.err);
    let idle = run(&session(&folder), &file, &["job", "history", "idle"]);
    assert_eq!((idle.code, idle.out.as_str()), (0, ""));
    assert_eq!(idle.err, "job 'idle' has no runs from 10-15 22:13 to 11-14 22:13; --since changes that\n");
    let json = run(&session(&folder), &file, &["job", "history", "idle", "-o", "json"]);
    let figures: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, &figures["statistics"]["successRate"]), (0, &Value::Null));
}

#[test]
fn the_record_keeps_what_the_service_forgets() {
    let folder = Folder::new("history-record");
    let file = write(&folder, &[JOB], &runs());
    let first = run(&session(&folder), &file, &["job", "history", JOB]);
    assert_eq!(first.code, 0);
    // The service forgets all runs but one. The one that was going has no end in the record.
    write(&folder, &[JOB], &[at("second", 73, 1200, "COMPLETED")]);
    let forgotten = run(&session(&folder), &file, &["job", "history", JOB, "-o", "json"]);
    let figures: Value = serde_json::from_str(&forgotten.out).unwrap();
    assert_eq!(figures["statistics"]["runs"], 5);
    assert_eq!(figures["runs"][0]["isRecordedOnly"], true);
    assert_eq!(figures["runs"][1]["isRecordedOnly"], false);
    // The job is deleted.
    write(&folder, &["another"], &[]);
    for name in [JOB, "job-1"] {
        let deleted = run(&session(&folder), &file, &["job", "history", name]);
        if name == JOB {
            assert_eq!(deleted.code, 0, "{}", deleted.err);
            assert!(deleted.err.contains("the service has no job 'nightly'"), "{}", deleted.err);
            assert!(deleted.out.starts_with("nightly: 5 runs "), "{}", deleted.out);
        }
    }
    let without = run(&session(&folder), &file, &["job", "history", JOB, "--no-record"]);
    assert_eq!(without.code, 6);
}

#[test]
fn a_job_that_cannot_be_read_is_an_error() {
    let endpoint = scripted(vec![(200, r#"{"list":[]}"#.to_owned()), (403, "{}".to_owned())]);
    let outcome = Session::at(&endpoint).run(&["job", "history", "x"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (4, ""), "{}", outcome.err);
}

#[test]
fn bad_arguments_are_rejected_before_anything_is_sent() {
    for args in [
        &["job", "history"][..],
        &["job", "history", "x", "-o", "csv"],
        &["job", "history", "x", "--since", "tomorrow"],
        &["job", "history", "x", "--since", "1h", "--until", "2h"],
    ] {
        let outcome = Session::at("https://localhost:1").run(args);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
    }
}

#[test]
fn names_are_escaped() {
    let folder = Folder::new("history-hostile");
    let name = "a\u{1b}[31m\u{202e}b";
    let file = write(&folder, &[name], &[Run { id: "x\u{7}", job: name, hours_ago: 1, seconds: 5, status: "FAILED" }]);
    for args in [&["job", "history", "job-1"][..], &["job", "history", "job-1", "-o", "json"]] {
        let outcome = run(&session(&folder).on_a_terminal(), &file, &[args, &["--color", "never"]].concat());
        assert!(!outcome.out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{:?}", outcome.out);
    }
}
