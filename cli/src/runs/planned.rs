//! The times at which triggers should have started workflows, compared with the runs that exist.

use crate::api::resolve;
use crate::failure::Failure;
use crate::runs::filter::Filter;
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::models::{JobExecution, Trigger, WorkflowNodeType, WorkflowSummary};
use ncloud_dataflow::operations::GET_WORKFLOW_EXECUTIONS;
use ncloud_dataflow::schedule::Schedule;
use ncloud_dataflow::{Client, DateTime, Error, ExecutionSearch, ExecutionSource, Window};
use serde::Serialize;
use std::time::Duration;

/// A run that should exist. `-o json` prints these field names.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Missed {
    /// When the trigger should have started the workflow, with the offset of Korean time.
    pub(crate) expected: String,
    pub(crate) workflow_id: String,
    pub(crate) workflow_name: Option<String>,
    pub(crate) trigger_id: String,
    pub(crate) trigger_name: Option<String>,
    /// The rule in words.
    pub(crate) rule: String,
}

/// Result of a comparison.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// The missing runs, newest first.
    pub(crate) missed: Vec<Missed>,
    /// What cannot be known, and why.
    pub(crate) notes: Vec<String>,
    /// Why something could not be read.
    pub(crate) unread: Vec<Error>,
}

/// Maximum number of times of one trigger. More are not compared, and a note says so.
const MAX_TIMES: usize = 10_000;

/// Tolerance for a run that begins before its time by the clocks.
const EARLY: SignedDuration = SignedDuration::from_mins(1);

/// A workflow, its trigger and the times to compare.
struct Plan {
    workflow: WorkflowSummary,
    trigger: Trigger,
    schedule: Schedule,
    times: Vec<Timestamp>,
}

/// Finds the runs that should exist in a window and do not.
pub(crate) async fn missed(
    client: &Client,
    filter: &Filter,
    grace: Duration,
    now: Timestamp,
) -> Result<Comparison, Failure> {
    let mut comparison = Comparison::default();
    let grace = SignedDuration::try_from(grace).unwrap_or(SignedDuration::MAX);
    let wanted = resolve::sources(client, &GET_WORKFLOW_EXECUTIONS, &filter.workflows, true).await?;
    let triggers = client.get_triggers().items().collect().await?;
    let workflows = client.get_workflows().items().collect().await?;
    let mut plans = Vec::new();
    for workflow in workflows {
        let id = &workflow.workflow_id;
        let is_wanted = wanted.is_empty() || wanted.iter().any(|source| source.id == *id);
        if is_wanted && workflow.is_temp != Some(true) {
            plans.extend(plans_of(client, workflow, &triggers, &mut comparison).await);
        }
    }
    for plan in &mut plans {
        plan.times = times(plan, &filter.window, grace, now, &mut comparison.notes);
    }
    plans.retain(|plan| !plan.times.is_empty());
    compare(client, plans, grace, &mut comparison).await?;
    comparison.missed.sort_by(|one, other| other.expected.cmp(&one.expected));
    Ok(comparison)
}

