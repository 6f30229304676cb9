//! Jobs and workflows.

use super::graph;
use super::one_run::json;
use super::page::PageQuery;
use super::summary::{millis, summary};
use crate::state::service::Service;
use crate::state::store::{Store, id_of_workflow};
use crate::state::timestamp::Timestamp;
use crate::state::workflows;
use ncloud_dataflow::models::{Workflow, WorkflowNode, WorkflowNodeType};
use serde_json::{Value, json};

impl Service {
    /// Returns a job by its ID; `None` if there is none.
    pub(crate) fn one_job(&self, id: &str) -> Option<Value> {
        self.read(|store, now| {
            let stored = store.jobs.get(id)?;
            let job = &stored.job;
            let uses = |workflow: &&Workflow| jobs(workflow).any(|node| node.id.as_str() == id);
            let workflows = store.workflows.iter().filter(uses).take(graph::MAX_NODES).map(named);
            Some(json!({
                "now": now.millis(),
                "id": stored.id(),
                "name": job.name,
                "type": job.r#type.as_ref().map(|kind| kind.as_str()),
                "status": job.status.as_ref().map(|status| status.as_str()),
                "created": millis(job.created_date.as_ref()),
                "updated": millis(job.updated_date.as_ref()),
                "settings": json(&job.run_condition.clone().unwrap_or_default()),
                "parameters": json(&stored.parameters),
                "graph": graph::of_job(job.nodes.as_deref().unwrap_or_default()),
                "workflows": workflows.collect::<Vec<_>>(),
            }))
        })
    }

    /// Returns a workflow by its ID; `None` if there is none.
    pub(crate) fn one_workflow(&self, id: &str) -> Option<Value> {
        self.read(|store, now| {
            let workflow = store.workflows.get(id)?;
            let nodes = workflow.nodes.as_deref().unwrap_or_default();
            Some(json!({
                "now": now.millis(),
                "id": id_of_workflow(workflow),
                "name": workflow.name,
                "created": millis(workflow.created_date.as_ref()),
                "updated": millis(workflow.updated_date.as_ref()),
                "trigger": trigger(store, workflow),
                "graph": graph::of_workflow(nodes, |node| workflows::is_valid(store, node)),
            }))
        })
    }

    /// Returns a page of the workflows, newest first.
    pub(crate) fn workflows(&self, page: PageQuery) -> Value {
        self.read(|store, now| {
            let (rows, total) = page.select(store.workflows.iter().rev());
            let rows: Vec<Value> = rows.into_iter().map(|workflow| row(store, workflow, now)).collect();
            json!({
                "now": now.millis(), "workflows": rows, "page": page.page, "limit": page.limit, "total": total,
            })
        })
    }
}

fn row(store: &Store, workflow: &Workflow, now: Timestamp) -> Value {
    let mut row = named(workflow);
    if let Some(fields) = row.as_object_mut() {
        let last = store.list_of_workflow(id_of_workflow(workflow)).newest().map(|run| summary(&run, now));
        fields.insert("jobs".to_owned(), json!(jobs(workflow).count()));
        fields.insert("trigger".to_owned(), json!(trigger(store, workflow)));
        fields.insert("lastRun".to_owned(), json!(last));
    }
    row
}

fn named(workflow: &Workflow) -> Value {
    json!({"id": id_of_workflow(workflow), "name": workflow.name})
}

fn jobs(workflow: &Workflow) -> impl Iterator<Item = &WorkflowNode> {
    workflows::of_type(workflow, WorkflowNodeType::Job)
}

/// Returns the trigger of a workflow, also if it was deleted.
fn trigger(store: &Store, workflow: &Workflow) -> Option<Value> {
    let node = workflows::of_type(workflow, WorkflowNodeType::Trigger).next()?;
    let trigger = store.triggers.get(&node.id);
    Some(json!({
        "id": node.id,
        "name": trigger.map_or(node.name.as_ref(), |trigger| trigger.name.as_ref()),
        "exists": trigger.is_some(),
        "type": trigger.and_then(|trigger| trigger.r#type.as_ref()).map(|kind| kind.as_str()),
        "rule": trigger.and_then(|trigger| trigger.trigger_rule.as_ref()).map(json),
    }))
}
