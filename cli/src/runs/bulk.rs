//! Starts several jobs again: says what it would do, asks, and starts one after the other.

use crate::api::confirm;
use crate::api::formatter;
use crate::api::start_notes::note_missing_log;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::output::times::Times;
use crate::runs::find::Run;
use crate::runs::start::{adopts, explain, is_held_back, note_adopted, record, waits};
use crate::runs::unfinished;
use crate::runs::unknown_start::{self, Before, Settled};
use crate::session::Session;
use crate::table::{DRY_RUN, WAIT_TIMEOUT};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, GET_JOB_EXECUTIONS};
use ncloud_dataflow::runtime::Request;
use ncloud_dataflow::{Client, Error, Outcome, StartedJob, Text};
use std::time::Duration;

/// A start of a job, as an earlier run was started.
pub(crate) struct Start {
    pub(crate) run: Run,
    pub(crate) body: Json,
}

impl Start {
    fn described(&self, times: &Times) -> String {
        let execution = &self.run.execution;
        let state = execution.status.as_ref().map_or("without a state", |status| status.as_str());
        let when = execution.start_date.as_ref().map(|start| format!(" since {}", times.of_text(start.as_str())));
        format!("job '{}' as execution {} ({state}{})", self.run.job_name(), self.run.id(), when.unwrap_or_default())
    }

    /// The job in a message.
    fn job(&self) -> String {
        format!("job '{}'", self.run.job_name())
    }

    fn request(&self, client: &Client) -> Request {
        let mut request = client.request(&CREATE_JOB_EXECUTION);
        if let Some(job) = CREATE_JOB_EXECUTION.parameters.first() {
            request.set(job.name, &self.run.job_id);
        }
        request.raw_body(&self.body.to_string());
        request
    }
}

/// What came of the starts.
#[derive(Default)]
struct Tally {
    /// Runs that ended, or were only started.
    rows: Vec<JobExecution>,
    problems: Vec<String>,
    unknown: usize,
    failed_starts: usize,
    /// IDs of job and execution of each run that failed or was canceled.
    unsuccessful: Vec<[String; 2]>,
}

/// Starts all, after a confirmation. With `--dry-run`, it only prints what it would send.
pub(crate) async fn start(client: &Client, starts: Vec<Start>, session: &mut Session<'_, '_>) -> Result<(), Failure> {
    in_order(client, &[starts], session).await
}

/// Starts groups of jobs, after a confirmation: each group when the one before it has succeeded.
pub(crate) async fn in_order(
    client: &Client,
    groups: &[Vec<Start>],
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    if session.matches.get_flag(DRY_RUN) {
        let starts = groups.iter().flatten();
        return print_requests(client, starts, session);
    }
    let waits = waits(session.matches);
    if groups.len() > 1 && !waits {
        let message = "some jobs start only when others have succeeded".to_owned();
        return Err(CliError::usage(message, "add --wait, or see the order with --dry-run; nothing was started").into());
    }
    let times = session.times();
    for start in groups.iter().flatten() {
        session.streams.line(&format!("start {}", start.described(&times)));
    }
    let text = match groups.iter().map(Vec::len).sum() {
        1 => "Start this run?".to_owned(),
        count => format!("Start these {count} runs?"),
    };
    confirm::ask_for(&text, session.matches, session.context, session.streams).await?;
    let mut tally = Tally::default();
    for group in groups {
        if !tally.problems.is_empty() {
            tally.problems.extend(group.iter().map(|start| format!("job '{}' was not started", start.run.job_name())));
            continue;
        }
        for run in start_each(client, group, &mut tally, session).await {
            match waits {
                true => wait(run, &mut tally, session).await,
                false => tally.rows.push(run.response().clone()),
            }
        }
    }
    print_rows(&tally.rows, session)?;
    explain(client, verdict(tally), session).await
}

/// Prints what would be sent.
pub(crate) fn print_requests<'s>(
    client: &Client,
    starts: impl IntoIterator<Item = &'s Start>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    for start in starts {
        let target = start.request(client).target()?;
        let method = CREATE_JOB_EXECUTION.method.as_str();
        writeln!(session.streams.out(), "{method} {}{target}\n{}", client.endpoint(), start.body)?;
    }
    session.streams.note("note: nothing was started, because of --dry-run");
    Ok(())
}

