//! The question before something is deleted.

use crate::failure::{Failure, Told};
use crate::names::Names;
use crate::process::Process;
use crate::streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Method, Operation};
use std::io::{self, BufRead, BufReader, Read};
use tokio::sync::oneshot;

/// Id of the flag that answers yes.
pub(crate) const YES: &str = ":yes";

/// Longest answer that is read, in bytes.
const MOST: u64 = 1024;

/// Whether an operation is asked about.
pub(crate) fn is_needed(operation: &Operation) -> bool {
    operation.method == Method::Delete
}

/// Refuses a deletion that nobody can be asked about, before anything is called.
pub(crate) fn require(
    operation: &Operation,
    matches: &ArgMatches,
    process: &Process,
    streams: &Streams<'_>,
) -> Result<(), Failure> {
    let asks = is_needed(operation) && !matches.get_flag(YES);
    if !asks || (process.input_is_terminal() && streams.is_terminal(true)) {
        return Ok(());
    }
    let command = &operation.command;
    Err(Told::usage(
        format!("'{} {}' asks before it deletes, and there is no terminal to ask on", command.noun, command.verb),
        "nothing was deleted; add --yes to delete without being asked",
    )
    .into())
}

/// Asks, unless the arguments say yes already.
pub(crate) async fn ask(
    operation: &Operation,
    matches: &ArgMatches,
    names: &Names,
    process: &Process,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    if !is_needed(operation) || matches.get_flag(YES) {
        return Ok(());
    }
    streams.prompt(&format!("Delete {} {}? [y/N] ", operation.command.noun, names.described()));
    let answer = line(process).await.map_err(|error| {
        Failure::from(Told::usage(
            format!("cannot read the answer: {error}"),
            "nothing was deleted; add --yes to delete without being asked",
        ))
    })?;
    match answer.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(Failure::Declined),
    }
}

/// A line of standard input. It is read by a thread of its own, so that Ctrl-C need not wait for it.
async fn line(process: &Process) -> io::Result<String> {
    let (sender, receiver) = oneshot::channel();
    let input = process.input();
    std::thread::spawn(move || {
        let mut line = String::new();
        let read = BufReader::new(input.take(MOST)).read_line(&mut line);
        // Nobody waits any more after Ctrl-C.
        let _ = sender.send(read.map(|_| line));
    });
    receiver.await.unwrap_or_else(|_| Err(io::Error::other("the answer was lost")))
}
