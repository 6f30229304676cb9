//! `report`: reads the runs of all jobs, and writes the page.

use crate::api::resolve;
use crate::failure::{CliError, Failure};
use crate::output::Format;
use crate::record::Record;
use crate::report::figures::{Report, Span};
use crate::report::missed::Missed;
use crate::report::page;
use crate::report::target::Target;
use crate::report::values::Values;
use crate::runs::figures::{print_json, text_or_json};
use crate::runs::filter::{self, Filter, JOB};
use crate::runs::history::window_args;
use crate::runs::known::Known;
use crate::runs::planned;
use crate::session::{OperatorCommand, Run, Session, always};
use clap::{Arg, Command, value_parser};
use jiff::tz::TimeZone;
use ncloud_dataflow::operations::GET_JOB_EXECUTIONS;
use ncloud_dataflow::{Client, ExecutionSearch, ExecutionSource};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) const COMMAND: OperatorCommand = OperatorCommand {
    noun: None,
    verb: "report",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const TO: &str = ":to";

/// A run may begin this much later than its trigger says.
const GRACE: Duration = Duration::from_secs(30 * 60);

/// The file that is the standard output.
const OUTPUT: &str = "-";

/// Maximum number of jobs that messages list.
const MAX_LISTED: usize = 10;

fn build(command: Command) -> Command {
    let jobs = filter::args().into_iter().filter(|arg| arg.get_id() == JOB);
    command
        .about("Write an HTML report of the runs of all jobs")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(EXIT_CODES)
        .arg(
            Arg::new(TO)
                .long("to")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("File to write, or - for standard output; required without -o json"),
        )
        .args(window_args())
        .args(jobs)
}

const LONG_ABOUT: &str = "\
Write an HTML report of the runs of all jobs

The time span is the last 30 days, unless --since and --until are given. The report is one file without scripts. It \
loads nothing, so it can be mailed or archived. It has success rate and percentiles, a grid of the last runs of each \
job, failures by job and by hour of the day, and the slowest runs. An existing file is replaced when the report is \
complete. A job that cannot be read is named in the report. -o json prints the figures to standard output.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow report --to report.html
  ncloud-dataflow report --since 2026-11-01 --until 2026-12-01 --to 11.html
  ncloud-dataflow report --since 7d --job nightly-etl --to - > nightly.html
  ncloud-dataflow report -o json";

const EXIT_CODES: &str = "\
Exit codes:
  0    the report is complete, whatever the runs
  1    a job could not be read, and the report names it; or nothing was written
  2    invalid usage, or the file cannot be written; nothing was sent
  6    no job has the ID or name of --job";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let format = text_or_json("report", &session)?;
    let path = session.matches.get_one::<PathBuf>(TO).map(PathBuf::as_path);
    check(path, format)?;
    let filter = Filter::from_matches(session.matches, session.context)?;
    let target = path.filter(|path| *path != Path::new(OUTPUT)).map(Target::create).transpose()?;
    let report = read(client, &filter, &mut session).await?;
    if format != Format::Table {
        print_json(&Values::from(&report), format, session.streams)?;
    }
    match (path, target) {
        (Some(path), Some(target)) => {
            target.finish(page::page(&report).as_bytes())?;
            session.streams.note(&format!("note: wrote {} runs to {}", report.runs().count(), path.display()));
        }
        (Some(_), None) => session.streams.out().write_all(page::page(&report).as_bytes())?,
        (None, _) => {}
    }
    check_complete(&report, &mut session)
}

fn check(path: Option<&Path>, format: Format) -> Result<(), Failure> {
    let is_output = path.is_some_and(|path| path == Path::new(OUTPUT));
    let (message, hint) = match (path, format) {
        (None, Format::Table) => {
            ("no file is given for the report", "add --to report.html, or -o json for the figures; nothing was sent")
        }
        (Some(_), Format::Json | Format::Jsonl) if is_output => {
            ("report and figures cannot both go to standard output", "drop '--to -' or -o json; nothing was sent")
        }
        _ => return Ok(()),
    };
    Err(CliError::usage(message.to_owned(), hint).into())
}

/// Compares the times of triggers with the runs.
async fn missed(client: &Client, filter: &Filter, session: &Session<'_, '_>) -> Missed {
    if !filter.jobs.is_empty() {
        return Missed::unknown("triggers start workflows, and this report is about some jobs only");
    }
    match planned::missed(client, filter, GRACE, session.context.now()).await {
        Ok(comparison) => Missed::of(comparison),
        Err(_) => Missed::unknown("the triggers or the workflows could not be read"),
    }
}

async fn read(client: &Client, filter: &Filter, session: &mut Session<'_, '_>) -> Result<Report, Failure> {
    let is_of_all = filter.jobs.is_empty();
    let search = match is_of_all {
        true => ExecutionSearch::all_jobs(client),
        false => ExecutionSearch::of(client, resolve::sources(client, &GET_JOB_EXECUTIONS, &filter.jobs, false).await?),
    };
    let found = search.window(filter.window).send().await?;
    let sources = &found.sources;
    let record = Record::open(client, session.matches, session.context).await;
    let recorded = record.runs(session.streams).into_values();
    record.add_found(&found.executions, session.context, session.streams);
    let is_chosen = |job: Option<&str>| is_of_all || sources.iter().any(|source| Some(&*source.id) == job);
    let known =
        Known::join(&found.executions, recorded, |run| is_chosen(run.job_id.as_deref()) && filter.window.contains(run));
    let now = session.context.now().as_millisecond();
    let span = Span {
        since: filter.window.since.unwrap_or_default(),
        until: filter.window.until.unwrap_or(now),
        now,
        zone: session.context.time_zone().unwrap_or(TimeZone::UTC),
    };
    let missed = missed(client, filter, session).await;
    let unread = &found.unread;
    // It is not known whether a job that could not be read has runs.
    let is_unread = |source: &ExecutionSource| unread.iter().any(|unread| unread.source.id == source.id);
    let read: Vec<_> = sources.iter().filter(|source| !is_unread(source)).map(|source| (**source).clone()).collect();
    let mut report = Report::new(span, &read, known, missed, client.endpoint().to_string());
    report.unread = unread.iter().map(|unread| (name(&unread.source).to_owned(), unread.error.to_string())).collect();
    Ok(report)
}

fn name(source: &ExecutionSource) -> &str {
    source.name.as_deref().unwrap_or(&source.id)
}

/// An incomplete report must not pass for a complete one.
fn check_complete(report: &Report, session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let unread = &report.unread;
    if unread.is_empty() {
        return Ok(());
    }
    for (job, error) in unread.iter().take(MAX_LISTED) {
        session.streams.note(&format!("note: the runs of job '{job}' could not be read: {error}"));
    }
    if unread.len() > MAX_LISTED {
        session.streams.note(&format!("note: and of {} more", unread.len() - MAX_LISTED));
    }
    let jobs = if unread.len() == 1 { "one job".to_owned() } else { format!("{} jobs", unread.len()) };
    let message = format!("the report is incomplete: {jobs} could not be read");
    Err(CliError::response(message, "the report names them; run the command again").into())
}
