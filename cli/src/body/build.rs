//! Builds a body from a file, from flags, or from both.

use crate::args::fields::{self, Field, FieldKind};
use crate::body::check;
use crate::body::file;
use crate::body::from_response::{Unknown, convert, named};
use crate::body::unknown;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::resource::{KIND, Kind};
use crate::table::{ALLOW_UNKNOWN, FILE, UNCHECKED};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Body, Operation};
use ncloud_dataflow::runtime::schema::Schema;

/// Builds the body from the arguments; `None` if the operation has no body, or if it is optional and not given.
///
/// Flags override fields of the file. All problems are reported together, before anything is sent.
pub(crate) fn build(
    operation: &'static Operation,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<Option<Json>, Failure> {
    let Some(body) = &operation.body else {
        return Ok(None);
    };
    let (mut value, unknown) = match matches.get_one::<String>(FILE) {
        Some(path) => {
            let (value, unknown) = from_file(operation, body, path, matches, context, streams)?;
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
        Some(value) => check::check(operation, body, value),
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
    operation: &'static Operation,
    body: &Body,
    path: &str,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(Json, Option<CliError>), Failure> {
    let mut parsed = file::read(path, context)?;
    if let Some(response) = saved_response(operation) {
        let resource = take_kind(parsed.value, operation, body, path)?;
        let converted = convert(response, body.schema, &resource, Unknown::Keep);
        if !converted.left_out.is_empty() {
            let fields = converted.left_out.join(", ");
            streams.note(&format!("note: {}: left out, as requests do not have them: {fields}", file::name(path)));
        }
        parsed.value = converted.value;
    }
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

/// Returns the schema of a response that users save, edit and send: the resource itself, for calls that create or change
/// the whole resource. The body of other calls has no name.
fn saved_response(operation: &'static Operation) -> Option<&'static Schema> {
    let kind = Kind::of(operation.command.noun)?;
    let is_own = operation.response.is_some_and(|response| std::ptr::eq(response, kind.response));
    let sends_name = named(operation.body.as_ref()?.schema, kind.resolve.by).is_some();
    (is_own && sends_name).then_some(kind.response)
}

/// Removes the key that tells the documents of 'apply' apart, after a check.
fn take_kind(value: Json, operation: &Operation, body: &Body, path: &str) -> Result<Json, Failure> {
    let Json::Object(mut entries) = value else {
        return Ok(value);
    };
    let noun = operation.command.noun;
    let at = entries.iter().position(|(key, _)| key == KIND).filter(|_| named(body.schema, KIND).is_none());
    match at.map(|at| entries.remove(at).1) {
        None => Ok(Json::Object(entries)),
        Some(Json::String(kind)) if kind == noun => Ok(Json::Object(entries)),
        Some(kind) => Err(CliError::usage(
            format!("{}: expected a document of kind '{noun}' but found {kind}", file::name(path)),
            "use the command of that kind, or 'apply'; nothing was sent",
        )
        .into()),
    }
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
