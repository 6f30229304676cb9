//! Progress by reads instead of by time.

use super::call::Call;
use super::store::Store;
use ncloud_dataflow::operations::{GET_JOB_EXECUTION, GET_JOB_EXECUTIONS, GET_WORKFLOW_EXECUTIONS};

/// Counts a read of the executions that a call returns: one, or all unfinished ones of a job or workflow.
pub(super) fn count(store: &mut Store, call: &Call<'_>, step: u32) {
    let is = |operation: &ncloud_runtime::operation::Operation| call.operation.id == operation.id;
    let runs: Vec<String> = if is(&GET_JOB_EXECUTION) {
        vec![call.id(1).to_owned()]
    } else if is(&GET_JOB_EXECUTIONS) {
        store.runs_of_job(call.id(0)).map(|run| run.id().to_owned()).collect()
    } else if is(&GET_WORKFLOW_EXECUTIONS) {
        store.runs_of_workflow(call.id(0)).map(|run| run.id().to_owned()).collect()
    } else {
        Vec::new()
    };
    for id in runs {
        let counts = |run: &super::run::Run| run.is_unfinished(call.now) && run.counts_reads();
        if store.runs.get(&id).is_some_and(counts)
            && let Some(run) = store.runs.get_mut(&id)
        {
            run.count_read(call.now, step);
        }
    }
}
