//! Flags of the emulator.

use crate::harness::{Folder, JOB, Session, emulator};
use std::fs;

#[test]
fn data_file_keeps_data_between_calls() {
    let folder = Folder::new("data");
    let data = folder.path("emulator.db");
    let run = |args: &[&str]| {
        let outcome = Session::empty().run(&[&["--emulator", "--data", &data], args].concat());
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
fn without_a_data_file_nothing_is_kept() {
    let run = |args: &[&str]| Session::empty().run(&[&["--emulator"], args].concat()).code;
    assert_eq!(run(&["trigger", "delete", "T63391JxQHNj", "--yes"]), 0);
    assert_eq!(run(&["trigger", "get", "T63391JxQHNj"]), 0);
}

#[test]
fn file_that_is_no_data_file_is_rejected() {
    let folder = Folder::new("bad-data");
    for content in ["{", "", "SQLite format 3"] {
        let data = folder.file("emulator.db", content);
        for args in [&["--emulator", "job", "list"][..], &["emulator", "--port", "0"], &["emulator", "export"]] {
            let outcome = Session::empty().run(&[args, &["--data", &data]].concat());
            assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{}", outcome.err);
            assert!(outcome.err.contains("emulator.db'"), "{}", outcome.err);
            assert_eq!(fs::read_to_string(&data).unwrap(), content);
        }
    }
    let folder_itself = folder.path("");
    let outcome = Session::empty().run(&["--emulator", "--data", &folder_itself, "job", "list"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
}

#[test]
fn data_needs_an_emulator() {
    let emulator = emulator(|builder| builder);
    let outcome = Session::of(&emulator).run(&["job", "list", "--data", "x.db"]);
    assert_eq!((outcome.code, emulator.requests()), (2, 0));
    assert!(outcome.err.contains("'--emulator'"), "{}", outcome.err);
}

#[test]
fn state_file_is_imported_with_a_note() {
    let folder = Folder::new("import");
    let exported = folder.path("emulator.json");
    assert_eq!(Session::empty().run(&["emulator", "export", "--to", &exported]).code, 0);
    let args = ["--emulator", "--data", &exported, "job", "list", "-o", "name"];
    let first = Session::empty().run(&args);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.err.contains("is a database now") && first.err.contains("emulator.json.bak'"), "{}", first.err);
    assert!(first.out.contains(JOB), "{}", first.out);
    assert!(!Session::empty().run(&args).err.contains("is a database now"));
}

#[test]
fn export_import_and_seed_file_keep_the_data() {
    let folder = Folder::new("fixtures");
    let (data, fixture, other) = (folder.path("a.db"), folder.path("fixture.json"), folder.path("b.db"));
    let run = |args: &[&str]| Session::empty().run(args);
    assert_eq!(run(&["--emulator", "--data", &data, "trigger", "delete", "T63391JxQHNj", "--yes"]).code, 0);
    assert_eq!(run(&["emulator", "export", "--data", &data, "--to", &fixture]).code, 0);
    let text = fs::read_to_string(&fixture).unwrap();
    assert!(text.contains(JOB) && !text.contains("T63391JxQHNj"), "{text}");
    assert_eq!(run(&["emulator", "import", &fixture, "--data", &other]).code, 0);
    assert_eq!(run(&["emulator", "export", "--data", &other]).out, text);
    let again = run(&["emulator", "import", &fixture, "--data", &other]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("has data already"), "{}", again.err);
    let third = folder.path("c.db");
    let seeded = ["emulator", "--port", "0", "--seed-file", &fixture, "--data", &third];
    assert_eq!(Session::empty().interrupted().run(&seeded).code, 0);
    assert_eq!(run(&["emulator", "export", "--data", &third]).out, text);
    assert_eq!(Session::empty().interrupted().run(&seeded).code, 2, "existing data is not replaced");
    assert_eq!(run(&["emulator", "import", &fixture]).code, 2, "there is no file to write to");
    assert_eq!(run(&["emulator", "export", "--data", &third, "--to", &third]).code, 2);
    assert_eq!(run(&["emulator", "export", "-o", "json"]).code, 2);
}

#[test]
fn all_problems_of_a_seed_file_are_reported() {
    let folder = Folder::new("bad-seed");
    let text = r#"{"format": "ncloud-dataflow-emulator", "version": 1, "jobs": [{}, 1], "more": 1}"#;
    let seed = folder.file("seed.json", text);
    let outcome = Session::empty().run(&["emulator", "--port", "0", "--seed-file", &seed]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    insta::assert_snapshot!(folder.hidden(&outcome.err));
}

#[test]
fn the_emulator_command_keeps_its_data() {
    let folder = Folder::new("own-data");
    let data = folder.path("emulator.db");
    let outcome = Session::empty().interrupted().run(&["emulator", "--port", "0", "--data", &data, "--speed", "10"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(Session::empty().run(&["emulator", "export", "--data", &data]).out.contains(JOB));
}

#[test]
fn invalid_settings_are_rejected() {
    for (args, expected) in [
        (["--speed", "-1"], "from 0 to"),
        (["--speed", "fast"], "from 0 to"),
        (["--quirk", "count=all"], "count=page|total"),
        (["--advance-on-read", "0"], "1 or more"),
        (["--plan", "/nowhere/plan.yaml"], "cannot read the plan '/nowhere/plan.yaml'"),
        (["--runner", "true"], "--logs"),
        (["--runner", "echo 'x"], "closed quotes"),
    ] {
        let outcome = Session::empty().run(&[&["emulator", "--port", "0"], &args as &[_]].concat());
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
    }
}

#[test]
fn all_problems_of_a_plan_are_reported_with_their_places() {
    let folder = Folder::new("bad-plan");
    let plan = folder.file("plan.yaml", "nightly: [COMPLETE 14m, FAILED 2x]\nnightly: FAILED\n");
    let outcome = Session::empty().run(&["emulator", "--port", "0", "--plan", &plan]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    insta::assert_snapshot!(folder.hidden(&outcome.err));
}
