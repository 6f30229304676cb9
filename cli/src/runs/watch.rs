//! `execution watch`: shows runs until none is going.

use crate::api::formatter::format;
use crate::args::time_limit;
use crate::failure::{CliError, Failure};
use crate::output::Format;
use crate::record::Record;
use crate::runs::filter::{self, Filter};
use crate::runs::find;
use crate::runs::search::search;
use crate::runs::usual;
use crate::runs::watch_view::{Row, View};
use crate::runs::why::EXECUTION;
use crate::session::{OperatorCommand, Run, Session, always};
use crate::table::{INTERVAL, INTERVAL_FLAG};
use clap::{Arg, ArgAction, ArgGroup, Command};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::GET_JOB_EXECUTION;
use ncloud_dataflow::{Client, Error};
use std::collections::HashMap;
use std::time::Duration;

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTION.command.noun),
    verb: "watch",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const ALL: &str = ":all";

/// Time between two polls, unless it is set.
const DEFAULT_INTERVAL: Duration = Duration::from_secs(10);

/// Number of polls in a row that may fail.
const MAX_FAILED: u32 = 30;

fn build(command: Command) -> Command {
    let [_, _, _, job, workflow, _] = filter::args();
    let execution = Arg::new(EXECUTION).value_name("EXECUTION_ID").help("ID of an execution, or @last");
    let all = Arg::new(ALL).long("all").action(ArgAction::SetTrue).help("Runs of all jobs (the default)");
    let interval = Arg::new(INTERVAL)
        .long(INTERVAL_FLAG)
        .value_name("TIME")
        .value_parser(time_limit::parse)
        .help("Time between two polls [default: 10s]");
    command
        .about("Show runs that are going, until none is")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .arg(execution)
        .args([job, workflow])
        .arg(all)
        .group(ArgGroup::new(":scope").args([EXECUTION, filter::JOB, filter::WORKFLOW, ALL]).multiple(false))
        .arg(interval)
}

const LONG_ABOUT: &str = "\
Show runs that are going, until none is

On a terminal, a table is redrawn in place. Otherwise, each change is one line. USUALLY is the median of the last 20 \
successful runs of the job. Ctrl-C ends the command, not the runs. The outcome of the runs does not change the exit \
code; 'execution get --wait' is for that.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution watch
  ncloud-dataflow execution watch @last
  ncloud-dataflow execution watch --workflow daily --interval 30s";

/// What is watched: one run, or all that a filter keeps.
enum Scope {
    One(Box<find::Run>),
    Filter(Filter),
}

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    if !matches!(format(session.matches), Format::Table | Format::Wide) {
        let message = "'execution watch' prints a table only".to_owned();
        return Err(CliError::usage(message, "use 'execution list --status RUNNING -o json'").into());
    }
    let scope = match session.matches.get_one::<String>(EXECUTION).cloned() {
        Some(id) => Scope::One(Box::new(find::run(client, &id, &mut session).await?)),
        None => {
            let mut filter = Filter::from_matches(session.matches, session.context)?;
            filter.window.since = Some(session.context.now().as_millisecond());
            Scope::Filter(filter)
        }
    };
    let interval = session.matches.get_one::<Duration>(INTERVAL).copied().unwrap_or(DEFAULT_INTERVAL);
    let mut watch = Watch { client, rows: Vec::new(), usual: HashMap::new() };
    let mut view = View::new(session.times(), session.streams);
    let mut failed = 0;
    loop {
        match watch.poll(&scope, &session).await {
            Ok(()) => {
                if failed > 0 {
                    view.note("note: polling works again", session.streams);
                }
                failed = 0;
                view.show(&watch.rows, session.context.now().as_millisecond(), session.streams)?;
                if watch.rows.iter().all(|row| row.execution.has_ended()) {
                    return watch.finish(&mut session).await;
                }
            }
            Err(failure) => {
                failed += 1;
                let error = may_pass(&failure).filter(|_| failed < MAX_FAILED && !watch.rows.is_empty());
                let Some(error) = error else {
                    return Err(failure);
                };
                if failed == 1 {
                    view.note(&format!("note: a poll failed, the watch continues: {error}"), session.streams);
                }
            }
        }
        session.streams.flush()?;
        session.context.clock.sleep(interval).await;
    }
}

/// Returns the error of a call that may succeed later.
fn may_pass(failure: &Failure) -> Option<&Error> {
    match failure {
        Failure::Call { error, .. } if !error.is_auth() => Some(error),
        _ => None,
    }
}

struct Watch<'c> {
    client: &'c Client,
    /// The runs that were going at some poll, newest first.
    rows: Vec<Row>,
    /// Usual running time by job ID.
    usual: HashMap<String, Option<Duration>>,
}

impl Watch<'_> {
    /// Reads the runs. A run that has ended stays.
    async fn poll(&mut self, scope: &Scope, session: &Session<'_, '_>) -> Result<(), Failure> {
        let now = session.context.now().as_millisecond();
        let found: Vec<(String, String, JobExecution)> = match scope {
            Scope::One(run) => {
                let execution = self.client.get_job_execution(&*run.job_id, run.id()).send().await?;
                vec![(run.job_id.clone(), run.job_name().to_owned(), execution)]
            }
            Scope::Filter(filter) => {
                let found = search(self.client, filter).await?;
                if let Some(unread) = found.unread.into_iter().next() {
                    return Err(unread.error.into());
                }
                let known = |run: &JobExecution| self.rows.iter().any(|row| row.is(run));
                let shown = found.runs.into_iter().filter(|run| !run.execution.has_ended() || known(&run.execution));
                shown.map(|run| (run.job_id().to_owned(), run.job_name().to_owned(), run.execution)).collect()
            }
        };
        let mut rows = Vec::new();
        for (job_id, job_name, execution) in found {
            let usual = self.usual(&job_id, now).await;
            rows.push(Row { job_name, execution, usual });
        }
        // A run that is no longer listed is not forgotten: it keeps its last state.
        let gone = |row: &Row| !rows.iter().any(|other| other.is(&row.execution));
        let gone: Vec<_> = self.rows.extract_if(.., |row| gone(row)).collect();
        rows.extend(gone);
        self.rows = rows;
        Ok(())
    }

    async fn usual(&mut self, job_id: &str, now: i64) -> Option<Duration> {
        if let Some(usual) = self.usual.get(job_id) {
            return *usual;
        }
        let usual = usual::of_job(self.client, job_id, now).await.map(|running| running.median);
        self.usual.insert(job_id.to_owned(), usual);
        usual
    }

    async fn finish(&self, session: &mut Session<'_, '_>) -> Result<(), Failure> {
        if self.rows.is_empty() {
            session.streams.note("no run is going");
        }
        let record = Record::open(self.client, session.matches, session.context).await;
        record.add_ended(self.rows.iter().map(|row| &row.execution), session.context, session.streams);
        Ok(())
    }
}
