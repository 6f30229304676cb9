//! The file that resources are kept in: one JSON object.
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
//! `resource` is what the service would answer. `created` counts the ids that were given out. The times of a plan are
//! milliseconds since 1970-01-01T00:00:00Z; an execution without a plan has ended.

use super::entry::Entry;
use super::moment::Moment;
use super::run::{Plan, Run};
use super::world::{Stored, World};
use crate::error::EmulatorError;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FORMAT: &str = "ncloud-dataflow-emulator";
const VERSION: u64 = 1;

/// Largest file that is read, bytes.
const MOST_BYTES: u64 = 1 << 28;

/// Reads a file. What is wrong with it is told with its place.
pub(super) fn load(path: &Path) -> Result<World, EmulatorError> {
    let shown = path.display();
    let unreadable = |error| EmulatorError::because(format!("cannot read the state in '{shown}'"), error);
    if fs::metadata(path).map_err(unreadable)?.len() > MOST_BYTES {
        return Err(EmulatorError::new(format!("'{shown}' is too large for a state: more than {MOST_BYTES} bytes")));
    }
    let text = fs::read(path).map_err(unreadable)?;
    let value: Value = serde_json::from_slice(&text).map_err(|error| {
        let place = format!("'{shown}' line {} column {}", error.line(), error.column());
        EmulatorError::because(format!("{place}: the state is not JSON; remove the file to start anew"), error)
    })?;
    read(value).map_err(|fault| EmulatorError::new(format!("'{shown}': {fault}")))
}

/// Writes a file as a whole: whoever reads it meanwhile finds the old one or the new one.
pub(super) fn save(world: &World, path: &Path) -> Result<(), EmulatorError> {
    let shown = path.display();
    let unwritable = |error| EmulatorError::because(format!("cannot write the state to '{shown}'"), error);
    let text = format!("{:#}\n", write(world).map_err(|fault| unwritable(fault.into()))?);
    let mut beside: PathBuf = path.to_owned();
    beside.as_mut_os_string().push(".new");
    fs::write(&beside, text).map_err(unwritable)?;
    fs::rename(&beside, path).map_err(unwritable)
}

fn write(world: &World) -> Result<Value, serde_json::Error> {
    let job = |stored: &Stored| Ok(json!({ "resource": value(&stored.job)?, "parameters": stored.parameters }));
    Ok(json!({
        "format": FORMAT,
        "version": VERSION,
        "created": world.created,
        "jobs": all(&world.jobs, job)?,
        "triggers": all(&world.triggers, |one| Ok(json!({ "resource": value(one)? })))?,
        "workflows": all(&world.workflows, |one| Ok(json!({ "resource": value(one)? })))?,
        "executions": all(&world.runs, execution)?,
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

fn read(state: Value) -> Result<World, String> {
    let mut state = Entry::new(String::new(), state)?;
    let (format, version): (String, u64) = (state.need("format")?, state.need("version")?);
    if format != FORMAT || version != VERSION {
        return Err(format!(
            "expected version {VERSION} of {FORMAT} but found version {version} of '{}'",
            format.escape_debug()
        ));
    }
    let world = World {
        created: state.take("created")?.unwrap_or_default(),
        jobs: state.each("jobs", |entry| {
            Ok(Stored { job: entry.need("resource")?, parameters: entry.take("parameters")?.unwrap_or_default() })
        })?,
        triggers: state.each("triggers", |entry| entry.need("resource"))?,
        workflows: state.each("workflows", |entry| entry.need("resource"))?,
        runs: state.each("executions", read_run)?,
    };
    state.end()?;
    distinct("jobs", world.jobs.iter().map(|one| one.job.job_id.as_str()))?;
    distinct("triggers", world.triggers.iter().map(|one| one.trigger_id.as_str()))?;
    distinct("workflows", world.workflows.iter().map(|one| one.workflow_id.as_str()))?;
    distinct("executions", world.runs.iter().map(Run::id))?;
    Ok(world)
}

fn read_run(entry: &mut Entry) -> Result<Run, String> {
    let plan: Option<Value> = entry.take("plan")?;
    let plan = plan.map(|plan| read_plan(entry.at("plan"), plan)).transpose()?;
    Ok(Run { execution: entry.need("resource")?, workflow_id: entry.take("workflow")?, plan })
}

fn read_plan(place: String, plan: Value) -> Result<Plan, String> {
    let mut plan = Entry::new(place, plan)?;
    let read = Plan {
        created: Moment::from_millis(plan.need("created")?),
        started: Moment::from_millis(plan.need("started")?),
        ended: Moment::from_millis(plan.need("ended")?),
        outcome: plan.need("outcome")?,
    };
    plan.end().map(|()| read)
}

/// Refuses an id that is missing or there twice: every look-up would find the first alone.
fn distinct<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if id.is_empty() {
            return Err(format!("{list}[{index}].resource: the id is missing"));
        }
        if !seen.insert(id) {
            let id = id.escape_debug();
            return Err(format!("{list}[{index}]: the id '{id}' is there twice"));
        }
    }
    Ok(())
}
