//! Workflows.

use super::call::{Call, Reply};
use super::condition;
use super::store::{Store, id_of_workflow};
use super::timestamp::Timestamp;
use crate::http::response::ErrorResponse;
use ncloud_dataflow::models::{
    CreateWorkflowRequest, TriggerRuleType, UpdateWorkflowRequest, Workflow, WorkflowDisabled, WorkflowNode,
    WorkflowNodeInput, WorkflowNodeType, WorkflowSummary,
};

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let newest_first = store.workflows.iter().rev();
    call.page(newest_first, |workflow| summary(store, workflow, call.now))
}

pub(super) fn get(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    Reply::value(&to_response(store, store.workflow(call.id(0))?))
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: CreateWorkflowRequest = call.body()?;
    let workflow = Workflow {
        nodes: Some(nodes(store, request.nodes)?),
        workflow_id: Some(store.new_id()),
        name: Some(request.name),
        created_date: Some(call.now.date()),
        updated_date: Some(call.now.date()),
        ..Workflow::default()
    };
    let reply = Reply::value(&to_response(store, &workflow));
    store.workflows.push(workflow);
    reply
}

/// Replaces the name and all nodes.
pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: UpdateWorkflowRequest = call.body()?;
    store.workflow(call.id(0))?;
    let nodes = nodes(store, request.nodes)?;
    let workflow = store.workflow_mut(call.id(0))?;
    workflow.name = Some(request.name);
    workflow.nodes = Some(nodes);
    workflow.updated_date = Some(call.now.date());
    get(store, call)
}

/// Deletes a workflow. Assumed: not while one of its executions runs.
pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let id = id_of_workflow(store.workflow(call.id(0))?).to_owned();
    let mut runs = store.runs_of_workflow(&id);
    if let Some(run) = runs.find(|run| run.is_unfinished(call.now)) {
        let details = format!("execution '{}' of workflow '{id}' has not ended", run.id());
        return Err(ErrorResponse::bad_state(details));
    }
    drop(runs);
    store.workflows.remove(&id);
    Reply::success()
}

/// Returns the nodes of a request. Their jobs and triggers must exist.
fn nodes(store: &Store, given: Vec<WorkflowNodeInput>) -> Result<Vec<WorkflowNode>, ErrorResponse> {
    given.into_iter().map(|given| node(store, given)).collect()
}

fn node(store: &Store, given: WorkflowNodeInput) -> Result<WorkflowNode, ErrorResponse> {
    let mut node = WorkflowNode { trigger_rule: given.trigger_rule, ..WorkflowNode::default() };
    match given.r#type {
        WorkflowNodeType::Trigger => {
            let trigger = store.trigger(&given.id)?;
            let rule = trigger.trigger_rule.as_ref();
            node.trigger_rule = node.trigger_rule.or_else(|| rule?.r#type.clone());
        }
        WorkflowNodeType::Job => {
            store.job(&given.id)?;
            node.job_condition = given.job_condition.as_ref().map(condition::from_node_input);
        }
        other => {
            let details = format!("nodes: expected a trigger or a job but found '{other}'");
            return Err(ErrorResponse::bad_parameter(details));
        }
    }
    node.id = given.id;
    node.name = Some(given.name);
    node.r#type = Some(given.r#type);
    node.parent_node_ids = Some(given.parent_node_ids);
    Ok(node)
}

/// Returns true if the job or trigger of a node exists.
pub(super) fn is_valid(store: &Store, node: &WorkflowNode) -> bool {
    match &node.r#type {
        Some(WorkflowNodeType::Trigger) => store.trigger(&node.id).is_ok(),
        Some(WorkflowNodeType::Job) => store.job(&node.id).is_ok(),
        _ => false,
    }
}

/// Returns a workflow with the mark of each node: true means that its job or trigger exists.
fn to_response(store: &Store, workflow: &Workflow) -> Workflow {
    let mut workflow = workflow.clone();
    for node in workflow.nodes.iter_mut().flatten() {
        node.is_valid = Some(is_valid(store, node));
    }
    workflow
}

pub(super) fn summary(store: &Store, workflow: &Workflow, now: Timestamp) -> WorkflowSummary {
    let workflow = to_response(store, workflow);
    let last = store.list_of_workflow(id_of_workflow(&workflow)).newest();
    WorkflowSummary {
        last_execution_date: last.and_then(|run| run.at(now).created_date),
        trigger_rule_type: rule(&workflow),
        resource_id: workflow.workflow_id.clone(),
        workflow_id: workflow.workflow_id.unwrap_or_default(),
        name: workflow.name,
        created_date: workflow.created_date,
        updated_date: workflow.updated_date,
        is_temp: workflow.is_temp,
        nodes: workflow.nodes,
        disabled: Some(WorkflowDisabled::Boolean(false)),
        ..WorkflowSummary::default()
    }
}

/// Returns the rule of the trigger that starts a workflow.
fn rule(workflow: &Workflow) -> Option<TriggerRuleType> {
    of_type(workflow, WorkflowNodeType::Trigger).next()?.trigger_rule.clone()
}

/// Returns the nodes of a kind.
pub(super) fn of_type(workflow: &Workflow, kind: WorkflowNodeType) -> impl Iterator<Item = &WorkflowNode> {
    let nodes = workflow.nodes.iter().flatten();
    nodes.filter(move |node| node.r#type.as_ref() == Some(&kind))
}
