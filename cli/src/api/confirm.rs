//! Asks for confirmation before a deletion.

use crate::api::dry_run;
use crate::api::resolve::PathArgs;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::table::{YES, needs_confirmation};
use crate::terminal::input::Lines;
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::Operation;

/// Returns an error if a confirmation is needed and cannot be asked for. Nothing has been sent yet.
pub(crate) fn ensure_possible(
    operation: &Operation,
    matches: &ArgMatches,
    context: &Context,
    streams: &Streams<'_>,
) -> Result<(), Failure> {
    let asks = needs_confirmation(operation) && !matches.get_flag(YES) && !dry_run::is_requested(matches);
    if !asks || (context.input_is_terminal() && streams.is_terminal(true)) {
        return Ok(());
    }
    let command = &operation.command;
    Err(CliError::usage(
        format!("'{} {}' needs a confirmation, but there is no terminal", command.noun, command.verb),
        "add --yes to delete without confirmation; nothing was deleted",
    )
    .into())
}

/// Asks for confirmation, unless `--yes` is given.
pub(crate) async fn ask(
    operation: &Operation,
    matches: &ArgMatches,
    path_args: &PathArgs,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    if !needs_confirmation(operation) || matches.get_flag(YES) {
        return Ok(());
    }
    question(&format!("Delete {} {}?", operation.command.noun, path_args.described()), context, streams).await
}

/// Asks a question, for commands that change several things. Without a terminal, `--yes` is needed.
pub(crate) async fn ask_for(
    text: &str,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    if matches.get_flag(YES) {
        return Ok(());
    }
    if !(context.input_is_terminal() && streams.is_terminal(true)) {
        let message = "this needs a confirmation, but there is no terminal".to_owned();
        return Err(CliError::usage(message, "add --yes, or see what would be done with --dry-run").into());
    }
    question(text, context, streams).await
}

async fn question(text: &str, context: &Context, streams: &mut Streams<'_>) -> Result<(), Failure> {
    streams.prompt(&format!("{text} [y/N] "));
    let reply = Lines::new(context.input()).next().await.map_err(|error| unanswered(&error.to_string()))?;
    let Some(reply) = reply else {
        // Ends the line of the prompt.
        streams.line("");
        return Err(unanswered("the input has ended"));
    };
    match reply.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(Failure::Cancelled),
    }
}

fn unanswered(why: &str) -> Failure {
    CliError::usage(
        format!("cannot read the confirmation: {why}"),
        "add --yes to delete without confirmation; nothing was deleted",
    )
    .into()
}
