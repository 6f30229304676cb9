//! `execution why`: what is known about why a run ended as it did.

use crate::failure::Failure;
use crate::object_storage;
use crate::output::Format;
use crate::record::Record;
use crate::runs::explanation::{Explanation, Log};
use crate::runs::figures::text_or_json;
use crate::runs::find::{self, Run as FoundRun};
use crate::session::{OperatorCommand, Run, Session, always};
use crate::terminal::{escape, wrap};
use clap::{Arg, Command};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::GET_JOB_EXECUTION;
use ncloud_dataflow::{Client, ExecutionSearch, ExecutionSource, Outcome, Window};

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTION.command.noun),
    verb: "why",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

pub(crate) const EXECUTION: &str = ":execution";

/// How far back runs of the job are read, in milliseconds: 90 days.
const LOOK_BACK: i64 = 90 * 24 * 3600 * 1000;

fn build(command: Command) -> Command {
    command
        .about("Explain how a run ended: its times, what has changed, and its log")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(EXIT_CODES)
        .arg(execution_arg())
        .arg(object_storage::endpoint_arg())
}

/// Returns the argument of an execution ID.
pub(crate) fn execution_arg() -> Arg {
    Arg::new(EXECUTION)
        .value_name("EXECUTION_ID")
        .required(true)
        .help("ID of the execution, or @last for the run started last from this machine")
}

const LONG_ABOUT: &str = "\
Explain how a run ended: its times, what has changed, and its log

Compares the run with the last 20 successful runs of the job, and its settings and parameters with the last success. \
Says whether the run reached its timeout, and which runs were going at the same time. If the run did not succeed, the \
end of its log is read from Object Storage. Each finding is a fact with its \
figures, not a guess.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution why fKE22JFX4PAu
  ncloud-dataflow execution why @last
  ncloud-dataflow execution why fKE22JFX4PAu -o json";

const EXIT_CODES: &str = "\
Exit codes:
  0    the run was found, whatever its outcome
  6    no job has the execution";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let format = text_or_json("execution why", &session)?;
    let id = session.matches.get_one::<String>(EXECUTION).cloned().unwrap_or_default();
    let run = find::run(client, &id, &mut session).await?;
    let explanation = explain(client, &run, &mut session).await?;
    let text = match format {
        Format::Json | Format::Jsonl => serde_json::to_string(&explanation).map_err(std::io::Error::other)?,
        _ => sentences(&explanation.findings, &session),
    };
    let text = if session.streams.is_terminal(false) { escape::lines(&text) } else { text.as_str().into() };
    Ok(writeln!(session.streams.out(), "{text}")?)
}

