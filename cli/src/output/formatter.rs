//! The trait of all formats.

use crate::failure::{CliError, Failure};
use crate::json::{self, Json};
use crate::output::grid::Look;
use crate::output::times::Times;
use crate::terminal::escape;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::operation::Operation;
use std::fmt::Display;
use std::io::{self, Write};

/// Prints items in one format.
pub(crate) trait Formatter {
    /// Writes one item, given as JSON from the service, or keeps it for [`finish`](Self::finish).
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure>;

    /// Writes one row of a listing.
    fn write_row(&mut self, out: &mut dyn Write, row: &RawRow) -> Result<(), Failure> {
        self.write_item(out, row.json())
    }

    /// Writes what it keeps, before the program waits for more.
    fn flush(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Returns a note on the output, after [`finish`](Self::finish).
    fn note(&self) -> Option<String> {
        None
    }

    /// Writes the rest. `complete` is false after an error. The document is then left open, so no program mistakes a
    /// part for the whole.
    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure>;
}

/// Settings of a formatter.
#[derive(Clone, Debug)]
pub(crate) struct OutputContext {
    pub(crate) operation: &'static Operation,
    /// Whether all columns are shown.
    pub(crate) wide: bool,
    pub(crate) look: Look,
    pub(crate) times: Times,
    /// Whether rows are appended to the output of an earlier command.
    pub(crate) is_continued: bool,
    /// Whether the output is a terminal.
    pub(crate) terminal: bool,
}

impl OutputContext {
    pub(crate) fn is_listing(&self) -> bool {
        self.operation.paging.is_some()
    }

    /// Returns whether the columns belong to rows, not to the response itself.
    pub(crate) fn has_rows(&self) -> bool {
        self.is_listing() || self.operation.command.rows.is_some()
    }

    /// Returns the text as is, or escaped if the output is a terminal.
    pub(crate) fn printable<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        if self.terminal { escape::lines(text) } else { text.into() }
    }
}

/// Reads a row or a response.
pub(crate) fn read(json: &str) -> Result<Json, Failure> {
    json::read(json).map_err(|error| unreadable(&error))
}

/// Returns the error for a row that cannot be read.
pub(crate) fn unreadable(error: &dyn Display) -> Failure {
    CliError::response(format!("cannot read a row: {error}"), "use -o jsonl to print the rows as received").into()
}
