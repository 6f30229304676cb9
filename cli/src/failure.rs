//! Why a run did not end well: what it says on standard error, and the exit code.

use crate::escape;
use crate::stage::Stage;
use crate::streams::Streams;
use clap::builder::styling::{AnsiColor, Style};
use ncloud_dataflow::runtime::{Error, ErrorKind};
use std::error::Error as StdError;
use std::io;

/// Exit codes, as the root help lists them.
pub(crate) const DONE: u8 = 0;
const FAILED: u8 = 1;
const USAGE: u8 = 2;
const WAITING: u8 = 3;
const KEYS: u8 = 4;
const RUN: u8 = 5;
const NOT_FOUND: u8 = 6;
const UNKNOWN: u8 = 7;
const INTERRUPTED: u8 = 130;

/// Why a run did not end well.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong arguments; help and version come this way too.
    Usage(Box<clap::Error>),
    /// The call failed, or the client could not be made.
    Call {
        /// Why it failed.
        error: Error,
        /// A command that shows what became of it, or waits for what was started.
        next: Option<String>,
    },
    /// The emulator did not start.
    Start(Box<dyn StdError>),
    /// The emulator could not keep its data.
    Lost(Box<dyn StdError>),
    /// What was asked for is wrong or impossible, as told.
    Told(Told),
    /// A person was asked, and did not say yes.
    Declined,
    /// The result could not be written.
    Output(io::Error),
    /// Ctrl-C, or the end of the session, at this stage.
    Interrupted(Stage),
}

impl Failure {
    /// Arguments that are each right but do not go together.
    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        let mut command = crate::command();
        Self::Usage(Box::new(command.error(clap::error::ErrorKind::ArgumentConflict, message.into())))
    }

    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(error) => u8::try_from(error.exit_code()).unwrap_or(USAGE),
            Self::Call { error, .. } => of_call(error),
            // The reader has seen enough, e.g. `head`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => DONE,
            Self::Told(told) => told.code,
            Self::Start(_) | Self::Lost(_) | Self::Declined | Self::Output(_) => FAILED,
            Self::Interrupted(_) => INTERRUPTED,
        }
    }

    /// Says it: one line for the error, one for what to do next, one for each cause.
    pub(crate) fn report(&self, streams: &mut Streams<'_>) {
        match self {
            Self::Usage(error) => usage(error, streams),
            Self::Call { error, next } => {
                let or_else = (error.kind() == ErrorKind::Credentials && error.started().is_none()).then_some(EMULATED);
                let hints = error.hint().into_iter().chain(or_else).collect::<Vec<_>>().join("; ");
                say(streams, error, Some(hints.as_str()).filter(|hints| !hints.is_empty()));
                say_next(streams, next.as_deref());
            }
            Self::Start(error) => say(streams, error.as_ref(), of_address(error.as_ref())),
            Self::Lost(error) => say(streams, error.as_ref(), Some(LOST)),
            Self::Told(told) => told.report(streams),
            Self::Declined => streams.note("nothing was deleted"),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Self::Output(error) => {
                let error = io::Error::new(error.kind(), format!("cannot write the result: {error}"));
                say(streams, &error, Some("what stands on standard output is not complete"));
            }
            Self::Interrupted(Stage::Harmless) => streams.note("interrupted"),
            Self::Interrupted(Stage::InFlight { what, next }) => {
                streams.note(&format!("interrupted while '{what}' was being sent"));
                line(streams, HINT, "hint", OUTCOME_UNKNOWN);
                say_next(streams, next.as_deref());
            }
            Self::Interrupted(Stage::Started { what, next }) => {
                streams.note(&format!("interrupted; {what} continues"));
                say_next(streams, next.as_deref());
            }
        }
    }
}

/// The exit code of a call that failed: what happened on the wire comes first.
fn of_call(error: &Error) -> u8 {
    match error.kind() {
        ErrorKind::WaitTimeout => WAITING,
        ErrorKind::Credentials => KEYS,
        _ if error.is_auth() => KEYS,
        _ if error.started().is_some() || error.was_accepted() || error.outcome_unknown() => UNKNOWN,
        _ if error.is_not_found() => NOT_FOUND,
        ErrorKind::Input | ErrorKind::Configuration => USAGE,
        _ => FAILED,
    }
}

