//! `export`, `apply` and `diff`.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot be set up has failed; clippy exempts only the test functions"
)]

use crate::harness::{Folder, Outcome, Session, closed, emulator, scripted};
use ncloud_dataflow::operations::{CREATE_JOB, GET_JOB};
use ncloud_dataflow::runtime::schema::{Field, Format, Schema, Shape};
use ncloud_dataflow_emulator::Emulator;
use serde_json::{Map, Value, json};

const NIGHTLY: &str = "\
kind: workflow
name: nightly
nodes:
  - { id: at-ten, name: at-ten, type: TRIGGER, parentNodeIds: [] }
  - { id: nightly-etl, name: nightly-etl, type: JOB, parentNodeIds: [at-ten] }
---
# Comments and an empty document do no harm.
---
kind: trigger
name: at-ten
type: SCHEDULED
triggerRule: { type: RECURRING, interval: DAY, time: '10:00' }
---
kind: job
name: nightly-etl
type: SCRIPT
jobCondition: { numWorker: 3 }
";

fn ok(emulator: &Emulator, args: &[&str]) -> String {
    let outcome = Session::of(emulator).run(args);
    assert_eq!(outcome.code, 0, "{args:?}: {}{}", outcome.out, outcome.err);
    outcome.out
}

fn code(emulator: &Emulator, args: &[&str]) -> Outcome {
    Session::of(emulator).run(args)
}

fn objects(emulator: &Emulator, noun: &str) -> Vec<Value> {
    let ids = ok(emulator, &[noun, "list", "-o", "name"]);
    let mut objects: Vec<Value> =
        ids.lines().map(|id| serde_json::from_str(&ok(emulator, &[noun, "get", id, "-o", "json"])).unwrap()).collect();
    objects.sort_by_key(|object| object["name"].to_string());
    objects
}

/// Removes what only the service sets: IDs, dates, and states of runs.
fn without_service_fields(value: &Value, ids: &mut Vec<String>) -> Value {
    match value {
        Value::Object(object) => {
            let mut kept = Map::new();
            for (key, value) in object {
                let is_id = ["jobId", "workflowId", "triggerId"].contains(&key.as_str());
                if is_id {
                    ids.push(value.as_str().unwrap().to_owned());
                }
                // Old resources have a kind of worker, a description and a mark of drafts, which requests lack.
                let is_state =
                    ["status", "lastExecutionStatus", "workerType", "description", "isTemp"].contains(&key.as_str());
                if !(is_id || is_state || key.ends_with("Date")) || key == "executionDate" {
                    kept.insert(key.clone(), without_service_fields(value, ids));
                }
            }
            Value::Object(kept)
        }
        Value::Array(items) => items.iter().map(|item| without_service_fields(item, ids)).collect(),
        other => other.clone(),
    }
}

/// Returns all objects, with names in place of IDs.
fn state(emulator: &Emulator) -> Vec<Value> {
    let mut all = Vec::new();
    let mut names = Vec::new();
    for noun in ["trigger", "job", "workflow"] {
        for object in objects(emulator, noun) {
            let mut ids = Vec::new();
            let kept = without_service_fields(&object, &mut ids);
            names.push((ids[0].clone(), object["name"].as_str().unwrap().to_owned()));
            all.push(kept);
        }
    }
    let mut text = Value::Array(all).to_string();
    for (id, name) in names {
        text = text.replace(&format!("\"{id}\""), &format!("\"{name}\""));
    }
    serde_json::from_str(&text).unwrap()
}

/// Exports everything into one file.
fn export_all(emulator: &Emulator, folder: &Folder) -> String {
    let mut documents = String::new();
    // Workflows first: the order in a file does not matter.
    for noun in ["workflow", "job", "trigger"] {
        for id in ok(emulator, &[noun, "list", "-o", "name"]).lines() {
            documents.push_str(&ok(emulator, &[noun, "export", id]));
        }
    }
    folder.file("all.yaml", documents)
}

fn delete_all(emulator: &Emulator) {
    for noun in ["workflow", "job", "trigger"] {
        for id in ok(emulator, &[noun, "list", "-o", "name"]).lines() {
            ok(emulator, &[noun, "delete", id, "--yes"]);
        }
    }
}

