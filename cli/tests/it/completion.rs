//! What the program answers to the scripts of the shells.

use crate::harness::{Folder, JOB, Session, closed, emulator, scripted};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Step, response};
use sha2::{Digest, Sha256};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Returns the values for the last word. Nothing is ever printed to the error stream.
#[track_caller]
fn values(session: &Session, words: &[&str]) -> Vec<String> {
    let lines = answer(session, "zsh", words);
    lines.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[track_caller]
fn answer(session: &Session, shell: &str, words: &[&str]) -> String {
    let index = words.len().to_string();
    let outcome = session.run(&[&["__complete", shell, &index, "--", "ncloud-dataflow"], words].concat());
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{words:?}");
    outcome.out
}

/// Returns a session with a home folder.
fn at(endpoint: &str, home: &Folder) -> Session {
    Session::at(endpoint).with_home(Path::new(&home.path("")))
}

fn page(names: &[&str]) -> Step {
    let items: Vec<_> = names.iter().map(|name| format!(r#"{{"jobId":"ID-{name}","name":"{name}"}}"#)).collect();
    response(200, "", &format!(r#"{{"list":[{}]}}"#, items.join(",")))
}

#[test]
fn completes_commands_flags_and_values() {
    let session = Session::at(&closed());
    for (words, expected) in [
        (&["tri"][..], &["trigger"][..]),
        (&["job", "ver"], &["verify"]),
        (&["execution", "list", "--sta"], &["--status"]),
        (&["execution", "list", "--status", ""], &["READY", "RUNNING", "COMPLETED", "FAILED", "CANCELED"]),
        (&["execution", "list", "--type", "W"], &["WORKFLOW"]),
        (&["job", "list", "-o", "js"], &["json", "jsonl"]),
        (&["job", "list", "--output=y"], &["--output=yaml"]),
        (&["completion", "f"], &["fish"]),
        (&["no-such-command", "x"], &[]),
        (&["job", "list", "--no-such-flag"], &[]),
    ] {
        assert_eq!(values(&session, words), expected, "{words:?}");
    }
    assert!(answer(&session, "fish", &["job", "li"]).starts_with("list\tLists"));
    assert_eq!(answer(&session, "bash", &["job", "li"]), "list\n");
    // Flags only where a word begins like one, or where there is nothing else.
    assert!(values(&session, &["job", ""]).iter().all(|value| !value.starts_with('-')));
    assert!(values(&session, &["job", "--"]).iter().any(|value| value == "--profile"));
}

#[test]
fn a_script_of_another_version_gets_no_answer() {
    for args in
        [&["__complete"][..], &["__complete", "tcsh", "1", "--", "x"], &["__complete", "bash", "one", "--", "x"]]
    {
        let outcome = Session::empty().run(args);
        assert_eq!((outcome.code, outcome.out.as_str(), outcome.err.as_str()), (0, "", ""), "{args:?}");
    }
}

#[test]
fn completes_names_and_keeps_them_for_a_minute() {
    let home = Folder::new("completion-names");
    let server = RawServer::start(vec![
        page(&["nightly-etl", "nightly-load", "hourly"]),
        page(&[]),
        page(&["nightly-new"]),
        page(&[]),
    ]);
    let clock = FakeClock::new();
    let session = at(server.endpoint(), &home).with_clock(clock.clone());
    assert_eq!(values(&session, &["job", "get", "ni"]), ["nightly-etl", "nightly-load"]);
    let sent = server.requests().len();
    assert_eq!(values(&session, &["job", "run", ""]), ["nightly-etl", "nightly-load", "hourly"]);
    assert_eq!(values(&session, &["execution", "list", "--job=h"]), ["--job=hourly"]);
    assert_eq!(values(&session, &["execution", "list", "--job", "h"]), ["hourly"]);
    assert_eq!(values(&session, &["job", "get", "ID-h"]), ["ID-hourly"]);
    assert_eq!(answer(&session, "fish", &["job", "delete", "hou"]), "hourly\tID-hourly\n");
    assert_eq!(server.requests().len(), sent);
    clock.advance(Duration::from_secs(61));
    assert_eq!(values(&session, &["job", "get", "ni"]), ["nightly-new"]);

    let folder = home.path(".cache/ncloud-dataflow");
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    let files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    let text = format!("{:?} {}", files[0], fs::read_to_string(&files[0]).unwrap());
    for hidden in ["EXAMPLE-ACCESS-KEY", "example-secret-key", "127.0.0.1"] {
        assert!(!text.contains(hidden), "{text}");
    }
    // Another account has other names.
    let other = at(&scripted(vec![]), &home).with_clock(clock).with("NCLOUD_ACCESS_KEY_ID", "OTHER");
    assert!(!values(&other, &["job", "get", "ni"]).contains(&"nightly-new".to_owned()));
}

#[test]
fn names_that_a_shell_would_run_are_left_out() {
    let home = Folder::new("completion-hostile");
    let names = ["$(touch x)", "a;b", "-rf", "good", "a b", "작업"];
    let server = RawServer::start(vec![page(&names), page(&[])]);
    assert_eq!(values(&at(server.endpoint(), &home), &["job", "get", ""]), ["good", "작업"]);
}

#[test]
fn failures_are_silent_and_not_repeated() {
    let home = Folder::new("completion-failures");
    let server =
        RawServer::responding(|_| Some(response(403, "", r#"{"error":{"errorCode":"210","message":"Denied"}}"#)));
    let session = at(server.endpoint(), &home);
    assert!(values(&session, &["job", "get", "x"]).is_empty());
    let sent = server.requests().len();
    assert!(sent > 0);
    assert!(values(&session, &["job", "get", "x"]).is_empty());
    assert_eq!(server.requests().len(), sent);
    // Neither a connection nor credentials, nor a place for the cache.
    assert!(values(&Session::at(&closed()), &["job", "get", "x"]).is_empty());
    assert!(values(&Session::empty(), &["job", "get", "x"]).is_empty());
    assert!(values(&Session::at("not an endpoint"), &["execution", "get", "x"]).is_empty());
}

#[test]
fn names_of_before_are_used_while_the_service_fails() {
    let home = Folder::new("completion-stale");
    let server = RawServer::start(vec![page(&["nightly"]), page(&[])]);
    let clock = FakeClock::new();
    let session = at(server.endpoint(), &home).with_clock(clock.clone());
    assert_eq!(values(&session, &["job", "get", "n"]), ["nightly"]);
    clock.advance(Duration::from_secs(3600));
    assert_eq!(values(&session, &["job", "get", "n"]), ["nightly"]);
}

#[test]
fn a_service_that_does_not_respond_gets_two_seconds() {
    let server = RawServer::responding(|_| Some(Step::Silence));
    #[allow(clippy::disallowed_methods, reason = "the limit is one of real time")]
    let start = Instant::now();
    assert!(values(&Session::at(server.endpoint()), &["job", "get", "x"]).is_empty());
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
}

#[test]
fn an_emulator_starts_only_if_the_line_says_so() {
    let session = Session::empty();
    assert!(values(&session, &["job", "get", "job"]).is_empty());
    assert_eq!(values(&session, &["--emulator", "job", "get", "job"]), ["job001"]);
    assert_eq!(values(&session, &["job", "get", "--emulator", "job"]), ["job001"]);
    assert_eq!(values(&session, &["workflow", "get", "--emulator", "wo"]).len(), 1);
}

#[test]
fn completes_profiles() {
    let home = Folder::new("completion-profiles");
    fs::create_dir_all(home.path(".ncloud")).unwrap();
    home.file(
        ".ncloud/configure",
        "[DEFAULT]\nncloud_access_key_id = AK\n [prod] \n# [no]\nncloud_secret_access_key = [x\n",
    );
    let session = Session::empty().with_home(Path::new(&home.path("")));
    assert_eq!(values(&session, &["--profile", ""]), ["DEFAULT", "prod"]);
    assert_eq!(values(&session, &["job", "list", "--profile=p"]), ["--profile=prod"]);
}

#[test]
fn completes_executions_of_the_local_record() {
    let home = Folder::new("completion-runs");
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator).with_home(Path::new(&home.path("")));
    record(&home, emulator.endpoint(), ncloud_dataflow_emulator::DEMO_ACCESS_KEY);
    assert_eq!(values(&session, &["execution", "get", "f"]), ["fNewer", "fOlder"]);
    assert_eq!(values(&session, &["execution", "logs", "@"]), ["@last"]);
    assert_eq!(values(&session, &["execution", "get", "job"]), ["job001"]);
    assert_eq!(values(&session, &["execution", "cancel", "job001", "fO"]), ["fOlder"]);
    assert_eq!(values(&session, &["execution", "list", "f"]), Vec::<String>::new());
    assert!(values(&session, &["--no-record", "execution", "get", "f"]).is_empty());
    let text = answer(&session, "fish", &["execution", "get", "fN"]);
    assert!(text.starts_with("fNewer\tnightly FAILED 2026-11-24"), "{text}");
}

/// Writes a local record with two runs.
fn record(home: &Folder, endpoint: &str, access_key: &str) {
    let digest = Sha256::digest(format!("{endpoint}\n{access_key}"));
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let folder = ".local/state/ncloud-dataflow";
    fs::create_dir_all(home.path(folder)).unwrap();
    let line = |id: &str, day: u32| {
        format!(
            r#"{{"at":1,"started":true,"run":{{"jobExecutionId":"{id}","jobId":"{JOB}","jobName":"nightly","status":"FAILED","createdDate":"2026-11-{day}T00:00:00+0900"}}}}"#
        )
    };
    home.file(&format!("{folder}/runs-{name}.jsonl"), format!("{}\n{}\n", line("fOlder", 23), line("fNewer", 24)));
}

#[test]
fn scripts_are_printed_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let outcome = Session::empty().run(&["completion", shell]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        assert!(outcome.out.contains(&format!("__complete {shell} ")), "{shell}");
    }
}
