//! The commands that are written by hand.

use crate::api::connection::Connection;
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::failure::Failure;
use crate::report;
use crate::runs;
use crate::session::{OperatorCommand, Run, Session};
use crate::setup;
use crate::terminal::output_streams::Streams;
use crate::transfer;
use crate::trigger_times;
use clap::ArgMatches;
use std::cell::RefCell;

/// Returns all commands, in the order of help.
pub(crate) fn commands() -> impl Iterator<Item = &'static OperatorCommand> {
    [runs::COMMANDS, report::COMMANDS, trigger_times::COMMANDS, transfer::COMMANDS, setup::COMMANDS]
        .into_iter()
        .flatten()
        .copied()
}

/// Returns the command with that noun and verb.
pub(crate) fn find(noun: Option<&str>, verb: &str) -> Option<&'static OperatorCommand> {
    commands().find(|command| command.noun == noun && command.verb == verb)
}

/// Returns the command that handles the arguments, with its own arguments; `None` if an operation does.
pub(crate) fn chosen(matches: &ArgMatches) -> Option<(&'static OperatorCommand, &ArgMatches)> {
    let (first, matches) = matches.subcommand()?;
    let (command, matches) = match matches.subcommand() {
        Some((verb, matches)) => (find(Some(first), verb)?, matches),
        None => (find(None, first)?, matches),
    };
    (command.handles)(matches).then_some((command, matches))
}

/// Runs a command until it is done or interrupted.
pub(crate) async fn run(
    command: &OperatorCommand,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let stage = RefCell::new(CallStage::default());
    let run = match &command.run {
        Run::Local(run) => {
            let running = run(Session { matches, context, streams, stage: &stage });
            return until_interrupt(running, &stage, context).await;
        }
        Run::Connected(run) => run,
    };
    let connection = Connection::open(matches, context, streams).await?;
    let running = run(&connection.client, Session { matches, context, streams, stage: &stage });
    let outcome = until_interrupt(running, &stage, context).await;
    let closed = connection.close(streams).await;
    outcome.and(closed)
}

async fn until_interrupt(
    running: impl Future<Output = Result<(), Failure>>,
    stage: &RefCell<CallStage>,
    context: &Context,
) -> Result<(), Failure> {
    tokio::select! {
        biased;
        () = context.interrupted() => Err(Failure::Interrupted(stage.take())),
        outcome = running => outcome,
    }
}
