//! Bodies: from flags, from files, from both, and everything that is wrong with them.

use crate::harness::{Folder, JOB, Outcome, Session, emulator};
use serde_json::Value;

const JOB_FILE: &str = "name: nightly\ntype: VISUAL\njobCondition: {numWorker: 3, timeout: 60}\n";

/// Runs `job create` and returns the job that the emulator made of it.
fn created(session: &Session, args: &[&str]) -> Value {
    let outcome = session.run(&[&["job", "create", "-o", "json"], args].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    serde_json::from_str(&outcome.out).unwrap()
}

#[test]
fn from_a_file_of_either_kind() {
    let (folder, emulator) = (Folder::new("kinds"), emulator(|builder| builder));
    let yaml = folder.file("job.yaml", JOB_FILE);
    let json = r#"{"name": "nightly", "type": "VISUAL", "jobCondition": {"numWorker": 3, "timeout": 60}}"#;
    // The content tells, not the name.
    let json = folder.file("json.yaml", json);
    let session = Session::of(&emulator);
    let expected = created(&session, &["-f", &yaml]);
    assert_eq!(expected["name"], "nightly");
    let piped = Session::of(&emulator).with_input(JOB_FILE);
    for same in [
        created(&session, &["--file", &json]),
        created(&session, &["-f", &format!("file://{json}")]),
        created(&piped, &["-f", "-"]),
    ] {
        for field in ["name", "type", "runCondition", "jobCondition"] {
            assert_eq!(same[field], expected[field], "{field}");
        }
    }
}

#[test]
fn flags_override_the_file() {
    let (folder, emulator) = (Folder::new("override"), emulator(|builder| builder));
    let file = folder.file("job.yaml", JOB_FILE);
    let args = ["-f", &file, "--num-worker", "4", "--job-condition-timeout", "90", "--name", "other"];
    let job = created(&Session::of(&emulator), &args);
    let condition = &job["runCondition"];
    assert_eq!(
        (&job["name"], &condition["numWorker"], &condition["timeout"]),
        (&"other".into(), &4.into(), &90.into())
    );
}

#[test]
fn from_flags_alone() {
    let emulator = emulator(|builder| builder);
    let args = ["--name", "byFlags", "--type", "SCRIPT", "--job-condition-num-worker=5"];
    let job = created(&Session::of(&emulator), &args);
    assert_eq!(job["runCondition"]["numWorker"], 5);
    let trigger = Session::of(&emulator).run(&[
        "trigger",
        "create",
        "--name",
        "weekly",
        "--type",
        "SCHEDULED",
        "--trigger-rule-type",
        "RECURRING",
        "--interval",
        "WEEK",
        "--time",
        "10:00",
        "--day-of-week",
        "MONDAY,FRIDAY",
        "--day-of-week",
        "SUNDAY",
        "-o",
        "json",
    ]);
    assert_eq!(trigger.code, 0, "{}", trigger.err);
    let trigger: Value = serde_json::from_str(&trigger.out).unwrap();
    assert_eq!(trigger["triggerRule"]["dayOfWeek"], serde_json::json!(["MONDAY", "FRIDAY", "SUNDAY"]));
}

fn refused(folder: &Folder, name: &str, args: &[&str]) -> Outcome {
    let emulator = emulator(|builder| builder);
    let outcome = Session::of(&emulator).run(args);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{name}: {}", outcome.err);
    assert_eq!(emulator.requests(), 0, "{name}");
    insta::assert_snapshot!(format!("body_{name}"), folder.hidden(&outcome.session()));
    outcome
}

#[test]
fn refused_before_sending() {
    let folder = Folder::new("refused");
    let create = |name: &str, text: &[u8]| {
        let file = folder.file("job.yaml", text);
        refused(&folder, name, &["job", "create", "-f", &file]);
    };
    create("no_yaml", b"name: nightly\n type: VISUAL\n");
    create("no_json", b"{\n  \"name\": \"nightly\",\n  \"type\": VISUAL\n}\n");
    create("no_text", b"name: nightly\ntype: \xff\n");
    create("twice", b"name: nightly\ntype: VISUAL\nname: daily\n");
    create("empty", b"");
    create("a_list", b"- name: nightly\n");
    create("out_of_range", b"{name: x, type: VISUAL, jobCondition: {numWorker: 1, timeout: 1441}}");
    create("wrong_kinds", b"{name: [x], type: 1, jobCondition: {numWorker: many}, nodes: {}}");
    create(
        "unknown_fields",
        b"{nam: nightly, type: VISUAL, jobCondition: {numWorkers: 3, workerType: DEFAULT}, isTemp: false}",
    );
    refused(&folder, "missing", &["trigger", "create"]);
    refused(&folder, "missing_partly", &["trigger", "create", "--name", "weekly", "--interval", "DAY"]);
    refused(&folder, "no_file", &["job", "create", "-f", &folder.path("nothing.yaml")]);
    refused(&folder, "flag_out_of_range", &["job", "create", "--num-worker", "11"]);
    refused(&folder, "flag_of_letters", &["job", "create", "--num-worker", "many", "--unchecked"]);
    refused(&folder, "flag_of_no_pair", &["job", "create", "--parameters", "key"]);
    let file = folder.file("condition.yaml", "name: nightly\ntype: VISUAL\njobCondition: 3\n");
    refused(&folder, "flag_into_a_number", &["job", "create", "-f", &file, "--num-worker", "3"]);
}

#[test]
fn what_is_unknown_can_be_sent() {
    let (folder, emulator) = (Folder::new("unknown"), emulator(|builder| builder));
    let file = folder.file("job.yaml", format!("{JOB_FILE}newField: 1\n"));
    let session = Session::of(&emulator);
    let refused = session.run(&["job", "create", "-f", &file]);
    assert!(refused.err.contains("--allow-unknown"), "{}", refused.err);
    created(&session, &["-f", &file, "--allow-unknown"]);
}

/// What the documentation leaves open is not refused: types of nodes that are not known, and the keys of those of which
/// only the common part is.
#[test]
fn what_is_open_is_not_unknown() {
    let (folder, emulator) = (Folder::new("open"), emulator(|builder| builder));
    let node = |kind: &str| format!("{{type: {kind}, id: 1, name: n, parentNodeIds: [], anything: {{at: all}}}}");
    let file = |name: &str, kinds: &[&str]| {
        let nodes: Vec<String> = kinds.iter().map(|kind| node(kind)).collect();
        folder.file(name, format!("{{name: nightly, nodes: [{}]}}", nodes.join(", ")))
    };
    let session = Session::of(&emulator);
    let open = file("open.yaml", &["TRANSFORM_SQL"]);
    let outcome = session.run(&["job", "verify", "-f", &open]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, "done: job verify\n"));
    // A type of its own time is sent; it is the service that does not know it.
    let newer = file("newer.yaml", &["TRANSFORM_NEW"]);
    let outcome = session.run(&["job", "verify", "-f", &newer]);
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    assert!(outcome.err.contains("400 100 bad-parameter"), "{}", outcome.err);
    let known = file("known.yaml", &["SOURCE_OBS"]);
    let outcome = session.run(&["job", "verify", "-f", &known]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("nodes[0].anything: unknown field"), "{}", outcome.err);
}

