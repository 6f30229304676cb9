//! A believable history of executions. Each is computed from the seed, its job and its number; none is stored.
//!
//! | File | Subject |
//! | --- | --- |
//! | `catalog.rs` | jobs that a history can have |
//! | `plan.rs` | jobs of this history, and how many runs each has |
//! | `schedule.rs` | times at which a job starts |
//! | `outcome.rs` | times and status of a run |
//! | `resources.rs` | jobs, triggers and workflows |

mod catalog;
mod job;
mod outcome;
mod plan;
mod random;
mod resources;
mod schedule;

use super::json_object::JsonObject;
use super::run::Run;
use super::timestamp::Timestamp;
use job::{PastJob, trigger_id, workflow_id};
use ncloud_dataflow::models::{EtlJobNode, ExecutionStatus, ExecutionType, JobExecution, ParsedParameters};
use ncloud_runtime::Text;
use resources::Resources;
use schedule::timestamp;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::collections::HashMap;
use std::ops::Range;

/// Maximum number of executions: with more, the oldest ones would be a lifetime ago.
pub(crate) const MAX_COUNT: usize = 10_000_000;

/// Everything that a history depends on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Parameters {
    pub(super) count: usize,
    pub(super) seed: u64,
    /// End of the history.
    pub(super) moment: Timestamp,
}

impl Parameters {
    /// Reads the object in a state file. `None` if there are problems; the object has recorded them.
    pub(super) fn read(object: &mut JsonObject<'_>) -> Option<Self> {
        let (count, seed, moment) = (object.require("count"), object.require("seed"), object.require("moment"));
        let (count, seed) = (count?, seed?);
        if count > MAX_COUNT {
            object.problem("count", &format!("expected at most {MAX_COUNT}"));
            return None;
        }
        Some(Self { count, seed, moment: Timestamp::from_millis(moment?) })
    }

    /// Returns the numbers in a data file: count, seed and moment.
    pub(super) fn numbers(self) -> (u64, u64, i64) {
        (u64::try_from(self.count).unwrap_or(u64::MAX), self.seed, self.moment.millis())
    }

    /// Reads the numbers of a data file; `None` if the count is too large.
    pub(super) fn from_numbers((count, seed, moment): (u64, u64, i64)) -> Option<Self> {
        let count = usize::try_from(count).ok().filter(|count| *count <= MAX_COUNT)?;
        Some(Self { count, seed, moment: Timestamp::from_millis(moment) })
    }
}

impl Serialize for Parameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("history", 3)?;
        object.serialize_field("count", &self.count)?;
        object.serialize_field("seed", &self.seed)?;
        object.serialize_field("moment", &self.moment.millis())?;
        object.end()
    }
}

/// The executions of a history.
#[derive(Debug)]
pub(super) struct History {
    parameters: Parameters,
    jobs: Vec<PastJob>,
    /// What the executions of each job have in common.
    templates: Vec<Run>,
    jobs_by_id: HashMap<Text, usize>,
    workflows_by_id: HashMap<Text, Range<usize>>,
}

/// Time and status of an execution, for statistics.
pub(super) struct Counted {
    pub(super) created: Timestamp,
    pub(super) status: ExecutionStatus,
}

impl History {
    pub(super) fn new(parameters: Parameters) -> Self {
        let jobs = plan::jobs(parameters.count, parameters.seed, seconds(parameters.moment));
        let schedules = resources::schedules(&jobs);
        let template = |job: &PastJob| template(job, schedules.iter().position(|known| *known == job.entry.schedule));
        let by_id = |(number, job): (usize, &PastJob)| (job.id.clone(), number);
        let by_workflow = |group: Range<usize>| Some((workflow_id(jobs.get(group.start)?.group), group));
        Self {
            parameters,
            templates: jobs.iter().map(template).collect(),
            jobs_by_id: jobs.iter().enumerate().map(by_id).collect(),
            workflows_by_id: plan::groups(&jobs).filter_map(by_workflow).collect(),
            jobs,
        }
    }

    pub(super) fn parameters(&self) -> Parameters {
        self.parameters
    }

    /// Returns its jobs, triggers and workflows. Visual jobs have these nodes.
    pub(super) fn resources(&self, nodes: &[EtlJobNode]) -> Resources {
        resources::resources(&self.jobs, nodes, seconds(self.parameters.moment))
    }

    /// Returns the jobs whose executions belong to a job.
    pub(super) fn of_job(&self, id: &str) -> Option<Range<usize>> {
        self.jobs_by_id.get(id).map(|number| *number..*number + 1)
    }