async fn start_each(
    client: &Client,
    starts: &[Start],
    tally: &mut Tally,
    session: &mut Session<'_, '_>,
) -> Vec<StartedJob> {
    let mut started: Vec<StartedJob> = Vec::new();
    for start in starts {
        let own = started.iter().map(|run| run.execution_id().into()).collect();
        match start_one(client, start, own, tally, session).await {
            Ok(Some(run)) => {
                record(client, run.job_id(), run.response(), session).await;
                note_missing_log(run.response(), run.job_id(), session.matches, session.streams);
                started.push(run);
            }
            Ok(None) => {}
            Err(Failure::Call { error, .. }) => tally.add_error(&start.job(), &error),
            Err(_) => {
                tally.failed_starts += 1;
                tally.problems.push(format!("{}: its runs could not be read, so it was not started", start.job()));
            }
        }
    }
    started
}

/// Starts a job, and settles an unknown outcome. `own` are executions that this command has started before.
async fn start_one(
    client: &Client,
    start: &Start,
    own: Vec<Text>,
    tally: &mut Tally,
    session: &mut Session<'_, '_>,
) -> Result<Option<StartedJob>, Failure> {
    let source = unfinished::job(&start.run.job_id);
    if is_held_back(client, &source, session).await? {
        return Ok(None);
    }
    let mut before = Before::read(client, &source, adopts(session.matches), session).await?;
    before.extend(own);
    let error = match StartedJob::start(start.request(client)).await {
        Ok(run) => {
            session.streams.note(&format!("note: started execution {}", run.execution_id()));
            return Ok(Some(run));
        }
        Err(error) if unknown_start::is_unknown(&error) => error,
        Err(error) => return Err(error.into()),
    };
    match unknown_start::settle(client, &source, &error, &before, session).await {
        Settled::Adopted(runs) => {
            note_adopted(&runs, session);
            Ok(runs.into_iter().next().map(|run| StartedJob::attach(client, &start.run.job_id, run)))
        }
        Settled::Unknown(unknown) => {
            tally.unknown += 1;
            tally.problems.push(format!("{}: {}; {}", start.job(), unknown.message, unknown.hint));
            tally.problems.extend(unknown.details);
            Ok(None)
        }
        Settled::NotSearched => Err(error.into()),
    }
}

async fn wait(run: StartedJob, tally: &mut Tally, session: &mut Session<'_, '_>) {
    let timeout = session.matches.get_one::<Duration>(WAIT_TIMEOUT).copied().unwrap_or(Duration::MAX);
    match run.wait(timeout).await {
        Ok(execution) => {
            if execution.outcome() != Some(Outcome::Success) {
                let state = execution.status.as_ref().map_or("without a state", |status| status.as_str());
                tally.problems.push(format!("execution {} is {state}", run.execution_id()));
                match execution.outcome() {
                    Some(_) => tally.unsuccessful.push([run.job_id(), run.execution_id()].map(str::to_owned)),
                    None => tally.unknown += 1,
                }
            }
            tally.rows.push(execution);
        }
        Err(error) => {
            tally.add_error(&format!("execution {}", run.execution_id()), &error);
            tally.rows.push(run.response().clone());
        }
    }
}

impl Tally {
    fn add_error(&mut self, what: &str, error: &Error) {
        self.problems.push(format!("{what}: {error}"));
        match error.started().is_some() || error.outcome_unknown() || error.was_accepted() {
            true => self.unknown += 1,
            false => self.failed_starts += 1,
        }
    }
}

fn print_rows(rows: &[JobExecution], session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let times = session.times();
    let mut formatter = formatter::select(
        &GET_JOB_EXECUTIONS,
        formatter::format(session.matches),
        session.matches,
        times,
        session.streams,
    )?;
    for row in rows {
        let json = serde_json::to_string(row).map_err(std::io::Error::other)?;
        formatter.write_item(session.streams.out(), &json)?;
    }
    formatter.finish(session.streams.out(), true)
}

/// An unknown outcome counts most, because the user has to check it.
fn verdict(tally: Tally) -> Result<(), Failure> {
    let error = if tally.unknown > 0 {
        CliError::outcome_unknown(
            format!("the outcome of {} is unknown", counted(tally.unknown)),
            "look at them with 'execution list' before you start them again",
        )
    } else if tally.failed_starts > 0 {
        CliError::response(format!("not started: {}", counted(tally.failed_starts)), "all others were started")
    } else if !tally.unsuccessful.is_empty() {
        CliError::run_failed(format!("not successful: {}", counted(tally.unsuccessful.len())))
    } else {
        return Ok(());
    };
    Err(error.with_details(tally.problems).with_runs(tally.unsuccessful).into())
}

fn counted(runs: usize) -> String {
    if runs == 1 { "1 run".to_owned() } else { format!("{runs} runs") }
}
