//! `-o csv`: the columns of the table as RFC 4180 CSV, with field names in the header.
//!
//! Values are exact. A spreadsheet may read a value that begins with `=`, `+`, `-` or `@` as a formula, so import the
//! columns as text.

use crate::failure::Failure;
use crate::output::cell;
use crate::output::formatter::{Formatter, OutputContext, read};
use ncloud_dataflow::runtime::operation::Cell;
use std::io::{self, Write};

/// Writes the header before the first row.
pub(crate) struct CsvFormatter {
    context: OutputContext,
    header_written: bool,
}

impl CsvFormatter {
    pub(crate) fn new(context: OutputContext) -> Self {
        Self { context, header_written: false }
    }

    fn write_header(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.header_written, true) {
            return Ok(());
        }
        let columns = self.context.operation.command.columns.iter();
        self.write_record(
            out,
            columns.map(|column| match column.cell {
                Cell::Field(path) => path.to_owned(),
                Cell::Between { .. } => column.title.to_lowercase(),
            }),
        )
    }

    fn write_record(&self, out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(cells)?;
        let record = writer.into_inner().map_err(|error| error.into_error())?;
        let record = String::from_utf8(record).map_err(io::Error::other)?;
        match self.context.terminal {
            // Carriage returns belong in files, not on a terminal.
            true => writeln!(out, "{}", self.context.printable(record.trim_end_matches("\r\n"))),
            false => out.write_all(record.as_bytes()),
        }
    }
}

impl Formatter for CsvFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = &read(json)?;
        self.write_header(out)?;
        let columns = self.context.operation.command.columns.iter();
        Ok(self.write_record(out, columns.map(|column| cell::text(&column.cell, item).unwrap_or_default()))?)
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()> {
        if complete { self.write_header(out) } else { Ok(()) }
    }
}
