//! How results are written. One module per format.

mod cell;
mod csv;
mod fields;
mod grid;
mod json;
mod name;
mod pretty;
mod table;
mod yaml;

use crate::escape;
use crate::failure::{Failure, Told};
use crate::json::{self as values, Json};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::operation::Operation;
use std::fmt::Display;
use std::io::{self, Write};

/// What `-o` can be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    Table,
    Json,
    Jsonl,
    Yaml,
    Csv,
    Name,
}

impl Format {
    /// Whether an answer is written as one value, whatever stands in it.
    pub(crate) fn is_whole(self) -> bool {
        matches!(self, Self::Json | Self::Yaml)
    }

    /// Whether every answer can be written, even one that says no more than that it is done.
    pub(crate) fn is_document(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl | Self::Yaml)
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Json, Self::Jsonl, Self::Yaml, Self::Csv, Self::Name]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table").help("Columns for a person"),
            Self::Json => PossibleValue::new("json").help("One JSON document"),
            Self::Jsonl => PossibleValue::new("jsonl").help("One JSON object per line"),
            Self::Yaml => PossibleValue::new("yaml").help("One YAML document"),
            Self::Csv => PossibleValue::new("csv").help("The table's columns as CSV, RFC 4180"),
            Self::Name => PossibleValue::new("name").help("Ids only, one per line"),
        })
    }
}

/// A format at work.
pub(crate) trait Writer {
    /// Writes one item, which is JSON as the service wrote it, or keeps it for [`end`](Self::end).
    fn item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure>;

    /// The same with a row of a listing.
    fn row(&mut self, out: &mut dyn Write, row: &RawRow) -> Result<(), Failure> {
        self.item(out, row.json())
    }

    /// Writes what is left. `complete` is false after an error: then no document is closed, so that no program takes
    /// a part for the whole.
    fn end(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()>;
}

/// What a format has to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    pub(crate) operation: &'static Operation,
    /// Whether cells may be coloured.
    pub(crate) colored: bool,
    /// Whether a person looks at the output.
    pub(crate) terminal: bool,
}

impl Layout {
    fn is_listing(&self) -> bool {
        self.operation.paging.is_some()
    }

    /// Whether the columns belong to rows, not to the answer itself.
    fn has_rows(&self) -> bool {
        self.is_listing() || self.operation.command.rows.is_some()
    }

    /// The text as it may be written: exact, unless a terminal would act on it.
    fn shown<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        if self.terminal { escape::lines(text) } else { text.into() }
    }
}

/// The writer of a format; none if the operation has nothing to write in it.
pub(crate) fn writer(format: Format, layout: Layout) -> Option<Box<dyn Writer>> {
    let command = &layout.operation.command;
    Some(match format {
        Format::Json => Box::new(json::Document::new(layout.is_listing())),
        Format::Jsonl => Box::new(json::Lines),
        Format::Yaml => Box::new(yaml::Document::new(layout)),
        Format::Table if !layout.has_rows() => Box::new(fields::Fields::new(layout)),
        Format::Table if command.columns.is_empty() => Box::new(json::Document::new(layout.is_listing())),
        Format::Table => Box::new(table::Table::new(layout)),
        Format::Csv if command.columns.is_empty() => return None,
        Format::Csv => Box::new(csv::Rows::new(layout)),
        Format::Name => Box::new(name::Names::new(command.name?, layout)),
    })
}

/// The value of a row, or of a whole answer.
pub(crate) fn read(json: &str) -> Result<Json, Failure> {
    values::read(json).map_err(|error| unreadable(&error))
}

/// A row of JSON that no value can hold.
fn unreadable(error: &dyn Display) -> Failure {
    Told::answer(format!("cannot read a row: {error}"), "write the rows as they came with -o jsonl").into()
}