/// Returns a value with every field of a schema, required or not. A schema that contains itself ends after some levels.
fn sample(schema: &Schema, number: &mut i64, depth: usize) -> Value {
    *number += 1;
    match &schema.shape {
        Shape::Boolean | Shape::Const(_) => json!(true),
        Shape::ConstString(only) => json!(only.0),
        Shape::Integer { minimum, .. } => json!(minimum.unwrap_or(*number)),
        Shape::Number { minimum, .. } => json!(minimum.unwrap_or(1.5)),
        Shape::String { values, format, .. } => match (values.first(), format) {
            (Some(value), _) => json!(value),
            (None, Format::Text) => json!(format!("text {number}: # 'quoted'\n  and more")),
            (None, _) => json!("2026-11-30T10:00:00+09:00"),
        },
        Shape::Array { .. } if depth > 6 => json!([]),
        Shape::Array { items } => json!([sample(items, number, depth + 1), sample(items, number, depth + 1)]),
        Shape::Object { fields } => object(fields, number, depth + 1),
        Shape::Map { values } => {
            json!({ "no": sample(values, number, depth), "key: x": sample(values, number, depth) })
        }
        Shape::OneOf(members) => sample(members[0], number, depth),
        Shape::Tagged { variants, .. } => sample(variants[0].1, number, depth),
        Shape::Nullable(schema) | Shape::Also { schema, .. } => sample(schema, number, depth),
        Shape::Any => json!({ "open": [1.10, null, "NO"] }),
    }
}

fn object(fields: &[Field], number: &mut i64, depth: usize) -> Value {
    let shown = fields.iter().filter(|field| field.required || depth <= 6);
    shown.map(|field| (field.name.to_owned(), sample(field.schema, number, depth))).collect::<Map<_, _>>().into()
}

/// Returns a node of each documented type.
fn nodes() -> Vec<(String, Value)> {
    let Shape::Object { fields } = &CREATE_JOB.body.as_ref().unwrap().schema.shape else { panic!("an object") };
    let nodes = fields.iter().find(|field| field.name == "nodes").unwrap();
    let Shape::Array { items } = &nodes.schema.shape else { panic!("a list") };
    let Shape::Tagged { variants, .. } = &items.shape else { panic!("a union") };
    let mut number = 0;
    variants
        .iter()
        .map(|(tag, schema)| {
            let mut node = sample(schema, &mut number, 0);
            node["type"] = json!(tag);
            ((*tag).to_owned(), node)
        })
        .collect()
}

#[test]
fn every_object_of_the_emulator_survives_a_round_trip() {
    let folder = Folder::new("round-trip");
    let emulator = emulator(|builder| builder);
    let nodes = nodes();
    assert_eq!(nodes.len(), 18);
    for (tag, node) in nodes {
        let name = format!("node-{}", tag.to_lowercase());
        let body = json!({ "name": name, "type": "VISUAL", "maxConcurrentRuns": 2, "nodes": [node] });
        let file = folder.file("job.json", body.to_string());
        ok(&emulator, &["job", "create", "-f", &file]);
    }
    for (name, rule) in [
        ("weekly", json!({"type": "RECURRING", "interval": "WEEK", "time": "9:05", "dayOfWeek": ["FRIDAY", "MONDAY"]})),
        ("monthly", json!({"type": "RECURRING", "interval": "MONTH", "time": "10:00", "dateOfMonth": "-1"})),
        ("hourly", json!({"type": "RECURRING", "interval": "HOUR", "time": "05"})),
        ("single", json!({"type": "ONE_TIME", "executionDate": "2026-11-30T10:00:00"})),
    ] {
        let body = json!({ "name": name, "type": "SCHEDULED", "triggerRule": rule });
        ok(&emulator, &["trigger", "create", "-f", &folder.file("trigger.json", body.to_string())]);
    }
    // Requests do not accept the type of the documented jobs, which is old.
    for id in ["gqigvHhTu7ra", "5Yns7JgRt25f"] {
        ok(&emulator, &["job", "update", id, "--type", "VISUAL"]);
    }
    // A new job has these settings; this old one has none.
    ok(&emulator, &["job", "settings", "5Yns7JgRt25f", "--num-worker", "2", "--job-condition-timeout", "360"]);
    let before = state(&emulator);
    let file = export_all(&emulator, &folder);
    delete_all(&emulator);
    assert_eq!(state(&emulator), [] as [Value; 0]);
    ok(&emulator, &["apply", "-f", &file]);
    let after = state(&emulator);
    assert_eq!(before.len(), 18 + 2 + 4 + 2 + 1);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    assert_eq!(before, after);
    // The exported documents are the same again, and there is nothing to do.
    let outcome = code(&emulator, &["apply", "-f", &file]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, "nothing to do\n"));
    assert_eq!(code(&emulator, &["diff", "-f", &file]).code, 0);
}

