//! The jobs, triggers and workflows of a history. They are ordinary resources: requests can change and delete them.

use super::super::stored_job::StoredJob;
use super::job::{PastJob, trigger_id, workflow_id};
use super::plan;
use super::schedule::{DAY, HOUR, Schedule, timestamp};
use ncloud_dataflow::models::{
    EtlJobNode, Job, JobStatus, JobType, Trigger, TriggerType, Workflow, WorkflowNode, WorkflowNodeType,
};
use std::ops::Range;

/// Resources of each kind, from the oldest to the newest.
#[derive(Debug)]
pub(in super::super) struct Resources {
    pub(in super::super) jobs: Vec<StoredJob>,
    pub(in super::super) triggers: Vec<Trigger>,
    pub(in super::super) workflows: Vec<Workflow>,
}

/// Returns the resources. Visual jobs have these nodes.
pub(super) fn resources(jobs: &[PastJob], nodes: &[EtlJobNode], moment: i64) -> Resources {
    let mut oldest_first: Vec<&PastJob> = jobs.iter().collect();
    oldest_first.sort_by_key(|job| created(job, moment));
    let mut groups: Vec<&[PastJob]> = scheduled(jobs).filter_map(|group| jobs.get(group)).collect();
    groups.sort_by_key(|group| group.first().map(|job| created(job, moment)));
    let schedules = schedules(jobs);
    let mut triggers: Vec<Trigger> = Vec::new();
    for past in groups.iter().filter_map(|group| group.first()) {
        let number = schedules.iter().position(|known| *known == past.entry.schedule).unwrap_or_default();
        let trigger = trigger(past, number, moment);
        if triggers.iter().all(|known| known.trigger_id != trigger.trigger_id) {
            triggers.push(trigger);
        }
    }
    Resources {
        jobs: oldest_first.into_iter().map(|past| job(past, nodes, moment)).collect(),
        triggers,
        workflows: groups.into_iter().filter_map(|group| workflow(group, &schedules, moment)).collect(),
    }
}

/// Returns the groups of jobs that a trigger starts.
fn scheduled(jobs: &[PastJob]) -> impl Iterator<Item = Range<usize>> {
    let is_scheduled = |group: &Range<usize>| jobs.get(group.start).is_some_and(|job| !job.entry.schedule.is_by_hand());
    plan::groups(jobs).filter(is_scheduled)
}

/// Returns the schedules of the triggers; the position of a schedule is the number of its trigger.
pub(super) fn schedules(jobs: &[PastJob]) -> Vec<Schedule> {
    let mut schedules: Vec<Schedule> = Vec::new();
    for job in jobs.iter().filter(|job| !job.entry.schedule.is_by_hand()) {
        if !schedules.contains(&job.entry.schedule) {
            schedules.push(job.entry.schedule);
        }
    }
    schedules
}

/// Returns the creation of a job: before its first run.
fn created(job: &PastJob, moment: i64) -> i64 {
    let first = if job.count == 0 { moment - DAY } else { job.entry.schedule.time(job.first) };
    first - job.random.between(20, HOUR, 3 * DAY)
}

fn job(past: &PastJob, nodes: &[EtlJobNode], moment: i64) -> StoredJob {
    let date = timestamp(created(past, moment)).date();
    let job = Job {
        job_id: Some(past.id.clone()),
        name: Some(past.entry.name.into()),
        description: Some(past.entry.description.into()),
        r#type: Some(if past.entry.is_visual { JobType::Visual } else { JobType::Script }),
        status: Some(JobStatus::Ready),
        max_concurrent_runs: Some(1),
        nodes: past.entry.is_visual.then(|| nodes.to_vec()),
        run_condition: Some(past.settings()),
        created_date: Some(date.clone()),
        updated_date: Some(date),
        ..Job::default()
    };
    StoredJob { job, parameters: past.parameters() }
}

fn trigger(past: &PastJob, number: usize, moment: i64) -> Trigger {
    let date = timestamp(created(past, moment) - HOUR).date();
    Trigger {
        trigger_id: trigger_id(number),
        name: Some(past.entry.schedule.trigger_name().into()),
        r#type: Some(TriggerType::Scheduled),
        trigger_rule: Some(past.entry.schedule.rule()),
        created_date: Some(date.clone()),
        updated_date: Some(date),
        ..Trigger::default()
    }
}

fn workflow(group: &[PastJob], schedules: &[Schedule], moment: i64) -> Option<Workflow> {
    let first = group.first()?;
    let schedule = first.entry.schedule;
    let trigger = trigger_id(schedules.iter().position(|known| *known == schedule)?);
    let start = WorkflowNode {
        id: trigger.clone(),
        name: Some(schedule.trigger_name().into()),
        r#type: Some(WorkflowNodeType::Trigger),
        parent_node_ids: Some(Vec::new()),
        trigger_rule: schedule.rule().r#type,
        ..WorkflowNode::default()
    };
    let node = |job: &PastJob| WorkflowNode {
        id: job.id.clone(),
        name: Some(job.entry.name.into()),
        r#type: Some(WorkflowNodeType::Job),
        parent_node_ids: Some(vec![trigger.clone()]),
        job_condition: Some(job.settings()),
        ..WorkflowNode::default()
    };
    // After its jobs.
    let date = timestamp(group.iter().map(|job| created(job, moment)).max()? + HOUR / 4).date();
    Some(Workflow {
        workflow_id: Some(workflow_id(first.group)),
        name: Some(format!("{}-flow", first.entry.name).into()),
        nodes: Some(std::iter::once(start.clone()).chain(group.iter().map(node)).collect()),
        is_temp: Some(false),
        created_date: Some(date.clone()),
        updated_date: Some(date),
        ..Workflow::default()
    })
}
