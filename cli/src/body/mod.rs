//! The JSON body of a request: from a file, from flags, or from both.

mod field;
mod file;
mod text;
mod unknown;

pub(crate) use field::{Field, Kind, args, fields};

use crate::failure::{Failure, Told};
use crate::process::Process;
use clap::ArgMatches;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::{Body, Operation};
use serde_json::{Map, Value};

// A colon stands in no parameter's name, so these can meet none of the table.
pub(crate) const FILE: &str = ":file";
pub(crate) const ALLOW_UNKNOWN: &str = ":allow-unknown";
pub(crate) const UNCHECKED: &str = ":unchecked";

/// The body that the arguments ask for; none if the operation takes none, or needs none and none was given.
///
/// Flags override fields of the file. Everything that is wrong with it is told at once, and before anything is sent.
pub(crate) fn read(
    operation: &'static Operation,
    matches: &ArgMatches,
    process: &Process,
) -> Result<Option<Value>, Failure> {
    let Some(body) = &operation.body else {
        return Ok(None);
    };
    let mut value = match matches.get_one::<String>(FILE) {
        Some(path) => Some(from_file(body, path, matches, process)?),
        None => None,
    };
    for (field, given) in field::given(operation, matches) {
        set(value.get_or_insert_with(empty), &field, given)?;
    }
    if value.is_none() && body.required {
        value = Some(empty());
    }
    if let Some(value) = value.as_ref().filter(|_| !matches.get_flag(UNCHECKED)) {
        check(operation, body, value)?;
    }
    Ok(value)
}

fn empty() -> Value {
    Value::Object(Map::new())
}

fn from_file(body: &Body, path: &str, matches: &ArgMatches, process: &Process) -> Result<Value, Failure> {
    let value = file::read(path, process)?;
    if !matches.get_flag(ALLOW_UNKNOWN) {
        let unknown = unknown::fields(body.schema, &value);
        if !unknown.is_empty() {
            return Err(Told::usage(
                format!("{} has fields that the API does not know", file::name(path)),
                "nothing was sent; correct the names, or send the fields as they are with --allow-unknown",
            )
            .with_details(unknown)
            .into());
        }
    }
    Ok(value)
}

/// Puts the value of a flag where its field stands.
fn set(body: &mut Value, field: &Field, given: Value) -> Result<(), Failure> {
    let mut place = body;
    for key in &field.path {
        let Value::Object(object) = place else {
            return Err(Told::usage(
                format!("--{} sets a field of an object, but the file has another value there", field.flag),
                "nothing was sent; correct the file, or leave the flag out",
            )
            .into());
        };
        place = object.entry(*key).or_insert_with(empty);
    }
    *place = given;
    Ok(())
}

fn check(operation: &Operation, body: &Body, value: &Value) -> Result<(), Failure> {
    let violations = check::value(body.schema, value);
    if violations.is_empty() {
        return Ok(());
    }
    let details = violations.iter().map(ToString::to_string);
    Err(Told::usage(
        format!(
            "the body of {} lacks values, or has some that the API refuses",
            operation.id
        ),
        "nothing was sent; give values by flags (see --help) or with --file, or send the body as it is with --unchecked",
    )
    .with_details(details.collect())
    .into())
}
