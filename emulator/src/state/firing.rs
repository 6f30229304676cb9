//! Triggers that start workflows at their times.

use super::outcomes::Outcomes;
use super::store::{Store, id_of_workflow};
use super::timestamp::Timestamp;
use super::{workflow_runs, workflows};
use ncloud_dataflow::models::{Trigger, Workflow, WorkflowNodeType};
use ncloud_dataflow::schedule::Schedule;
use ncloud_runtime::Text;

/// A time at which a trigger has started a workflow, or could not.
#[derive(Clone, Debug)]
pub(crate) struct Firing {
    pub(crate) time: Timestamp,
    pub(crate) trigger_id: Text,
    pub(crate) workflow_id: Text,
    /// Executions that were started.
    pub(crate) execution_ids: Vec<Text>,
    /// Why nothing was started.
    pub(crate) reason: Option<String>,
}

/// A workflow that is due.
#[derive(Clone, Debug)]
pub(super) struct Due {
    pub(super) time: Timestamp,
    trigger: Trigger,
    workflow_id: Text,
}

/// Returns what is due after one time and until another, in order. After `limit` starts, only those of the same time
/// follow: the next turn begins after that time.
pub(super) fn due(store: &Store, after: Timestamp, until: Timestamp, limit: usize) -> Vec<Due> {
    let mut all: Vec<Due> = Vec::new();
    for (workflow, trigger, schedule) in scheduled(store) {
        let times = times(&schedule, after).take_while(|time| *time <= until);
        let due = |time| Due { time, trigger: trigger.clone(), workflow_id: id_of_workflow(workflow).into() };
        all.extend(times.take(limit.saturating_add(1)).map(due));
    }
    // Stable: workflows that are due at one time start in the order of their creation.
    all.sort_by_key(|due| due.time);
    if let Some(last) = limit.checked_sub(1).and_then(|last| all.get(last)).map(|due| due.time) {
        all.truncate(all.partition_point(|due| due.time <= last));
    }
    all
}

/// Returns the number of starts after one time and until another; at most `limit` for each workflow.
pub(super) fn count(store: &Store, after: Timestamp, until: Timestamp, limit: usize) -> usize {
    let counts = scheduled(store)
        .map(|(_, _, schedule)| times(&schedule, after).take_while(|time| *time <= until).take(limit).count());
    counts.sum()
}

/// Returns the next time after a timestamp at which a workflow is due.
pub(super) fn next(store: &Store, after: Timestamp) -> Timestamp {
    let times = scheduled(store).filter_map(|(_, _, schedule)| times(&schedule, after).next());
    times.min().unwrap_or(Timestamp::NEVER)
}

/// Starts the jobs of a workflow, all or none.
pub(super) fn fire(store: &mut Store, due: Due, outcomes: &Outcomes) -> Firing {
    let Due { time, trigger, workflow_id } = due;
    let started = workflow_runs::start_by_trigger(store, &workflow_id, &trigger, time, outcomes);
    let (execution_ids, reason) = match started {
        Ok(ids) => (ids, None),
        Err(refused) => (Vec::new(), Some(refused.reason().to_owned())),
    };
    Firing { time, trigger_id: trigger.trigger_id, workflow_id, execution_ids, reason }
}

/// Returns the times of a schedule after a timestamp.
pub(super) fn times(schedule: &Schedule, after: Timestamp) -> impl Iterator<Item = Timestamp> {
    let from = Timestamp::from_millis(after.millis().saturating_add(1));
    schedule.times(from.to_jiff()).map(Timestamp::from_jiff)
}

/// Returns the workflows that a rule starts.
fn scheduled(store: &Store) -> impl Iterator<Item = (&Workflow, &Trigger, Schedule)> {
    store.workflows.iter().filter_map(|workflow| {
        let node = workflows::of_type(workflow, WorkflowNodeType::Trigger).next()?;
        let trigger = store.trigger(&node.id).ok()?;
        let schedule = Schedule::from_rule(trigger.trigger_rule.as_ref()?).ok()?;
        (schedule != Schedule::Unscheduled).then_some((workflow, trigger, schedule))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ncloud_dataflow::models::{TriggerInterval, TriggerRule, TriggerRuleType, WorkflowNode};

    /// Returns workflows that one daily trigger starts.
    fn store(workflows: usize) -> Store {
        let rule = TriggerRule {
            r#type: Some(TriggerRuleType::Recurring),
            interval: Some(TriggerInterval::Day),
            time: Some("10:00".into()),
            ..TriggerRule::default()
        };
        let mut store = Store::default();
        store.triggers.push(Trigger { trigger_id: "T".into(), trigger_rule: Some(rule), ..Trigger::default() });
        for number in 0..workflows {
            let kind = Some(WorkflowNodeType::Trigger);
            let node = WorkflowNode { id: "T".into(), r#type: kind, ..WorkflowNode::default() };
            let id = Some(format!("W{number}").into());
            store.workflows.push(Workflow { workflow_id: id, nodes: Some(vec![node]), ..Workflow::default() });
        }
        store
    }

    #[test]
    fn turns_find_each_start_once() {
        let store = store(3);
        let (mut after, until) = (Timestamp::from_millis(0), Timestamp::from_millis(4 * 86_400_000));
        let mut found = Vec::new();
        loop {
            let turn = due(&store, after, until, 2);
            let Some(last) = turn.last() else { break };
            after = last.time;
            found.extend(turn.into_iter().map(|due| (due.time, due.workflow_id.to_string())));
        }
        let all = due(&store, Timestamp::from_millis(0), until, usize::MAX);
        assert_eq!(found, all.into_iter().map(|due| (due.time, due.workflow_id.to_string())).collect::<Vec<_>>());
        assert_eq!(found.len(), 12);
    }
}
