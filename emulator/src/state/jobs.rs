//! Jobs.

use super::call::{Call, Reply};
use super::condition;
use super::store::Store;
use super::stored_job::StoredJob;
use super::timestamp::Timestamp;
use crate::http::response::ErrorResponse;
use ncloud_dataflow::models::{
    CreateJobRequest, Job, JobConditionInput, JobStatus, JobSummary, JobType, UpdateJobExecutionConfigRequest,
    UpdateJobRequest, VerifyJobRequest,
};

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let wanted = |stored: &&StoredJob| call.matches_name(stored.job.name.as_deref());
    let newest_first = store.jobs.iter().rev();
    call.page(newest_first.filter(wanted), |stored| summary(store, stored, call.now))
}

pub(super) fn get(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    Reply::value(&to_response(store, store.job(call.id(0))?, call.now))
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: CreateJobRequest = call.body()?;
    let job = Job {
        job_id: Some(store.new_id()),
        name: Some(request.name),
        r#type: Some(JobType::from(request.r#type.as_str())),
        status: Some(JobStatus::Ready),
        max_concurrent_runs: request.max_concurrent_runs,
        nodes: request.nodes,
        created_date: Some(call.now.date()),
        updated_date: Some(call.now.date()),
        run_condition: Some(condition::default_settings()),
        ..Job::default()
    };
    let mut stored = StoredJob { job, ..StoredJob::default() };
    if let Some(given) = request.job_condition {
        set_condition(&mut stored, given);
    }
    let reply = Reply::value(&stored.job);
    store.jobs.push(stored);
    reply
}

/// Verifies every valid body: the response of a failed verification is not documented.
pub(super) fn verify(_: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let _: VerifyJobRequest = call.body()?;
    Reply::success()
}

/// Changes the given fields only.
pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: UpdateJobRequest = call.body()?;
    let stored = store.job_mut(call.id(0))?;
    stored.job.r#type = Some(JobType::from(request.r#type.as_str()));
    if request.name.is_some() {
        stored.job.name = request.name;
    }
    if request.max_concurrent_runs.is_some() {
        stored.job.max_concurrent_runs = request.max_concurrent_runs;
    }
    if request.nodes.is_some() {
        stored.job.nodes = request.nodes;
    }
    if let Some(given) = request.job_condition {
        set_condition(stored, given);
    }
    stored.job.updated_date = Some(call.now.date());
    get(store, call)
}

/// Changes the settings of the job and returns the job, although its path is for executions.
pub(super) fn configure(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let request: UpdateJobExecutionConfigRequest = call.body()?;
    let stored = store.job_mut(call.id(0))?;
    set_condition(stored, request.job_condition);
    stored.job.updated_date = Some(call.now.date());
    get(store, call)
}

/// Deletes a job. Assumed: not while it runs. Workflows that use the job keep their node.
pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let id = store.job(call.id(0))?.id().to_owned();
    if let Some(run) = store.runs_of_job(&id).find(|run| run.is_unfinished(call.now)) {
        let details = format!("execution '{}' of job '{id}' has not ended", run.id());
        return Err(ErrorResponse::bad_state(details));
    }
    store.jobs.remove(&id);
    Reply::success()
}

/// Returns a job with the status and date of its last execution.
fn to_response(store: &Store, stored: &StoredJob, now: Timestamp) -> Job {
    let mut job = stored.job.clone();
    if let Some(last) = store.list_of_job(stored.id()).newest() {
        let last = last.at(now);
        job.last_execution_status = last.status;
        job.last_execution_date = last.created_date;
    }
    job
}

pub(super) fn summary(store: &Store, stored: &StoredJob, now: Timestamp) -> JobSummary {
    let job = to_response(store, stored, now);
    JobSummary {
        resource_id: job.job_id.clone(),
        job_id: job.job_id.unwrap_or_default(),
        name: job.name,
        r#type: job.r#type,
        status: job.status,
        last_execution_status: job.last_execution_status,
        created_date: job.created_date,
        updated_date: job.updated_date,
        last_execution_date: job.last_execution_date,
        disabled: Some(false),
        ..JobSummary::default()
    }
}

fn set_condition(stored: &mut StoredJob, given: JobConditionInput) {
    let condition = stored.job.run_condition.take().unwrap_or_default();
    stored.job.run_condition = Some(condition::overlay(condition, &given));
    if let Some(parameters) = given.parameters {
        stored.parameters = parameters;
    }
}
