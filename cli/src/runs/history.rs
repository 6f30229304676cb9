//! `job history`: the runs of a job as bars, and how it usually runs.

use crate::api::resolve;
use crate::args::flags::parameter_id;
use crate::args::parameters;
use crate::args::values::Checks;
use crate::failure::{CliError, Failure};
use crate::output::Format;
use crate::record::Record;
use crate::runs::bars::{Bar, Drawing};
use crate::runs::figures::{RunFigures, StatisticsFigures, iso, print_json, text_or_json};
use crate::runs::filter::{self, Filter, SINCE, UNTIL};
use crate::runs::known::{Known, slowest};
use crate::runs::{mark, text};
use crate::session::{OperatorCommand, Run, Session, always};
use crate::table::BY_ID;
use crate::terminal::{escape, wrap};
use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::tz::TimeZone;
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, GET_JOB_EXECUTIONS};
use ncloud_dataflow::runtime::operation::Place;
use ncloud_dataflow::{Client, ExecutionSearch, ExecutionSource, RunStatistics, Window};
use serde::Serialize;

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(CREATE_JOB_EXECUTION.command.noun),
    verb: "history",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const ASCII: &str = ":ascii";

fn build(command: Command) -> Command {
    let path = parameters::args(&GET_JOB_EXECUTIONS, Checks::Ranges).into_iter();
    let job =
        path.filter(|(parameter, _)| parameter.place == Place::Path).map(|(_, arg)| arg.help("ID or name of the job"));
    command
        .about("Draw the runs of a job as bars, by default of the last 30 days")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(EXIT_CODES)
        .args(job)
        .args(window_args())
        .arg(Arg::new(ASCII).long("ascii").action(ArgAction::SetTrue).help("Draw with ASCII characters only"))
        .arg(
            Arg::new(BY_ID)
                .long("by-id")
                .action(ArgAction::SetTrue)
                .hide_short_help(true)
                .help("Treat the value as an ID; do not look up a name"),
        )
}

/// Returns the arguments of a span of time: by default the last 30 days.
pub(crate) fn window_args() -> impl Iterator<Item = Arg> {
    let args = filter::args().into_iter().filter(|arg| [SINCE, UNTIL].contains(&arg.get_id().as_str()));
    args.map(|arg| if arg.get_id() == SINCE { arg.default_value("30d") } else { arg })
}

const LONG_ABOUT: &str = "\
Draw the runs of a job as bars, by default of the last 30 days

One bar for each run, the newest on the right. The height is the time that the run has run, compared with the longest \
one. The letter below is the outcome: S succeeded, F failed, C canceled, R going, ? unknown. The last line has the \
success rate (without canceled runs), and median (p50) and 95th percentile (p95) of the successful runs.

If the bars do not fit into the terminal, the newest ones are drawn. The figures always include all runs. Runs that the \
service has forgotten are taken from the local record. In a pipe, the drawing is 80 columns wide, or as wide as the \
variable COLUMNS says.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow job history nightly-etl
  ncloud-dataflow job history nightly-etl --since 7d --ascii
  ncloud-dataflow job history nightly-etl --since 2026-11-01 --until 2026-12-01
  ncloud-dataflow job history gqigvHhTu7ra -o json";

const EXIT_CODES: &str = "\
Exit codes:
  0    the job was found, whatever its runs
  6    neither the service nor the local record knows the job, or several have the
       name";

/// The history of a job. `-o json` prints these field names.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    job_id: String,
    job_name: String,
    since: Option<String>,
    until: Option<String>,
    statistics: StatisticsFigures,
    slowest: Option<RunFigures>,
    /// Oldest first.
    runs: Vec<RunFigures>,
}

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let format = text_or_json("job history", &session)?;
    let window = Filter::from_matches(session.matches, session.context)?.window;
    let job = resolve::path_id(client, &GET_JOB_EXECUTIONS, session.matches).await?;
    let known = read(client, &job, window, &mut session).await?;
    if let Some(note) = known.lost_note() {
        session.streams.note(&format!("note: {note}"));
    }
    let now = session.context.now().as_millisecond();
    match format {
        Format::Table => print(&known, window, now, session),
        format => {
            let figures = Figures {
                job_name: job_name(&known, session.matches),
                job_id: job,
                since: window.since.and_then(iso),
                until: Some(window.until.unwrap_or(now)).and_then(iso),
                statistics: StatisticsFigures::from(&statistics(&known)),
                slowest: slowest(&known.runs).map(|(run, _)| RunFigures::new(run, now)),
                runs: known.runs.iter().map(|run| RunFigures::new(run, now)).collect(),
            };
            print_json(&figures, format, session.streams)
        }
    }
}

/// Returns the name of the job, or what the arguments call it if it has no runs.
fn job_name(known: &Known, matches: &ArgMatches) -> String {
    let path = GET_JOB_EXECUTIONS.parameters.first();
    let given = path.and_then(|job| matches.get_one::<String>(&parameter_id(job.name)));
    known.runs.last().map(|run| &run.job_name).or(given).cloned().unwrap_or_default()
}

fn statistics(known: &Known) -> RunStatistics {
    RunStatistics::of(known.runs.iter().map(|run| &run.execution))
}

