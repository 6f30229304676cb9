//! The verdict on a run: success, or an error with an exit code.
//!
//! Only the state decides. Other fields are shown if they can be read.

use crate::api::next_step;
use crate::failure::{CliError, Failure};
use clap::ArgMatches;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::wait::Waited;
use ncloud_dataflow::{Outcome, WorkflowRun};

/// Returns the verdict on a run of a job.
pub(crate) fn of_job(
    waited: &Waited<RawRow>,
    execution_id: &str,
    job_id: &str,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let response = serde_json::from_str(waited.response.json()).ok();
    let run = Summary::read(response.as_ref(), execution_id, job_id);
    let state = waited.state.as_deref().unwrap_or("without a state");
    let name = run.name();
    let error = match waited.outcome {
        Some(Outcome::Success) => return Ok(()),
        Some(Outcome::Failure | Outcome::Cancelled) => CliError::run_failed(format!("{name} is {state}")),
        None => {
            CliError::outcome_unknown(format!("{name} ended with unknown outcome: its state is {state}"), CHECK_LOG)
        }
    };
    Err(error.with_details(run.log(matches).into_iter().collect()).with_run(job_id, execution_id).into())
}

/// Returns the verdict on a run of a workflow.
pub(crate) fn of_workflow(run: &WorkflowRun, matches: &ArgMatches) -> Result<(), Failure> {
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
    let mut details: Vec<String> = unsuccessful.flat_map(|run| described(run, matches)).collect();
    details.extend(run.not_started.iter().map(|job| format!("job {job} was not started")));
    Err(error.with_details(details).with_runs(failed(run)).into())
}

/// Returns the IDs of job and execution of each execution that failed or was canceled.
fn failed(run: &WorkflowRun) -> Vec<[String; 2]> {
    let failed = run
        .executions
        .iter()
        .filter(|execution| matches!(execution.outcome(), Some(Outcome::Failure | Outcome::Cancelled)));
    let ids = failed.map(|run| [run.job_id.as_deref().unwrap_or_default(), &run.job_execution_id].map(str::to_owned));
    ids.filter(|ids| ids.iter().all(|id| !id.is_empty())).collect()
}

/// Hint for a run with an unknown outcome.
const CHECK_LOG: &str = "check the log, and each execution with 'execution get'";

/// Returns the state of an execution, and its log.
fn described(execution: &JobExecution, matches: &ArgMatches) -> impl Iterator<Item = String> {
    let run =
        Summary::read(Some(execution), &execution.job_execution_id, execution.job_id.as_deref().unwrap_or_default());
    let state = execution.status.as_ref().map_or("without a state", |status| status.as_str());
    std::iter::once(format!("{} is {state}", run.name())).chain(run.log(matches))
}

/// The fields of an execution that a message shows. Other fields of the response are ignored.
struct Summary {
    id: String,
    job: String,
    has_log: bool,
}

impl Summary {
    fn read(response: Option<&JobExecution>, execution_id: &str, job_id: &str) -> Self {
        let job = response.and_then(|run| run.job_name.as_deref()).filter(|name| !name.is_empty());
        let condition = response.and_then(|run| run.job_condition.as_ref());
        let log = condition.and_then(|condition| condition.console_log_path.as_deref());
        Self {
            id: execution_id.to_owned(),
            job: job.unwrap_or(job_id).to_owned(),
            has_log: log.is_some_and(|path| !path.is_empty()),
        }
    }

    fn name(&self) -> String {
        format!("execution {} of job '{}'", self.id, self.job)
    }

    /// Returns the command that prints the log, if there is one.
    fn log(&self, matches: &ArgMatches) -> Option<String> {
        let command = next_step::logs(&self.id, matches).filter(|_| self.has_log)?;
        Some(format!("its log: {command}"))
    }
}
