//! The handler of each operation.

use super::call::{Call, Reply};
use super::store::Store;
use super::{executions, jobs, statistics, triggers, workflow_runs, workflows};
use crate::http::response::ErrorResponse;
use ncloud_dataflow::operations;
use ncloud_runtime::operation::Operation;

pub(super) type Handler = fn(&mut Store, &Call<'_>) -> Result<Reply, ErrorResponse>;

/// Handlers by operation.
static HANDLERS: [(&Operation, Handler); 25] = [
    (&operations::GET_EXECUTION_COUNT, statistics::count),
    (&operations::GET_EXECUTION_COUNT_BY_INTERVAL, statistics::by_day),
    (&operations::GET_EXECUTION_TIMES, statistics::times),
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

/// Returns true if a handler keeps the state of an operation.
pub(crate) fn is_stateful(operation: &str) -> bool {
    handler(operation).is_some()
}

/// Returns the handler of an operation; `None` if the emulator knows the operation from the table only.
pub(super) fn handler(operation: &str) -> Option<Handler> {
    let (_, handler) = HANDLERS.iter().find(|(known, _)| known.id == operation)?;
    Some(*handler)
}
