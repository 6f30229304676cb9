//! The formats of `-o`.

use clap::ValueEnum;
use clap::builder::PossibleValue;

/// A value of `-o`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    Table,
    Wide,
    Json,
    Jsonl,
    Yaml,
    Csv,
    Name,
}

impl Format {
    /// Returns whether a response is printed as one value, even if it contains rows.
    pub(crate) fn is_whole(self) -> bool {
        matches!(self, Self::Json | Self::Yaml)
    }

    /// Returns whether a response without content is printed.
    pub(crate) fn is_document(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl | Self::Yaml)
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Wide, Self::Json, Self::Jsonl, Self::Yaml, Self::Csv, Self::Name]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table").help("Columns"),
            Self::Wide => PossibleValue::new("wide").help("All columns, with exact times"),
            Self::Json => PossibleValue::new("json").help("One JSON document"),
            Self::Jsonl => PossibleValue::new("jsonl").help("One JSON object per line"),
            Self::Yaml => PossibleValue::new("yaml").help("One YAML document"),
            Self::Csv => PossibleValue::new("csv").help("The table's columns as CSV, RFC 4180"),
            Self::Name => PossibleValue::new("name").help("IDs only, one per line"),
        })
    }
}
