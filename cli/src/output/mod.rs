//! Formats of results: one module for each value of `-o`. They print JSON as the service wrote it.

mod cell;
mod column;
mod columns;
mod computed;
mod csv;
mod document;
mod fields;
mod format;
mod formatter;
pub(crate) mod grid;
mod json;
mod layout;
mod name;
mod pretty;
pub(crate) mod query;
mod query_source;
mod table;
pub(crate) mod times;
mod yaml;
mod yaml_scalar;
mod yaml_text;

pub(crate) use document::{check_document, write_document};
pub(crate) use format::Format;
pub(crate) use formatter::{Formatter, OutputContext, read};
pub(crate) use yaml_text::document as yaml_document;

/// Returns a formatter of one document: YAML, lines of JSON, or JSON for all other formats.
pub(crate) fn document(format: Format) -> Box<dyn Formatter> {
    match format {
        Format::Yaml => Box::new(yaml::YamlFormatter::new(false)),
        Format::Jsonl => Box::new(json::JsonLinesFormatter),
        _ => Box::new(json::JsonFormatter::new(false)),
    }
}

/// Returns the formatter of a format; `None` if the operation has no columns or ID for it.
pub(crate) fn new_formatter(format: Format, context: OutputContext) -> Option<Box<dyn Formatter>> {
    let command = &context.operation.command;
    Some(match format {
        Format::Json => Box::new(json::JsonFormatter::new(context.is_listing())),
        Format::Jsonl => Box::new(json::JsonLinesFormatter),
        Format::Yaml => Box::new(yaml::YamlFormatter::new(context.is_listing())),
        Format::Table | Format::Wide if !context.has_rows() => Box::new(fields::FieldsFormatter::new(context)),
        Format::Table | Format::Wide if command.columns.is_empty() => {
            Box::new(json::JsonFormatter::new(context.is_listing()))
        }
        Format::Table | Format::Wide => Box::new(table::TableFormatter::new(context)),
        Format::Csv if command.columns.is_empty() => return None,
        Format::Csv => Box::new(csv::CsvFormatter::new(context)),
        Format::Name => Box::new(name::NameFormatter::new(command.name?, context)),
    })
}
