//! `execution rerun`: starts jobs again as they were started before.

use crate::args::change;
use crate::args::wait::wait_args;
use crate::failure::Failure;
use crate::runs::bulk::{self, Start};
use crate::runs::filter::{self, Filter};
use crate::runs::find::{self, Run as FoundRun};
use crate::runs::search::search;
use crate::runs::why::EXECUTION;
use crate::runs::{again, parameters, start};
use crate::session::{OperatorCommand, Run, Session, always};
use crate::table::DRY_RUN;
use clap::{Arg, ArgAction, ArgGroup, Command};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::GET_JOB_EXECUTION;
use ncloud_dataflow::{Client, FoundExecution, Outcome};
use std::collections::HashSet;

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTION.command.noun),
    verb: "rerun",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const FAILED: &str = ":failed";

fn build(command: Command) -> Command {
    let execution = Arg::new(EXECUTION).value_name("EXECUTION_ID").help("ID of the execution, or @last");
    let failed = Arg::new(FAILED)
        .long("failed")
        .action(ArgAction::SetTrue)
        .help("Start all failed runs again, by default of the last 24h");
    command
        .about("Start a job again with the settings and parameters of an earlier run")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(start::notes("job"))
        .arg(execution)
        .arg(failed)
        .group(ArgGroup::new(":what").args([EXECUTION, FAILED]).required(true))
        .args(filter::args().map(|arg| arg.requires(FAILED).hide_short_help(true)))
        .arg(parameters::arg())
        .args(wait_args())
        .args([start::adopt_arg(), start::unless_running_arg("job")])
        .args([change::yes_arg(change::NO_QUESTION), change::dry_run_arg(change::PRINT_ONLY)])
}

const LONG_ABOUT: &str = "\
Start a job again with the settings and parameters of an earlier run

With --failed, all failed runs of a time span are started again, after a confirmation. Of several failed runs with the \
same settings and parameters, one is started. A run that has succeeded meanwhile, or that is going, is not started.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution rerun fKE22JFX4PAu --wait
  ncloud-dataflow execution rerun fKE22JFX4PAu --param day=2026-11-24
  ncloud-dataflow execution rerun @last --dry-run
  ncloud-dataflow execution rerun --failed --since 24h --workflow daily --yes";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    match session.matches.get_one::<String>(EXECUTION).cloned() {
        Some(id) => one(client, &id, &mut session).await,
        None => failed(client, &mut session).await,
    }
}

async fn one(client: &Client, id: &str, session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let run = find::run(client, id, session).await?;
    let body = again::body(&run, &parameters::given(session.matches))?;
    if session.matches.get_flag(DRY_RUN) {
        return bulk::print_requests(client, &[Start { run, body }], session);
    }
    start::job(client, &run.job_id, Some(body), session).await
}

async fn failed(client: &Client, session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let mut filter = Filter::from_matches(session.matches, session.context)?;
    if filter.window.since.is_none() {
        filter.window.since = Some(session.context.now().as_millisecond() - DAY);
    }
    let found = search(client, &filter).await?;
    let starts = starts(&found.runs, session)?;
    found.check_complete(session.streams)?;
    if starts.is_empty() {
        session.streams.note("note: there is no failed run to start again");
        return Ok(());
    }
    bulk::start(client, starts, session).await
}

/// A day, in milliseconds.
const DAY: i64 = 24 * 3600 * 1000;

/// Returns the failed runs to start again: newest first, each settings and parameters of a job once, and none that has
/// succeeded since.
fn starts(runs: &[FoundExecution], session: &mut Session<'_, '_>) -> Result<Vec<Start>, Failure> {
    let given = parameters::given(session.matches);
    let mut decided = HashSet::new();
    let mut starts = Vec::new();
    for found in runs {
        let run = FoundRun { job_id: found.job_id().to_owned(), execution: found.execution.clone() };
        let outcome = found.execution.outcome();
        // A canceled run says nothing about the failed ones before it; a run that is going does.
        if outcome == Some(Outcome::Cancelled) || (outcome.is_none() && found.execution.has_ended()) {
            continue;
        }
        let same = again::body(&run, &std::collections::BTreeMap::new()).map(|body| body.to_string());
        let is_failure = outcome == Some(Outcome::Failure);
        // A run whose parameters cannot be read is an error only if it is to be started.
        let key = if is_failure { (run.job_id.clone(), same?) } else { (run.job_id.clone(), same.unwrap_or_default()) };
        if !decided.insert(key) {
            note_left_out(&found.execution, is_failure, session);
            continue;
        }
        if is_failure {
            let body = again::body(&run, &given)?;
            starts.push(Start { run, body });
        }
    }
    Ok(starts)
}

fn note_left_out(execution: &JobExecution, is_failure: bool, session: &mut Session<'_, '_>) {
    if is_failure {
        let id = &execution.job_execution_id;
        session.streams.note(&format!(
            "note: execution '{id}' is left out: a later run of the job has the same settings and parameters"
        ));
    }
}
