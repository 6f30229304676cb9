//! One run with everything that is known about it.

use super::compare::differences;
use super::newest::MAX_SCANNED;
use super::summary::summary;
use crate::state::run::Run;
use crate::state::service::Service;
use crate::state::store::Store;
use crate::state::timestamp::Timestamp;
use ncloud_dataflow::Outcome;
use ncloud_dataflow::models::{ExecutionStatus, JobCondition, ParsedParameters};
use serde::Serialize;
use serde_json::{Value, json};

impl Service {
    /// Returns a run by its ID; `None` if there is none.
    pub(crate) fn one_run(&self, id: &str) -> Option<Value> {
        self.read(|store, now| {
            let run = &*store.run(id)?;
            let workflow = run.workflow_id.as_deref();
            let workflow_name = workflow.and_then(|id| store.workflows.get(id)?.name.as_deref());
            Some(json!({
                "now": now.millis(),
                "run": summary(run, now),
                "jobExists": store.jobs.contains(run.job_id()),
                "workflowName": workflow_name,
                "settings": settings(run, now),
                "parameters": parameters(run),
                "consoleLog": condition(run, now).and_then(|condition| condition.console_log_path),
                "resource": json(&run.at(now)),
                "lastSuccess": last_success(store, run, now),
            }))
        })
    }
}

/// Returns the success of the job before a run, and the differences of the run from it.
fn last_success(store: &Store, run: &Run, now: Timestamp) -> Option<Value> {
    let list = store.list_of_job(run.job_id());
    let runs = (0..list.len().min(MAX_SCANNED)).map_while(|index| list.nth_newest(index)?.run());
    let older = runs.skip_while(|other| other.id() != run.id()).skip(1);
    let is_success = |other: &Run| other.status(now).and_then(ExecutionStatus::outcome) == Some(Outcome::Success);
    let success = &older.into_iter().find(is_success)?;
    Some(json!({
        "run": summary(success, now),
        "settings": differences(&settings(run, now), &settings(success, now)),
        "parameters": differences(&parameters(run), &parameters(success)),
    }))
}

fn condition(run: &Run, now: Timestamp) -> Option<JobCondition> {
    run.at(now).job_condition
}

/// Returns the settings without the path of the console log, which differs between all runs.
fn settings(run: &Run, now: Timestamp) -> Value {
    let condition = condition(run, now).unwrap_or_default();
    json(&JobCondition { console_log_path: None, ..condition })
}

fn parameters(run: &Run) -> Value {
    match &run.execution.parsed_parameters {
        Some(ParsedParameters::Array(list)) if list.is_empty() => json!({}),
        Some(parameters) => json(parameters),
        None => json!({}),
    }
}

/// Returns a resource as JSON.
pub(super) fn json(resource: &impl Serialize) -> Value {
    // Models are objects of JSON values, so this cannot fail.
    serde_json::to_value(resource).unwrap_or_default()
}
