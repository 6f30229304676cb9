//! The start of `apply` and `diff`: the file, and the account that it is about.

use crate::api::connection::Connection;
use crate::context::Context;
use crate::failure::Failure;
use crate::setup::unused;
use crate::table::{FILE, OUTPUT};
use crate::terminal::output_streams::Streams;
use crate::transfer::problems::{self, Document, Problems};
use clap::ArgMatches;

/// The documents of a file, and a connection to the account.
pub(super) struct Opened<'m> {
    pub(super) path: &'m str,
    pub(super) documents: Vec<Document>,
    /// What is wrong with the documents. Problems with the account are added later, and reported together.
    pub(super) problems: Problems,
    pub(super) connection: Connection,
}

/// Reads the file that the arguments name, and opens the connection. Sends nothing.
pub(super) async fn open<'m>(
    verb: &'static str,
    matches: &'m ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<Opened<'m>, Failure> {
    unused::reject(matches, verb, &[OUTPUT])?;
    let path = matches.get_one::<String>(FILE).map(String::as_str).unwrap_or_default();
    let mut problems = Problems::default();
    let documents = problems::read(path, context, streams, &mut problems)?;
    match Connection::open(matches, context, streams).await {
        Ok(connection) => Ok(Opened { path, documents, problems, connection }),
        // What is wrong with the file can be reported without an account.
        Err(failure) => problems.check(path).and(Err(failure)),
    }
}
