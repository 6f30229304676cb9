//! The formatter of a call, by `-o` and `--query`.

use crate::api::dry_run;
use crate::failure::{CliError, Failure};
use crate::output::grid::Look;
use crate::output::query::QueryFormatter;
use crate::output::times::Times;
use crate::output::{self, Format, Formatter, OutputContext};
use crate::table::{OUTPUT, QUERY, RESUME};
use crate::terminal::output_streams::Streams;
use clap::parser::ValueSource;
use clap::{ArgMatches, ValueEnum};
use ncloud_dataflow::runtime::operation::Operation;

/// Returns the format of the result: JSON for a query, unless `-o` is given.
pub(crate) fn format(matches: &ArgMatches) -> Format {
    let is_given = matches.value_source(OUTPUT) == Some(ValueSource::CommandLine);
    if matches.contains_id(QUERY) && !is_given {
        return Format::Json;
    }
    matches.get_one::<Format>(OUTPUT).copied().unwrap_or(Format::Table)
}

/// Returns the formatter of the result.
pub(crate) fn select(
    operation: &'static Operation,
    format: Format,
    matches: &ArgMatches,
    times: Times,
    streams: &Streams<'_>,
) -> Result<Box<dyn Formatter>, Failure> {
    let wide = format == Format::Wide;
    let look = Look::of(streams);
    let look = if wide { Look { width: None, ..look } } else { look };
    let is_continued = matches.try_contains_id(RESUME).unwrap_or_default();
    let output = OutputContext { operation, wide, look, times, is_continued, terminal: streams.is_terminal(false) };
    let format_name = || format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    if let Some(query) = matches.get_one::<String>(QUERY).filter(|_| !dry_run::is_requested(matches)) {
        return match format {
            Format::Json | Format::Jsonl | Format::Yaml | Format::Name => {
                Ok(Box::new(QueryFormatter::new(query, format, &output)?))
            }
            Format::Table | Format::Wide | Format::Csv => {
                let message = format!("the result of '--query' has no columns to print as {}", format_name());
                Err(CliError::usage(message, "use -o json, jsonl, yaml, or name for the plain values").into())
            }
        };
    }
    output::new_formatter(format, output).ok_or_else(|| {
        let format = format_name();
        let command = &operation.command;
        let message = format!("'{} {}' has nothing to print as {format}", command.noun, command.verb);
        CliError::usage(message, "use -o table, json, jsonl or yaml").into()
    })
}