/// Returns a plan for each scheduled trigger of a workflow.
async fn plans_of(
    client: &Client,
    workflow: WorkflowSummary,
    triggers: &[Trigger],
    comparison: &mut Comparison,
) -> Vec<Plan> {
    let mut plans = Vec::new();
    let nodes = match &workflow.nodes {
        Some(nodes) => nodes.clone(),
        // A listing without nodes is not documented, and not a workflow without a trigger.
        None => match client.get_workflow(workflow.workflow_id.clone()).send().await {
            Ok(workflow) => workflow.nodes.unwrap_or_default(),
            Err(error) => {
                comparison.unread.push(error);
                return plans;
            }
        },
    };
    let ids: Vec<_> = nodes
        .iter()
        .filter(|node| node.r#type == Some(WorkflowNodeType::Trigger) && node.is_valid != Some(false))
        .map(|node| node.id.clone())
        .collect();
    for id in ids {
        let listed = triggers.iter().find(|trigger| trigger.trigger_id == id && trigger.trigger_rule.is_some());
        let trigger = match listed {
            Some(trigger) => trigger.clone(),
            None => match client.get_trigger(&*id).send().await {
                Ok(trigger) => trigger,
                // A deleted trigger starts nothing.
                Err(error) if error.is_not_found() => continue,
                Err(error) => {
                    comparison.unread.push(error);
                    continue;
                }
            },
        };
        let Some(rule) = &trigger.trigger_rule else {
            continue;
        };
        match Schedule::from_rule(rule) {
            Ok(Schedule::Unscheduled) => {}
            Ok(schedule) => {
                plans.push(Plan { workflow: workflow.clone(), trigger, schedule, times: Vec::new() });
            }
            Err(problem) => {
                let name = trigger.name.as_deref().unwrap_or(&trigger.trigger_id);
                comparison.notes.push(format!("the times of trigger '{name}' are not known: {problem}"));
            }
        }
    }
    plans
}

/// Returns the times of a plan in the window, as far as they are known.
fn times(
    plan: &Plan,
    window: &Window,
    grace: SignedDuration,
    now: Timestamp,
    notes: &mut Vec<String>,
) -> Vec<Timestamp> {
    let moment = |millis: Option<i64>| millis.and_then(|millis| Timestamp::from_millisecond(millis).ok());
    // Within the grace, a run may still begin.
    let end = moment(window.until).unwrap_or(now).min(now - grace);
    let start = moment(window.since).unwrap_or(Timestamp::UNIX_EPOCH);
    let changed = [
        &plan.trigger.created_date,
        &plan.trigger.updated_date,
        &plan.workflow.created_date,
        &plan.workflow.updated_date,
    ];
    let changed = changed.into_iter().filter_map(Option::as_ref).filter_map(timestamp).max();
    let known = changed.map_or(start, |changed| changed.max(start));
    let name = plan.workflow.name.as_deref().unwrap_or(&plan.workflow.workflow_id);
    if known > start && window.since.is_some() && known < end {
        notes.push(format!("workflow '{name}' or its trigger was changed; earlier times are not known"));
    }
    let times: Vec<_> = plan.schedule.times(known).take_while(|time| *time <= end).take(MAX_TIMES).collect();
    if times.len() == MAX_TIMES {
        notes.push(format!("workflow '{name}' has more than {MAX_TIMES} times; use a later --since"));
    }
    times
}

/// Compares the plans with the runs of their workflows.
async fn compare(
    client: &Client,
    plans: Vec<Plan>,
    grace: SignedDuration,
    comparison: &mut Comparison,
) -> Result<(), Error> {
    let Some(first) = plans.iter().filter_map(|plan| plan.times.first()).min() else {
        return Ok(());
    };
    let window = Window { since: Some((*first - EARLY).as_millisecond()), ..Window::default() };
    let source = |plan: &Plan| {
        let id = plan.workflow.workflow_id.clone();
        ExecutionSource { id, name: plan.workflow.name.clone(), is_workflow: true }
    };
    let mut sources: Vec<ExecutionSource> = Vec::new();
    for source in plans.iter().map(source) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let found = ExecutionSearch::of(client, sources).window(window).send().await?;
    let unread: Vec<_> = found.unread.iter().map(|unread| unread.source.id.clone()).collect();
    comparison.unread.extend(found.unread.into_iter().map(|unread| unread.error));
    for plan in plans {
        let id = plan.workflow.workflow_id.clone();
        if unread.contains(&id) {
            continue;
        }
        let runs = found.executions.iter().filter(|run| run.source.id == id).map(|run| &run.execution);
        let runs: Vec<_> = runs.filter(|run| is_of_trigger(run, &plan.trigger)).collect();
        comparison.missed.extend(plan.missing(&runs, grace));
    }
    Ok(())
}

/// A run without a trigger may be of any.
fn is_of_trigger(run: &JobExecution, trigger: &Trigger) -> bool {
    run.trigger_id.as_deref().is_none_or(|id| id.is_empty() || *id == *trigger.trigger_id)
}

impl Plan {
    /// Returns the times without a run that began then: not before, and not later than the grace allows.
    fn missing(&self, runs: &[&JobExecution], grace: SignedDuration) -> Vec<Missed> {
        let begins: Vec<Timestamp> = runs
            .iter()
            .flat_map(|run| [run.created_date.as_ref(), run.start_date.as_ref()])
            .filter_map(|date| date.and_then(timestamp))
            .collect();
        let exists = |time: &Timestamp, next: Option<&Timestamp>| {
            // A run after the next time belongs to that one.
            let end = next.map_or(*time + grace, |next| (*next - EARLY).min(*time + grace));
            begins.iter().any(|begin| *begin >= *time - EARLY && *begin <= end)
        };
        let nexts = self.times.iter().skip(1).map(Some).chain([None]);
        let missing = self.times.iter().zip(nexts).filter(|(time, next)| !exists(time, *next));
        missing.map(|(time, _)| self.missed(*time)).collect()
    }

    fn missed(&self, expected: Timestamp) -> Missed {
        Missed {
            expected: expected.display_with_offset(jiff::tz::offset(9)).to_string(),
            workflow_id: self.workflow.workflow_id.to_string(),
            workflow_name: self.workflow.name.as_deref().map(str::to_owned),
            trigger_id: self.trigger.trigger_id.to_string(),
            trigger_name: self.trigger.name.as_deref().map(str::to_owned),
            rule: self.schedule.to_string(),
        }
    }
}

fn timestamp(date: &DateTime) -> Option<Timestamp> {
    Timestamp::from_millisecond(date.to_millis_in_korea().ok()?).ok()
}
