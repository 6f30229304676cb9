//! The state file: one JSON object with all resources.
//!
//! ```json
//! {
//!   "format": "ncloud-dataflow-emulator",
//!   "version": 1,
//!   "created": 2,
//!   "jobs": [{ "resource": {}, "parameters": {} }],
//!   "triggers": [{ "resource": {} }],
//!   "workflows": [{ "resource": {} }],
//!   "executions": [{ "resource": {}, "workflow": "3tfNLPaaaaaa",
//!                    "plan": { "created": 0, "started": 2000, "ended": 7000, "outcome": "COMPLETED" } }]
//! }
//! ```
//!
//! `resource` is the response of the service. `created` is the number of IDs assigned so far. The times of a plan are
//! milliseconds since 1970-01-01T00:00:00Z; an execution without a plan has ended.

use super::json_object::JsonObject;
use super::run::{Plan, Run};
use super::store::{Store, StoredJob, id_of_workflow};
use super::timestamp::Timestamp;
use crate::error::EmulatorError;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FORMAT: &str = "ncloud-dataflow-emulator";
const VERSION: u64 = 1;

/// Maximum size of a state file, bytes.
const MAX_BYTES: u64 = 1 << 28;

/// Reads a state file. Errors have the path of the file and the place in it.
pub(super) fn load(path: &Path) -> Result<Store, EmulatorError> {
    let shown = path.display();
    let unreadable = |error| EmulatorError::with_source(format!("cannot read the state file '{shown}'"), error);
    if fs::metadata(path).map_err(unreadable)?.len() > MAX_BYTES {
        return Err(EmulatorError::new(format!("state file '{shown}' is larger than {MAX_BYTES} bytes")));
    }
    let text = fs::read(path).map_err(unreadable)?;
    let value: Value = serde_json::from_slice(&text).map_err(|error| {
        let path = format!("'{shown}' line {} column {}", error.line(), error.column());
        EmulatorError::with_source(
            format!("{path}: invalid JSON; remove the file to start with the documented resources"),
            error,
        )
    })?;
    read(value).map_err(|fault| EmulatorError::new(format!("'{shown}': {fault}")))
}

/// Replaces a state file atomically: a concurrent reader gets the old file or the new one.
pub(super) fn save(store: &Store, path: &Path) -> Result<(), EmulatorError> {
    let shown = path.display();
    let unwritable = |error| EmulatorError::with_source(format!("cannot write the state file '{shown}'"), error);
    let text = format!("{:#}\n", write(store).map_err(|fault| unwritable(fault.into()))?);
    let mut beside: PathBuf = path.to_owned();
    beside.as_mut_os_string().push(".new");
    fs::write(&beside, text).map_err(unwritable)?;
    fs::rename(&beside, path).map_err(unwritable)
}

fn write(store: &Store) -> Result<Value, serde_json::Error> {
    let job = |stored: &StoredJob| Ok(json!({ "resource": value(&stored.job)?, "parameters": stored.parameters }));
    Ok(json!({
        "format": FORMAT,
        "version": VERSION,
        "created": store.created,
        "jobs": all(&store.jobs, job)?,
        "triggers": all(&store.triggers, |one| Ok(json!({ "resource": value(one)? })))?,
        "workflows": all(&store.workflows, |one| Ok(json!({ "resource": value(one)? })))?,
        "executions": all(&store.runs, execution)?,
    }))
}

fn all<T>(list: &[T], write: impl Fn(&T) -> Result<Value, serde_json::Error>) -> Result<Vec<Value>, serde_json::Error> {
    list.iter().map(write).collect()
}

fn execution(run: &Run) -> Result<Value, serde_json::Error> {
    let plan = run.plan.as_ref().map(|plan| {
        json!({
            "created": plan.created.millis(),
            "started": plan.started.millis(),
            "ended": plan.ended.millis(),
            "outcome": plan.outcome.as_str(),
        })
    });
    Ok(json!({ "resource": value(&run.execution)?, "workflow": run.workflow_id, "plan": plan }))
}

fn value(model: &impl Serialize) -> Result<Value, serde_json::Error> {
    serde_json::to_value(model)
}

fn read(state: Value) -> Result<Store, String> {
    let mut state = JsonObject::new(String::new(), state)?;
    let (format, version): (String, u64) = (state.require("format")?, state.require("version")?);
    if format != FORMAT || version != VERSION {
        return Err(format!(
            "expected version {VERSION} of {FORMAT} but found version {version} of '{}'",
            format.escape_debug()
        ));
    }
    let store = Store {
        created: state.take("created")?.unwrap_or_default(),
        jobs: state.list("jobs", |object| {
            Ok(StoredJob {
                job: object.require("resource")?,
                parameters: object.take("parameters")?.unwrap_or_default(),
            })
        })?,
        triggers: state.list("triggers", |object| object.require("resource"))?,
        workflows: state.list("workflows", |object| object.require("resource"))?,
        runs: state.list("executions", read_run)?,
    };
    state.finish()?;
    distinct("jobs", store.jobs.iter().map(StoredJob::id))?;
    distinct("triggers", store.triggers.iter().map(|one| one.trigger_id.as_str()))?;
    distinct("workflows", store.workflows.iter().map(id_of_workflow))?;
    distinct("executions", store.runs.iter().map(Run::id))?;
    Ok(store)
}

fn read_run(object: &mut JsonObject) -> Result<Run, String> {
    let plan: Option<Value> = object.take("plan")?;
    let plan = plan.map(|plan| read_plan(object.path_of("plan"), plan)).transpose()?;
    Ok(Run { execution: object.require("resource")?, workflow_id: object.take("workflow")?, plan })
}

fn read_plan(path: String, plan: Value) -> Result<Plan, String> {
    let mut plan = JsonObject::new(path, plan)?;
    let read = Plan {
        created: Timestamp::from_millis(plan.require("created")?),
        started: Timestamp::from_millis(plan.require("started")?),
        ended: Timestamp::from_millis(plan.require("ended")?),
        outcome: plan.require("outcome")?,
    };
    plan.finish().map(|()| read)
}

/// Rejects a missing or duplicate ID: look-ups would find the first resource only.
fn distinct<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if id.is_empty() {
            return Err(format!("{list}[{index}].resource: the ID is missing"));
        }
        if !seen.insert(id) {
            let id = id.escape_debug();
            return Err(format!("{list}[{index}]: duplicate ID '{id}'"));
        }
    }
    Ok(())
}
