//! Confirmation of deletions.

use crate::harness::{JOB, Outcome, Session, emulator, scripted};
use ncloud_dataflow_emulator::Emulator;
use serde_json::json;

const TRIGGER: &str = "T63391JxQHNj";

fn delete(session: &Session, args: &[&str]) -> Outcome {
    session.run(&[&["trigger", "delete", TRIGGER], args].concat())
}

fn is_there(emulator: &Emulator) -> bool {
    let ids = Session::of(emulator).run(&["trigger", "list", "-o", "name"]);
    ids.out.lines().any(|id| id == TRIGGER)
}

#[test]
fn yes_confirms_a_deletion() {
    for answer in ["y\n", "Yes\n", " y \nn\n", "y"] {
        let emulator = emulator(|builder| builder);
        let outcome = delete(&Session::of(&emulator).on_a_terminal().with_input(answer), &[]);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        assert!(!is_there(&emulator), "{answer:?}");
    }
    let emulator = emulator(|builder| builder);
    let outcome = delete(&Session::of(&emulator).on_a_terminal().with_input("y\n"), &[]);
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn any_other_reply_cancels() {
    for answer in ["n\n", "\n", "yeah\n", "no\ny\n"] {
        let emulator = emulator(|builder| builder);
        let outcome = delete(&Session::of(&emulator).on_a_terminal().with_input(answer), &[]);
        assert_eq!(outcome.code, 1, "{}", outcome.err);
        // The terminal shows the end of a reply, but not the end of the input.
        let end = if answer.is_empty() { "\n" } else { "" };
        assert!(outcome.err.ends_with(&format!("? [y/N] {end}canceled; nothing was changed\n")), "{}", outcome.err);
        assert!(is_there(&emulator), "{answer:?}");
    }
}

#[test]
fn the_end_of_the_input_is_no_reply() {
    let emulator = emulator(|builder| builder);
    let outcome = delete(&Session::of(&emulator).on_a_terminal().with_input(""), &["--color", "never"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    let message = "? [y/N] \nerror: cannot read the confirmation: the input has ended\n\
                   hint: add --yes to delete without confirmation; nothing was deleted\n";
    assert!(outcome.err.ends_with(message), "{}", outcome.err);
    assert!(is_there(&emulator));
}

#[test]
fn without_a_terminal_a_deletion_needs_yes() {
    let emulator = emulator(|builder| builder);
    let outcome = delete(&Session::of(&emulator).with_input("y\n"), &[]);
    assert_eq!((outcome.code, emulator.requests()), (2, 0));
    insta::assert_snapshot!(outcome.session());
}

#[test]
fn the_flag_yes_confirms() {
    for terminals in [false, true] {
        let emulator = emulator(|builder| builder);
        let session = match terminals {
            true => Session::of(&emulator).on_a_terminal(),
            false => Session::of(&emulator),
        };
        let outcome = delete(&session, &["--yes"]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, "deleted trigger T63391JxQHNj\n"));
        assert!(!is_there(&emulator));
    }
}

/// The prompt shows the name and the ID of the resource.
#[test]
fn the_prompt_shows_name_and_id() {
    let emulator = emulator(|builder| builder);
    let session = || Session::of(&emulator).on_a_terminal().with_input("n\n");
    let by_name = session().run(&["job", "delete", "job001"]).err;
    assert!(by_name.starts_with("Delete job 'job001' (gqigvHhTu7ra)? [y/N] "), "{by_name}");
    assert_eq!(session().run(&["job", "delete", JOB]).err, by_name);
    let by_id = session().run(&["job", "delete", JOB, "--by-id"]).err;
    assert!(by_id.starts_with("Delete job 'gqigvHhTu7ra'? [y/N] "), "{by_id}");
}

#[test]
fn an_interrupted_prompt_deletes_nothing() {
    let emulator = emulator(|builder| builder);
    let session = Session::of(&emulator).on_a_terminal().with_input("y\n").interrupted();
    assert_eq!(delete(&session, &[]).code, 130);
    assert!(is_there(&emulator));
}

/// The name of a resource cannot change the prompt.
#[test]
fn a_name_cannot_forge_the_prompt() {
    let name = "\u{1b}[2K\rDelete job 'old'? [y/N] \u{202e}\n";
    let page = json!({"list": [{"jobId": JOB, "name": name}]}).to_string();
    let session = Session::at(&scripted(vec![(200, page)]));
    let outcome = session.on_a_terminal().with_input("n\n").run(&["job", "delete", JOB, "--color", "never"]);
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    assert_eq!(outcome.err.lines().count(), 1, "{}", outcome.err);
    assert!(!outcome.err.contains(['\u{1b}', '\r', '\u{202e}']), "{:?}", outcome.err);
}
