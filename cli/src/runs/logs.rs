//! `execution logs`: prints the console log of a run.

use crate::failure::{CliError, Failure};
use crate::object_storage::lines::Lines;
use crate::object_storage::{self, Store};
use crate::runs::log_reader::{LogReader, ReadError, Target, log_path, no_log, no_path};
use crate::runs::{chosen, follow};
use crate::session::{OperatorCommand, Run, Session, always};
use crate::table::{OUTPUT, VERBOSE};
use clap::parser::ValueSource;
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
                .help("Print only lines that match this regular expression; with --tail, among the last N lines"),
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
    if session.matches.value_source(OUTPUT) == Some(ValueSource::CommandLine) {
        let message = "'execution logs' prints the log as it is, so it has no output format".to_owned();
        return Err(CliError::usage(message, "leave -o out; nothing was sent").into());
    }
    let tail = session.matches.get_one::<u64>(TAIL).copied();
    let grep = session.matches.get_one::<Regex>(GREP).cloned();
    let run = chosen::run(client, &mut session).await?;
    let lines = Lines::new(grep, session.streams.is_terminal(false));
    if session.matches.get_flag(FOLLOW) {
        return follow::follow(client, run, tail, lines, session).await;
    }
    let Session { matches, context, streams, .. } = session;
    let path = log_path(&run).ok_or_else(|| no_path(&run))?;
    let store = Store::open(client, path, matches, context)?;
    if matches.get_count(VERBOSE) > 0 {
        streams.note(&format!("log: {}", store.described()));
    }
    let mut reader = LogReader::new(store, lines, Target::Output);
    let read = match reader.skip_to_last(tail).await {
        Ok(()) => reader.catch_up(streams).await,
        Err(error) => Err(error.into()),
    };
    match read {
        Err(ReadError::Log(error)) if error.is_no_log() => Err(no_log(&run, error)),
        read => {
            read?;
            Ok(reader.finish(streams)?)
        }
    }
}
