//! `-o json`, `jsonl` and `yaml` of values that are no responses, such as settings.

use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::output::format::Format;
use crate::output::formatter::Formatter;
use crate::output::json::{JsonFormatter, JsonLinesFormatter};
use crate::output::yaml_text;
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;

/// Writes a value. `-o jsonl` writes the items of an array. Returns `false` for `-o table`, which the caller writes.
///
/// # Errors
///
/// A usage error for `csv` and `name`. Call this before anything is done.
pub(crate) fn write_document(
    format: Format,
    value: &Json,
    command: &str,
    streams: &mut Streams<'_>,
) -> Result<bool, Failure> {
    match (format, value) {
        (Format::Table | Format::Wide, _) => return Ok(false),
        (Format::Json, _) => JsonFormatter::new(false).write_item(streams.out(), &value.to_string())?,
        (Format::Jsonl, Json::Array(items)) => {
            for item in items {
                JsonLinesFormatter.write_item(streams.out(), &item.to_string())?;
            }
        }
        (Format::Jsonl, _) => JsonLinesFormatter.write_item(streams.out(), &value.to_string())?,
        (Format::Yaml, _) => {
            let text = yaml_text::document(&value.to_string())?;
            let text = if streams.is_terminal(false) { escape::lines(&text) } else { text.as_str().into() };
            streams.out().write_all(text.as_bytes())?;
        }
        (Format::Csv | Format::Name, _) => return Err(unsupported(command)),
    }
    Ok(true)
}

/// Returns an error for a format that has no rows or IDs to print.
pub(crate) fn check_document(format: Format, command: &str) -> Result<(), Failure> {
    match format {
        Format::Csv | Format::Name => Err(unsupported(command)),
        _ => Ok(()),
    }
}

fn unsupported(command: &str) -> Failure {
    CliError::usage(format!("'{command}' prints neither csv nor names"), "use -o table, json, jsonl or yaml").into()
}
