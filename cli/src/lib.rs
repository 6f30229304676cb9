#![doc = include_str!("../README.md")]

mod api;
mod args;
mod body;
mod call_stage;
mod cli_error;
mod completion;
mod context;
mod emulator;
mod exit_code;
mod failure;
mod failure_json;
mod json;
mod object_storage;
mod operator;
mod output;
mod program;
mod record;
mod report;
mod resource;
mod runs;
mod schedule;
mod session;
mod setup;
mod table;
mod terminal;
mod transfer;
mod trigger_times;

#[cfg(test)]
mod tests;

pub use context::Context;
pub use terminal::output_streams::Streams;

use args::values::Checks;
use args::{commands, duplicate_flags, error_text, help, hyphenated_values};
use clap::error::ErrorKind;
use clap::{ArgMatches, Command, Error};
use failure::Failure;
use ncloud_dataflow::operations::OPERATIONS;
use std::ffi::OsString;
use std::io;
use table::{Operations, QUIET, UNCHECKED};
use terminal::error_format;

/// Runs the program and returns its exit code. The first item of `args` is the program's name.
///
/// Results go to the output stream, notes and errors to the error stream. Apart from these, the program only reads and
/// writes the files that the arguments and the environment name.
///
/// | Exit code | Meaning |
/// | --- | --- |
/// | 0 | succeeded, or the reader closed the output |
/// | 1 | failed: connection, timeout, error response, or deletion not confirmed |
/// | 2 | invalid usage; nothing was sent |
/// | 3 | timed out while waiting; the run continues |
/// | 4 | credentials missing or rejected, or permission denied |
/// | 5 | with `--wait`: the run failed or was canceled |
/// | 6 | not found, or the name is ambiguous |
/// | 7 | outcome unknown: the service may have carried out a call, or a run ended in an undocumented state |
/// | 130 | interrupted |
///
/// # Panics
///
/// Panics inside a tokio runtime, as it starts its own.
pub fn run(args: impl IntoIterator<Item = OsString>, context: &Context, streams: &mut Streams<'_>) -> u8 {
    run_with(OPERATIONS, args, context, streams)
}

/// Returns the whole command line, for man pages and completions.
#[must_use]
pub fn command() -> Command {
    command_line(OPERATIONS, Checks::Ranges)
}

fn command_line(operations: Operations, checks: Checks) -> Command {
    commands::root(operations, checks).subcommand(emulator::command::command()).subcommand(args::completion::command())
}

/// Runs the program with another table of operations.
fn run_with(
    operations: Operations,
    args: impl IntoIterator<Item = OsString>,
    context: &Context,
    streams: &mut Streams<'_>,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(request) = completion::Request::read(&args) {
        // A shell shows whatever is printed here in the middle of a line, so there are no errors.
        if let (Some(request), Ok(runtime)) = (request, runtime()) {
            let command = command_line(operations, Checks::Kinds);
            runtime.block_on(completion::answer(command, operations, &request, context, streams));
        }
        let _ = streams.flush();
        return exit_code::SUCCESS;
    }
    let args = help::without_help_command(args);
    streams.decide_colors(&args, &context.environment);
    if error_format::is_json(&args) {
        streams.report_as_json();
    }
    let outcome = match parse(operations, &args, streams.width()) {
        Ok(matches) => {
            if matches.get_flag(QUIET) {
                streams.omit_notes();
            }
            dispatch(operations, &args, &matches, context, streams)
        }
        Err(error) => Err(Failure::Usage(Box::new(error))),
    };
    finish(outcome, streams)
}

/// Parses the arguments. A value outside the documented ranges is an error, unless a second pass that accepts it finds
/// `--unchecked`: the flag may follow the value.
fn parse(operations: Operations, args: &[OsString], width: Option<usize>) -> Result<ArgMatches, Error> {
    let rejected = match parse_with(operations, args, width, Checks::Ranges) {
        Err(error) if error.kind() == ErrorKind::ValueValidation => error,
        parsed => return parsed,
    };
    let matches = parse_with(operations, args, width, Checks::Kinds)?;
    match commands::chosen(operations, &matches) {
        Some((_, chosen)) if chosen.get_flag(UNCHECKED) => Ok(matches),
        _ => Err(rejected),
    }
}

fn parse_with(
    operations: Operations,
    args: &[OsString],
    width: Option<usize>,
    checks: Checks,
) -> Result<ArgMatches, Error> {
    let mut command = command_line(operations, checks);
    if let Some(columns) = width {
        command = command.term_width(columns);
    }
    // This only changes how help looks, so a value `--help` does no harm.
    if args.iter().any(|arg| arg == "--help") {
        command = help::in_columns(command, args);
    }
    let parsed = command.try_get_matches_from_mut(args);
    let checked = parsed.and_then(|matches| duplicate_flags::check(&command, args, &matches).map(|()| matches));
    checked.map_err(|error| error_text::cleaned(&command, hyphenated_values::explain(&command, args, error)))
}

fn dispatch(
    operations: Operations,
    args: &[OsString],
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    match matches.subcommand() {
        Some((args::completion::NAME, matches)) => args::completion::run(matches, streams),
        Some((emulator::command::NAME, matches)) => {
            runtime()?.block_on(emulator::command::run(operations, matches, context, streams))
        }
        _ => {
            if let Some((command, matches)) = operator::chosen(matches) {
                return runtime()?.block_on(operator::run(command, matches, context, streams));
            }
            match commands::chosen(operations, matches) {
                Some((operation, matches)) => {
                    runtime()?.block_on(api::call::run(operations, operation, args, matches, context, streams))
                }
                None => Ok(()),
            }
        }
    }
}

/// Starts a runtime. Only commands that call something need one, so help and completions stay fast.
fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}

fn finish(outcome: Result<(), Failure>, streams: &mut Streams<'_>) -> u8 {
    // Results written before an error are delivered before the error is reported.
    let outcome = match (outcome, streams.flush()) {
        (Ok(()), Err(error)) => Err(Failure::Output(error)),
        (outcome, _) => outcome,
    };
    let Err(failure) = outcome else {
        return exit_code::SUCCESS;
    };
    match streams.has_json_errors() && !failure.is_help() {
        true => failure_json::report(&failure, streams),
        false => failure.report(streams),
    }
    // The report may have written help or the version to the output.
    let _ = streams.flush();
    failure.exit_code()
}
