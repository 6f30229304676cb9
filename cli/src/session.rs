//! A command of the program that is written by hand, and what it is given.

use crate::call_stage::CallStage;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Format;
use crate::output::times::Times;
use crate::table::OUTPUT;
use crate::terminal::output_streams::Streams;
use clap::{ArgMatches, Command};
use ncloud_dataflow::Client;
use std::cell::RefCell;
use std::pin::Pin;

/// A command that is more than one operation of the API, or an addition to the command of an operation.
pub(crate) struct OperatorCommand {
    /// Noun of the command; `None` for a command such as `report`.
    pub(crate) noun: Option<&'static str>,
    pub(crate) verb: &'static str,
    /// Builds the command. If an operation has the same noun and verb, its command is passed, otherwise an empty one.
    pub(crate) build: fn(Command) -> Command,
    /// Returns whether this command handles the arguments. If not, the operation with that noun and verb does.
    pub(crate) handles: fn(&ArgMatches) -> bool,
    pub(crate) run: Run,
}

/// How a command runs.
pub(crate) enum Run {
    /// Without a client.
    Local(for<'a, 's> fn(Session<'a, 's>) -> Running<'a>),
    /// With a client for the account, or for the emulator.
    Connected(for<'a, 's> fn(&'a Client, Session<'a, 's>) -> Running<'a>),
}

/// A running command.
pub(crate) type Running<'a> = Pin<Box<dyn Future<Output = Result<(), Failure>> + 'a>>;

/// Arguments, context and streams of a command.
pub(crate) struct Session<'a, 's> {
    pub(crate) matches: &'a ArgMatches,
    pub(crate) context: &'a Context,
    pub(crate) streams: &'a mut Streams<'s>,
    /// Current stage, for interrupts.
    pub(crate) stage: &'a RefCell<CallStage>,
}

impl Session<'_, '_> {
    /// Returns how times are shown.
    pub(crate) fn times(&mut self) -> Times {
        let format = self.matches.get_one::<Format>(OUTPUT).copied().unwrap_or(Format::Table);
        Times::chosen(format, self.matches, self.context, self.streams)
    }
}

/// For commands that handle all their arguments.
pub(crate) fn always(_: &ArgMatches) -> bool {
    true
}