#[test]
fn ranges_can_be_left_to_the_service() {
    let emulator = emulator(|builder| builder);
    let args = ["job", "run", JOB, "--num-worker", "11"];
    assert_eq!(Session::of(&emulator).run(&args).code, 2);
    assert_eq!(emulator.requests(), 0);
    let outcome = Session::of(&emulator).run(&[&args as &[_], &["--unchecked"]].concat());
    // The emulator refuses it too, which shows that it was sent.
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    assert!(outcome.err.contains("400"), "{}", outcome.err);
}

/// The documented bodies are what the commands take.
#[test]
fn the_documented_bodies_are_taken() {
    let (folder, emulator) = (Folder::new("documented"), emulator(|builder| builder));
    for (command, text) in [
        ("job verify", include_str!("../../../spec/examples/verifyJob.request.json")),
        ("trigger create", include_str!("../../../spec/examples/createTrigger.request.json")),
    ] {
        let file = folder.file("body.json", text);
        let mut args: Vec<&str> = command.split(' ').collect();
        args.extend(["-f", &file]);
        let outcome = Session::of(&emulator).run(&args);
        assert_eq!(outcome.code, 0, "{command}: {}", outcome.err);
    }
}

#[test]
fn a_path_that_is_no_readable_file_is_refused() {
    let folder = Folder::new("paths");
    let refused = |path: &str| {
        let outcome = Session::empty().run(&["job", "create", "-f", path]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        outcome.err
    };
    let inner = folder.path("");
    let expected = format!("error: cannot read {inner}: it is a folder, not a file\n");
    assert!(refused(&inner).starts_with(&expected), "{}", refused(&inner));
    assert!(refused(&folder.path("no.yaml")).contains("no.yaml: there is no such file\n"));
    assert!(refused(&folder.path("no/such.yaml")).contains("such.yaml: there is no such file\n"));
    assert!(refused("").contains("there is no such file"));
}

#[cfg(unix)]
#[test]
fn pipes_are_read_and_endless_files_are_not() {
    let folder = Folder::new("pipes");
    let outcome = Session::empty().run(&["job", "create", "-f", "/dev/zero"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("cannot read /dev/zero: it is larger than 16777216 bytes"), "{}", outcome.err);
    // As a shell makes one for `-f <(command)`.
    let pipe = folder.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = {
        let pipe = pipe.clone();
        std::thread::spawn(move || std::fs::write(pipe, JOB_FILE).unwrap())
    };
    let emulator = emulator(|builder| builder);
    assert_eq!(created(&Session::of(&emulator), &["-f", &pipe])["name"], "nightly");
    writer.join().unwrap();
}

/// Standard input has the rules of a file, and no name but its own.
#[test]
fn standard_input_is_read_as_a_file_is() {
    for (input, expected) in [
        ("a: 012\n", "error: standard input:1:4: JSON has no number '012'"),
        ("{\"a\": 1,}", "error: standard input:1:9: not JSON: trailing comma"),
        ("name: 1.10\ntype: SCRIPT\n", "found the number 1.10; for a text, quote it: \"1.10\""),
    ] {
        let outcome = Session::empty().with_input(input).run(&["job", "create", "-f", "-", "--allow-unknown"]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
    }
}

#[test]
fn true_is_no_text() {
    let folder = Folder::new("boolean");
    let file = folder.file("job.yaml", "name: True\ntype: SCRIPT\njobCondition: {nrn: ~, logPath: null}\n");
    let outcome = Session::empty().run(&["job", "create", "-f", &file]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("but found true; for a text, quote it\n"), "{}", outcome.err);
    // Null is the lack of a value: quotes would make a text of it.
    assert!(outcome.err.contains("nrn: expected text but found null\n"), "{}", outcome.err);
}
