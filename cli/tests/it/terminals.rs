//! Output on a terminal: colors, and escaped characters.

use crate::harness::{JOB, Session, emulator, scripted_page};
use serde_json::json;

#[test]
fn states_are_colored_on_a_terminal_only() {
    let emulator = emulator(|builder| builder.fill("getJobExecutions", 5));
    let args = ["execution", "list", JOB];
    let plain = Session::of(&emulator).run(&args).out;
    let colored = Session::of(&emulator).on_a_terminal().run(&args).out;
    assert!(!plain.contains('\u{1b}'));
    assert!(colored.contains("\u{1b}[32mCOMPLETED\u{1b}[0m"), "{colored:?}");
    assert!(colored.contains("\u{1b}[31mFAILED\u{1b}[0m"), "{colored:?}");
    assert_eq!(without_styles(&colored), plain);
    let variables = [("NO_COLOR", "1"), ("TERM", "dumb")];
    for (name, value) in variables {
        assert_eq!(Session::of(&emulator).on_a_terminal().with(name, value).run(&args).out, plain);
    }
    let forced = Session::of(&emulator).run(&["execution", "list", JOB, "--color", "always"]).out;
    assert_eq!(forced, colored);
}

#[test]
fn errors_are_colored_on_a_terminal_only() {
    let args = ["execution", "list", JOB];
    let colored = Session::empty().on_a_terminal().run(&args).err;
    assert!(colored.starts_with("\u{1b}["), "{colored:?}");
    assert_eq!(without_styles(&colored), Session::empty().run(&args).err);
    let usage = ["execution", "list", JOB, "--page", "x"];
    assert!(Session::empty().on_a_terminal().run(&usage).err.contains('\u{1b}'));
    assert!(
        !Session::empty().on_a_terminal().run(&[&usage as &[_], &["--color=never"]].concat()).err.contains('\u{1b}')
    );
}

#[test]
fn a_terminal_never_gets_control_characters() {
    let evil = "\u{1b}]0;title\u{7}\u{202e}x\u{9b}31m";
    for format in ["table", "json", "jsonl", "yaml", "csv", "name"] {
        let item = json!({"jobExecutionId": evil, "jobName": evil, evil: evil, "status": evil});
        let page = json!({ "list": [item] }).to_string();
        let session = Session::at(&scripted_page(page)).on_a_terminal();
        let out = session.run(&["execution", "list", JOB, "-o", format, "--color", "never"]).out;
        let acting = |character: char| (character.is_control() && character != '\n') || character == '\u{202e}';
        assert!(!out.is_empty() && !out.contains(acting), "{format}: {out:?}");
    }
}

fn without_styles(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    plain
}
