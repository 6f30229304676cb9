//! Duplicate flags, and values that look like flags.

use crate::harness::{Folder, JOB, Session, request, sent};
use std::process::Command;

/// Returns the error for arguments that must not be sent.
#[track_caller]
fn rejected(args: &[&str]) -> String {
    // Without server and credentials, sending would fail with another error.
    let outcome = Session::empty().run(args);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
    outcome.err
}

#[test]
fn duplicate_map_keys_are_rejected() {
    let job = ["job", "create", "--name", "nightly", "--type", "SCRIPT"];
    for pairs in [["k=1", "k=2"], ["k=1", "k=1"], ["k=", "k=x=y"]] {
        let flags = ["--parameters", "other=1", "--parameters", pairs[0], "--parameters", pairs[1]];
        let message = rejected(&[&job as &[_], &flags].concat());
        assert!(message.starts_with("error: '--parameters <KEY=VALUE>' sets 'k' twice; give it once\n"), "{message}");
    }
    // Keys differ in case.
    let args = [&job as &[_], &["--parameters", "k=1", "--parameters", "K=2"]].concat();
    assert!(sent(&args).contains(r#""parameters":{"k":"1","K":"2"}"#));
}

#[test]
fn duplicate_quirks_and_faults_are_rejected() {
    let message = rejected(&["emulator", "--port", "0", "--fault", "lost=0.1", "--fault", "lost=0.5"]);
    assert!(message.contains("sets 'lost' twice; give it once"), "{message}");
    let message = rejected(&["emulator", "--port", "0", "--quirk", "count=page", "--quirk", "count=total"]);
    assert!(message.contains("sets 'count' twice; give it once"), "{message}");
}

#[test]
fn duplicate_flags_are_rejected() {
    for args in [
        &["job", "create", "--name", "one", "--name", "two"] as &[&str],
        // Two spellings of one flag.
        &["job", "create", "--num-worker", "3", "--job-condition-num-worker", "4"],
        &["execution", "list", JOB, "--page-size", "3", "--page-size", "4"],
        &["execution", "list", JOB, "--limit", "3", "--limit", "4"],
        &["job", "create", "-f", "a.yaml", "-f", "b.yaml"],
        &["job", "list", "-o", "json", "-o", "yaml"],
        // clap would silently use the last one.
        &["-o", "json", "job", "list", "-oyaml"],
        &["--profile=one", "job", "list", "--profile", "two"],
        &["job", "--endpoint", "http://127.0.0.1:1", "list", "-v", "--endpoint=http://127.0.0.1:2"],
    ] {
        let message = rejected(args);
        assert!(message.contains("cannot be used multiple times"), "{args:?}: {message}");
    }
}

#[test]
fn map_keys_of_flags_and_file_are_merged() {
    let folder = Folder::new("maps");
    let yaml = "name: nightly\ntype: SCRIPT\njobCondition: {parameters: {a: one, b: two}}\n";
    let file = folder.file("job.yaml", yaml);
    let args = ["job", "create", "-f", &file, "--parameters", "b=2", "--parameters", "c=3"];
    assert!(sent(&args).contains(r#""parameters":{"a":"one","b":"2","c":"3"}"#));
    let null = folder.file("null.yaml", yaml.replace("{a: one, b: two}", "null"));
    assert!(sent(&["job", "create", "-f", &null, "--parameters", "b=2"]).contains(r#""parameters":{"b":"2"}"#));
    let list = folder.file("list.yaml", yaml.replace("{a: one, b: two}", "[a]"));
    let message = rejected(&["job", "create", "-f", &list, "--parameters", "b=2"]);
    assert!(
        message.contains("--parameters sets 'jobCondition.parameters', but the file has no object there"),
        "{message}"
    );
}

#[test]
fn values_after_two_hyphens_are_not_flags() {
    let args = ["-v", "--color", "never", "job", "get", "-v", "--by-id", "--", "--color"];
    assert!(request(&args).starts_with("GET /api/v1/jobs/--color "));
}

/// Returns the suggested command, split into words like in a shell, without the program.
fn suggested(message: &str) -> Vec<String> {
    let line = message.lines().find_map(|line| line.split_once("as a value, run: "));
    let (_, line) = line.ok_or(message).unwrap();
    let output = Command::new("sh").arg("-c").arg(format!("printf '%s\\n' {line}")).output().unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    words.lines().skip(1).map(str::to_owned).collect()
}

/// Runs the suggested command, and returns its request.
#[cfg(unix)]
#[track_caller]
fn run_suggestion(args: &[&str]) -> String {
    let words = suggested(&rejected(args));
    request(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

#[cfg(unix)]
#[test]
fn tips_for_hyphenated_names_work() {
    // Documented names match ^[A-Za-z_-][A-Za-z0-9_-]*$.
    for name in ["-nightly", "-foo", "-offline", "-hourly", "-verbose", "-Version", "--nightly", "-x", "-5th", "-a b'c"]
    {
        for args in [
            &["job", "get", name, "--by-id"] as &[&str],
            &["job", "get", "--by-id", name],
            &["job", "-v", "get", name, "--by-id", "-o", "json"],
        ] {
            let path = name.replace(' ', "%20").replace('\'', "%27");
            let request = run_suggestion(args);
            assert!(request.starts_with(&format!("GET /api/v1/jobs/{path} ")), "{args:?}: {request}");
        }
    }
    let request = run_suggestion(&["execution", "get", "-a", "-b", "--by-id"]);
    assert!(request.starts_with("GET /api/v1/jobs/-a/executions/-b "), "{request}");
    let request = run_suggestion(&["execution", "get", "-a", "b", "--by-id"]);
    assert!(request.starts_with("GET /api/v1/jobs/-a/executions/b "), "{request}");
    let request = run_suggestion(&["execution", "get", "a", "--by-id", "-b"]);
    assert!(request.starts_with("GET /api/v1/jobs/a/executions/-b "), "{request}");
}

#[cfg(unix)]
#[test]
fn tips_for_hyphenated_values_work() {
    let job = ["job", "create", "--type", "SCRIPT"];
    for (args, expected) in [
        (&["--name", "nightly", "--parameters", "--conf=x=1"] as &[&str], r#""parameters":{"--conf":"x=1"}"#),
        (&["--name", "nightly", "--parameters", "-c=a b"], r#""parameters":{"-c":"a b"}"#),
        (&["--name", "-nightly"], r#""name":"-nightly""#),
        (&["--nrn", "--", "--name", "nightly"], r#""nrn":"--""#),
    ] {
        let words = suggested(&rejected(&[&job as &[_], args].concat()));
        let body = sent(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(body.contains(expected), "{args:?}: {body}");
    }
}

#[test]
fn two_hyphens_and_negative_numbers_are_accepted() {
    for (args, path) in [
        (&["job", "get", "--by-id", "--", "-nightly"] as &[&str], "-nightly"),
        (&["job", "get", "--by-id", "--", "--wait"], "--wait"),
        (&["job", "get", "--by-id", "--", "--"], "--"),
        (&["job", "get", "-1", "--by-id"], "-1"),
    ] {
        let request = request(args);
        assert!(request.starts_with(&format!("GET /api/v1/jobs/{path} ")), "{request}");
    }
    let job = ["job", "create", "--name", "nightly", "--type", "SCRIPT"];
    assert!(sent(&[&job as &[_], &["--parameters", "k=-1"]].concat()).contains(r#"{"k":"-1"}"#));
    assert!(sent(&[&job as &[_], &["--parameters=-k=--"]].concat()).contains(r#"{"-k":"--"}"#));
}

/// A flag is never read as a missing value.
#[test]
fn a_flag_is_not_a_value() {
    for args in [
        &["job", "run", "--wait"] as &[&str],
        &["job", "create", "--name", "--type", "SCRIPT"],
        &["job", "create", "--parameters", "--type=SCRIPT"],
        &["job", "create", "-f", "--unchecked"],
    ] {
        let message = rejected(args);
        assert!(!message.contains("as a value"), "{message}");
    }
    // The path arguments would be swapped.
    let message = rejected(&["execution", "get", "-a", "--by-id", "b"]);
    assert!(message.contains("tip: put values that begin with a hyphen after '--'"), "{message}");
}
