//! Templates for synthetic rows.

use super::call;
use super::service::Service;
use super::{executions, jobs, workflows};
use crate::quirks::Quirks;
use ncloud_dataflow::operations;
use ncloud_runtime::operation::Operation;
use serde_json::Value;

impl Service {
    /// Returns the newest row of a listing over all resources, as a template for synthetic rows.
    pub(crate) fn newest_row(&self, operation: &str, quirks: Quirks) -> Option<Value> {
        let stores = self.data.lock();
        let store = stores.get(&self.account)?;
        let now = self.clock.now();
        let is = |known: &Operation| known.id == operation;
        let row = if is(&operations::GET_JOBS) {
            call::json(&jobs::summary(store, store.jobs.last()?, now))
        } else if is(&operations::GET_TRIGGERS) {
            call::json(store.triggers.last()?)
        } else if is(&operations::GET_WORKFLOWS) {
            call::json(&workflows::summary(store, store.workflows.last()?, now))
        } else if is(&operations::GET_JOB_EXECUTIONS) {
            call::json(&executions::to_response(store.runs.last()?, now, quirks))
        } else if is(&operations::GET_WORKFLOW_EXECUTIONS) {
            let run = store.runs.iter().rfind(|run| run.workflow_id.is_some())?;
            call::json(&executions::to_response(run, now, quirks))
        } else {
            return None;
        };
        row.ok()
    }
}
