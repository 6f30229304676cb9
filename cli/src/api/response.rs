//! Prints the response of a call that is neither a listing nor a run.

use crate::api::resolve::PathArgs;
use crate::failure::{CliError, Failure};
use crate::output::{Format, Formatter};
use crate::table::{QUERY, needs_confirmation};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::Operation;
use serde_json::value::RawValue;
use std::collections::HashMap;

/// Prints the response, or its rows if the format consists of rows.
pub(crate) fn write(
    json: &str,
    operation: &Operation,
    format: Format,
    matches: &ArgMatches,
    formatter: &mut dyn Formatter,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let is_whole = format.is_whole() || matches.contains_id(QUERY);
    let Some(field) = operation.command.rows.filter(|_| !is_whole) else {
        return formatter.write_item(streams.out(), json);
    };
    let Some(rows) = rows(json, field) else {
        return Err(CliError::response(
            format!("{}: the response has no list '{field}'", operation.id),
            "use -o json to print the response as received",
        )
        .into());
    };
    for row in rows {
        formatter.write_item(streams.out(), row.get())?;
    }
    Ok(())
}

/// Returns the rows in a field of a response, as received.
fn rows<'j>(json: &'j str, field: &str) -> Option<Vec<&'j RawValue>> {
    let fields: HashMap<String, &RawValue> = serde_json::from_str(json).ok()?;
    serde_json::from_str(fields.get(field)?.get()).ok()
}

/// Returns the message for a response without content.
pub(crate) fn done(operation: &Operation, path_args: &PathArgs) -> String {
    let (noun, verb) = (operation.command.noun, operation.command.verb);
    if needs_confirmation(operation) {
        format!("deleted {noun} {}", path_args.ids())
    } else {
        format!("done: {}", format!("{noun} {verb} {}", path_args.ids()).trim_end())
    }
}
