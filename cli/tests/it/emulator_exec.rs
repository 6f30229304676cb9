//! `emulator exec` and `emulator --ready`, as the built program.

use crate::harness::{Folder, Session};
use ncloud_dataflow_emulator::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ncloud-dataflow"));
    command.env_clear().env("PATH", "/usr/bin:/bin").args(args);
    command
}

fn exec(args: &[&str]) -> Output {
    program(&[&["emulator", "exec"], args].concat()).output().unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// Sends a signal to a program.
fn kill(signal: &str, child: &Child) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn exec_sets_the_variables_of_a_client() {
    let mut command = program(&["emulator", "exec", "--", "sh", "-c", "env | grep -iE 'NCLOUD_|NO_PROXY' | sort"]);
    for (name, value) in [
        ("NCLOUD_PROFILE", "test"),
        ("NCLOUD_ACCESS_KEY", "own"),
        ("HTTP_PROXY", "http://proxy"),
        ("NO_PROXY", "a.test"),
    ] {
        command.env(name, value);
    }
    let output = command.output().unwrap();
    assert_eq!(text(output.stderr), "");
    let out = text(output.stdout);
    let lines: Vec<&str> =
        out.lines().filter(|line| !line.starts_with("NCLOUD_DATAFLOW_ENDPOINT=http://127.0.0.1:")).collect();
    let mut expected = vec![
        format!("NCLOUD_ACCESS_KEY={DEMO_ACCESS_KEY}"),
        format!("NCLOUD_ACCESS_KEY_ID={DEMO_ACCESS_KEY}"),
        format!("NCLOUD_SECRET_ACCESS_KEY={DEMO_SECRET_KEY}"),
        format!("NCLOUD_SECRET_KEY={DEMO_SECRET_KEY}"),
        "NO_PROXY=a.test,127.0.0.1,localhost".to_owned(),
        "no_proxy=a.test,127.0.0.1,localhost".to_owned(),
    ];
    expected.sort();
    assert_eq!(lines, expected);
    assert_eq!(out.lines().count(), 7, "the endpoint is set: {out}");
}

#[cfg(unix)]
#[test]
fn exec_runs_a_client_with_the_settings() {
    let own = env!("CARGO_BIN_EXE_ncloud-dataflow");
    let output = exec(&["--fill", "3", "--", own, "job", "list", "-o", "name"]);
    assert_eq!((output.status.code(), text(output.stderr)), (Some(0), String::new()));
    assert_eq!(text(output.stdout).lines().count(), 3);
    let output = exec(&["--fault", "unavailable=1", "--", own, "job", "list", "--timeout", "0s"]);
    assert_ne!(output.status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn exec_passes_on_exit_codes() {
    assert_eq!(exec(&["--", "sh", "-c", "exit 7"]).status.code(), Some(7));
    assert_eq!(exec(&["--", "sh", "-c", "kill -TERM $$"]).status.code(), Some(143));
    let missing = exec(&["--", "no-such-program"]);
    assert_eq!(missing.status.code(), Some(127));
    assert!(text(missing.stderr).starts_with("error: no program 'no-such-program' was found"));
    assert_eq!(exec(&["--", "/"]).status.code(), Some(126));
    let input = program(&["emulator", "exec", "--", "cat"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = input.unwrap();
    child.stdin.take().unwrap().write_all(b"passed on").unwrap();
    assert_eq!(text(child.wait_with_output().unwrap().stdout), "passed on");
}

#[cfg(unix)]
#[test]
fn exec_passes_on_signals() {
    for signal in ["TERM", "HUP", "INT"] {
        let script = format!("trap 'echo caught; exit 9' {signal}; echo ready; while :; do sleep 0.01; done");
        let mut command = program(&["emulator", "exec", "--", "sh", "-c", &script]);
        // A group of its own, which is not the one of the terminal that the tests may run in.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert_eq!(lines.next().unwrap(), "ready");
        kill(&format!("-{signal}"), &child);
        assert_eq!((lines.next().unwrap().as_str(), child.wait().unwrap().code()), ("caught", Some(9)), "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn ready_as_json_is_the_first_line() {
    let mut child = program(&["emulator", "--port", "0", "--ready", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let keys: Vec<&String> = ready.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["endpoint", "accessKey", "secretKey", "pid"]);
    assert_eq!(ready["pid"], child.id());
    let address = ready["endpoint"].as_str().unwrap().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
    let mut health = String::new();
    stream.read_to_string(&mut health).unwrap();
    assert!(health.starts_with("HTTP/1.1 200 OK") && health.contains(r#""status":"ok""#), "{health}");
    kill("-TERM", &child);
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert_eq!((child.wait().unwrap().code(), rest.as_str()), (Some(0), ""));
}

#[test]
fn other_interfaces_have_a_warning_and_a_token() {
    let run = |args: &[&str]| {
        let outcome = Session::empty().interrupted().run(&[&["emulator", "--port", "0"], args].concat());
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        outcome
    };
    let outcome = run(&["--host", "0.0.0.0", "--ready", "json"]);
    let ready: Value = serde_json::from_str(outcome.out.trim_end()).unwrap();
    assert!(ready["endpoint"].as_str().unwrap().starts_with("http://127.0.0.1:"), "{ready}");
    let token = ready["token"].as_str().unwrap();
    assert!(
        outcome.err.starts_with("warning: the emulator listens on all interfaces (0.0.0.0), port "),
        "{}",
        outcome.err
    );
    assert!(outcome.err.contains(&format!("Authorization: Bearer {token}")), "{}", outcome.err);
    let outcome = run(&[]);
    assert!(outcome.out.starts_with("export NCLOUD_DATAFLOW_ENDPOINT=http://127.0.0.1:"), "{}", outcome.out);
    assert!(!outcome.err.contains("warning") && !outcome.err.contains("Bearer"), "{}", outcome.err);
}

#[test]
fn exec_usage_errors_start_nothing() {
    let folder = Folder::new("exec-usage");
    let marker = folder.path("started");
    for args in [
        &["exec"] as &[&str],
        &["exec", "touch", &marker],
        &["--fault", "lost=1", "exec", "--", "touch", &marker],
        &["exec", "--ready", "json", "--", "touch", &marker],
        &["exec", "--speed", "-1", "--", "touch", &marker],
    ] {
        let outcome = Session::empty().run(&[&["emulator"], args].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
    }
    assert!(!std::path::Path::new(&marker).exists());
}

#[cfg(unix)]
#[test]
fn exec_fails_if_the_emulator_cannot_start() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = exec(&["--port", &port, "--", "echo", "ran"]);
    assert_eq!((output.status.code(), text(output.stdout)), (Some(1), String::new()));
    assert!(text(output.stderr).starts_with("error: cannot listen on 127.0.0.1:"));
}

/// A job of a plan fails, one with a runner ends as its program does, and its log is its output.
#[cfg(unix)]
#[test]
fn exec_takes_a_plan_and_a_runner() {
    let folder = Folder::new("exec-plan");
    let plan = folder.file("plan.yaml", "job001: FAILED");
    let program = env!("CARGO_BIN_EXE_ncloud-dataflow");
    let wait = [program, "job", "run", "job001", "--wait", "--no-record"];
    let output = exec(&[&["--plan", &plan, "--speed", "100", "--"], &wait as &[_]].concat());
    assert_eq!(output.status.code(), Some(5), "{}", text(output.stderr));

    let (logs, runner) = (folder.path("logs"), "sh -c 'echo ran $1' sh {name}");
    // The command line reads the log in the folder as it reads Object Storage.
    let script = format!(
        "set -e; job=$({program} job list --limit 1 -o name); old=$({program} execution list $job --limit 1 -o name)
         id=$({program} job run $job --wait --no-record -o name); {program} execution logs $job $id --no-record
         {program} execution logs $job $old --no-record"
    );
    let output =
        exec(&["--fill", "500", "--logs", &logs, "--runner", runner, "--speed", "100", "--", "sh", "-c", &script]);
    assert!(text(output.stdout).starts_with("ran "), "{}", text(output.stderr));
    assert_eq!(output.status.code(), Some(6), "the history has no logs");
    assert!(text(output.stderr).contains("does not exist in the bucket"));
}

#[test]
fn folder_of_logs_needs_an_absolute_path() {
    let outcome = Session::empty().run(&[
        "execution",
        "logs",
        "gqigvHhTu7ra",
        "fKE22JFX4PAu",
        "--emulator",
        "--no-record",
        "--object-storage-endpoint",
        "file://logs",
    ]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("absolute path"), "{}", outcome.err);
}
