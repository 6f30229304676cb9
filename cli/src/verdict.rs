//! How a run has ended: the message, and the exit code.
//!
//! A verdict comes from the state alone. What else is told of the run is read as far as it can be.

use crate::failure::{Failure, Told};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::wait::Waited;
use ncloud_dataflow::{Outcome, WorkflowRun};
use serde_json::Value;

/// Where the vendor keeps what users store. Source: vendor page of Object Storage, read 2026-11.
const LOGS: &str = "kr.object.ncloudstorage.com";

/// The verdict on a run of a job.
pub(crate) fn of_job(waited: &Waited<RawRow>, execution_id: &str, job_id: &str) -> Result<(), Failure> {
    let run = Run::read(waited.response.value().ok(), execution_id, job_id);
    let state = waited.state.as_deref().unwrap_or("without a state");
    let name = run.name();
    let told = match waited.outcome {
        Some(Outcome::Success) => return Ok(()),
        Some(Outcome::Failure | Outcome::Cancelled) => Told::ended(format!("{name} is {state}")),
        None => Told::unknown(format!("{name} has ended, but nothing says how: its state is {state}"), LOOK),
    };
    Err(told.with_details(run.log.into_iter().collect()).into())
}

/// The verdict on a run of a workflow.
pub(crate) fn of_workflow(run: &WorkflowRun) -> Result<(), Failure> {
    let told = match run.outcome() {
        Some(Outcome::Success) => return Ok(()),
        Some(Outcome::Failure | Outcome::Cancelled) => Told::ended("the workflow did not succeed".to_owned()),
        None if run.shared.is_empty() => {
            Told::unknown("the workflow has ended, but nothing says how each of its jobs did".to_owned(), LOOK)
        }
        None => Told::unknown(
            "another run was started at the same time; which executions belong to which is ambiguous".to_owned(),
            LOOK,
        ),
    };
    let bad = run.executions.iter().filter(|execution| execution.outcome() != Some(Outcome::Success));
    let mut details: Vec<String> = bad.flat_map(described).collect();
    details.extend(run.not_started.iter().map(|job| format!("job {job} was not started")));
    Err(told.with_details(details).into())
}

/// What to do about a run of which nothing says how it ended.
const LOOK: &str = "look at the log, and at each run with 'execution get'";

/// Which execution is in which state, and its log.
fn described(execution: &JobExecution) -> impl Iterator<Item = String> {
    let run = Run::read(
        serde_json::to_value(execution).ok(),
        &execution.job_execution_id,
        execution.job_id.as_deref().unwrap_or_default(),
    );
    let state = execution.status.as_ref().map_or("without a state", |status| status.as_str());
    std::iter::once(format!("{} is {state}", run.name())).chain(run.log)
}

/// What a message says of a run, read without regard to what else its response holds.
struct Run {
    id: String,
    job: String,
    log: Option<String>,
}

impl Run {
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

/// Where a log lies, as a command that shows it. The place comes from the service, and stays one word of a shell.
fn log(path: &str) -> String {
    let path = path.replace('\'', r"'\''");
    format!("its log: aws --endpoint-url https://{LOGS} s3 cp 's3://{path}' -")
}
