//! The arguments `[JOB] ID` of commands over one run, and the run that they choose.

use crate::api::resolve;
use crate::failure::{CliError, Failure};
use crate::runs::find::{self, Run};
use crate::session::Session;
use clap::{Arg, Command};
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::GET_JOB_EXECUTIONS;

pub(crate) const FIRST: &str = ":run";
pub(crate) const SECOND: &str = ":run-of-job";

/// Adds the arguments. The job is optional, as in [`one`](crate::runs::one).
pub(crate) fn with_args(command: Command) -> Command {
    command.args([
        Arg::new(FIRST)
            .value_name("ID")
            .required(true)
            .help("ID of the execution, or @last; before an EXECUTION_ID: ID or name of the job"),
        Arg::new(SECOND).value_name("EXECUTION_ID").help("ID of the execution, if its job is given"),
    ])
}

/// Reads the run that the arguments choose.
pub(crate) async fn run(client: &Client, session: &mut Session<'_, '_>) -> Result<Run, Failure> {
    let first = session.matches.get_one::<String>(FIRST).cloned().unwrap_or_default();
    let Some(id) = session.matches.get_one::<String>(SECOND).cloned() else {
        return find::run(client, &first, session).await;
    };
    let job = &first;
    if id == find::LAST {
        let message = format!("'{}' stands for a run, so it needs no job", find::LAST);
        return Err(CliError::usage(message, "leave the job out; nothing was sent").into());
    }
    let error = match client.get_job_execution(job, &id).send().await {
        Ok(execution) => return Ok(find::found(job, &id, execution)),
        // The service may reject an ID of the wrong form as a bad request; the documentation does not say.
        Err(error) if matches!(error.status(), Some(400 | 404)) => error,
        Err(error) => return Err(error.into()),
    };
    let jobs = resolve::sources(client, &GET_JOB_EXECUTIONS, std::slice::from_ref(job), false).await?;
    match jobs.first().filter(|found| *found.id != **job) {
        Some(found) => {
            let execution = client.get_job_execution(&*found.id, &id).send().await?;
            Ok(find::found(&found.id, &id, execution))
        }
        None => Err(error.into()),
    }
}
