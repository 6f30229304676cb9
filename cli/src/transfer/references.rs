//! References of workflows to triggers and jobs: names in documents, IDs in requests.

use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::output;
use crate::resource::Kind;
use crate::transfer::account::{Account, Listed};
use crate::transfer::merge::merge;
use crate::transfer::problems::{Document, Problems};
use ncloud_dataflow::models::{
    CreateTriggerRequest, CreateWorkflowRequest, Trigger, TriggerRuleType, WorkflowNodeInput, WorkflowNodeType,
};
use ncloud_dataflow::operations::{CREATE_WORKFLOW, GET_JOB, GET_TRIGGER};
use std::collections::BTreeMap;

/// Returns whether resources of this kind refer to others.
pub(super) fn has_references(kind: &Kind) -> bool {
    kind.create.id == CREATE_WORKFLOW.id
}

/// Returns the kinds that a kind refers to.
fn referred_kinds(kind: &Kind) -> Vec<Kind> {
    let nouns = [GET_TRIGGER.command.noun, GET_JOB.command.noun];
    let nouns = nouns.into_iter().filter(|_| has_references(kind));
    nouns.filter_map(Kind::of).collect()
}

fn kind_of(node: &WorkflowNodeInput) -> Option<Kind> {
    match node.r#type {
        WorkflowNodeType::Trigger => Kind::of(GET_TRIGGER.command.noun),
        WorkflowNodeType::Job => Kind::of(GET_JOB.command.noun),
        WorkflowNodeType::Other(_) => None,
    }
}

fn workflow(body: &Json) -> Result<CreateWorkflowRequest, Failure> {
    serde_json::from_str(&body.to_string()).map_err(|error| {
        CliError::response(format!("cannot read the nodes of a workflow: {error}"), "use -o json to see them").into()
    })
}

fn json(workflow: &CreateWorkflowRequest) -> Result<Json, Failure> {
    let text = serde_json::to_string(workflow).map_err(|error| {
        Failure::from(CliError::response(format!("cannot write a workflow: {error}"), "use -o json to see it"))
    })?;
    output::read(&text)
}

/// Replaces the IDs in a workflow by names. An ID stays if its name is unknown or ambiguous; a note says so.
pub(super) async fn with_names(
    kind: &Kind,
    body: Json,
    account: &mut Account<'_>,
    notes: &mut Vec<String>,
) -> Result<Json, Failure> {
    if !has_references(kind) {
        return Ok(body);
    }
    let mut workflow = workflow(&body)?;
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for node in &workflow.nodes {
        let Some(of) = kind_of(node) else {
            continue;
        };
        let listed = account.list(&of).await?;
        match name(listed, &node.id) {
            Ok(name) if names.values().any(|taken| *taken == name) => {
                notes.push(format!("note: {} '{name}' keeps its ID, as another node has that name", of.noun));
            }
            Ok(name) => drop(names.insert(node.id.to_string(), name)),
            Err(why) => notes.push(format!("note: {} {} keeps its ID, as {why}", of.noun, node.id)),
        }
    }
    for node in &mut workflow.nodes {
        for id in std::iter::once(&mut node.id).chain(&mut node.parent_node_ids) {
            if let Some(name) = names.get(id.as_str()) {
                *id = name.as_str().into();
            }
        }
    }
    json(&workflow)
}

/// Returns the name of a resource, if it identifies the resource.
fn name(listed: &[Listed], id: &str) -> Result<String, &'static str> {
    let Some(found) = listed.iter().find(|listed| listed.id == id) else {
        return Err("it does not exist");
    };
    let count = listed.iter().filter(|listed| listed.name == found.name || listed.id == found.name).count();
    match (found.name.is_empty(), count) {
        (false, 1) => Ok(found.name.clone()),
        (true, _) => Err("it has no name"),
        _ => Err("several have its name"),
    }
}

/// Text in place of the ID of a resource that the file creates. No ID has a space.
fn placeholder(kind: &Kind, name: &str) -> String {
    format!("new {} '{name}'", kind.noun)
}

/// Replaces the names in a workflow by IDs, or by placeholders for resources that the file creates.
pub(super) async fn with_ids(
    document: &Document,
    file: &[Document],
    account: &mut Account<'_>,
    problems: &mut Problems,
) -> Result<Json, Failure> {
    if !has_references(&document.kind) {
        return Ok(document.body.clone());
    }
    let Ok(mut workflow) = workflow(&document.body) else {
        // A violation of the schema has been reported.
        return Ok(document.body.clone());
    };
    let mut resolved: Vec<(String, String)> = Vec::new();
    for (index, node) in workflow.nodes.iter_mut().enumerate() {
        let Some(kind) = kind_of(node) else {
            resolved.push((node.id.to_string(), node.id.to_string()));
            continue;
        };
        let listed = account.list(&kind).await?;
        let id = match find(&kind, &node.id, listed, file) {
            Ok(id) => id,
            Err(problem) => {
                problems.add(&document.label, &format!("nodes[{index}]: {problem}"));
                node.id.to_string()
            }
        };
        if node.trigger_rule.is_none() && node.r#type == WorkflowNodeType::Trigger {
            node.trigger_rule = rule(&node.id, &id, listed, file);
        }
        resolved.push((node.id.to_string(), id.clone()));
        node.id = id.into();
    }
    for (index, node) in workflow.nodes.iter_mut().enumerate() {
        for parent in &mut node.parent_node_ids {
            match parent_of(parent, &resolved) {
                Ok(id) => *parent = id.into(),
                Err(problem) => problems.add(&document.label, &format!("nodes[{index}]: parent '{parent}': {problem}")),
            }
        }
    }
    json(&workflow)
}

