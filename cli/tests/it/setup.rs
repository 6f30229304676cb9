//! `whoami`, `doctor` and `exec`.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot be set up has failed; clippy exempts only the test functions"
)]

use crate::harness::{Folder, Session, closed, emulator, responding, without_numbers};
use ncloud_testing::FakeClock;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

const CREDENTIALS: &str = "ncloud_access_key_id = AKDEFAULT000\nncloud_secret_access_key = secret-default\n\
                           [test]\nncloud_access_key_id = AKTESTPROFILE\nncloud_secret_access_key = secret-test\n";

fn home(name: &str) -> Folder {
    let folder = Folder::new(name);
    std::fs::create_dir(folder.path(".ncloud")).unwrap();
    let file = folder.file(".ncloud/configure", CREDENTIALS);
    private(Path::new(&file), 0o600);
    folder
}

#[cfg(unix)]
fn private(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn private(_path: &Path, _mode: u32) {}

fn at_home(home: &Folder) -> Session {
    Session::empty().with_home(Path::new(&home.path("")))
}

#[test]
fn whoami_shows_the_source_of_each_setting() {
    let home = home("whoami");
    let outcome = at_home(&home).run(&["whoami"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    insta::assert_snapshot!(outcome.out);
    let session = at_home(&home).with("NCLOUD_PROFILE", "test").with("NCLOUD_DATAFLOW_ENDPOINT", "http://127.0.0.1:1");
    let outcome = session.run(&["whoami", "-o", "json"]);
    insta::assert_snapshot!("whoami_json", outcome.out);
    // `-o yaml` has the same content.
    let yaml: Value = serde_yaml::from_str(&session.run(&["whoami", "-o", "yaml"]).out).unwrap();
    assert_eq!(yaml, serde_json::from_str::<Value>(&outcome.out).unwrap());
    let named = session.run(&["whoami", "--profile", "DEFAULT", "--endpoint", "http://127.0.0.1:2"]).out;
    assert!(named.contains("profile     DEFAULT              --profile"), "{named}");
    assert!(named.contains("endpoint    http://127.0.0.1:2   --endpoint"), "{named}");
}

#[test]
fn variables_that_hide_a_profile_are_reported() {
    let home = home("hidden");
    let session = at_home(&home)
        .with("NCLOUD_PROFILE", "test")
        .with("NCLOUD_ACCESS_KEY", "AKVARIABLE12")
        .with("NCLOUD_SECRET_KEY", "secret-variable");
    let outcome = session.run(&["whoami"]);
    assert!(
        outcome.out.contains("not used: NCLOUD_ACCESS_KEY takes precedence over NCLOUD_PROFILE"),
        "{}",
        outcome.out
    );
    let note = "note: NCLOUD_ACCESS_KEY takes precedence over the profile 'test' of NCLOUD_PROFILE\n";
    assert_eq!(outcome.err, note);
    assert!(outcome.out.contains("AKVA…"), "{}", outcome.out);
    for secret in ["secret-", "AKVARIABLE12"] {
        assert!(!format!("{outcome:?}").contains(secret), "{outcome:?}");
    }
}

#[test]
fn unknown_profiles_are_errors() {
    let home = home("unknown");
    for args in [&["whoami"] as &[&str], &["exec", "--profile", "nope", "--", "true"]] {
        let outcome = at_home(&home).with("NCLOUD_PROFILE", "nope").run(args);
        assert_eq!(outcome.code, 4, "{}", outcome.err);
        assert!(outcome.err.contains("no credentials for profile 'nope' in ~/.ncloud/configure"), "{}", outcome.err);
    }
}

#[test]
fn doctor_is_content_with_the_emulator() {
    let outcome = Session::empty().run(&["--emulator", "doctor"]);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn doctor_finds_rejected_credentials() {
    let emulator = emulator(|builder| builder);
    let outcome = Session::of(&emulator).with("NCLOUD_SECRET_ACCESS_KEY", "wrong").run(&["doctor"]);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn doctor_finds_missing_permissions() {
    let endpoint = responding(|request| match request.head().contains("/jobs") {
        true => (403, r#"{"error":{"errorCode":"210","message":"Permission Denied"}}"#.to_owned()),
        false => (200, r#"{"list":[]}"#.to_owned()),
    });
    let outcome = Session::at(&endpoint).run(&["doctor", "-o", "jsonl"]);
    assert_eq!(outcome.code, 4, "{}", outcome.err);
    let lines: Vec<Value> = outcome.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 9);
    assert_eq!(lines[6]["status"], "ok", "{}", outcome.out);
    assert_eq!((&lines[7]["status"], &lines[7]["detail"]), (&"failed".into(), &"cannot list jobs".into()));
    assert_eq!(outcome.err.lines().next(), Some("error: a check failed: permission to read"));
}

#[test]
fn doctor_continues_without_credentials_and_without_a_connection() {
    let endpoint = closed();
    let outcome = Session::empty().with("NCLOUD_DATAFLOW_ENDPOINT", &endpoint).run(&["doctor"]);
    assert_eq!(outcome.code, 4);
    let out = without_numbers(&outcome.out);
    assert!(out.contains("failed   settings             no credentials found; set NCLOUD_ACCESS_KEY_ID"), "{out}");
    assert!(out.contains("ok       name resolution      127.0.0.1 is an address"), "{out}");
    assert!(out.contains("failed   connection           cannot connect to 127.0.0.1:PORT: "), "{out}");
    assert_eq!(out.lines().count(), 9);
    let outcome = Session::at(&endpoint).run(&["doctor"]);
    assert_eq!(outcome.code, 1, "{}", outcome.out);
}

#[test]
fn doctor_blames_a_proxy_that_does_not_run() {
    let proxy = closed();
    let outcome = Session::at("https://dataflow.example").with("HTTPS_PROXY", &proxy).run(&["doctor"]);
    assert_eq!(outcome.code, 1, "{}", outcome.out);
    assert!(outcome.out.contains("skipped  connection           the proxy of HTTPS_PROXY connects"), "{}", outcome.out);
    assert!(outcome.out.contains("cannot connect through the proxy"), "{}", outcome.out);
    assert_eq!(outcome.err.lines().next(), Some("error: a check failed: TLS"));
}

#[test]
fn doctor_measures_the_clock() {
    for (offset, code, text) in [
        (30, 0, "ok       clock                30 s behind the service's"),
        (-30, 0, "ok       clock                30 s ahead of the service's"),
        (7200, 1, "failed   clock                7200 s behind the service's; set the clock"),
    ] {
        let offset = jiff::SignedDuration::from_secs(offset);
        let clock = FakeClock::frozen();
        let emulator = emulator(|builder| builder.clock(clock.clone()).clock_offset(offset));
        let outcome = Session::of(&emulator).with_clock(clock).run(&["doctor"]);
        assert_eq!(outcome.code, code, "{}", outcome.out);
        assert!(outcome.out.contains(text), "{}", outcome.out);
    }
}

#[cfg(unix)]
#[test]
fn doctor_finds_an_exposed_file() {
    let home = home("exposed");
    private(Path::new(&home.path(".ncloud/configure")), 0o644);
    let endpoint = responding(|_| (200, r#"{"list":[]}"#.to_owned()));
    let outcome = at_home(&home).run(&["doctor", "--endpoint", &endpoint]);
    assert_eq!(outcome.code, 4, "{}", outcome.out);
    let line = "failed   file mode            other users can use ~/.ncloud/configure: its mode is 0644; run chmod 600";
    assert!(outcome.out.contains(line), "{}", outcome.out);
    assert!(outcome.out.contains("ok       permission to read"), "{}", outcome.out);
}

#[test]
fn rows_and_names_are_rejected_before_anything_is_done() {
    for (command, format) in [("whoami", "csv"), ("doctor", "name")] {
        let outcome = Session::at(&closed()).run(&[command, "-o", format]);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{}", outcome.err);
    }
}

/// Runs the built program with `exec`.
#[cfg(unix)]
fn exec(home: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ncloud-dataflow"));
    command.env_clear().env("HOME", home.path("")).env("PATH", "/usr/bin:/bin").env("NCLOUD_PROFILE", "test");
    command.arg("exec").args(args).output().unwrap()
}

#[cfg(unix)]
#[test]
fn exec_sets_both_names_of_each_key() {
    let home = home("exec");
    let output = exec(&home, &["--endpoint", "http://127.0.0.1:9/", "--", "sh", "-c", "env | grep NCLOUD_ | sort"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "NCLOUD_ACCESS_KEY=AKTESTPROFILE\nNCLOUD_ACCESS_KEY_ID=AKTESTPROFILE\n\
         NCLOUD_DATAFLOW_ENDPOINT=http://127.0.0.1:9\n\
         NCLOUD_SECRET_ACCESS_KEY=secret-test\nNCLOUD_SECRET_KEY=secret-test\n"
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let output = exec(&home, &["--profile", "DEFAULT", "--", "sh", "-c", "echo $NCLOUD_SECRET_KEY $1", "x", "--help"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "secret-default --help\n");
}

#[cfg(unix)]
#[test]
fn exec_passes_on_exit_codes_and_signals() {
    use std::os::unix::process::ExitStatusExt;
    let home = home("exit");
    assert_eq!(exec(&home, &["--", "sh", "-c", "exit 7"]).status.code(), Some(7));
    assert_eq!(exec(&home, &["--", "sh", "-c", "kill -TERM $$"]).status.signal(), Some(15));
    let missing = exec(&home, &["--", "no-such-program"]);
    assert_eq!(missing.status.code(), Some(127));
    assert!(String::from_utf8(missing.stderr).unwrap().starts_with("error: no program 'no-such-program' was found"));
    assert_eq!(exec(&home, &["--", "/"]).status.code(), Some(126));
}

/// The program takes the place of this one, so a signal reaches it.
#[cfg(unix)]
#[test]
fn a_signal_reaches_the_program() {
    use std::io::Read;
    let home = home("signal");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ncloud-dataflow"));
    command.env_clear().env("HOME", home.path("")).env("PATH", "/usr/bin:/bin");
    command.args([
        "exec",
        "--",
        "sh",
        "-c",
        "trap 'echo caught; exit 9' TERM; echo ready; while :; do sleep 0.01; done",
    ]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut ready = [0; 6];
    out.read_exact(&mut ready).unwrap();
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert_eq!((child.wait().unwrap().code(), rest.as_str()), (Some(9), "caught\n"));
}

#[test]
fn exec_needs_a_program_after_two_hyphens() {
    let home = home("usage");
    for args in [&["exec"] as &[&str], &["exec", "env"], &["exec", "--"], &["--emulator", "exec", "--", "env"]] {
        let outcome = at_home(&home).run(args);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
    }
    let outcome = at_home(&home).run(&["exec", "--endpoint", "x", "--", "env"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
}
