//! Executions of a job.

use super::call::{Call, Reply};
use super::condition;
use super::moment::Moment;
use super::run::{Plan, Run};
use super::world::{Stored, World};
use crate::quirks::{EmptyParameters, Quirks};
use crate::response::ErrorResponse;
use ncloud_dataflow::models::{
    CreateJobExecutionRequest, ExecutionStatus, ExecutionType, JobCondition, JobExecution, JobStatus, ParsedParameters,
    Trigger,
};
use ncloud_dataflow::operations::{GET_TRIGGER, GET_WORKFLOW};
use ncloud_runtime::Text;
use serde_json::Value;
use std::collections::BTreeMap;

/// A job whose name begins so has executions that fail.
const FAILING: &str = "fail";

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let job = world.job(call.id(0))?;
    let newest_first = world.runs_of_job(&job.job.job_id).rev();
    Reply::rows(newest_first.map(|run| shown(run, call.now, call.quirks)))
}

pub(super) fn get(world: &mut World, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let run = find(world, call)?;
    Reply::of(&shown(run, call.now, call.quirks))
}

/// Starts one. Trigger and workflow are only noted; that naming a workflow makes it one of its executions is assumed.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: CreateJobExecutionRequest = call.body()?;
    let job = world.job(call.id(0))?;
    check_startable(world, job, call.now)?;
    let trigger = call.query_of(&GET_TRIGGER).map(|id| world.trigger(id));
    let workflow = call.query_of(&GET_WORKFLOW).map(|id| world.workflow(id));
    let (trigger, workflow) = (trigger.transpose()?, workflow.transpose()?);
    let given = request.job_condition.unwrap_or_default();
    let settings = condition::overlay(settings(job), &given);
    let mut start = Start::new(job, settings);
    if let Some(parameters) = given.parameters {
        start.parameters = texts(parameters);
    }
    start.parameters.extend(request.parameters.unwrap_or_default());
    start.trigger = trigger.cloned();
    start.workflow_id = workflow.map(|workflow| workflow.workflow_id.clone());
    let id = world.new_id();
    let run = start.run(id, call);
    let reply = Reply::of(&shown(&run, call.now, call.quirks));
    world.runs.push(run);
    reply
}

/// Which states allow it is not documented: those in which there is something to cancel, it is assumed.
pub(super) fn cancel(world: &mut World, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let run = find(world, call)?;
    if !run.is_open(call.now) {
        let status = run.at(call.now).status.unwrap_or_default();
        let details = format!("execution '{}' is {status} and cannot be cancelled", run.id());
        return Err(ErrorResponse::bad_state(details));
    }
    let id = run.id().to_owned();
    if let Some(run) = world.runs.iter_mut().find(|run| run.id() == id) {
        run.cancel(call.now);
    }
    Reply::done()
}

/// The execution that the path names.
fn find<'a>(world: &'a World, call: &Call<'_>) -> Result<&'a Run, ErrorResponse> {
    let (job, id) = (call.id(0), call.id(1));
    world.job(job)?;
    let found = world.runs_of_job(job).find(|run| run.id() == id);
    found.ok_or_else(|| ErrorResponse::not_found(format!("job '{job}' has no execution '{id}'")))
}

/// An execution as an answer shows it.
pub(super) fn shown(run: &Run, now: Moment, quirks: Quirks) -> JobExecution {
    let mut execution = run.at(now);
    let is_empty = match &execution.parsed_parameters {
        Some(ParsedParameters::Object(map)) => map.is_empty(),
        Some(ParsedParameters::Array(list)) => list.is_empty(),
        _ => false,
    };
    if is_empty {
        execution.parsed_parameters = Some(match quirks.parsed_parameters {
            EmptyParameters::Array => ParsedParameters::Array(Vec::new()),
            EmptyParameters::Object => ParsedParameters::Object(BTreeMap::new()),
        });
    }
    execution
}

/// Refuses a job that cannot run now. The states and the limit are documented; that both refuse a start is assumed.
pub(super) fn check_startable(world: &World, job: &Stored, now: Moment) -> Result<(), ErrorResponse> {
    let job = &job.job;
    let id = &job.job_id;
    if let Some(status @ (JobStatus::Deleted | JobStatus::Draft | JobStatus::Editing | JobStatus::Stopped)) =
        &job.status
    {
        return Err(ErrorResponse::bad_state(format!("job '{id}' is {status} and cannot run")));
    }
    let open = world.runs_of_job(id).filter(|run| run.is_open(now)).count();
    match job.max_concurrent_runs {
        Some(most) if i64::try_from(open).is_ok_and(|open| open >= most) => Err(ErrorResponse::bad_state(format!(
            "job '{id}' has {open} executions that have not ended, and no more than {most} are allowed"
        ))),
        _ => Ok(()),
    }
}

/// The settings that a job runs with unless told otherwise.
pub(super) fn settings(job: &Stored) -> JobCondition {
    job.job.run_condition.clone().unwrap_or_default()
}

fn texts(parameters: BTreeMap<String, Text>) -> BTreeMap<String, Value> {
    let texts = parameters.into_iter();
    texts.map(|(name, value)| (name, Value::from(value.as_str()))).collect()
}

/// What an execution starts with.
pub(super) struct Start {
    job_id: Text,
    job_name: Option<Text>,
    settings: JobCondition,
    parameters: BTreeMap<String, Value>,
    pub(super) trigger: Option<Trigger>,
    pub(super) workflow_id: Option<Text>,
}

impl Start {
    pub(super) fn new(job: &Stored, settings: JobCondition) -> Self {
        Self {
            job_id: job.job.job_id.clone(),
            job_name: job.job.name.clone(),
            settings,
            parameters: texts(job.parameters.clone()),
            trigger: None,
            workflow_id: None,
        }
    }

    /// The execution, about to be run.
    pub(super) fn run(self, id: Text, call: &Call<'_>) -> Run {
        let fails = self.job_name.as_deref().is_some_and(|name| name.starts_with(FAILING));
        let outcome = if fails { ExecutionStatus::Failed } else { ExecutionStatus::Completed };
        let mut execution = JobExecution::default();
        execution.job_execution_id = id;
        execution.job_id = Some(self.job_id);
        execution.job_name = self.job_name;
        execution.executor_num = self.settings.num_worker;
        execution.job_condition = Some(self.settings);
        execution.created_date = Some(call.now.date());
        execution.parsed_parameters = Some(ParsedParameters::Object(self.parameters));
        execution.r#type = Some(if self.workflow_id.is_some() { ExecutionType::Workflow } else { ExecutionType::Job });
        if let Some(trigger) = self.trigger {
            execution.trigger_id = Some(trigger.trigger_id);
            execution.trigger_name = trigger.name;
        }
        Run { execution, workflow_id: self.workflow_id, plan: Some(Plan::new(call.now, call.pace, outcome)) }
    }
}
