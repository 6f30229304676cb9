//! `execution logs`: prints the console log of a run.

use crate::failure::{CliError, Failure};
use crate::object_storage::lines::Lines;
use crate::object_storage::{self, Location, LogError, Store, last_lines};
use crate::runs::find::Run as FoundRun;
use crate::runs::{chosen, follow};
use crate::session::{OperatorCommand, Run, Session, always};
use crate::terminal::output_streams::Streams;
use clap::{Arg, ArgAction, Command};
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::GET_JOB_EXECUTION;
use regex_lite::Regex;

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTION.command.noun),
    verb: "logs",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const TAIL: &str = ":tail";
const FOLLOW: &str = ":follow";
const GREP: &str = ":grep";

fn build(command: Command) -> Command {
    chosen::with_args(command)
        .about("Print the console log of an execution")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(EXIT_CODES)
        .args([
            Arg::new(TAIL)
                .long("tail")
                .value_name("N")
                .allow_negative_numbers(true)
                .value_parser(|text: &str| text.parse::<u64>().map_err(|_| "expected an integer of 0 or more"))
                .help("Print the last N lines only"),
            Arg::new(FOLLOW)
                .long("follow")
                .action(ArgAction::SetTrue)
                .help("Print what is added, until the run has ended and the log is complete"),
            Arg::new(GREP)
                .long("grep")
                .value_name("RE")
                .allow_hyphen_values(true)
                .value_parser(|text: &str| Regex::new(text).map_err(|error| error.to_string()))
                .help("Print only lines that match this regular expression; with --tail, those of the last N lines"),
        ])
        .arg(object_storage::endpoint_arg())
}

const LONG_ABOUT: &str = "\
Print the console log of an execution

The log is read from the bucket to which the execution writes it, with the same credentials. They need permission to \
read objects of the bucket. In a pipe, the log is printed byte by byte; on a terminal, control characters are escaped.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution logs fKE22JFX4PAu
  ncloud-dataflow execution logs @last --follow
  ncloud-dataflow execution logs nightly-etl fKE22JFX4PAu --tail 100
  ncloud-dataflow execution logs fKE22JFX4PAu --grep 'ERROR|WARN' > problems.log";

const EXIT_CODES: &str = "\
Exit codes:
  0    the log was printed, whatever the outcome of the execution
  1    the log could not be read
  2    invalid usage, e.g. of --grep; nothing was sent
  4    the credentials were rejected, or may not read the bucket
  6    no such execution or bucket, the execution has no log path, or no log yet";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let tail = session.matches.get_one::<u64>(TAIL).copied();
    let grep = session.matches.get_one::<Regex>(GREP).cloned();
    let run = chosen::run(client, &mut session).await?;
    let lines = Lines::new(grep, session.streams.is_terminal(false));
    if session.matches.get_flag(FOLLOW) {
        return follow::follow(client, run, tail, lines, session).await;
    }
    let Session { matches, context, streams, .. } = session;
    let path = log_path(&run).ok_or_else(|| no_path(&run))?;
    let store = Store::open(client, Location::parse(path)?, matches, context)?;
    let mut reader = LogReader::new(store, lines);
    let read = match reader.skip_to_last(tail).await {
        Ok(()) => reader.catch_up(streams).await,
        Err(error) => Err(error.into()),
    };
    match read {
        Err(ReadError::Log(error)) if error.is_no_log() => Err(no_log(&run, error)),
        read => {
            read?;
            reader.finish(streams)
        }
    }
}

/// Returns the path of a run's log.
pub(crate) fn log_path(run: &FoundRun) -> Option<&str> {
    let path = run.execution.job_condition.as_ref()?.console_log_path.as_deref()?;
    Some(path).filter(|path| !path.is_empty())
}

/// Returns the error of a run without a log path.
pub(crate) fn no_path(run: &FoundRun) -> Failure {
    let condition = run.execution.job_condition.as_ref();
    let has_folder = condition.and_then(|condition| condition.log_path.as_deref()).is_some_and(|path| !path.is_empty());
    let (message, hint) = match (has_folder, run.execution.has_ended()) {
        (true, false) => {
            (format!("{} has no log yet: it has not started", run.described()), "wait for it with --follow")
        }
        _ => (
            format!("{} has no log path, so its log is not kept", run.described()),
            "set a folder of a bucket as the job's logPath for later runs: job update JOB_ID -f FILE with \
             'jobCondition: {logPath: BUCKET/FOLDER}'",
        ),
    };
    CliError::not_found(message, hint).into()
}

/// Returns the error of a log that does not exist.
pub(crate) fn no_log(run: &FoundRun, error: LogError) -> Failure {
    if !run.execution.has_ended() {
        return error.into();
    }
    let message = format!("{error}, and {} has ended", run.described());
    CliError::not_found(message, "it may have been deleted, or the run ended before it wrote one").into()
}

/// Reason why a log was not printed.
pub(crate) enum ReadError {
    Log(LogError),
    Other(Failure),
}

impl From<LogError> for ReadError {
    fn from(error: LogError) -> Self {
        Self::Log(error)
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Log(error) => error.into(),
            ReadError::Other(failure) => failure,
        }
    }
}

/// Prints a log, and remembers how far it was read.
pub(crate) struct LogReader {
    store: Store,
    lines: Lines,
    position: u64,
}

impl LogReader {
    pub(crate) fn new(store: Store, lines: Lines) -> Self {
        Self { store, lines, position: 0 }
    }

    /// Skips everything before the last lines.
    pub(crate) async fn skip_to_last(&mut self, count: Option<u64>) -> Result<(), LogError> {
        if let Some(count) = count {
            self.position = last_lines::start(&self.store, count).await?;
        }
        Ok(())
    }

    /// Prints what has not been printed, and returns whether there was anything.
    pub(crate) async fn catch_up(&mut self, streams: &mut Streams<'_>) -> Result<bool, ReadError> {
        let mut has_grown = false;
        loop {
            let part = self.store.read_from(self.position).await?;
            if part.size < self.position {
                streams.note("note: the log has become shorter; it is printed from its beginning");
                self.position = 0;
                continue;
            }
            self.lines.write(&part.bytes, streams.out()).map_err(|error| ReadError::Other(error.into()))?;
            has_grown |= !part.bytes.is_empty();
            self.position = part.end().max(self.position);
            if part.bytes.is_empty() || self.position >= part.size {
                return Ok(has_grown);
            }
        }
    }

    /// Prints the last line if it has no end.
    pub(crate) fn finish(mut self, streams: &mut Streams<'_>) -> Result<(), Failure> {
        self.lines.finish(streams.out())?;
        if self.lines.has_filtered_everything() {
            streams.note("note: no line matches");
        }
        Ok(())
    }
}
