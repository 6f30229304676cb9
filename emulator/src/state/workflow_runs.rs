//! Executions of a workflow: the executions of its jobs.

use super::call::{Call, Reply};
use super::condition;
use super::executions::{self, NewRun};
use super::outcomes::Outcomes;
use super::store::{Store, id_of_workflow};
use super::timestamp::Timestamp;
use super::workflows;
use crate::http::response::ErrorResponse;
use ncloud_dataflow::models::{
    Trigger, TriggerType, Workflow, WorkflowNode, WorkflowNodeType, WorkflowStart, WorkflowStartStatus,
};
use ncloud_runtime::Text;

/// Lists the executions. According to the documentation, the name filter compares with the name of the workflow,
/// although the path already has its ID.
pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let workflow = store.workflow(call.id(0))?;
    if call.matches_name(workflow.name.as_deref()) {
        executions::page(&store.list_of_workflow(id_of_workflow(workflow)), call)
    } else {
        call.page(std::iter::empty::<&Workflow>(), Workflow::clone)
    }
}

/// Starts all jobs, or none. The response has no execution IDs.
pub(super) fn start(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let workflow = store.workflow(call.id(0))?;
    let trigger = start_trigger(store, workflow)?;
    let response = WorkflowStart {
        workflow_id: id_of_workflow(workflow).into(),
        trigger_id: Some(trigger.trigger_id.clone()),
        status: Some(WorkflowStartStatus::Accepted),
        ..WorkflowStart::default()
    };
    let starts = starts(store, workflow, trigger, call.now)?;
    push(store, starts, call.now, call.outcomes);
    Reply::value(&response)
}

/// Starts all jobs, or none, at a time of the trigger's rule. Returns the IDs of the executions.
pub(super) fn start_by_trigger(
    store: &mut Store,
    workflow_id: &str,
    trigger: &Trigger,
    now: Timestamp,
    outcomes: &Outcomes,
) -> Result<Vec<Text>, ErrorResponse> {
    let starts = starts(store, store.workflow(workflow_id)?, trigger, now)?;
    Ok(push(store, starts, now, outcomes))
}

fn push(store: &mut Store, starts: Vec<NewRun>, now: Timestamp, outcomes: &Outcomes) -> Vec<Text> {
    let push = |start: NewRun| {
        let id = store.new_id();
        store.runs.push(start.run(id.clone(), now, outcomes));
        id
    };
    starts.into_iter().map(push).collect()
}

/// Returns the trigger of a workflow if it allows a start by a call: direct run or event, as documented.
pub(super) fn start_trigger<'a>(store: &'a Store, workflow: &Workflow) -> Result<&'a Trigger, ErrorResponse> {
    let id = id_of_workflow(workflow);
    let node = workflows::of_type(workflow, WorkflowNodeType::Trigger).next();
    let Some(node) = node else {
        return Err(ErrorResponse::bad_state(format!("workflow '{id}' has no trigger")));
    };
    let deleted = |_| ErrorResponse::bad_state(format!("trigger '{}' of workflow '{id}' is deleted", node.id));
    let trigger = store.trigger(&node.id).map_err(deleted)?;
    match &trigger.r#type {
        Some(TriggerType::None | TriggerType::Event) => Ok(trigger),
        other => {
            let kind = other.clone().unwrap_or_default();
            let details = format!(
                "trigger '{}' of workflow '{id}' is {kind}; only {} and {} can be started by a call",
                node.id,
                TriggerType::None,
                TriggerType::Event
            );
            Err(ErrorResponse::bad_state(details))
        }
    }
}

/// Returns the executions to start. Assumed: a workflow without jobs, or with a deleted one, cannot start.
fn starts(store: &Store, workflow: &Workflow, trigger: &Trigger, now: Timestamp) -> Result<Vec<NewRun>, ErrorResponse> {
    let id = id_of_workflow(workflow);
    let start = |node: &WorkflowNode| {
        if !workflows::is_valid(store, node) {
            let details = format!("job '{}' of workflow '{id}' is deleted", node.id);
            return Err(ErrorResponse::bad_state(details));
        }
        let job = store.job(&node.id)?;
        executions::check_startable(store, job, now)?;
        let mut settings = executions::settings(job);
        if let Some(given) = &node.job_condition {
            settings = condition::with_node_settings(settings, given);
        }
        let mut start = NewRun::new(job, settings);
        start.trigger = Some(trigger.clone());
        start.workflow_id = Some(id.into());
        Ok(start)
    };
    let starts: Vec<NewRun> =
        workflows::of_type(workflow, WorkflowNodeType::Job).map(start).collect::<Result<_, _>>()?;
    if starts.is_empty() {
        return Err(ErrorResponse::bad_state(format!("workflow '{id}' has no job")));
    }
    Ok(starts)
}
