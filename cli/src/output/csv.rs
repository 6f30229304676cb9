//! `-o csv`: the columns of the table as RFC 4180 CSV, with field names in the header.
//!
//! Values are exact. A spreadsheet may read a value that begins with `=`, `+`, `-` or `@` as a formula, so import the
//! columns as text.

use crate::failure::Failure;
use crate::json::Entries;
use crate::output::cell;
use crate::output::formatter::{Formatter, OutputContext};
use ncloud_dataflow::runtime::operation::{Cell, Column};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes the header before the first row.
pub(crate) struct CsvFormatter {
    context: OutputContext,
    header_written: bool,
}

impl CsvFormatter {
    pub(crate) fn new(context: OutputContext) -> Self {
        let header_written = context.is_continued;
        Self { context, header_written }
    }

    fn columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.context.operation.command.columns.iter().filter(|column| !column.wide)
    }

    fn write_header(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.header_written, true) {
            return Ok(());
        }
        let names = self.columns().map(|column| match column.cell {
            Cell::Field(path) => Cow::Borrowed(path),
            Cell::Between { .. } => column.title.to_lowercase().into(),
        });
        self.write_record(names, out)
    }

    fn write_record<'t>(&self, cells: impl Iterator<Item = Cow<'t, str>>, out: &mut dyn Write) -> io::Result<()> {
        let mut record = String::with_capacity(128);
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                record.push(',');
            }
            match cell.contains([',', '"', '\r', '\n']) {
                true => record.extend(["\"", &cell.replace('"', "\"\""), "\""]),
                false => record.push_str(&cell),
            }
        }
        match self.context.terminal {
            // Carriage returns belong in files, not on a terminal.
            true => writeln!(out, "{}", self.context.printable(&record)),
            false => {
                record.push_str("\r\n");
                out.write_all(record.as_bytes())
            }
        }
    }
}

impl Formatter for CsvFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let item = Entries::read(json);
        self.write_header(out)?;
        let cells: Vec<_> = self.columns().map(|column| cell::text(&column.cell, &item)).collect::<Result<_, _>>()?;
        Ok(self.write_record(cells.into_iter().map(Option::unwrap_or_default), out)?)
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        if complete {
            self.write_header(out)?;
        }
        Ok(())
    }
}
