//! Flags of the emulator.

use crate::harness::{Folder, JOB, Session, emulator};
use std::fs;

#[test]
fn a_state_file_keeps_data_between_calls() {
    let folder = Folder::new("state");
    let state = folder.path("emulator.json");
    let run = |args: &[&str]| {
        let outcome = Session::empty().run(&[&["--emulator", "--state", &state], args].concat());
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        outcome.out
    };
    run(&["job", "create", "--name", "kept", "--type", "VISUAL"]);
    let id = run(&["job", "get", "kept", "-o", "name"]);
    assert!(run(&["job", "list", "-o", "name"]).contains(&id));
    run(&["job", "delete", "kept", "--yes"]);
    assert!(!run(&["job", "list", "-o", "name"]).contains(&id));
}

#[test]
fn without_a_state_file_nothing_is_kept() {
    let run = |args: &[&str]| Session::empty().run(&[&["--emulator"], args].concat()).code;
    assert_eq!(run(&["trigger", "delete", "T63391JxQHNj", "--yes"]), 0);
    assert_eq!(run(&["trigger", "get", "T63391JxQHNj"]), 0);
}

#[test]
fn a_file_that_is_not_a_state_file_is_rejected() {
    let folder = Folder::new("bad-state");
    let state = folder.file("emulator.json", "{");
    let args = ["--emulator", "--state", &state, "job", "list"];
    let outcome = Session::empty().run(&args);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
    assert!(outcome.err.contains("emulator.json"), "{}", outcome.err);
    assert_eq!(fs::read_to_string(&state).unwrap(), "{");
    let folder_itself = folder.path("");
    let outcome = Session::empty().run(&["--emulator", "--state", &folder_itself, "job", "list"]);
    assert_eq!(outcome.code, 1, "{}", outcome.err);
}

#[test]
fn a_state_needs_an_emulator() {
    let emulator = emulator(|builder| builder);
    let outcome = Session::of(&emulator).run(&["job", "list", "--state", "x.json"]);
    assert_eq!((outcome.code, emulator.requests()), (2, 0));
    assert!(outcome.err.contains("'--emulator'"), "{}", outcome.err);
}

#[test]
fn the_emulator_command_keeps_its_data() {
    let folder = Folder::new("own-state");
    let state = folder.path("emulator.json");
    let outcome = Session::empty().interrupted().run(&["emulator", "--port", "0", "--state", &state, "--speed", "10"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(fs::read_to_string(&state).unwrap().contains(JOB));
}

#[test]
fn invalid_settings_are_rejected() {
    for (args, expected) in [
        (["--speed", "0"], "above 0"),
        (["--speed", "fast"], "above 0"),
        (["--quirk", "count=all"], "count=page|total"),
    ] {
        let outcome = Session::empty().run(&[&["emulator", "--port", "0"], &args as &[_]].concat());
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
    }
}
