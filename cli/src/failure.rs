//! Reasons why the program stops: their exit codes, and their messages on standard error.

use crate::call_stage::CallStage;
pub(crate) use crate::cli_error::CliError;
use crate::exit_code::{CREDENTIALS, DIFFERENT, FAILED, INTERRUPTED, NOT_FOUND, SUCCESS, UNKNOWN, USAGE, WAIT_TIMEOUT};
use crate::terminal::escape;
use crate::terminal::message::{HINT, line, report_error, report_next};
use crate::terminal::output_streams::Streams;
use clap::error::ErrorKind as HelpKind;
use ncloud_dataflow::runtime::{Error, ErrorKind};
use std::error::Error as StdError;
use std::io;

/// Reason why the program stops before its work is done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Invalid arguments. clap returns help and version this way too.
    Usage(Box<clap::Error>),
    /// The call failed, or the client could not be built.
    Call {
        /// Error of the library.
        error: Error,
        /// A command that shows the outcome, or waits for the started run.
        next: Option<String>,
    },
    /// The emulator did not start.
    EmulatorStart(Box<dyn StdError>),
    /// The emulator could not close its data file.
    EmulatorStop(Box<dyn StdError>),
    /// An error of the program itself.
    Message(Box<CliError>),
    /// A program that was run has ended with this exit code. It has reported its errors itself.
    Program(u8),
    /// `diff` has found differences, and has printed them.
    Different,
    /// `diff` could not compare: an error that must not have the exit code of a difference.
    NotCompared(Box<Failure>),
    /// The user did not confirm.
    Cancelled,
    /// The result could not be written.
    Output(io::Error),
    /// Interrupted at this stage by Ctrl-C or a signal.
    Interrupted(CallStage),
}

impl Failure {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(error) if is_help(error) => SUCCESS,
            Self::Usage(error) => u8::try_from(error.exit_code()).unwrap_or(USAGE),
            Self::Call { error, .. } => call_exit_code(error),
            // The reader needs no more, e.g. `head`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => SUCCESS,
            Self::Message(error) => error.code,
            Self::Program(code) => *code,
            Self::Different => DIFFERENT,
            Self::NotCompared(failure) => match failure.exit_code() {
                DIFFERENT => USAGE,
                code => code,
            },
            Self::EmulatorStart(_) | Self::EmulatorStop(_) | Self::Cancelled | Self::Output(_) => FAILED,
            Self::Interrupted(_) => INTERRUPTED,
        }
    }

    /// Returns the IDs of job and execution of each awaited run that did not succeed.
    pub(crate) fn unsuccessful_runs(&self) -> impl Iterator<Item = [&str; 2]> {
        let runs = match self {
            Self::Message(error) => error.runs.as_slice(),
            _ => &[],
        };
        runs.iter().map(|run| run.each_ref().map(String::as_str))
    }

    /// Marks an error of `diff`, which has its own exit code for a difference.
    pub(crate) fn no_difference(self) -> Self {
        match self {
            Self::Different => self,
            failure => Self::NotCompared(Box::new(failure)),
        }
    }

    /// Returns whether this is help or the version, which is no error.
    pub(crate) fn is_help(&self) -> bool {
        matches!(self, Self::Usage(error) if is_help(error))
    }

    /// Reports the error: one line for the error, one for each cause, then hint and next command.
    pub(crate) fn report(&self, streams: &mut Streams<'_>) {
        match self {
            Self::Usage(error) => report_usage(error, streams),
            Self::Call { error, next } => {
                report_error(streams, error, hints(error).as_deref());
                report_next(streams, next.as_deref());
            }
            Self::EmulatorStart(error) => report_error(streams, error.as_ref(), address_hint(error.as_ref())),
            Self::EmulatorStop(error) => report_error(streams, error.as_ref(), Some(SAVED)),
            Self::Message(error) => error.report(streams),
            Self::Cancelled => streams.line("canceled; nothing was changed"),
            Self::Different | Self::Program(_) => {}
            Self::NotCompared(failure) => failure.report(streams),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Self::Output(error) => {
                let error = io::Error::new(error.kind(), format!("cannot write the result: {error}"));
                report_error(streams, &error, Some("the output is incomplete; do not use it"));
            }
            Self::Interrupted(CallStage::Harmless) => streams.line("interrupted"),
            Self::Interrupted(CallStage::Listing { next }) => {
                streams.line(LISTING_INTERRUPTED);
                report_next(streams, Some(next));
            }
            Self::Interrupted(CallStage::InFlight { command, next }) => {
                streams.line(&format!("interrupted while '{command}' was in flight"));
                line(streams, HINT, "hint", OUTCOME_UNKNOWN);
                report_next(streams, next.as_deref());
            }
            Self::Interrupted(CallStage::Started { run, next }) => {
                streams.line(&format!("interrupted; {run} continues"));
                report_next(streams, next.as_deref());
            }
        }
    }
}

/// Returns the hints for a failed call.
pub(crate) fn hints(error: &Error) -> Option<String> {
    let or_else = (error.kind() == ErrorKind::Credentials && error.started().is_none()).then_some(NO_ACCOUNT);
    let hints = error.hint().into_iter().chain(or_else).collect::<Vec<_>>().join("; ");
    Some(hints).filter(|hints| !hints.is_empty())
}

/// Returns whether clap returns help or the version. Help is also the result of a noun without a verb.
fn is_help(error: &clap::Error) -> bool {
    !error.use_stderr() || error.kind() == HelpKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// Returns the exit code of a failed call.
fn call_exit_code(error: &Error) -> u8 {
    match error.kind() {
        ErrorKind::WaitTimeout => WAIT_TIMEOUT,
        ErrorKind::Credentials => CREDENTIALS,
        _ if error.is_auth() => CREDENTIALS,
        _ if error.started().is_some() || error.was_accepted() || error.outcome_unknown() => UNKNOWN,
        _ if error.is_not_found() => NOT_FOUND,
        ErrorKind::Input | ErrorKind::Configuration => USAGE,
        _ => FAILED,
    }
}

impl From<CliError> for Failure {
    fn from(error: CliError) -> Self {
        Self::Message(Box::new(error))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call { error, next: None }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Message for a listing that was interrupted.
pub(crate) const LISTING_INTERRUPTED: &str = "interrupted; the listing is incomplete";

/// Hint for a call without a response.
pub(crate) const OUTCOME_UNKNOWN: &str = "it may have been carried out; check the state before you retry";

/// Hint for missing credentials.
const NO_ACCOUNT: &str = "no account yet? add --emulator";

const SAVED: &str = "successful changes are saved; check the disk before the next start";

/// Returns a hint if the emulator cannot use its address.
fn address_hint(error: &(dyn StdError + 'static)) -> Option<&'static str> {
    let mut error = Some(error);
    while let Some(cause) = error {
        let kind = cause.downcast_ref().map(io::Error::kind);
        if matches!(kind, Some(io::ErrorKind::AddrInUse | io::ErrorKind::AddrNotAvailable)) {
            return Some("choose another address with --host or --port; --port 0 takes a free port");
        }
        error = cause.source();
    }
    None
}

/// Writes help and version to the output, and usage errors to the error stream.
fn report_usage(error: &clap::Error, streams: &mut Streams<'_>) {
    let rendered = error.render();
    let out = is_help(error);
    let text = match streams.is_colored(!out) {
        true => rendered.ansi().to_string(),
        false => escape::lines(&rendered.to_string()).into_owned(),
    };
    let stream = if out { streams.out() } else { streams.err() };
    // Help that cannot be written is not an error.
    let _ = stream.write_all(text.as_bytes());
}