    /// Returns the jobs whose executions a workflow has started.
    pub(super) fn of_workflow(&self, id: &str) -> Option<Range<usize>> {
        let group = self.workflows_by_id.get(id)?;
        let is_started = self.templates.get(group.start)?.workflow_id.is_some();
        is_started.then(|| group.clone())
    }

    /// Returns the number of jobs.
    pub(super) fn jobs(&self) -> usize {
        self.jobs.len()
    }

    /// Returns the number of executions of some jobs.
    pub(super) fn count(&self, jobs: Range<usize>) -> usize {
        self.jobs.get(jobs).unwrap_or_default().iter().map(|job| job.count).sum()
    }

    /// Returns an execution of jobs that start together, counted from the newest.
    pub(super) fn nth_newest(&self, jobs: Range<usize>, index: usize) -> Option<Run> {
        let turn = index.checked_rem(jobs.len())?;
        let (number, earlier) = (jobs.end.checked_sub(turn + 1)?, i64::try_from(index / jobs.len()).ok()?);
        let job = self.jobs.get(number).filter(|job| index / jobs.len() < job.count)?;
        self.run(number, job.last() - earlier)
    }

    /// Returns the execution with an ID.
    pub(super) fn find(&self, id: &str) -> Option<Run> {
        let (number, run) = job::of_run_id(id)?;
        let job = self.jobs.get(number).filter(|job| usize::try_from(run).is_ok_and(|run| run < job.count))?;
        self.run(number, job.first + run)
    }

    /// Returns all executions that were created in a range, both ends included, in no order.
    pub(super) fn created_between(&self, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Counted> {
        let moment = seconds(self.parameters.moment);
        let (from, to) = (seconds(from), seconds(to));
        let starts = move |job: &PastJob| {
            let schedule = job.entry.schedule;
            let earliest = schedule.last_start(from.saturating_sub(schedule.delay() + 1).max(i64::MIN / 4));
            earliest.max(job.first)..=schedule.last_start(to.min(i64::MAX / 4)).min(job.last())
        };
        let outcomes = move |job| starts(job).map(move |start| outcome::outcome(job, start, moment));
        let in_range = move |outcome: &outcome::Outcome| (from..=to).contains(&outcome.created);
        let counted = |one: outcome::Outcome| Counted { created: timestamp(one.created), status: one.status };
        self.jobs.iter().filter(|job| job.count > 0).flat_map(outcomes).filter(in_range).map(counted)
    }

    fn run(&self, number: usize, start: i64) -> Option<Run> {
        let (job, template) = self.jobs.get(number).zip(self.templates.get(number))?;
        let outcome = outcome::outcome(job, start, seconds(self.parameters.moment));
        let mut run = template.clone();
        let execution = &mut run.execution;
        execution.job_execution_id = job.run_id(start);
        execution.status = Some(outcome.status);
        execution.created_date = Some(timestamp(outcome.created).date());
        execution.start_date = Some(timestamp(outcome.started).date());
        execution.end_date = Some(timestamp(outcome.ended).date());
        execution.waiting_time = Some(outcome.started - outcome.created);
        execution.running_time = Some((outcome.ended - outcome.started) / schedule::MINUTE);
        let path = |folder: &str| run.console_log(folder, timestamp(outcome.started)).into();
        let path = run.execution.job_condition.as_ref().and_then(|condition| condition.log_path.as_deref()).map(path);
        if let Some(condition) = &mut run.execution.job_condition {
            condition.console_log_path = path;
        }
        Some(run)
    }
}

fn template(job: &PastJob, trigger: Option<usize>) -> Run {
    let parameters = job.parameters().into_iter().map(|(name, value)| (name, Value::from(value.as_str())));
    let execution = JobExecution {
        job_id: Some(job.id.clone()),
        job_name: Some(job.entry.name.into()),
        executor_num: Some(job.workers),
        job_condition: Some(job.settings()),
        parsed_parameters: Some(ParsedParameters::Object(parameters.collect())),
        trigger_id: trigger.map(trigger_id),
        trigger_name: trigger.map(|_| job.entry.schedule.trigger_name().into()),
        r#type: Some(if trigger.is_some() { ExecutionType::Workflow } else { ExecutionType::Job }),
        ..JobExecution::default()
    };
    Run { execution, workflow_id: trigger.map(|_| workflow_id(job.group)), plan: None }
}

fn seconds(timestamp: Timestamp) -> i64 {
    timestamp.millis().div_euclid(1000)
}
