#![doc = include_str!("../README.md")]

mod body;
mod call;
mod color;
mod command;
mod completion;
mod confirm;
mod connection;
mod drift;
mod emulator;
mod escape;
mod example;
mod failure;
mod help;
mod hyphen;
mod json;
mod listing;
mod names;
mod next_step;
mod output;
mod parameter;
mod process;
mod quirks;
mod repeated;
mod shell;
mod stage;
mod streams;
mod table;
mod time_limit;
mod value;
mod verdict;
mod wait;
mod words;

#[cfg(test)]
mod tests;
// Generated code looks for itself here.
#[cfg(test)]
use tests::generated;

pub use process::Process;
pub use streams::Streams;

use clap::ArgMatches;
use failure::Failure;
use ncloud_dataflow::operations::OPERATIONS;
use std::ffi::OsString;
use std::io;
use table::Operations;
use value::Checks;

/// Runs the program: `args` are those of a command line, with the program's name first. Returns the exit code.
///
/// Results go to the output stream, everything else to the other. Nothing is read from or written to the process
/// itself but files that the arguments and the environment name.
///
/// | Exit code | Meaning |
/// | --- | --- |
/// | 0 | done, or the reader of the output went away |
/// | 1 | failed: connection, timeout, error of the service; a deletion that was not confirmed |
/// | 2 | wrong usage, refused before anything was sent |
/// | 3 | what was waited for did not end in the given time |
/// | 4 | no keys, wrong keys, or a missing permission |
/// | 5 | what was waited for failed or was cancelled |
/// | 6 | not found, or a name that several have |
/// | 7 | outcome unknown: it may have been carried out, or a run has ended and nothing says how |
/// | 130 | interrupted |
///
/// It starts a tokio runtime for the calls that it makes, so it must not be called inside one.
pub fn run(args: impl IntoIterator<Item = OsString>, process: &Process, streams: &mut Streams<'_>) -> u8 {
    run_with(OPERATIONS, args, process, streams)
}

/// The whole command line, for man pages and completions.
#[must_use]
pub fn command() -> clap::Command {
    command::of(OPERATIONS, Checks::Ranges)
}

/// The same with another table of operations.
fn run_with(
    operations: Operations,
    args: impl IntoIterator<Item = OsString>,
    process: &Process,
    streams: &mut Streams<'_>,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    streams.decide_colors(&args, &process.environment);
    let mut command = command::of(operations, Checks::wanted(&args));
    if let Some(columns) = streams.width() {
        command = command.term_width(columns);
    }
    let parsed = command.try_get_matches_from_mut(&args);
    let outcome = match parsed.and_then(|matches| repeated::check(&command, &args, &matches).map(|()| matches)) {
        Ok(matches) => dispatch(operations, &matches, process, streams),
        Err(error) => Err(Failure::Usage(Box::new(hyphen::explain(&command, &args, error)))),
    };
    finish(outcome, streams)
}

fn dispatch(
    operations: Operations,
    matches: &ArgMatches,
    process: &Process,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    match matches.subcommand() {
        Some((completion::NAME, matches)) => completion::run(command::of(operations, Checks::Ranges), matches, streams),
        Some((emulator::NAME, matches)) => runtime()?.block_on(emulator::run(operations, matches, process, streams)),
        _ => match command::chosen(operations, matches) {
            Some((operation, matches)) => {
                runtime()?.block_on(call::run(operations, operation, matches, process, streams))
            }
            None => Ok(()),
        },
    }
}

/// Made only for commands that call something: help and completions stay instant.
fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

fn finish(outcome: Result<(), Failure>, streams: &mut Streams<'_>) -> u8 {
    // What was written before an error is delivered before the error is told.
    let outcome = match (outcome, streams.flush()) {
        (Ok(()), Err(error)) => Err(Failure::Output(error)),
        (outcome, _) => outcome,
    };
    let Err(failure) = outcome else {
        return failure::DONE;
    };
    failure.report(streams);
    // Help and version are written by the report.
    let _ = streams.flush();
    failure.exit_code()
}
