//! The service behind the gateway: its resources and its clock.

use super::call::{self, Call, Reply};
use super::handlers;
use super::run::Timing;
use super::store::Store;
use super::timestamp::Timestamp;
use super::{executions, file, jobs, seed, workflows};
use crate::error::EmulatorError;
use crate::http::arguments::Arguments;
use crate::http::response::ErrorResponse;
use crate::quirks::Quirks;
use ncloud_dataflow::operations;
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::{Example, Operation};
use serde_json::Value;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The resources, and the clock that executions follow.
pub(crate) struct Service {
    store: Mutex<Store>,
    clock: Arc<dyn Clock>,
    timing: Timing,
}

impl Service {
    /// Starts with the documented resources.
    pub(crate) fn new(examples: &[Example], clock: Arc<dyn Clock>, timing: Timing) -> Self {
        Self { store: Mutex::new(seed::documented_store(examples)), clock, timing }
    }

    /// Replaces all resources with the content of a file.
    pub(crate) fn load(&self, path: &Path) -> Result<(), EmulatorError> {
        *self.store() = file::load(path)?;
        Ok(())
    }

    /// Writes all resources to a file.
    pub(crate) fn save(&self, path: &Path) -> Result<(), EmulatorError> {
        let store = self.store().clone();
        file::save(&store, path)
    }

    /// Carries out a call. Returns `None` if the operation has no handler.
    pub(crate) fn handle(
        &self,
        operation: &'static Operation,
        arguments: &Arguments,
        body: Option<Value>,
        quirks: Quirks,
    ) -> Option<Result<Reply, ErrorResponse>> {
        let handler = handlers::handler(operation.id)?;
        let call = Call {
            operation,
            arguments,
            body,
            now: Timestamp::from_system_time(self.clock.now()),
            timing: self.timing,
            quirks,
        };
        Some(handler(&mut self.store(), &call))
    }

    /// Returns the newest row of a listing over all resources, as a template for synthetic rows.
    pub(crate) fn newest_row(&self, operation: &str, quirks: Quirks) -> Option<Value> {
        let store = self.store();
        let now = Timestamp::from_system_time(self.clock.now());
        let runs = &store.runs;
        let is = |known: &Operation| known.id == operation;
        let row = if is(&operations::GET_JOBS) {
            call::json(&jobs::summary(&store, store.jobs.last()?, now))
        } else if is(&operations::GET_TRIGGERS) {
            call::json(store.triggers.last()?)
        } else if is(&operations::GET_WORKFLOWS) {
            call::json(&workflows::summary(&store, store.workflows.last()?, now))
        } else if is(&operations::GET_JOB_EXECUTIONS) {
            call::json(&executions::to_response(runs.last()?, now, quirks))
        } else if is(&operations::GET_WORKFLOW_EXECUTIONS) {
            let run = runs.iter().rfind(|run| run.workflow_id.is_some())?;
            call::json(&executions::to_response(run, now, quirks))
        } else {
            return None;
        };
        row.ok()
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        // Handlers check before they change anything, so the store is consistent even after a panic.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
