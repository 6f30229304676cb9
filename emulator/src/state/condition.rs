//! Execution settings.

use ncloud_dataflow::models::{JobCondition, JobConditionInput};

/// What a new job starts with (createJob, 2026 edition).
const WORKERS: i64 = 2;
/// What a new job starts with, minutes (createJob, 2026 edition).
const TIMEOUT: i64 = 360;

/// The settings of a new job of which nothing was said.
pub(super) fn default_settings() -> JobCondition {
    let mut condition = JobCondition::default();
    condition.num_worker = Some(WORKERS);
    condition.timeout = Some(TIMEOUT);
    condition
}

/// Settings with some of them given anew. What is left out keeps its value.
pub(super) fn overlay(mut condition: JobCondition, given: &JobConditionInput) -> JobCondition {
    fn set<T: Clone>(target: &mut Option<T>, given: &Option<T>) {
        if given.is_some() {
            target.clone_from(given);
        }
    }
    set(&mut condition.num_worker, &given.num_worker);
    set(&mut condition.timeout, &given.timeout);
    set(&mut condition.nrn, &given.nrn);
    set(&mut condition.script_path, &given.script_path);
    set(&mut condition.log_path, &given.log_path);
    condition
}

/// The settings of a workflow's node as they were sent: what is left out is taken from the job when it runs.
pub(super) fn from_node_input(given: &JobConditionInput) -> JobCondition {
    overlay(JobCondition::default(), given)
}

/// Settings of a job under those of a workflow's node.
pub(super) fn with_node_settings(mut condition: JobCondition, node: &JobCondition) -> JobCondition {
    let mut given = JobConditionInput::new();
    given.num_worker = node.num_worker;
    given.timeout = node.timeout;
    given.nrn.clone_from(&node.nrn);
    given.script_path.clone_from(&node.script_path);
    given.log_path.clone_from(&node.log_path);
    if node.worker_type.is_some() {
        condition.worker_type.clone_from(&node.worker_type);
    }
    overlay(condition, &given)
}
