//! Request bodies from flags and files, and their errors.

use crate::harness::{Folder, JOB, Outcome, Session, closed, emulator};
use serde_json::Value;

const JOB_FILE: &str = "name: nightly\ntype: VISUAL\njobCondition: {numWorker: 3, timeout: 60}\n";

/// Runs `job create` and returns the created job.
fn created(session: &Session, args: &[&str]) -> Value {
    let outcome = session.run(&[&["job", "create", "-o", "json"], args].concat());
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    serde_json::from_str(&outcome.out).unwrap()
}

#[test]
fn body_from_json_or_yaml() {
    let (folder, emulator) = (Folder::new("kinds"), emulator(|builder| builder));
    let yaml = folder.file("job.yaml", JOB_FILE);
    let json = r#"{"name": "nightly", "type": "VISUAL", "jobCondition": {"numWorker": 3, "timeout": 60}}"#;
    // The content decides, not the file name.
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
fn body_from_flags() {
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

fn rejected(folder: &Folder, name: &str, args: &[&str]) -> Outcome {
    let emulator = emulator(|builder| builder);
    let outcome = Session::of(&emulator).run(args);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{name}: {}", outcome.err);
    assert_eq!(emulator.requests(), 0, "{name}");
    insta::assert_snapshot!(format!("body_{name}"), folder.hidden(&outcome.session()));
    outcome
}

#[test]
fn invalid_bodies_are_not_sent() {
    let folder = Folder::new("refused");
    let create = |name: &str, text: &[u8]| {
        let file = folder.file("job.yaml", text);
        rejected(&folder, name, &["job", "create", "-f", &file]);
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
    rejected(&folder, "missing", &["trigger", "create"]);
    rejected(&folder, "missing_partly", &["trigger", "create", "--name", "weekly", "--interval", "DAY"]);
    rejected(&folder, "no_file", &["job", "create", "-f", &folder.path("nothing.yaml")]);
    rejected(&folder, "flag_out_of_range", &["job", "create", "--num-worker", "11"]);
    rejected(&folder, "flag_of_letters", &["job", "create", "--num-worker", "many", "--unchecked"]);
    rejected(&folder, "flag_of_no_pair", &["job", "create", "--parameters", "key"]);
    let file = folder.file("condition.yaml", "name: nightly\ntype: VISUAL\njobCondition: 3\n");
    rejected(&folder, "flag_into_a_number", &["job", "create", "-f", &file, "--num-worker", "3"]);
}

#[test]
fn allow_unknown_sends_unknown_fields() {
    let (folder, emulator) = (Folder::new("unknown"), emulator(|builder| builder));
    let file = folder.file("job.yaml", format!("{JOB_FILE}newField: 1\n"));
    let session = Session::of(&emulator);
    let outcome = session.run(&["job", "create", "-f", &file]);
    assert!(outcome.err.contains("--allow-unknown"), "{}", outcome.err);
    created(&session, &["-f", &file, "--allow-unknown"]);
}

/// Fields are accepted where the documentation leaves the content open: in unknown node types.
#[test]
fn nodes_of_unknown_types_accept_any_field() {
    let (folder, emulator) = (Folder::new("open"), emulator(|builder| builder));
    let node = |kind: &str| format!("{{type: {kind}, id: 1, name: n, parentNodeIds: [], anything: {{at: all}}}}");
    let file = |name: &str, kinds: &[&str]| {
        let nodes: Vec<String> = kinds.iter().map(|kind| node(kind)).collect();
        folder.file(name, format!("{{name: nightly, nodes: [{}]}}", nodes.join(", ")))
    };
    let session = Session::of(&emulator);
    let known = file("known.yaml", &["TRANSFORM_FILTER"]);
    let outcome = session.run(&["job", "verify", "-f", &known]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("nodes[0].anything: unknown field"), "{}", outcome.err);
    let outcome = session.run(&["job", "verify", "-f", &known, "--allow-unknown"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, "done: job verify\n"));
    // A missing field of a known type is named by its path.
    let outcome = session.run(&["job", "verify", "-f", &file("sql.yaml", &["TRANSFORM_SQL"]), "--allow-unknown"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("nodes[0].sql: expected a string but found nothing"), "{}", outcome.err);
    // An unknown type is sent; the service rejects it.
    let newer = file("newer.yaml", &["TRANSFORM_NEW"]);
    let outcome = session.run(&["job", "verify", "-f", &newer]);
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    assert!(outcome.err.contains("bad request (HTTP 400): bad-parameter"), "{}", outcome.err);
}

#[test]
fn unchecked_skips_the_ranges() {
    let emulator = emulator(|builder| builder);
    let args = ["job", "run", JOB, "--num-worker", "11"];
    assert_eq!(Session::of(&emulator).run(&args).code, 2);
    assert_eq!(emulator.requests(), 0);
    let outcome = Session::of(&emulator).run(&[&args as &[_], &["--unchecked"]].concat());
    // The emulator rejects it too, so it was sent.
    assert_eq!(outcome.code, 1, "{}", outcome.err);
    assert!(outcome.err.contains("400"), "{}", outcome.err);
}

/// All documented request bodies are valid input.
#[test]
fn documented_bodies_are_accepted() {
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
fn unreadable_files_are_rejected() {
    let folder = Folder::new("paths");
    let error = |path: &str| {
        let outcome = Session::empty().run(&["job", "create", "-f", path]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        outcome.err
    };
    let inner = folder.path("");
    let expected = format!("error: cannot read {inner}: is a directory\n");
    assert!(error(&inner).starts_with(&expected), "{}", error(&inner));
    assert!(error(&folder.path("no.yaml")).contains("no.yaml: no such file\n"));
    assert!(error(&folder.path("no/such.yaml")).contains("such.yaml: no such file\n"));
    assert!(error("").contains("no such file"));
}

#[cfg(unix)]
#[test]
fn pipes_are_read_up_to_the_size_limit() {
    let folder = Folder::new("pipes");
    let outcome = Session::empty().run(&["job", "create", "-f", "/dev/zero"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("cannot read /dev/zero: larger than 16777216 bytes"), "{}", outcome.err);
    // Like `-f <(command)` in a shell.
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

/// Standard input follows the rules of files. Messages call it "standard input".
#[test]
fn standard_input_is_read_like_a_file() {
    for (input, expected) in [
        ("a: 012\n", "error: standard input:1:4: '012' is not a JSON number"),
        ("{\"a\": 1,}", "error: standard input:1:9: not JSON: trailing comma"),
        ("name: 1.10\ntype: SCRIPT\n", "found the number 1.10; for a string, quote it: \"1.10\""),
    ] {
        let outcome = Session::empty().with_input(input).run(&["job", "create", "-f", "-", "--allow-unknown"]);
        assert_eq!(outcome.code, 2, "{}", outcome.err);
        assert!(outcome.err.contains(expected), "{}", outcome.err);
    }
}

#[test]
fn a_boolean_is_not_a_string() {
    let folder = Folder::new("boolean");
    let file = folder.file("job.yaml", "name: True\ntype: SCRIPT\njobCondition: {nrn: ~, logPath: null}\n");
    let outcome = Session::empty().run(&["job", "create", "-f", &file]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
    assert!(outcome.err.contains("but found true; for a string, quote it\n"), "{}", outcome.err);
    // Null means no value, so the hint must not suggest quotes.
    assert!(outcome.err.contains("nrn: expected a string but found null\n"), "{}", outcome.err);
}

#[test]
fn all_problems_of_a_body_are_reported_at_once() {
    let folder = Folder::new("problems");
    let path = folder.file("trigger.yaml", "nam: x\nname: 1\ntype: NONE\ntriggerRule: {type: NONE, tme: 1}\n");
    let outcome = Session::at(&closed()).run(&["trigger", "create", "-f", &path]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    for problem in ["  nam: unknown field", "  triggerRule.tme: unknown field", "  name: expected a string"] {
        assert!(outcome.err.contains(problem), "{problem}: {}", outcome.err);
    }
}
