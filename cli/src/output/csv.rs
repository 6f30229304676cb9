//! `-o csv`: the columns of the table by RFC 4180, headed by the names of the fields.
//!
//! Values are exact. A spreadsheet may take one that begins with `=`, `+`, `-` or `@` for a formula: import such files
//! as text.

use super::{Layout, Writer, cell, read};
use crate::failure::Failure;
use ncloud_dataflow::runtime::operation::Cell;
use std::io::{self, Write};

/// The rows of a file; the header comes with the first.
pub(crate) struct Rows {
    layout: Layout,
    headed: bool,
}

impl Rows {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { layout, headed: false }
    }

    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.headed, true) {
            return Ok(());
        }
        let columns = self.layout.operation.command.columns.iter();
        self.record(
            out,
            columns.map(|column| match column.cell {
                Cell::Field(path) => path.to_owned(),
                Cell::Between { .. } => column.title.to_lowercase(),
            }),
        )
    }

    fn record(&self, out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(cells)?;
        let record = writer.into_inner().map_err(|error| error.into_error())?;
        let record = String::from_utf8(record).map_err(io::Error::other)?;
        match self.layout.terminal {
            // Carriage returns belong to the file format, not to what a person looks at.
            true => writeln!(out, "{}", self.layout.shown(record.trim_end_matches("\r\n"))),
            false => out.write_all(record.as_bytes()),
        }
    }
}

impl Writer for Rows {
    fn item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = &read(json)?;
        self.head(out)?;
        let columns = self.layout.operation.command.columns.iter();
        Ok(self.record(out, columns.map(|column| cell::text(&column.cell, item).unwrap_or_default()))?)
    }

    fn end(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()> {
        if complete { self.head(out) } else { Ok(()) }
    }
}
