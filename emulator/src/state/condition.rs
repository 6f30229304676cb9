//! Execution settings of jobs and workflow nodes.

use ncloud_dataflow::models::{JobCondition, JobConditionInput};

/// Number of workers of a new job (createJob, 2026 edition).
const WORKERS: i64 = 2;
/// Timeout of a new job, minutes (createJob, 2026 edition).
const TIMEOUT: i64 = 360;

/// Returns the settings of a new job without any in the request.
pub(super) fn default_settings() -> JobCondition {
    JobCondition { num_worker: Some(WORKERS), timeout: Some(TIMEOUT), ..JobCondition::default() }
}

/// Replaces the settings that are given. The others keep their values.
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

/// Returns the settings of a workflow node as sent. The others are taken from the job when it runs.
pub(super) fn from_node_input(given: &JobConditionInput) -> JobCondition {
    overlay(JobCondition::default(), given)
}

/// Replaces settings of a job with the settings of a workflow node.
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
