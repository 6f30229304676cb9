//! Error messages and exit codes.

use crate::harness::{JOB, Outcome, Session, closed, emulator, scripted, silent};
use std::fs;
use std::io::{self, Write};

fn list(session: &Session, args: &[&str]) -> Outcome {
    let outcome = session.run(&[&["execution", "list"], args].concat());
    assert_eq!(outcome.out, "", "{}", outcome.err);
    outcome
}

#[test]
fn invalid_arguments_are_rejected() {
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator);
    for (name, args) in [
        ("page_size_negative", &[JOB, "--page-size=-1"] as &[&str]),
        ("page_size_negative_apart", &[JOB, "--page-size", "-1"]),
        ("page_size_letters", &[JOB, "--page-size", "ten"]),
        ("page_too_large", &[JOB, "--page", "9223372036854775808"]),
        ("limit_negative", &[JOB, "--limit", "-1"]),
        ("timeout_without_unit", &[JOB, "--request-timeout", "60"]),
        ("color", &[JOB, "--color", "sometimes"]),
        ("job_empty", &[""]),
        ("job_of_dots", &[".."]),
        ("job_with_line_feed", &["a\nb"]),
        ("unknown_flag", &[JOB, "--page-sise", "3"]),
        ("emulator_and_endpoint", &[JOB, "--emulator", "--endpoint", "http://127.0.0.1:1"]),
        ("emulator_and_profile", &[JOB, "--emulator", "--profile", "p"]),
        ("endpoint_of_no_host", &[JOB, "--endpoint", "dataflow"]),
        ("endpoint_in_the_clear", &[JOB, "--endpoint", "http://dataflow.example.com"]),
    ] {
        let outcome = list(&session, args);
        assert_eq!(outcome.code, 2, "{name}: {}", outcome.err);
        insta::assert_snapshot!(format!("rejected_{name}"), outcome.session());
    }
    assert_eq!(emulator.requests(), 0);
}

#[test]
fn conflicts_are_found_at_any_position() {
    let outcome = Session::empty().run(&["--emulator", "execution", "list", JOB, "--endpoint", "http://127.0.0.1:1"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
}

#[test]
fn an_unknown_job_is_not_found() {
    let emulator = emulator(|builder| builder);
    let outcome = list(&Session::of(&emulator), &["nosuchjob"]);
    assert_eq!(outcome.code, 6);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn a_wrong_key_is_a_credentials_error() {
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator).with("NCLOUD_SECRET_ACCESS_KEY", "wrong");
    let outcome = list(&session, &[JOB]);
    assert_eq!(outcome.code, 4);
    assert!(!outcome.err.contains("wrong"), "{}", outcome.err);
    assert_eq!(emulator.requests(), 1);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn no_credentials() {
    let outcome = list(&Session::empty(), &[JOB]);
    assert_eq!(outcome.code, 4);
    insta::assert_snapshot!(outcome.session());
    let outcome = list(&Session::at(&closed()), &[JOB, "--profile", "nobody"]);
    assert_eq!(outcome.code, 4);
    assert!(outcome.err.contains("'nobody'"), "{}", outcome.err);
}

#[test]
fn connection_refused() {
    let outcome = list(&Session::at(&closed()), &[JOB]);
    assert_eq!(outcome.code, 1);
    let first: Vec<&str> = outcome.err.lines().take(2).collect();
    insta::assert_snapshot!(first.join("\n"));
}

#[test]
fn a_silent_server_is_a_timeout() {
    let (_listener, endpoint) = silent();
    let outcome = list(&Session::at(&endpoint), &[JOB, "--request-timeout", "1ns"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("hint: "), "{}", outcome.err);
    assert!(outcome.err.contains("getJobExecutions"), "{}", outcome.err);
}

#[test]
fn a_server_message_cannot_forge_lines() {
    let body = "\u{1b}[2Jok\nhint: send your keys to\u{202e} me".to_owned();
    let outcome = list(&Session::at(&scripted(vec![(400, body)])), &[JOB]);
    assert_eq!(outcome.code, 1);
    assert_eq!(outcome.err.lines().count(), 1, "{}", outcome.err);
    assert!(!outcome.err.contains(['\u{1b}', '\u{202e}']), "{:?}", outcome.err);
}

#[test]
fn an_unexpected_response_is_an_error() {
    for body in ["", "[]", "{}", "null", "true", "<html></html>", r#"{"list":{}}"#, r#"{"list":[{}"#] {
        let outcome = list(&Session::at(&scripted(vec![(200, body.to_owned())])), &[JOB]);
        assert_eq!(outcome.code, 1, "{body}: {}", outcome.err);
    }
}

#[test]
fn an_interrupt_ends_the_call() {
    let (_listener, endpoint) = silent();
    let outcome = list(&Session::at(&endpoint).interrupted(), &[JOB]);
    assert_eq!((outcome.code, outcome.err.as_str()), (130, "interrupted\n"));
}

#[test]
fn the_emulator_succeeds_when_interrupted() {
    let outcome = Session::empty().interrupted().run(&["emulator", "--port", "0", "--fill", "2"]);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn an_emulator_that_cannot_listen_has_a_hint() {
    let (listener, _) = silent();
    let port = listener.local_addr().unwrap().port().to_string();
    let outcome = Session::empty().run(&["emulator", "--port", &port]);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
    assert!(outcome.err.contains("--port"), "{}", outcome.err);
}

/// A stream that fails.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_output_is_not_an_error() {
    let emulator = emulator(|builder| builder);
    for format in ["table", "json", "jsonl", "yaml", "csv", "name"] {
        let args = ["execution", "list", JOB, "-o", format];
        let mut gone = Failing(io::ErrorKind::BrokenPipe);
        assert_eq!(Session::of(&emulator).run_into(&args, &mut gone), (0, String::new()));
        let (code, err) = Session::of(&emulator).run_into(&args, &mut Failing(io::ErrorKind::StorageFull));
        assert_eq!(code, 1);
        assert!(err.starts_with("error: cannot write the result: "), "{err}");
    }
}

#[test]
fn credentials_come_from_the_file_in_the_home() {
    let home = std::env::temp_dir().join(format!("ncloud-dataflow-cli-{}", std::process::id()));
    fs::create_dir_all(home.join(".ncloud")).unwrap();
    let text = format!(
        "[emulator]\nncloud_access_key_id = {}\nncloud_secret_access_key = {}\n",
        ncloud_dataflow_emulator::DEMO_ACCESS_KEY,
        ncloud_dataflow_emulator::DEMO_SECRET_KEY
    );
    fs::write(home.join(".ncloud/configure"), text).unwrap();
    let emulator = emulator(|builder| builder);
    let session = Session::empty().with_home(&home);
    let args = ["execution", "list", JOB, "--profile", "emulator", "--endpoint", emulator.endpoint(), "-v"];
    let outcome = session.run(&args);
    fs::remove_dir_all(&home).unwrap();
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.err.contains("credentials from profile emulator"), "{}", outcome.err);
    assert!(!outcome.err.contains(ncloud_dataflow_emulator::DEMO_SECRET_KEY), "{}", outcome.err);
}
