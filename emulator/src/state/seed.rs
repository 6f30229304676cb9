//! The documented resources: the initial data of an emulator.
//!
//! Resources are taken from the documented examples. Dates of the 2023 edition have no offset; it is added. If the
//! pages show only the ID or the name of a resource, the rest is filled in so that the documented calls work: the
//! trigger of the documented execution allows a direct run, and its workflow is the one of the documented start.

use super::history::{History, Parameters};
use super::run::Run;
use super::store::Store;
use super::stored_job::StoredJob;
use super::timestamp::Timestamp;
use crate::data::sample;
use ncloud_dataflow::models::{
    Job, JobExecution, JobExecutionList, JobList, JobStatus, JobType, Trigger, TriggerRule, TriggerRuleType,
    TriggerType, VerifyJobRequest, Workflow, WorkflowNode, WorkflowNodeType,
};
use ncloud_dataflow::operations;
use ncloud_runtime::DateTime;
use ncloud_runtime::operation::{Example, Operation, Role};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pages show only the first six letters of the ID; the rest is made up.
const WORKFLOW_ID: &str = "3tfNLPaaaaaa";
const WORKFLOW_NAME: &str = "workflow001";

/// Returns the resources in the examples. An example that does not decode is omitted; its own test fails.
pub(super) fn documented_store(examples: &[Example]) -> Store {
    let mut store = Store::default();
    let documented = response::<Trigger>(&operations::GET_TRIGGER, examples);
    if let Some(mut trigger) = documented {
        trigger.created_date = trigger.created_date.map(with_offset);
        trigger.updated_date = trigger.updated_date.map(with_offset);
        store.triggers.push(trigger);
    }
    if let Some(job) = documented_job(examples) {
        store.jobs.push(job);
    }
    let list = response::<JobExecutionList>(&operations::GET_JOB_EXECUTIONS, examples);
    let executions = list.map(|list| list.list).unwrap_or_default();
    if let Some(execution) = executions.into_iter().next() {
        let (job, trigger) = (job(&execution, examples), trigger(&execution));
        store.workflows.push(workflow(&execution, &job, &trigger));
        store.jobs.push(stored(job));
        store.triggers.push(trigger);
        store.runs.push(Run { execution, workflow_id: Some(WORKFLOW_ID.into()), plan: None });
    }
    // They are the start, not changes.
    store.take_changes();
    store
}

/// Returns the resources of a history that ends at a moment. Visual jobs have the documented nodes.
pub(super) fn history_store(examples: &[Example], count: usize, seed: u64, moment: Timestamp) -> Store {
    let nodes = decode::<VerifyJobRequest>(&operations::VERIFY_JOB, Role::Request, examples)
        .map(|request| request.nodes)
        .unwrap_or_default();
    let history = History::new(Parameters { count, seed, moment });
    let resources = history.resources(&nodes);
    let mut store = Store::default();
    resources.jobs.into_iter().for_each(|job| store.jobs.push(job));
    resources.triggers.into_iter().for_each(|trigger| store.triggers.push(trigger));
    resources.workflows.into_iter().for_each(|workflow| store.workflows.push(workflow));
    store.history = Some(Arc::new(history));
    // They are the start, not changes.
    store.take_changes();
    store
}

/// Returns the job of two examples: one has its nodes, the other its dates.
fn documented_job(examples: &[Example]) -> Option<StoredJob> {
    let mut job: Job = response(&operations::GET_JOB, examples)?;
    let list: Option<JobList> = response(&operations::GET_JOBS, examples);
    let rows = list.map(|list| list.list).unwrap_or_default();
    if let Some(row) = rows.into_iter().find(|row| Some(&row.job_id) == job.job_id.as_ref()) {
        job.created_date = row.created_date.map(with_offset);
        job.updated_date = row.updated_date.map(with_offset);
        job.last_execution_status = row.last_execution_status;
    }
    Some(stored(job))
}

/// Adds the offset to a date of the 2023 edition.
fn with_offset(date: DateTime) -> DateTime {
    if date.has_offset() { date } else { DateTime::from(format!("{date}+09:00")) }
}

/// Returns the job of the documented execution, of the same edition (2025).
fn job(execution: &JobExecution, examples: &[Example]) -> Job {
    let mut job = Job {
        job_id: execution.job_id.clone(),
        name: execution.job_name.clone(),
        r#type: Some(JobType::Dataflow),
        status: Some(JobStatus::Runnable),
        nodes: decode::<VerifyJobRequest>(&operations::VERIFY_JOB, Role::Request, examples)
            .map(|request| request.nodes),
        run_condition: execution.job_condition.clone(),
        ..Job::default()
    };
    if let Some(condition) = &mut job.run_condition {
        condition.console_log_path = None;
    }
    job.created_date.clone_from(&execution.created_date);
    job.updated_date.clone_from(&execution.created_date);
    job
}

fn trigger(execution: &JobExecution) -> Trigger {
    let rule = TriggerRule { r#type: Some(TriggerRuleType::None), ..TriggerRule::default() };
    Trigger {
        trigger_id: execution.trigger_id.clone().unwrap_or_default(),
        name: execution.trigger_name.clone(),
        r#type: Some(TriggerType::None),
        trigger_rule: Some(rule),
        created_date: execution.created_date.clone(),
        updated_date: execution.created_date.clone(),
        ..Trigger::default()
    }
}

fn workflow(execution: &JobExecution, job: &Job, trigger: &Trigger) -> Workflow {
    let start = WorkflowNode {
        id: trigger.trigger_id.clone(),
        name: trigger.name.clone(),
        r#type: Some(WorkflowNodeType::Trigger),
        parent_node_ids: Some(Vec::new()),
        trigger_rule: Some(TriggerRuleType::None),
        ..WorkflowNode::default()
    };
    let work = WorkflowNode {
        id: job.job_id.clone().unwrap_or_default(),
        name: job.name.clone(),
        r#type: Some(WorkflowNodeType::Job),
        parent_node_ids: Some(vec![trigger.trigger_id.clone()]),
        job_condition: job.run_condition.clone(),
        ..WorkflowNode::default()
    };
    Workflow {
        workflow_id: Some(WORKFLOW_ID.into()),
        name: Some(WORKFLOW_NAME.into()),
        nodes: Some(vec![start, work]),
        is_temp: Some(false),
        created_date: execution.created_date.clone(),
        updated_date: execution.created_date.clone(),
        ..Workflow::default()
    }
}

fn stored(job: Job) -> StoredJob {
    StoredJob { job, parameters: BTreeMap::new() }
}

fn response<T: DeserializeOwned>(operation: &Operation, examples: &[Example]) -> Option<T> {
    decode(operation, Role::Response, examples)
}

fn decode<T: DeserializeOwned>(operation: &Operation, role: Role, examples: &[Example]) -> Option<T> {
    serde_json::from_value(sample::documented(operation.id, role, examples)?).ok()
}
