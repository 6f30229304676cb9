//! Data files of the emulator with given runs.

use crate::harness::{Folder, Outcome, Session};
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow_emulator::import_data;
use serde_json::{Map, Value, json};

/// Current time of tests: the start of the fake clock.
const NOW: &str = "2023-11-14T22:13:20Z";

/// A run of a job: when it started, before now, and how long it ran.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run<'a> {
    pub(crate) id: &'a str,
    pub(crate) job: &'a str,
    pub(crate) hours_ago: i64,
    pub(crate) seconds: i64,
    pub(crate) status: &'a str,
}

/// Returns a session that keeps its record in the folder.
pub(crate) fn session(folder: &Folder) -> Session {
    Session::empty().with("XDG_STATE_HOME", &folder.path("record"))
}

/// Runs a command with an emulator that has the data of the file.
pub(crate) fn run(session: &Session, file: &str, args: &[&str]) -> Outcome {
    let mut outcome = session.run(&[&["--emulator", "--data", file], args].concat());
    if let Some((note, rest)) = outcome.err.clone().split_once('\n')
        && note.starts_with("note: calling an emulator")
    {
        outcome.err = rest.to_owned();
    }
    outcome
}

/// Writes a data file with these jobs and runs. The ID of a job is `job-` and its number, from 1.
pub(crate) fn write(folder: &Folder, jobs: &[&str], runs: &[Run<'_>]) -> String {
    data_file(folder, &state(jobs, runs))
}

/// Writes a data file with the resources of a state file.
pub(crate) fn data_file(folder: &Folder, state: &Value) -> String {
    let (seed, data) = (folder.file("state.json", state.to_string()), folder.path("emulator.db"));
    // A test may replace the data.
    let _ = std::fs::remove_file(&data);
    import_data(seed.as_ref(), data.as_ref()).unwrap();
    data
}

/// Returns the content of a state file.
pub(crate) fn state(jobs: &[&str], runs: &[Run<'_>]) -> Value {
    let id = |name: &str| format!("job-{}", jobs.iter().position(|job| *job == name).map_or(0, |index| index + 1));
    let listed = jobs.iter().map(|name| json!({"resource": {"jobId": id(name), "name": name}}));
    let executions = runs.iter().map(|run| execution(run, &id(run.job)));
    json!({
        "format": "ncloud-dataflow-emulator",
        "version": 1,
        "jobs": listed.collect::<Vec<_>>(),
        "triggers": [],
        "workflows": [],
        "executions": executions.collect::<Vec<_>>(),
    })
}

/// A run that has not ended has a plan that ends in the year 2100.
fn execution(run: &Run<'_>, job_id: &str) -> Value {
    let start = NOW.parse::<Timestamp>().unwrap() - SignedDuration::from_hours(run.hours_ago);
    let end = start + SignedDuration::from_secs(run.seconds);
    let common = [("jobExecutionId", run.id), ("jobId", job_id), ("jobName", run.job)];
    let mut resource: Map<String, Value> =
        common.map(|(name, value)| (name.to_owned(), json!(value))).into_iter().collect();
    resource.insert("createdDate".to_owned(), json!(start.to_string()));
    let mut plan = Value::Null;
    if run.status == "RUNNING" {
        let millis = start.as_millisecond();
        plan = json!({"created": millis, "started": millis, "ended": 4_102_444_800_000_i64, "outcome": "COMPLETED"});
    } else {
        resource.insert("status".to_owned(), json!(run.status));
        resource.insert("startDate".to_owned(), json!(start.to_string()));
        resource.insert("endDate".to_owned(), json!(end.to_string()));
    }
    json!({"resource": resource, "workflow": null, "plan": plan})
}
