//! A session that uses the whole API, from the first trigger to the last deletion.

use crate::harness::{Folder, Outcome, Session, emulator, without_numbers};

const JOB: &str = "\
# A job that waits for nobody.
name: nightly-etl
type: VISUAL
jobCondition:
  numWorker: 3
  logPath: bucket/logs
  timeout: 60
nodes: []
";

#[test]
fn the_whole_api_in_one_session() {
    let folder = Folder::new("tour");
    let emulator = emulator(|builder| builder);
    let tour = session(&folder, &|args| Session::of(&emulator).run(args));
    insta::assert_snapshot!(tour);
    for operation in ncloud_dataflow::operations::OPERATIONS {
        let command = format!("$ ncloud-dataflow {} {}", operation.command.noun, operation.command.verb);
        assert!(tour.contains(&command), "the tour leaves out: {command}");
    }
}

/// Runs the same session with one emulator per call, which share a data file.
#[test]
fn the_built_in_emulator_gives_the_same_session() {
    let folder = Folder::new("tour-inside");
    let state = folder.path("emulator.db");
    let inside = session(&folder, &|args| {
        let mut outcome = Session::empty().run(&[&["--emulator", "--data", &state], args].concat());
        let (note, rest) = outcome.err.split_once('\n').unwrap();
        assert!(note.starts_with("note: calling an emulator"));
        outcome.err = rest.to_owned();
        outcome
    });
    let emulator = emulator(|builder| builder);
    let outside = session(&folder, &|args| Session::of(&emulator).run(args));
    assert_eq!(inside, outside);
}

/// Runs the session and returns its output.
fn session(folder: &Folder, run: &dyn Fn(&[&str]) -> Outcome) -> String {
    let job = folder.file("job.yaml", JOB);
    let mut session = Tour { run, folder, written: String::new() };
    session.run("trigger create --name by-hand --type NONE --trigger-rule-type NONE");
    session.run("trigger list --name by-hand");
    session.run(&format!("job verify -f {job} --allow-unknown"));
    session.run(&format!("job create -f {job} --num-worker 4"));
    let trigger = session.field("trigger get by-hand -o jsonl", "triggerId");
    let id = session.field("job get nightly-etl -o jsonl", "jobId");
    let workflow = folder.file(
        "workflow.json",
        format!(
            r#"{{
  "name": "nightly",
  "nodes": [
    {{"id": "{trigger}", "name": "by-hand", "type": "TRIGGER", "parentNodeIds": [], "triggerRule": "NONE"}},
    {{"id": "{id}", "name": "nightly-etl", "type": "JOB", "parentNodeIds": ["{trigger}"]}}
  ]
}}"#
        ),
    );
    session.run(&format!("workflow create -f {workflow}"));
    session.run("workflow run nightly");
    session.run("workflow executions nightly");
    let execution = session.field("execution list nightly-etl -o jsonl", "jobExecutionId");
    session.run(&format!("execution get nightly-etl {execution}"));
    session.run(&format!("execution cancel nightly-etl {execution}"));
    session.run("execution list nightly-etl");
    session.run("job run nightly-etl --num-worker 2 -o name");
    session.run("job update nightly-etl --type VISUAL --max-concurrent-runs 2");
    session.run("job settings nightly-etl --job-condition-timeout 90 -o name");
    session.run("job get nightly-etl -o yaml");
    session.run("job list");
    session.run(&format!("workflow update nightly -f {workflow} -o name"));
    session.run("workflow get nightly -o json");
    session.run("workflow list");
    session.run("trigger get by-hand");
    session.run("stats count --start-date 2023-11-15T00:00:00 --end-date 2023-11-16T00:00:00");
    session.run("stats interval --start-date 2023-11-15T00:00:00 --end-date 2023-11-16T00:00:00");
    session.run("stats times --start-date 2023-11-15T00:00:00 --end-date 2023-11-15T05:00:00");
    let execution = session.field("execution list nightly-etl -o jsonl --limit 1", "jobExecutionId");
    session.run(&format!("execution cancel nightly-etl {execution}"));
    session.run("workflow delete nightly --yes");
    session.run("job delete nightly-etl --yes");
    session.run("trigger delete by-hand --yes");
    session.run("job get nightly-etl");
    without_numbers(&session.written)
}

struct Tour<'a> {
    run: &'a dyn Fn(&[&str]) -> Outcome,
    folder: &'a Folder,
    written: String,
}

impl Tour<'_> {
    /// Runs a command and keeps its output, standard output first.
    fn run(&mut self, command: &str) {
        let outcome = (self.run)(&words(command));
        let exit = match outcome.code {
            0 => String::new(),
            code => format!("[exit code {code}]\n"),
        };
        self.written.push_str(
            &self.folder.hidden(&format!("$ ncloud-dataflow {command}\n{}{}{exit}\n", outcome.out, outcome.err)),
        );
    }

    /// Returns a field of the first line that a command prints.
    fn field(&self, command: &str, field: &str) -> String {
        let outcome = (self.run)(&words(command));
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{}", self.written);
        let line = outcome.out.lines().next().unwrap();
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        row.get(field).unwrap().as_str().unwrap().to_owned()
    }
}

fn words(command: &str) -> Vec<&str> {
    command.split(' ').collect()
}
