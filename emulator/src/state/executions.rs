//! Executions of a job.

use super::call::{Call, Reply, json};
use super::condition;
use super::outcomes::Outcomes;
use super::run::Run;
use super::run_list::{ListedRun, RunList};
use super::store::Store;
use super::stored_job::StoredJob;
use super::timestamp::Timestamp;
use crate::data::rows::PageRows;
use crate::http::response::ErrorResponse;
use crate::quirks::{EmptyParameters, Quirks};
use ncloud_dataflow::models::{
    CreateJobExecutionRequest, ExecutionType, JobCondition, JobExecution, JobStatus, ParsedParameters, Trigger,
};
use ncloud_dataflow::operations::{GET_TRIGGER, GET_WORKFLOW};
use ncloud_runtime::Text;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let job = store.job(call.id(0))?;
    page(&store.list_of_job(job.id()), call)
}

pub(super) fn get(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let run = find(store, call)?;
    Reply::value(&to_response(&run, call.now, call.quirks))
}

/// Returns the requested page. The executions become JSON while the page is sent.
pub(super) fn page(list: &RunList<'_>, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let total = list.len();
    let (range, oldest_first) = call.page_range(total);
    let mut runs: Vec<ListedRun> = range.filter_map(|index| list.nth_newest(index)).collect();
    if oldest_first {
        runs.reverse();
    }
    let (now, quirks) = (call.now, call.quirks);
    // A model always becomes JSON: its keys are strings.
    let to_row = move |run: ListedRun| json(&to_response(&run.run()?, now, quirks)).ok();
    let has_template = call.template.is_some_and(|id| list.contains(id));
    Ok(Reply::Rows(PageRows { total, rows: Box::new(runs.into_iter().filter_map(to_row)), has_template }))
}

/// Starts an execution. Trigger and workflow are only recorded. Assumed: with a workflow ID it is an execution of that
/// workflow.
pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: CreateJobExecutionRequest = call.body()?;
    let job = store.job(call.id(0))?;
    check_startable(store, job, call.now)?;
    let trigger = call.id_in_query(&GET_TRIGGER).map(|id| store.trigger(id));
    let workflow = call.id_in_query(&GET_WORKFLOW).map(|id| store.workflow(id));
    let (trigger, workflow) = (trigger.transpose()?, workflow.transpose()?);
    let given = request.job_condition.unwrap_or_default();
    let settings = condition::overlay(settings(job), &given);
    let mut start = NewRun::new(job, settings);
    if let Some(parameters) = given.parameters {
        start.parameters = texts(parameters);
    }
    start.parameters.extend(request.parameters.unwrap_or_default());
    start.trigger = trigger.cloned();
    start.workflow_id = workflow.and_then(|workflow| workflow.workflow_id.clone());
    let id = store.new_id();
    let run = start.run(id, call.now, call.outcomes);
    let reply = Reply::value(&to_response(&run, call.now, call.quirks));
    store.runs.push(run);
    reply
}

/// Cancels an execution. Assumed, because the states are not documented: only ready and running ones can be canceled.
pub(super) fn cancel(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let run = find(store, call)?;
    if !run.is_unfinished(call.now) {
        let status = run.at(call.now).status.unwrap_or_default();
        let details = format!("execution '{}' is {status} and cannot be canceled", run.id());
        return Err(ErrorResponse::bad_state(details));
    }
    let id = run.id().to_owned();
    if let Some(run) = store.runs.get_mut(&id) {
        run.cancel(call.now);
    }
    Reply::success()
}

/// Returns the execution in the path.
fn find<'a>(store: &'a Store, call: &Call<'_>) -> Result<Cow<'a, Run>, ErrorResponse> {
    let (job, id) = (call.id(0), call.id(1));
    store.job(job)?;
    store.run_of_job(job, id).ok_or_else(|| ErrorResponse::not_found(format!("job '{job}' has no execution '{id}'")))
}

/// Returns an execution as responses show it.
pub(super) fn to_response(run: &Run, now: Timestamp, quirks: Quirks) -> JobExecution {
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

/// Rejects a job that cannot start now. The states and the limit are documented; that both prevent a start is assumed.
pub(super) fn check_startable(store: &Store, job: &StoredJob, now: Timestamp) -> Result<(), ErrorResponse> {
    let (id, job) = (job.id(), &job.job);
    if let Some(status @ (JobStatus::Deleted | JobStatus::Draft | JobStatus::Editing | JobStatus::Stopped)) =
        &job.status
    {
        return Err(ErrorResponse::bad_state(format!("job '{id}' is {status} and cannot run")));
    }
    // Without a limit, counting would only make each start slower than the one before.
    let Some(most) = job.max_concurrent_runs else {
        return Ok(());
    };
    let open = store.runs_of_job(id).filter(|run| run.is_unfinished(now)).count();
    if i64::try_from(open).is_ok_and(|open| open >= most) {
        let details = format!("job '{id}' has {open} ready or running executions; the maximum is {most}");
        return Err(ErrorResponse::bad_state(details));
    }
    Ok(())
}

/// Returns the default settings of the executions of a job.
pub(super) fn settings(job: &StoredJob) -> JobCondition {
    job.job.run_condition.clone().unwrap_or_default()
}

fn texts(parameters: BTreeMap<String, Text>) -> BTreeMap<String, Value> {
    let texts = parameters.into_iter();
    texts.map(|(name, value)| (name, Value::from(value.as_str()))).collect()
}

/// A new execution.
pub(super) struct NewRun {
    job_id: Option<Text>,
    job_name: Option<Text>,
    settings: JobCondition,
    parameters: BTreeMap<String, Value>,
    pub(super) trigger: Option<Trigger>,
    pub(super) workflow_id: Option<Text>,
}

impl NewRun {
    pub(super) fn new(job: &StoredJob, settings: JobCondition) -> Self {
        Self {
            job_id: job.job.job_id.clone(),
            job_name: job.job.name.clone(),
            settings,
            parameters: texts(job.parameters.clone()),
            trigger: None,
            workflow_id: None,
        }
    }

    /// Returns a new execution with the settings and parameters of an earlier one. Nothing but a call starts it.
    pub(super) fn again(job: &StoredJob, earlier: JobExecution) -> Self {
        let mut settings = earlier.job_condition.unwrap_or_else(|| settings(job));
        settings.console_log_path = None;
        let parameters = match earlier.parsed_parameters {
            Some(ParsedParameters::Object(parameters)) => parameters,
            _ => BTreeMap::new(),
        };
        Self { parameters, ..Self::new(job, settings) }
    }

    /// Returns the execution with its plan.
    pub(super) fn run(self, id: Text, now: Timestamp, outcomes: &Outcomes) -> Run {
        let plan = outcomes.next(self.job_name.as_deref(), now);
        let mut execution = JobExecution {
            job_execution_id: id,
            job_id: self.job_id,
            job_name: self.job_name,
            executor_num: self.settings.num_worker,
            job_condition: Some(self.settings),
            created_date: Some(now.date()),
            parsed_parameters: Some(ParsedParameters::Object(self.parameters)),
            r#type: Some(if self.workflow_id.is_some() { ExecutionType::Workflow } else { ExecutionType::Job }),
            ..JobExecution::default()
        };
        if let Some(trigger) = self.trigger {
            execution.trigger_id = Some(trigger.trigger_id);
            execution.trigger_name = trigger.name;
        }
        Run { execution, workflow_id: self.workflow_id, plan: Some(plan) }
    }
}