/// Returns the findings as lines. On a terminal, sentences are broken between words; lines of a log stay as they are.
fn sentences(findings: &[String], session: &Session<'_, '_>) -> String {
    let columns = wrap::columns(session.streams, &session.context.environment);
    let is_wrapped = |finding: &&String| session.streams.is_terminal(false) && !finding.contains('\n');
    let lines = findings.iter().map(|finding| match Some(finding).filter(is_wrapped) {
        Some(sentence) => wrap::wrap(sentence, columns),
        None => finding.clone(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Explains a run. Other runs that cannot be read are left out, and a note says so.
pub(crate) async fn explain(
    client: &Client,
    run: &FoundRun,
    session: &mut Session<'_, '_>,
) -> Result<Explanation, Failure> {
    let now = session.context.now().as_millisecond();
    let others = others_of_job(client, run, now, session).await;
    let concurrent = concurrent(client, run, now, session).await;
    let times = session.times();
    let mut explanation = Explanation::new(run, &others, concurrent.as_deref(), now, &times);
    add_log(client, run, &mut explanation, session).await;
    Ok(explanation)
}

/// Adds the end of the log of a run that did not succeed. A log that cannot be read is a finding too.
async fn add_log(client: &Client, run: &FoundRun, explanation: &mut Explanation, session: &Session<'_, '_>) {
    if run.execution.outcome() == Some(Outcome::Success) {
        return;
    }
    let Some(path) = explanation.log_path.clone() else {
        explanation.findings.push(without_log(&run.execution).to_owned());
        return;
    };
    match object_storage::log_tail(client, &path, LOG_LINES, session.matches, session.context).await {
        Ok(tail) => explanation.add_log(Log { last_lines: tail.lines, exception: tail.exception }),
        Err(error) => {
            explanation.findings.push(format!("The log {path} could not be read: {error}; {}.", error.hint()));
        }
    }
}

/// Says why there is no log. The service names the log of a run only some time after its start.
fn without_log(execution: &JobExecution) -> &'static str {
    let path = execution.job_condition.as_ref().and_then(|condition| condition.log_path.as_deref());
    match (path.is_some_and(|path| !path.is_empty()), execution.has_ended()) {
        (false, _) => "The run has no log: its job has no log path.",
        (true, false) => "The run has no log yet.",
        (true, true) => "The service names no log of the run, although its job has a log path.",
    }
}

/// Number of lines of the log that are shown.
const LOG_LINES: usize = 20;

/// Returns the other runs of the job, newest first: from the service, and from the local record what it has forgotten.
async fn others_of_job(client: &Client, run: &FoundRun, now: i64, session: &mut Session<'_, '_>) -> Vec<JobExecution> {
    let source = ExecutionSource { id: run.job_id.as_str().into(), ..ExecutionSource::default() };
    let since = started(&run.execution).unwrap_or(now) - LOOK_BACK;
    let window = Window { since: Some(since), ..Window::default() };
    let mut runs: Vec<JobExecution> = match ExecutionSearch::of(client, [source]).window(window).send().await {
        Ok(found) => {
            for unread in &found.unread {
                session.streams.note(&format!("note: not all runs of the job could be read: {}", unread.error));
            }
            found.executions.into_iter().map(|found| found.execution).collect()
        }
        Err(error) => {
            session.streams.note(&format!("note: the other runs of the job could not be read: {error}"));
            Vec::new()
        }
    };
    let record = Record::open(client, session.matches, session.context).await;
    record.add_ended(runs.iter().chain([&run.execution]), session.context, session.streams);
    let known: std::collections::HashSet<_> = runs.iter().map(|run| run.job_execution_id.clone()).collect();
    let recorded = record.runs(session.streams).into_values();
    let forgotten = |recorded: &JobExecution| {
        recorded.job_id.as_deref() == Some(run.job_id.as_str()) && !known.contains(&recorded.job_execution_id)
    };
    runs.extend(recorded.filter(forgotten));
    runs.sort_by_key(|run| std::cmp::Reverse(started(run)));
    runs
}

fn started(execution: &JobExecution) -> Option<i64> {
    let date = execution.start_date.as_ref().or(execution.created_date.as_ref())?;
    date.to_millis_in_korea().ok()
}

/// Returns the runs of all jobs that were alive while the run was.
async fn concurrent(
    client: &Client,
    run: &FoundRun,
    now: i64,
    session: &mut Session<'_, '_>,
) -> Option<Vec<ncloud_dataflow::FoundExecution>> {
    let start = run.execution.start_date.as_ref()?.to_millis_in_korea().ok()?;
    let end = run.execution.end_date.as_ref().map_or(Some(now), |end| end.to_millis_in_korea().ok())?;
    let window = Window { since: Some(start), until: Some(end), ..Window::default() };
    match ExecutionSearch::all_jobs(client).window(window).send().await {
        Ok(found) if found.unread.is_empty() => Some(found.executions),
        Ok(found) => {
            let count = found.unread.len();
            session.streams.note(&format!("note: the runs of {count} other jobs could not be read"));
            Some(found.executions)
        }
        Err(error) => {
            session.streams.note(&format!("note: runs of the same time could not be read: {error}"));
            None
        }
    }
}