/// The line with the command that comes next, if there is one.
fn say_next(streams: &mut Streams<'_>, next: Option<&str>) {
    if let Some(command) = next {
        line(streams, HINT, "next", command);
    }
}

/// A failure in its own words.
#[derive(Debug)]
pub(crate) struct Told {
    code: u8,
    message: String,
    details: Vec<String>,
    hint: &'static str,
}

impl Told {
    /// Something wrong in the arguments, or in what they name.
    pub(crate) fn usage(message: String, hint: &'static str) -> Self {
        Self { code: USAGE, message, details: Vec::new(), hint }
    }

    /// Nothing, or not just one thing, is what the arguments name.
    pub(crate) fn not_found(message: String, hint: &'static str) -> Self {
        Self { code: NOT_FOUND, ..Self::usage(message, hint) }
    }

    /// Something wrong in an answer.
    pub(crate) fn answer(message: String, hint: &'static str) -> Self {
        Self { code: FAILED, ..Self::usage(message, hint) }
    }

    /// A run that did not end well.
    pub(crate) fn ended(message: String) -> Self {
        Self { code: RUN, ..Self::usage(message, "see the log of what failed") }
    }

    /// A run of which nothing says how it ended.
    pub(crate) fn unknown(message: String, hint: &'static str) -> Self {
        Self { code: UNKNOWN, ..Self::usage(message, hint) }
    }

    /// The same with lines below the message.
    pub(crate) fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }

    fn report(&self, streams: &mut Streams<'_>) {
        line(streams, ERROR, "error", &self.message);
        for detail in &self.details {
            streams.note(&format!("  {detail}"));
        }
        line(streams, HINT, "hint", self.hint);
    }
}

impl From<Told> for Failure {
    fn from(told: Told) -> Self {
        Self::Told(told)
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

/// What is said of a call whose response was not seen.
const OUTCOME_UNKNOWN: &str = "it may have been carried out: look at the state before you call again";

/// What to do without credentials.
const EMULATED: &str = "or add --emulator to call an emulator without an account";

const LOST: &str = "what was changed in the emulator is lost";

/// What to do if it is the address that the emulator cannot have.
fn of_address(error: &(dyn StdError + 'static)) -> Option<&'static str> {
    let mut error = Some(error);
    while let Some(cause) = error {
        let kind = cause.downcast_ref().map(io::Error::kind);
        if matches!(kind, Some(io::ErrorKind::AddrInUse | io::ErrorKind::AddrNotAvailable)) {
            return Some("name another address with --host or --port; port 0 takes a free one");
        }
        error = cause.source();
    }
    None
}

/// Help and version are results; a wrong usage is not.
fn usage(error: &clap::Error, streams: &mut Streams<'_>) {
    let text = error.render();
    let (colored, out) = (streams.is_colored(error.use_stderr()), !error.use_stderr());
    let text = if colored { text.ansi().to_string() } else { text.to_string() };
    let stream = if out { streams.out() } else { streams.err() };
    // A help text that nobody reads is no failure.
    let _ = stream.write_all(text.as_bytes());
}

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();

fn say(streams: &mut Streams<'_>, error: &dyn StdError, hint: Option<&str>) {
    line(streams, ERROR, "error", &error.to_string());
    if let Some(hint) = hint {
        line(streams, HINT, "hint", hint);
    }
    let mut source = error.source();
    while let Some(cause) = source {
        line(streams, Style::new(), "  caused by", &cause.to_string());
        source = cause.source();
    }
}

fn line(streams: &mut Streams<'_>, style: Style, label: &str, text: &str) {
    let text = escape::text(text);
    let label = if streams.is_colored(true) { format!("{style}{label}{style:#}") } else { label.to_owned() };
    // There is no place left to complain to.
    let _ = writeln!(streams.err(), "{label}: {text}");
}
