//! `execution list` over several jobs, or with a filter.

use crate::api::formatter;
use crate::args::flags::parameter_id;
use crate::failure::{CliError, Failure};
use crate::output::times::Times;
use crate::runs::filter::{self, Filter, SINCE};
use crate::runs::search::{Found, search};
use crate::session::{OperatorCommand, Run, Session};
use crate::table::{LIMIT, NO_PAGINATE, RESUME};
use crate::terminal::output_streams::Streams;
use clap::{ArgMatches, Command};
use jiff::SignedDuration;
use ncloud_dataflow::operations::GET_JOB_EXECUTIONS;
use ncloud_dataflow::{Client, FoundExecution};

/// Adds to the listing of one job.
pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTIONS.command.noun),
    verb: GET_JOB_EXECUTIONS.command.verb,
    build,
    handles: |matches| job(matches).is_none() || filter::is_given(matches),
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

/// Window of a listing over all jobs that has no other limit.
const DEFAULT_DAYS: i64 = 7;

fn build(command: Command) -> Command {
    let pages = GET_JOB_EXECUTIONS.paging.iter().flat_map(|paging| [paging.page, paging.limit]);
    let command =
        pages.fold(command, |command, page| command.mut_arg(parameter_id(page), |arg| arg.hide_short_help(true)));
    command
        .about("List executions of one job, of a workflow or of all jobs")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .mut_arg(job_id(), |arg| arg.required(false).help("ID or name of the job [default: all jobs]"))
        .args(filter::args())
        .arg(filter::status_arg())
}

const LONG_ABOUT: &str = "\
List executions of one job, of a workflow or of all jobs

Without JOB_ID, the executions of all jobs are read, several jobs at a time, and printed newest first. Without --since, \
these are the executions of the last 7 days. An execution is in the time span if it was alive in it: created before \
--until, and not ended before --since. Times without an offset are local time.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution list --since 24h
  ncloud-dataflow execution list --status RUNNING --status READY
  ncloud-dataflow execution list nightly-etl --since 7d --status FAILED
  ncloud-dataflow execution list --workflow daily --since 2026-11-24T18:00 -o json
  ncloud-dataflow execution list gqigvHhTu7ra
  ncloud-dataflow execution list gqigvHhTu7ra -o csv > executions.csv";

fn job_id() -> String {
    GET_JOB_EXECUTIONS.parameters.first().map(|job| parameter_id(job.name)).unwrap_or_default()
}

fn job(matches: &ArgMatches) -> Option<&String> {
    matches.get_one::<String>(&job_id())
}

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let times = session.times();
    let Session { matches, context, streams, .. } = &mut session;
    let (matches, context) = (*matches, *context);
    refuse_pages(matches)?;
    let mut filter = Filter::from_matches(matches, context)?;
    filter.jobs.extend(job(matches).cloned());
    if !matches.contains_id(SINCE) && filter.jobs.is_empty() && filter.workflows.is_empty() {
        let since = context.now() - SignedDuration::from_hours(24 * DEFAULT_DAYS);
        filter.window.since = Some(since.as_millisecond());
        streams.note(&format!("note: executions of the last {DEFAULT_DAYS} days; --since changes that"));
    }
    let mut found = search(client, &filter).await?;
    if let Some(limit) = matches.get_one::<u64>(LIMIT) {
        found.runs.truncate(usize::try_from(*limit).unwrap_or(usize::MAX));
    }
    print(matches, &found, times, streams)?;
    found.record(client, &mut session).await;
    found.check_complete(session.streams)
}

/// Prints runs in the format of the arguments.
pub(crate) fn print(
    matches: &ArgMatches,
    found: &Found,
    times: Times,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let mut formatter = formatter::select(&GET_JOB_EXECUTIONS, formatter::format(matches), matches, times, streams)?;
    for FoundExecution { row, .. } in &found.runs {
        formatter.write_row(streams.out(), row)?;
    }
    formatter.finish(streams.out(), found.unread.is_empty())
}

/// Pages exist in the listing of one job only.
fn refuse_pages(matches: &ArgMatches) -> Result<(), Failure> {
    let paging = GET_JOB_EXECUTIONS.paging.as_ref();
    let pages = paging.into_iter().flat_map(|paging| [("--page", paging.page), ("--page-size", paging.limit)]);
    let given = pages.filter(|(_, name)| matches.try_contains_id(&parameter_id(name)).unwrap_or(false));
    let flag = given.map(|(flag, _)| flag).next().or_else(|| matches.get_flag(NO_PAGINATE).then_some("--no-paginate"));
    let flag = flag.or_else(|| matches.contains_id(RESUME).then_some("--resume"));
    match flag {
        Some(flag) => {
            let message = format!("'{flag}' needs a job, and no filter");
            Err(CliError::usage(message, "use --limit to print fewer rows; nothing was sent").into())
        }
        None => Ok(()),
    }
}
