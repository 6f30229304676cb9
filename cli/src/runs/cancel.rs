//! `execution cancel`: one run, or all runs of a job or workflow that are going.

use crate::api::confirm;
use crate::args::change;
use crate::failure::{CliError, Failure};
use crate::runs::filter::{self, Filter};
use crate::runs::one;
use crate::runs::search::search;
use crate::session::{OperatorCommand, Run, Session};
use crate::table::DRY_RUN;
use clap::{Arg, ArgAction, Command};
use ncloud_dataflow::operations::CANCEL_JOB_EXECUTION;
use ncloud_dataflow::{Client, FoundExecution};

/// Adds to the operation that cancels an execution.
pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(CANCEL_JOB_EXECUTION.command.noun),
    verb: CANCEL_JOB_EXECUTION.command.verb,
    build,
    handles: |matches| matches.get_flag(ALL) || one::is_alone(&CANCEL_JOB_EXECUTION, matches),
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const ALL: &str = ":all";

fn build(command: Command) -> Command {
    let [first, _] = one::path(&CANCEL_JOB_EXECUTION);
    let [_, _, _, job, workflow, _] = filter::args();
    let all = Arg::new(ALL)
        .long("all")
        .action(ArgAction::SetTrue)
        .requires(":of")
        .conflicts_with(&first)
        .help("Cancel all runs of a job or workflow that are going; needs --job or --workflow");
    one::id_alone(command, &CANCEL_JOB_EXECUTION)
        .before_long_help(EXAMPLES)
        .mut_arg(&first, |arg| arg.required(false).required_unless_present(ALL))
        .args([job.requires(ALL), workflow.requires(ALL)])
        .group(clap::ArgGroup::new(":of").args([filter::JOB, filter::WORKFLOW]).multiple(true))
        .args([all, change::yes_arg(change::NO_QUESTION)])
}

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution cancel fKE22JFX4PAu
  ncloud-dataflow execution cancel @last
  ncloud-dataflow execution cancel --job nightly-etl --all --dry-run
  ncloud-dataflow execution cancel --workflow daily --all --yes";

async fn run(client: &Client, session: Session<'_, '_>) -> Result<(), Failure> {
    match session.matches.get_flag(ALL) {
        true => all(client, session).await,
        false => one::call_with_job(client, &CANCEL_JOB_EXECUTION, session).await,
    }
}

async fn all(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let mut filter = Filter::from_matches(session.matches, session.context)?;
    // Alive now: nothing else can be canceled.
    filter.window.since = Some(session.context.now().as_millisecond());
    let mut found = search(client, &filter).await?;
    found.runs.retain(|run| !run.execution.has_ended());
    let runs = std::mem::take(&mut found.runs);
    found.check_complete(session.streams)?;
    if runs.is_empty() {
        session.streams.note("note: no run is going");
        return Ok(());
    }
    for run in &runs {
        session.streams.line(&format!("cancel {}", described(run)));
    }
    if session.matches.get_flag(DRY_RUN) {
        return print_requests(client, &runs, &mut session);
    }
    let text =
        if runs.len() == 1 { "Cancel this run?".to_owned() } else { format!("Cancel these {} runs?", runs.len()) };
    confirm::ask_for(&text, session.matches, session.context, session.streams).await?;
    cancel_each(client, &runs, &mut session).await
}

fn described(run: &FoundExecution) -> String {
    let state = run.execution.status.as_ref().map_or("without a state", |status| status.as_str());
    format!("execution {} of job '{}' ({state})", run.execution.job_execution_id, run.job_name())
}

fn print_requests(client: &Client, runs: &[FoundExecution], session: &mut Session<'_, '_>) -> Result<(), Failure> {
    for run in runs {
        let request = client.cancel_job_execution(run.job_id(), &*run.execution.job_execution_id).into_request();
        let method = CANCEL_JOB_EXECUTION.method.as_str();
        writeln!(session.streams.out(), "{method} {}{}", client.endpoint(), request.target()?)?;
    }
    session.streams.note("note: nothing was canceled, because of --dry-run");
    Ok(())
}

/// Cancels one run after the other. A run that cannot be canceled does not keep the others.
async fn cancel_each(client: &Client, runs: &[FoundExecution], session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let (mut problems, mut unknown) = (Vec::new(), 0);
    for run in runs {
        let id = &run.execution.job_execution_id;
        match client.cancel_job_execution(run.job_id(), &**id).send().await {
            Ok(_) => session.streams.note(&format!("done: execution cancel {} {id}", run.job_id())),
            Err(error) => {
                unknown += usize::from(error.outcome_unknown() || error.was_accepted());
                problems.push(format!("execution {id}: {error}"));
            }
        }
    }
    let count = problems.len();
    match (count, unknown) {
        (0, _) => Ok(()),
        (_, 0) => {
            let message = format!("{count} of {} runs were not canceled", runs.len());
            Err(CliError::response(message, "a run that has ended meanwhile cannot be canceled")
                .with_details(problems)
                .into())
        }
        _ => {
            let message = format!("{count} of {} runs may not be canceled", runs.len());
            Err(CliError::outcome_unknown(message, "look at them with 'execution list'").with_details(problems).into())
        }
    }
}
