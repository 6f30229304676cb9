//! The JSON body of a request: from a file, from flags, or from both.

mod check;
mod field;
mod file;
mod merge;
mod parsed;
mod scalar;
mod text;
mod unknown;
mod yaml;

pub(crate) use field::{Field, Kind, args, fields};

use crate::failure::{Failure, Told};
use crate::json::Json;
use crate::process::Process;
use clap::ArgMatches;
use ncloud_dataflow::runtime::operation::{Body, Operation};

// Ids of what the table has begin with `:param:` and `:body:`, so these can meet none of them.
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
) -> Result<Option<Json>, Failure> {
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
        check::check(operation, body, value)?;
    }
    Ok(value)
}

fn empty() -> Json {
    Json::Object(Vec::new())
}

fn from_file(body: &Body, path: &str, matches: &ArgMatches, process: &Process) -> Result<Json, Failure> {
    let parsed = file::read(path, process)?;
    if !matches.get_flag(ALLOW_UNKNOWN) {
        let unknown = unknown::fields(body.schema, &parsed.value.to_value());
        if !unknown.is_empty() {
            let hint = match parsed.has_anchors {
                // A key that only holds an anchor must not be sent.
                true => "nothing was sent; correct the names; an anchor can be set where its value is used first",
                false => "nothing was sent; correct the names, or send the fields as they are with --allow-unknown",
            };
            return Err(Told::usage(format!("{} has fields that the API does not know", file::name(path)), hint)
                .with_details(unknown)
                .into());
        }
    }
    Ok(parsed.value)
}

/// Puts the value of a flag where its field stands. Flags of a map set its keys one by one.
fn set(body: &mut Json, field: &Field, given: Json) -> Result<(), Failure> {
    let mut place = body;
    for key in &field.path {
        place = place.entry(key).ok_or_else(|| misplaced(field))?;
    }
    match (field.kind, given) {
        (Kind::Map(_), Json::Object(entries)) => {
            if *place == Json::Null {
                *place = empty();
            }
            for (key, value) in entries {
                *place.entry(&key).ok_or_else(|| misplaced(field))? = value;
            }
        }
        (_, given) => *place = given,
    }
    Ok(())
}

fn misplaced(field: &Field) -> Failure {
    Told::usage(
        format!("--{} sets a field of an object, but the file has another value there", field.flag),
        "nothing was sent; correct the file, or leave the flag out",
    )
    .into()
}
