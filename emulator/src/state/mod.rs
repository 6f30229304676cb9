//! Resources that requests make, change and delete.
//!
//! Everything is typed by the generated models, and a handler is found by the id that the generated table gives to its
//! operation. An operation without a handler is answered by the table alone.

mod call;
mod condition;
mod entry;
mod executions;
mod file;
mod jobs;
mod moment;
mod run;
mod seed;
mod stats;
mod triggers;
mod workflow_runs;
mod workflows;
mod world;

pub(crate) use call::Reply;
pub(crate) use run::Pace;

use crate::arguments::Arguments;
use crate::error::EmulatorError;
use crate::quirks::Quirks;
use crate::response::ErrorResponse;
use call::Call;
use moment::Moment;
use ncloud_dataflow::operations;
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::{Example, Operation};
use serde_json::Value;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use world::World;

type Handler = fn(&mut World, &Call<'_>) -> Result<Reply, ErrorResponse>;

/// What each operation does.
static HANDLERS: [(&Operation, Handler); 25] = [
    (&operations::GET_EXECUTION_COUNT, stats::count),
    (&operations::GET_EXECUTION_COUNT_BY_INTERVAL, stats::by_day),
    (&operations::GET_EXECUTION_TIMES, stats::times),
    (&operations::GET_WORKFLOWS, workflows::list),
    (&operations::CREATE_WORKFLOW, workflows::create),
    (&operations::GET_WORKFLOW, workflows::get),
    (&operations::UPDATE_WORKFLOW, workflows::update),
    (&operations::DELETE_WORKFLOW, workflows::delete),
    (&operations::GET_WORKFLOW_EXECUTIONS, workflow_runs::list),
    (&operations::EXECUTE_WORKFLOW, workflow_runs::start),
    (&operations::GET_JOBS, jobs::list),
    (&operations::CREATE_JOB, jobs::create),
    (&operations::VERIFY_JOB, jobs::verify),
    (&operations::GET_JOB, jobs::get),
    (&operations::UPDATE_JOB, jobs::update),
    (&operations::DELETE_JOB, jobs::delete),
    (&operations::GET_JOB_EXECUTIONS, executions::list),
    (&operations::CREATE_JOB_EXECUTION, executions::create),
    (&operations::UPDATE_JOB_EXECUTION_CONFIG, jobs::configure),
    (&operations::GET_JOB_EXECUTION, executions::get),
    (&operations::CANCEL_JOB_EXECUTION, executions::cancel),
    (&operations::GET_TRIGGERS, triggers::list),
    (&operations::CREATE_TRIGGER, triggers::create),
    (&operations::GET_TRIGGER, triggers::get),
    (&operations::DELETE_TRIGGER, triggers::delete),
];

/// Whether an operation is one that works on resources.
pub(crate) fn keeps(operation: &str) -> bool {
    handler(operation).is_some()
}

fn handler(operation: &str) -> Option<Handler> {
    let (_, handler) = HANDLERS.iter().find(|(known, _)| known.id == operation)?;
    Some(*handler)
}

/// The resources, and the clock that moves the executions on.
pub(crate) struct State {
    world: Mutex<World>,
    clock: Arc<dyn Clock>,
    pace: Pace,
}

impl State {
    /// The documented resources.
    pub(crate) fn new(examples: &[Example], clock: Arc<dyn Clock>, pace: Pace) -> Self {
        Self { world: Mutex::new(seed::world(examples)), clock, pace }
    }

    /// Replaces everything by what a file holds.
    pub(crate) fn load(&self, path: &Path) -> Result<(), EmulatorError> {
        *self.world() = file::load(path)?;
        Ok(())
    }

    /// Writes everything to a file.
    pub(crate) fn save(&self, path: &Path) -> Result<(), EmulatorError> {
        let world = self.world().clone();
        file::save(&world, path)
    }

    /// Carries out a call; none if the operation is one that only the table knows.
    pub(crate) fn perform(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        body: Option<Value>,
        quirks: Quirks,
    ) -> Option<Result<Reply, ErrorResponse>> {
        let handler = handler(operation.id)?;
        let call = Call { operation, arguments, body, now: Moment::of(self.clock.now()), pace: self.pace, quirks };
        Some(handler(&mut self.world(), &call))
    }

    /// The newest row that a listing has for anybody, which others can be made like.
    pub(crate) fn newest_row(&self, operation: &str, quirks: Quirks) -> Option<Value> {
        let world = self.world();
        let now = Moment::of(self.clock.now());
        let runs = &world.runs;
        let is = |known: &Operation| known.id == operation;
        let row = if is(&operations::GET_JOBS) {
            call::json(&jobs::summary(&world, world.jobs.last()?, now))
        } else if is(&operations::GET_TRIGGERS) {
            call::json(world.triggers.last()?)
        } else if is(&operations::GET_WORKFLOWS) {
            call::json(&workflows::summary(&world, world.workflows.last()?, now))
        } else if is(&operations::GET_JOB_EXECUTIONS) {
            call::json(&executions::shown(runs.last()?, now, quirks))
        } else if is(&operations::GET_WORKFLOW_EXECUTIONS) {
            let run = runs.iter().rfind(|run| run.workflow_id.is_some())?;
            call::json(&executions::shown(run, now, quirks))
        } else {
            return None;
        };
        row.ok()
    }

    fn world(&self) -> MutexGuard<'_, World> {
        // A handler changes nothing before it has decided, so what a panic leaves behind is whole.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
