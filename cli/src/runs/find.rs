//! Finds a run by its ID alone, or the run that was started last.

use crate::failure::{CliError, Failure};
use crate::record::Record;
use crate::session::Session;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::{Client, Error};

/// In place of an execution ID: the run that was started last from this machine.
pub(crate) const LAST: &str = "@last";

/// A run, and its job.
pub(crate) struct Run {
    pub(crate) job_id: String,
    pub(crate) execution: JobExecution,
}

impl Run {
    pub(crate) fn id(&self) -> &str {
        &self.execution.job_execution_id
    }

    /// Name of the job, or its ID.
    pub(crate) fn job_name(&self) -> &str {
        self.execution.job_name.as_deref().filter(|name| !name.is_empty()).unwrap_or(&self.job_id)
    }

    /// The run in a message, e.g. `execution 'fKE22JFX4PAu' of job 'nightly-etl'`.
    pub(crate) fn described(&self) -> String {
        format!("execution '{}' of job '{}'", self.id(), self.job_name())
    }
}

/// Finds a run: by the local record, else by a search over all jobs.
pub(crate) async fn run(client: &Client, id: &str, session: &mut Session<'_, '_>) -> Result<Run, Failure> {
    let record = Record::open(client, session.matches, session.context).await;
    let known = match id {
        LAST => Some(record.last_started(session.streams).ok_or_else(|| no_last(&record))?),
        _ => record.runs(session.streams).remove(id),
    };
    let id = known.as_ref().map_or(id, |known| &known.job_execution_id);
    if let Some(job) = known.as_ref().and_then(|known| known.job_id.as_deref()) {
        match client.get_job_execution(job, id).send().await {
            Ok(execution) => return Ok(found(job, id, execution)),
            // The job may have another ID by now, for example at another endpoint.
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error.into()),
        }
    }
    session.streams.note(&format!("note: searching all jobs for execution '{id}'; a job ID makes this faster"));
    match client.find_execution(id).await {
        Ok(Some(run)) => Ok(found(run.job_id(), id, run.execution.clone())),
        Ok(None) => Err(not_found(id)),
        Err(error) => Err(incomplete(id, error)),
    }
}

/// Returns a run that was read with these IDs.
pub(crate) fn found(job_id: &str, id: &str, mut execution: JobExecution) -> Run {
    // A response may lack the ID that it was asked for.
    if execution.job_execution_id.is_empty() {
        execution.job_execution_id = id.into();
    }
    Run { job_id: job_id.to_owned(), execution }
}

fn not_found(id: &str) -> Failure {
    CliError::not_found(
        format!("no job has an execution '{id}'"),
        "check the ID with 'execution list'; the service may have deleted an old execution",
    )
    .into()
}

fn incomplete(id: &str, error: Error) -> Failure {
    match error.is_auth() {
        true => error.into(),
        false => CliError::response(
            format!("execution '{id}' was not found, but not every job could be read: {error}"),
            "run the command again, or give the job: execution get JOB_ID EXECUTION_ID",
        )
        .into(),
    }
}

fn no_last(record: &Record) -> Failure {
    let reason = match record.is_on() {
        true => "no run was started from this machine yet",
        false => "the local record is off",
    };
    CliError::not_found(format!("'{LAST}' is not known: {reason}"), "give an execution ID; see 'execution list'").into()
}