/// Returns the ID that a text means: an ID, or a name in the account or in the file.
fn find(kind: &Kind, text: &str, listed: &[Listed], file: &[Document]) -> Result<String, String> {
    if listed.iter().any(|listed| listed.id == text) {
        return Ok(text.to_owned());
    }
    let noun = kind.noun;
    let named: Vec<&str> =
        listed.iter().filter(|listed| listed.name == text).map(|listed| listed.id.as_str()).collect();
    let is_in_file = file.iter().any(|document| document.kind.noun == noun && document.name == text);
    match named.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] if is_in_file => Ok(placeholder(kind, text)),
        [] => Err(format!("no {noun} '{text}' in the account or in the file")),
        several => Err(format!("{} {noun}s are named '{text}': {}; use an ID", several.len(), several.join(", "))),
    }
}

fn parent_of(text: &str, resolved: &[(String, String)]) -> Result<String, &'static str> {
    let mut ids: Vec<&String> =
        resolved.iter().filter(|(given, id)| given == text || id == text).map(|(_, id)| id).collect();
    ids.sort_unstable();
    ids.dedup();
    match ids.as_slice() {
        [id] => Ok((*id).clone()),
        [] => Err("no node of the workflow has that name or ID"),
        _ => Err("several nodes of the workflow have that name; use an ID"),
    }
}

/// Returns the kind of a trigger's rule, which the service adds to a node without one.
fn rule(name: &str, id: &str, listed: &[Listed], file: &[Document]) -> Option<TriggerRuleType> {
    if let Some(listed) = listed.iter().find(|listed| listed.id == id) {
        return serde_json::from_str::<Trigger>(&listed.json).ok()?.trigger_rule?.r#type;
    }
    let noun = GET_TRIGGER.command.noun;
    let document = file.iter().find(|document| document.kind.noun == noun && document.name == name)?;
    let trigger: CreateTriggerRequest = serde_json::from_str(&document.body.to_string()).ok()?;
    Some(trigger.trigger_rule.r#type)
}

/// Returns a document's body with the missing fields of the current resource. Nodes belong together by their ID.
pub(super) fn merged(kind: &Kind, current: &Json, body: &Json) -> Result<Json, Failure> {
    if !has_references(kind) {
        return Ok(merge(current, body));
    }
    let (old, mut new) = (workflow(current)?, workflow(body)?);
    for node in &mut new.nodes {
        if let Some(old) = old.nodes.iter().find(|old| old.id == node.id && old.r#type == node.r#type) {
            *node = merged_node(old, node).unwrap_or_else(|| node.clone());
        }
    }
    // Numbers and order as typed on both sides, so that only differences are left.
    Ok(merge(&json(&old)?, &json(&new)?))
}

fn merged_node(old: &WorkflowNodeInput, new: &WorkflowNodeInput) -> Option<WorkflowNodeInput> {
    let read = |node| output::read(&serde_json::to_string(node).ok()?).ok();
    serde_json::from_str(&merge(&read(old)?, &read(new)?).to_string()).ok()
}

/// Returns the form of a current resource that [`merged`] can be compared with.
pub(super) fn comparable(kind: &Kind, current: &Json) -> Result<Json, Failure> {
    match has_references(kind) {
        true => json(&workflow(current)?),
        false => Ok(current.clone()),
    }
}

/// Returns a workflow to start from; `None` for other kinds.
pub(super) fn sample(kind: &Kind) -> Option<Json> {
    let name = |of: &Kind| format!("my-{}", of.noun);
    let [trigger, job] = <[Kind; 2]>::try_from(referred_kinds(kind)).ok()?;
    let (trigger, job) = (name(&trigger), name(&job));
    let start = WorkflowNodeInput::new(trigger.as_str(), trigger.as_str(), WorkflowNodeType::Trigger, Vec::new());
    let parents = vec![trigger.as_str().into()];
    let step = WorkflowNodeInput::new(job.as_str(), job.as_str(), WorkflowNodeType::Job, parents);
    json(&CreateWorkflowRequest::new(name(kind), vec![start, step])).ok()
}

/// Replaces the placeholder of a resource that was created.
pub(super) fn created(body: &Json, kind: &Kind, name: &str, id: &str) -> Result<Json, Failure> {
    let mut workflow = workflow(body)?;
    let placeholder = placeholder(kind, name);
    for node in &mut workflow.nodes {
        for found in std::iter::once(&mut node.id).chain(&mut node.parent_node_ids) {
            if *found == placeholder.as_str() {
                *found = id.into();
            }
        }
    }
    json(&workflow)
}
