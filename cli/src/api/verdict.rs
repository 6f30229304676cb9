//! The verdict on a run: success, or an error with an exit code.
//!
//! Only the state decides. Other fields are shown if they can be read.

use crate::failure::{CliError, Failure};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::wait::Waited;
use ncloud_dataflow::{Outcome, WorkflowRun};
use serde_json::Value;

/// Host of the vendor's Object Storage. Source: vendor page of Object Storage, read 2026-11.
const LOG_HOST: &str = "kr.object.ncloudstorage.com";

/// Returns the verdict on a run of a job.
pub(crate) fn of_job(waited: &Waited<RawRow>, execution_id: &str, job_id: &str) -> Result<(), Failure> {
    let run = Summary::read(waited.response.value().ok(), execution_id, job_id);
    let state = waited.state.as_deref().unwrap_or("without a state");
    let name = run.name();
    let error = match waited.outcome {
        Some(Outcome::Success) => return Ok(()),
        Some(Outcome::Failure | Outcome::Cancelled) => CliError::run_failed(format!("{name} is {state}")),
        None => {
            CliError::outcome_unknown(format!("{name} ended with unknown outcome: its state is {state}"), CHECK_LOG)
        }
    };
    Err(error.with_details(run.log.into_iter().collect()).with_run(job_id, execution_id).into())
}

/// Returns the verdict on a run of a workflow.
pub(crate) fn of_workflow(run: &WorkflowRun) -> Result<(), Failure> {
    let error = match run.outcome() {
        Some(Outcome::Success) => return Ok(()),
        Some(Outcome::Failure | Outcome::Cancelled) => CliError::run_failed("the workflow run failed".to_owned()),
        None if run.shared.is_empty() => CliError::outcome_unknown(
            "the workflow run ended with unknown outcome: not every job has a documented state".to_owned(),
            CHECK_LOG,
        ),
        None => CliError::outcome_unknown(
            "outcome unknown: a concurrent run makes it ambiguous which executions belong to this run".to_owned(),
            CHECK_LOG,
        ),
    };
    let unsuccessful = run.executions.iter().filter(|execution| execution.outcome() != Some(Outcome::Success));
    let mut details: Vec<String> = unsuccessful.flat_map(described).collect();
    details.extend(run.not_started.iter().map(|job| format!("job {job} was not started")));
    Err(error.with_details(details).with_runs(failed(run)).into())
}

/// Returns the IDs of job and execution of each execution that failed or was canceled.
fn failed(run: &WorkflowRun) -> Vec<[String; 2]> {
    let failed = run.executions.iter().filter(|execution| {
        matches!(execution.outcome(), Some(Outcome::Failure | Outcome::Cancelled))
    });
    let ids = failed.map(|run| [run.job_id.as_deref().unwrap_or_default(), &run.job_execution_id].map(str::to_owned));
    ids.filter(|ids| ids.iter().all(|id| !id.is_empty())).collect()
}

/// Hint for a run with an unknown outcome.
const CHECK_LOG: &str = "check the log, and each execution with 'execution get'";

/// Returns the state of an execution, and its log.
fn described(execution: &JobExecution) -> impl Iterator<Item = String> {
    let run = Summary::read(
        serde_json::to_value(execution).ok(),
        &execution.job_execution_id,
        execution.job_id.as_deref().unwrap_or_default(),
    );
    let state = execution.status.as_ref().map_or("without a state", |status| status.as_str());
    std::iter::once(format!("{} is {state}", run.name())).chain(run.log)
}

/// The fields of an execution that a message shows. Other fields of the response are ignored.
struct Summary {
    id: String,
    job: String,
    log: Option<String>,
}

impl Summary {
    fn read(response: Option<Value>, execution_id: &str, job_id: &str) -> Self {
        let text = |path: &str| {
            let found = response.as_ref().and_then(|response| response.pointer(path)?.as_str());
            found.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Self {
            id: execution_id.to_owned(),
            job: text("/jobName").unwrap_or_else(|| job_id.to_owned()),
            log: text("/jobCondition/consoleLogPath").map(|path| log(&path)),
        }
    }

    fn name(&self) -> String {
        format!("execution {} of job '{}'", self.id, self.job)
    }
}

/// Returns a command that prints a log. The path comes from the service, so it is quoted as one shell word.
fn log(path: &str) -> String {
    let path = path.replace('\'', r"'\''");
    format!("its log: aws --endpoint-url https://{LOG_HOST} s3 cp 's3://{path}' -")
}
