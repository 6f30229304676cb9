//! `execution failed`: what failed in a span of time.

use crate::failure::{CliError, Failure};
use crate::runs::filter::{self, Filter, SINCE};
use crate::runs::search::search;
use crate::runs::{list, missed};
use crate::session::{OperatorCommand, Run, Session, always};
use clap::Command;
use ncloud_dataflow::operations::GET_JOB_EXECUTIONS;
use ncloud_dataflow::{Client, FoundExecution, Outcome};

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTIONS.command.noun),
    verb: "failed",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

fn build(command: Command) -> Command {
    command
        .about("List failed executions of all jobs, by default of the last 24 hours")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(EXIT_CODES)
        .args(filter::args())
        .mut_arg(SINCE, |arg| arg.default_value("24h"))
}

const LONG_ABOUT: &str = "\
List failed executions of all jobs, by default of the last 24 hours

An execution belongs to the time span if it was alive in it, so a run of the evening that fails at night is a failure \
of the night. Canceled executions are not listed. If a job cannot be read, the command fails, even if nothing else has \
failed.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution failed
  ncloud-dataflow execution failed --since 2026-11-24T18:00 --workflow daily
  ncloud-dataflow execution failed --since 7d --job nightly-etl -o json
  ncloud-dataflow execution failed -o name | xargs -n 1 ncloud-dataflow execution why";

const EXIT_CODES: &str = "\
Exit codes:
  0    nothing has failed
  1    not known: a job or the service could not be read
  5    at least one execution has failed
  7    nothing has failed, but an execution has ended in an undocumented state";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let times = session.times();
    let filter = Filter::from_matches(session.matches, session.context)?;
    let mut found = search(client, &filter).await?;
    let unknown = found.runs.iter().find(|run| is_unknown(run)).map(described);
    found.runs.retain(|run| run.execution.outcome() == Some(Outcome::Failure));
    found.record(client, &mut session).await;
    list::print(session.matches, &found, times, session.streams)?;
    // Runs of a job may have been started by hand, so its triggers say nothing about it.
    if filter.jobs.is_empty() {
        missed::note(client, &filter, &mut session).await;
    }
    let streams = session.streams;
    let failed = found.runs.len();
    found.check_complete(streams)?;
    match (failed, unknown) {
        (0, None) => {
            streams.note("no execution has failed");
            Ok(())
        }
        (0, Some(run)) => Err(CliError::outcome_unknown(
            format!("nothing has failed, but the outcome of {run} is unknown"),
            "see its state with 'execution get' and its log",
        )
        .into()),
        (1, _) => Err(CliError::some_found("1 execution has failed".to_owned(), HINT).into()),
        (count, _) => Err(CliError::some_found(format!("{count} executions have failed"), HINT).into()),
    }
}

const HINT: &str = "see why with 'execution why ID', and start one again with 'execution rerun ID'";

/// Returns whether a run may have failed: it has no state, or has ended in an undocumented state.
fn is_unknown(run: &FoundExecution) -> bool {
    let execution = &run.execution;
    execution.outcome().is_none() && (execution.has_ended() || execution.status.is_none())
}

fn described(run: &FoundExecution) -> String {
    let state = run.execution.status.as_ref().map_or("without a state", |status| status.as_str());
    format!("execution '{}' of job '{}' ({state})", run.execution.job_execution_id, run.job_name())
}
