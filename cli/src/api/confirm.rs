//! Asks for confirmation before a deletion.

use crate::api::dry_run;
use crate::api::resolve::PathArgs;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::table::{YES, needs_confirmation};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::Operation;
use std::io::{self, BufRead, BufReader, Read};
use tokio::sync::oneshot;

/// Maximum length of a reply, in bytes.
const MAX_REPLY: u64 = 1024;

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
    streams.prompt(&format!("Delete {} {}? [y/N] ", operation.command.noun, path_args.described()));
    let reply = line(context).await.map_err(|error| {
        Failure::from(CliError::usage(
            format!("cannot read the confirmation: {error}"),
            "add --yes to delete without confirmation; nothing was deleted",
        ))
    })?;
    if reply.is_empty() {
        // The input has ended, and the cursor is still behind the prompt.
        streams.line("");
    }
    match reply.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(Failure::Cancelled),
    }
}

/// Reads a line of standard input, in a separate thread so Ctrl-C takes effect immediately.
async fn line(context: &Context) -> io::Result<String> {
    let (sender, receiver) = oneshot::channel();
    let input = context.input();
    std::thread::spawn(move || {
        let mut line = String::new();
        let read = BufReader::new(input.take(MAX_REPLY)).read_line(&mut line);
        // After Ctrl-C the receiver is gone.
        let _ = sender.send(read.map(|_| line));
    });
    receiver.await.unwrap_or_else(|_| Err(io::Error::other("the reading thread ended")))
}