/// Reads the runs of a job, and adds those that only the record knows. A job that only the record knows is not an error.
async fn read(client: &Client, job: &str, window: Window, session: &mut Session<'_, '_>) -> Result<Known, Failure> {
    let source = ExecutionSource { id: job.into(), ..ExecutionSource::default() };
    let search = ExecutionSearch::of(client, [source]).window(window);
    let record = Record::open(client, session.matches, session.context).await;
    let recorded = record.runs(session.streams).into_values();
    let found = search.send().await?;
    match found.unread.into_iter().next() {
        None => {
            record.add_found(&found.executions, session.context, session.streams);
            let of_job = recorded.filter(|run| run.job_id.as_deref() == Some(job));
            Ok(Known::join(&found.executions, of_job, |run| window.contains(run)))
        }
        Some(unread) if unread.error.is_not_found() => {
            let is_of_job = |name: Option<&str>| name == Some(job);
            let of_job = recorded.filter(|run| is_of_job(run.job_id.as_deref()) || is_of_job(run.job_name.as_deref()));
            let mut of_job = of_job.peekable();
            if of_job.peek().is_none() {
                let hint = "list the jobs with 'job list'";
                return Err(CliError::not_found(format!("no job has the ID or name '{job}'"), hint).into());
            }
            session.streams.note(&format!("note: the service has no job '{job}'; its runs are from the local record"));
            Ok(Known::join(&[], of_job, |run| window.contains(run)))
        }
        Some(unread) => Err(unread.error.into()),
    }
}

fn print(known: &Known, window: Window, now: i64, session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    let zone = context.time_zone().unwrap_or(TimeZone::UTC);
    let columns = wrap::columns(streams, &context.environment);
    let shown = |moment: Option<i64>| moment.and_then(|moment| text::moment(moment, &zone)).unwrap_or_default();
    let span = format!("{} to {}", shown(window.since), shown(Some(window.until.unwrap_or(now))));
    if known.runs.is_empty() {
        let job = job_name(known, matches);
        streams.note(&format!("job '{job}' has no runs from {span}; --since changes that"));
        return Ok(());
    }
    let is_ascii = matches.get_flag(ASCII);
    let drawing = Drawing { columns, is_ascii, is_colored: streams.is_colored(false), zone: zone.clone() };
    let skipped = known.runs.len().saturating_sub(drawing.capacity());
    let bars: Vec<Bar> = known.runs.iter().skip(skipped).map(|run| bar(run, now)).collect();
    let mut head = format!("{}: {} from {span}", job_name(known, matches), counted(known.runs.len()));
    if skipped > 0 {
        head += &format!("; {skipped} older ones are not drawn");
    }
    let statistics = statistics(known);
    let tail = [legend(&statistics), summary(known, &statistics, &zone)];
    let lines = |text: &str| {
        let text = escape::text(text);
        let text = if is_ascii { ascii(&text) } else { text.into_owned() };
        // A pipe gets whole sentences, which are easier to search.
        if streams.is_terminal(false) { wrap::wrap(&text, columns) } else { text }
    };
    let blocks = [lines(&head), String::new(), drawing.lines(&bars).join("\n"), String::new()];
    let blocks = blocks.into_iter().chain(tail.iter().map(|line| lines(line))).collect::<Vec<_>>();
    Ok(writeln!(streams.out(), "{}", blocks.join("\n"))?)
}

fn bar(run: &crate::runs::known::KnownRun, now: i64) -> Bar {
    Bar { outcome: run.outcome(), time: run.execution.running_duration_at(now), begin: run.begin() }
}

fn counted(runs: usize) -> String {
    if runs == 1 { "1 run".to_owned() } else { format!("{runs} runs") }
}

/// Returns the letters that occur, with their numbers.
fn legend(statistics: &RunStatistics) -> String {
    let counted = mark::OUTCOMES.into_iter().map(|outcome| (outcome, statistics.count(outcome)));
    let counted = counted.filter(|(_, count)| *count > 0);
    let entries = counted.map(|(outcome, count)| format!("{} {} {count}", mark::letter(outcome), mark::word(outcome)));
    entries.collect::<Vec<_>>().join(", ")
}

fn summary(known: &Known, statistics: &RunStatistics, zone: &TimeZone) -> String {
    let ended = statistics.succeeded + statistics.failed;
    let mut parts = vec![match mark::percent(statistics) {
        Some(percent) => format!("success rate {percent} ({} of {ended})", statistics.succeeded),
        None => "no run has succeeded or failed".to_owned(),
    }];
    if let Some(running) = statistics.running {
        parts.push(format!("p50 {}", text::duration(running.median)));
        parts.push(format!("p95 {}", text::duration(running.p95)));
    }
    if let Some((run, time)) = slowest(&known.runs) {
        let when = run.begin().and_then(|begin| text::moment(begin, zone)).unwrap_or_default();
        let (time, id, outcome) = (text::duration(time), run.id(), mark::word(run.outcome()));
        parts.push(format!("slowest {time} ({id}, {when}, {outcome})"));
    }
    parts.join(", ")
}

/// Escapes what is not ASCII, such as a Korean name.
fn ascii(text: &str) -> String {
    text.chars()
        .map(
            |character| {
                if character.is_ascii() { character.to_string() } else { character.escape_unicode().to_string() }
            },
        )
        .collect()
}
