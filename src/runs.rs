//! What no operation of the API does by itself: start a run and wait for its end, search the runs of all jobs, and compute
//! statistics of runs.
//!
//! As in generated code, `#[inline]` is for the build: only a crate that calls a function compiles it, and what it needs.

mod concurrent;
mod job;
mod search;
mod statistics;
mod window;
mod workflow;
mod workflow_run;

pub use job::StartedJob;
pub use search::{ExecutionSearch, ExecutionSource, FoundExecution, FoundExecutions, Unread};
pub use statistics::{Durations, RunOutcome, RunStatistics};
pub use window::{Window, WindowBy};
pub use workflow::StartedWorkflow;
pub use workflow_run::WorkflowRun;

use crate::generated::operations::GET_JOB_EXECUTION;
use crate::models::JobExecution;
use crate::{Outcome, Request};
use ncloud_runtime::operation::Operation;
use ncloud_runtime::wait::RunState;

impl JobExecution {
    /// Returns how the run has ended. `None` while it continues, and for an undocumented state.
    #[inline]
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.status.as_ref()?.outcome()
    }

    /// Returns whether the run has ended: by its state, or by its end date if the state is not documented.
    ///
    /// If a run has ended without an [`outcome`](Self::outcome), it is not known whether it has succeeded.
    #[inline]
    #[must_use]
    pub fn has_ended(&self) -> bool {
        let state = self.status.as_ref().map(|status| status.as_str().to_owned());
        let end = self.end_date.as_ref().map(crate::DateTime::as_str);
        GET_JOB_EXECUTION.wait.as_ref().is_some_and(|wait| RunState::new(wait, state, end).has_ended())
    }
}

/// The ID that a request was given for the first parameter of its path.
#[inline]
fn path_id(request: &Request, operation: &'static Operation) -> String {
    let parameter = operation.parameters.first();
    parameter.and_then(|id| request.value(id.name)).unwrap_or_default().to_owned()
}