#[test]
fn an_export_explains_each_field() {
    let emulator = emulator(|builder| builder);
    insta::assert_snapshot!(ok(&emulator, &["workflow", "export", "workflow001"]));
    let job = code(&emulator, &["job", "export", "job001"]);
    insta::assert_snapshot!(job.session());
}

#[test]
fn templates_need_no_account() {
    for noun in ["job", "workflow", "trigger"] {
        let outcome = Session::empty().run(&[noun, "export", "--template"]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        insta::assert_snapshot!(format!("template_{noun}"), outcome.out);
    }
    let folder = Folder::new("template");
    let emulator = emulator(|builder| builder);
    for args in [&["job", "export", "--template", "--type", "SCRIPT"] as &[&str], &["trigger", "export", "--template"]]
    {
        let file = folder.path("template.yaml");
        let outcome = Session::empty().run(&[args, &["--to", &file]].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (0, ""), "{}", outcome.err);
        ok(&emulator, &["apply", "-f", &file]);
        // Without the signs that hide the optional fields, it is still YAML.
        let text = std::fs::read_to_string(&file).unwrap();
        let whole: String = text.lines().map(|line| shown(line) + "\n").collect();
        let outcome = code(&emulator, &["diff", "-f", &folder.file("whole.yaml", whole)]);
        assert!(outcome.code <= 1 || outcome.err.contains("problem"), "{}", outcome.err);
    }
    let script = Session::empty().run(&["job", "export", "--template", "--type", "SCRIPT"]).out;
    assert!(script.contains("\ntype: SCRIPT\n"), "{script}");
    let outcome = Session::empty().run(&["job", "export", "--template", "--type", "OLD"]);
    assert_eq!(outcome.code, 2);
}

/// Removes the sign that hides a field. Comments have a space after it.
fn shown(line: &str) -> String {
    let margin = line.len() - line.trim_start().len();
    match line[margin..].strip_prefix('#') {
        Some(field) if !field.starts_with(' ') => format!("{}{field}", &line[..margin]),
        Some(field) if field.starts_with("  ") => format!("{}{field}", &line[..margin]),
        _ => line.to_owned(),
    }
}

#[test]
fn documents_may_refer_to_each_other() {
    let folder = Folder::new("apply");
    let file = folder.file("nightly.yaml", NIGHTLY);
    let emulator = emulator(|builder| builder);
    let dry = code(&emulator, &["apply", "-f", &file, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    insta::assert_snapshot!(dry.session());
    assert_eq!(code(&emulator, &["workflow", "get", "nightly"]).code, 6);
    let outcome = code(&emulator, &["apply", "-f", &file]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(outcome.out, dry.out);
    let id = |noun: &str, name: &str| ok(&emulator, &[noun, "get", name, "-o", "name"]).trim().to_owned();
    let (trigger, job) = (id("trigger", "at-ten"), id("job", "nightly-etl"));
    let workflow: Value = serde_json::from_str(&ok(&emulator, &["workflow", "get", "nightly", "-o", "json"])).unwrap();
    assert_eq!(workflow["nodes"][0]["id"], json!(trigger));
    assert_eq!(workflow["nodes"][1]["id"], json!(job));
    assert_eq!(workflow["nodes"][1]["parentNodeIds"], json!([trigger]));
    // Fields that the service has added are no differences.
    let again = code(&emulator, &["apply", "-f", &file]);
    assert_eq!((again.code, again.err.as_str()), (0, "nothing to do\n"), "{}", again.out);
}

#[test]
fn an_update_changes_only_what_the_document_says() {
    let folder = Folder::new("update");
    let emulator = emulator(|builder| builder);
    ok(&emulator, &["apply", "-f", &folder.file("nightly.yaml", NIGHTLY)]);
    let workers = "kind: job\nname: nightly-etl\ntype: SCRIPT\njobCondition: {numWorker: 5}\n";
    let file = folder.file("workers.yaml", workers);
    let diff = code(&emulator, &["diff", "-f", &file]);
    assert_eq!((diff.code, diff.err.as_str()), (1, ""));
    assert!(diff.out.ends_with("\n  jobCondition.numWorker: 3 -> 5\n"), "{}", diff.out);
    let refused = code(&emulator, &["apply", "-f", &file]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("'apply' would change 1 existing resource, but there is no terminal"),
        "{}",
        refused.err
    );
    let ask = |reply| Session::of(&emulator).on_a_terminal().with_input(reply).run(&["apply", "-f", &file]);
    assert_eq!((ask("n\n").code, ask("").code), (1, 2));
    assert_eq!(code(&emulator, &["diff", "-f", &file]).code, 1);
    assert_eq!(ask("y\n").code, 0);
    let job: Value = serde_json::from_str(&ok(&emulator, &["job", "get", "nightly-etl", "-o", "json"])).unwrap();
    assert_eq!(job["runCondition"], json!({"numWorker": 5, "timeout": 360}));
    assert_eq!(code(&emulator, &["diff", "-f", &file]).code, 0);
}

#[test]
fn a_workflow_keeps_the_settings_that_a_document_leaves_out() {
    let folder = Folder::new("nodes");
    let emulator = emulator(|builder| builder);
    let with = NIGHTLY.replace("parentNodeIds: [at-ten] }", "parentNodeIds: [at-ten], jobCondition: {numWorker: 9} }");
    ok(&emulator, &["apply", "-f", &folder.file("with.yaml", with)]);
    let without = folder.file("without.yaml", NIGHTLY);
    assert_eq!(code(&emulator, &["diff", "-f", &without]).code, 0);
}

#[test]
fn a_trigger_that_differs_is_refused_and_kept() {
    let folder = Folder::new("trigger");
    let emulator = emulator(|builder| builder);
    ok(&emulator, &["apply", "-f", &folder.file("nightly.yaml", NIGHTLY)]);
    let file = folder.file("later.yaml", NIGHTLY.replace("10:00", "11:00").replace("numWorker: 3", "numWorker: 4"));
    let outcome = code(&emulator, &["apply", "-f", &file, "--yes"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    insta::assert_snapshot!(folder.hidden(&outcome.err));
    let diff = code(&emulator, &["diff", "-f", &file]);
    assert_eq!(diff.code, 1, "{}", diff.err);
    assert!(diff.out.contains("cannot change trigger 'at-ten'"), "{}", diff.out);
    // The other change was not made either.
    assert!(diff.out.contains("jobCondition.numWorker: 3 -> 4"), "{}", diff.out);
}

#[test]
fn all_problems_of_a_file_are_reported_together() {
    let folder = Folder::new("problems");
    let file = folder.file(
        "bad.yaml",
        "kind: job\nname: twice\ntype: SCRIPT\njobCondition: {numWorkers: 3, numWorker: 99}\n---\nkind: job\nname: twice\n\
         type: DATAFLOW\n---\nkind: cron\nname: x\n---\nname: nothing\n---\n- 1\n---\nkind: trigger\ntype: SCHEDULED\n\
         triggerRule: {type: RECURRING}\n---\nkind: workflow\nname: broken\nnodes:\n  \
         - {id: nobody, name: nobody, type: JOB, parentNodeIds: [nowhere]}\n  \
         - {id: two-jobs, name: two-jobs, type: JOB, parentNodeIds: []}\n",
    );
    let emulator = emulator(|builder| builder);
    for _ in 0..2 {
        ok(&emulator, &["job", "create", "--name", "two-jobs", "--type", "SCRIPT"]);
    }
    let requests = emulator.requests();
    let outcome = code(&emulator, &["apply", "-f", &file, "--yes"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    let ids = ok(&emulator, &["job", "list", "-o", "name"]);
    let mut text = folder.hidden(&outcome.err);
    for id in ids.lines() {
        text = text.replace(id, "ID");
    }
    insta::assert_snapshot!(text);
    assert!(requests > 0);
    // Without an account, the problems of the file alone are reported.
    let outcome = Session::empty().run(&["diff", "-f", &file]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("numWorkers: unknown field; did you mean 'numWorker'?"), "{}", outcome.err);
}

#[test]
fn an_ambiguous_name_is_a_problem() {
    let folder = Folder::new("ambiguous");
    let emulator = emulator(|builder| builder);
    for _ in 0..2 {
        ok(&emulator, &["job", "create", "--name", "two-jobs", "--type", "SCRIPT"]);
    }
    let outcome =
        code(&emulator, &["apply", "-f", &folder.file("job.yaml", "{kind: job, name: two-jobs, type: SCRIPT}")]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("2 jobs have this name: "), "{}", outcome.err);
}

#[test]
fn an_export_can_be_piped_into_another_account() {
    let (here, there) = (emulator(|builder| builder), emulator(|builder| builder));
    delete_all(&there);
    ok(&here, &["job", "update", "job001", "--type", "VISUAL"]);
    let mut documents = ok(&here, &["workflow", "export", "workflow001"]);
    documents.push_str(&ok(&here, &["job", "export", "job001"]));
    documents.push_str(&ok(&here, &["trigger", "export", "trigger002"]));
    let documents: &'static str = documents.leak();
    let outcome = Session::of(&there).with_input(documents).run(&["apply", "-f", "-"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(Session::of(&there).with_input(documents).run(&["diff", "-f", "-"]).code, 0);
    let names = ok(&there, &["workflow", "list"]);
    assert!(names.contains("workflow001"), "{names}");
}

#[test]
fn errors_of_diff_are_no_differences() {
    let folder = Folder::new("diff");
    let file = folder.file("job.json", r#"[{"kind": "job", "name": "nightly", "type": "SCRIPT"}]"#);
    for (session, expected) in [
        (Session::at(&closed()), 2),
        (Session::at(&scripted(vec![(500, String::new()); 9])), 2),
        (Session::at(&scripted(vec![(401, String::new()); 9])), 4),
        (Session::empty(), 4),
    ] {
        let outcome = session.run(&["diff", "-f", &file, "--request-timeout", "1s"]);
        assert_eq!((outcome.code, outcome.out.as_str()), (expected, ""), "{}", outcome.err);
    }
    let emulator = emulator(|builder| builder);
    assert_eq!(code(&emulator, &["diff", "-f", &file]).code, 1);
    for args in
        [&["diff", "-f", "no-such-file"] as &[&str], &["diff"], &["diff", "-f", &folder.file("e.yaml", "# none\n")]]
    {
        assert_eq!(code(&emulator, args).code, 2, "{args:?}");
    }
}

#[test]
fn a_saved_response_can_be_sent_again() {
    let folder = Folder::new("again");
    let emulator = emulator(|builder| builder);
    let saved = folder.file("j.yaml", ok(&emulator, &["job", "get", "job001", "-o", "yaml"]));
    let outcome = code(&emulator, &["job", "create", "-f", &saved, "--type", "VISUAL", "--name", "copy", "-o", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert_eq!(
        folder.hidden(&outcome.err),
        "note: j.yaml: left out, as requests do not have them: jobId, status, lastExecutionStatus, \
         runCondition.workerType, createdDate, updatedDate, lastExecutionDate\n"
    );
    let (copy, original) = (objects(&emulator, "job").remove(0), GET_JOB.id);
    assert_eq!((copy["name"].as_str(), original), (Some("copy"), "getJob"));
    let first: Value = serde_json::from_str(&ok(&emulator, &["job", "get", "job001", "-o", "json"])).unwrap();
    for field in ["numWorker", "timeout", "nrn", "scriptPath", "logPath"] {
        assert_eq!(copy["runCondition"][field], first["runCondition"][field], "{field}");
    }
    assert_eq!(copy["nodes"], first["nodes"]);
    // Exported documents are bodies too.
    ok(&emulator, &["job", "update", "job001", "--type", "VISUAL"]);
    let document = folder.file("d.yaml", ok(&emulator, &["job", "export", "job001"]));
    assert_eq!(code(&emulator, &["job", "create", "-f", &document, "--name", "third"]).code, 0);
    let wrong = code(&emulator, &["trigger", "create", "-f", &document]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("expected a document of kind 'trigger' but found \"job\""), "{}", wrong.err);
    // Mistyped fields are still errors.
    let typo = folder.file("t.yaml", "name: abc\ntype: SCRIPT\njobCondition: {numWorkers: 2}\nstatus: READY\n");
    let outcome = code(&emulator, &["job", "create", "-f", &typo]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("jobCondition.numWorkers: unknown field"), "{}", outcome.err);
}

#[test]
fn ids_stay_where_a_name_is_not_enough() {
    let emulator = emulator(|builder| builder);
    ok(&emulator, &["job", "create", "--name", "job001", "--type", "SCRIPT"]);
    ok(&emulator, &["trigger", "delete", "trigger002", "--yes"]);
    let outcome = code(&emulator, &["workflow", "export", "workflow001"]);
    assert_eq!(outcome.code, 0);
    assert_eq!(
        outcome.err,
        "note: trigger 8bjF7EjNypqG keeps its ID, as it does not exist\n\
         note: job gqigvHhTu7ra keeps its ID, as several have its name\n"
    );
    assert!(outcome.out.contains("- id: gqigvHhTu7ra\n"), "{}", outcome.out);
}

#[test]
fn the_format_of_an_export_is_fixed() {
    let outcome = Session::empty().run(&["job", "export", "x", "-o", "json"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("to name a file, use --to FILE"), "{}", outcome.err);
    let outcome = Session::empty().run(&["job", "export"]);
    assert_eq!(outcome.code, 2);
}
