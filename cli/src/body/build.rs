//! Builds a body from a file, from flags, or from both.

use crate::args::fields::{self, Field, FieldKind};
use crate::body::check;
use crate::body::file;
use crate::body::unknown;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::table::{ALLOW_UNKNOWN, FILE, UNCHECKED};
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Body, Operation};

/// Builds the body from the arguments; `None` if the operation has no body, or if it is optional and not given.
///
/// Flags override fields of the file. All problems are reported together, before anything is sent.
pub(crate) fn build(
    operation: &'static Operation,
    matches: &ArgMatches,
    context: &Context,
) -> Result<Option<Json>, Failure> {
    let Some(body) = &operation.body else {
        return Ok(None);
    };
    let (mut value, unknown) = match matches.get_one::<String>(FILE) {
        Some(path) => {
            let (value, unknown) = from_file(body, path, matches, context)?;
            (Some(value), unknown)
        }
        None => (None, None),
    };
    for (field, given) in fields::given(operation, matches) {
        set(value.get_or_insert_with(empty), &field, given)?;
    }
    if value.is_none() && body.required {
        value = Some(empty());
    }
    let invalid = match value.as_ref().filter(|_| !matches.get_flag(UNCHECKED)) {
        Some(value) => check::check(operation, body, value).err(),
        None => None,
    };
    match (unknown, invalid) {
        (None, None) => Ok(value),
        (Some(problem), None) | (None, Some(problem)) => Err(problem.into()),
        (Some(unknown), Some(invalid)) => Err(both(unknown, invalid).into()),
    }
}

fn empty() -> Json {
    Json::Object(Vec::new())
}

/// Joins the errors of names and of values, so that a file can be corrected in one go.
fn both(unknown: CliError, invalid: CliError) -> CliError {
    let details = unknown.details.into_iter().chain(invalid.details).collect();
    let hint = "correct names and values; nothing was sent";
    CliError::usage(invalid.message, hint).with_details(details)
}

/// Returns the value in a file, and the error if it has unknown fields.
fn from_file(
    body: &Body,
    path: &str,
    matches: &ArgMatches,
    context: &Context,
) -> Result<(Json, Option<CliError>), Failure> {
    let parsed = file::read(path, context)?;
    if !matches.get_flag(ALLOW_UNKNOWN) {
        let unknown = unknown::fields(body.schema, &parsed.value.to_value());
        if !unknown.is_empty() {
            let hint = match parsed.has_anchors {
                // A key that only defines an anchor must not be sent.
                true => "correct the names, and define anchors where their value is first used; nothing was sent",
                false => "correct the names, or add --allow-unknown; nothing was sent",
            };
            let message = format!("{}: unknown fields", file::name(path));
            return Ok((parsed.value, Some(CliError::usage(message, hint).with_details(unknown))));
        }
    }
    Ok((parsed.value, None))
}

/// Sets a field to the value of its flag. Flags of a map set its keys one by one.
fn set(body: &mut Json, field: &Field, given: Json) -> Result<(), Failure> {
    let mut target = body;
    for key in &field.path {
        target = target.entry(key).ok_or_else(|| not_an_object(field))?;
    }
    match (field.kind, given) {
        (FieldKind::Map(_), Json::Object(entries)) => {
            if *target == Json::Null {
                *target = empty();
            }
            for (key, value) in entries {
                *target.entry(&key).ok_or_else(|| not_an_object(field))? = value;
            }
        }
        (_, given) => *target = given,
    }
    Ok(())
}

fn not_an_object(field: &Field) -> Failure {
    CliError::usage(
        format!("--{} sets '{}', but the file has no object there", field.flag, field.name()),
        "correct the file, or drop the flag; nothing was sent",
    )
    .into()
}
