//! Checks a body against its schema before it is sent.

use crate::failure::CliError;
use crate::json::Json;
use ncloud_dataflow::runtime::check::{self, Violation};
use ncloud_dataflow::runtime::operation::{Body, Operation};
use ncloud_dataflow::runtime::schema::{Schema, Shape};

/// Returns an error with all violations of the schema; `None` if there are none. Numbers are shown as written.
pub(super) fn check(operation: &Operation, body: &Body, value: &Json) -> Option<CliError> {
    let violations = check::value(body.schema, &value.to_value());
    if violations.is_empty() {
        return None;
    }
    let needs_quotes = |violation: &Violation| {
        let found = value.at(&violation.path);
        matches!(found, Some(Json::Number(_) | Json::Bool(_)))
            && at(body.schema, value, &violation.path)
                .is_some_and(|schema| matches!(schema.shape, Shape::String { .. }))
    };
    let hint = match violations.iter().any(needs_quotes) {
        // A string must not be sent as a number.
        true => "quote strings, and correct the other values; nothing was sent",
        false => {
            "set values by flags (see --help) or with --file, or skip this check with --unchecked; nothing was sent"
        }
    };
    let details = violations.iter().map(|violation| detail(violation, value, needs_quotes(violation)));
    Some(CliError::usage(format!("{}: the body is invalid", operation.id), hint).with_details(details.collect()))
}

fn detail(violation: &Violation, body: &Json, needs_quotes: bool) -> String {
    let Violation { path, expected, found } = violation;
    match (body.at(path), needs_quotes) {
        (Some(Json::Number(text)), true) => {
            format!("{path}: expected {expected} but found the number {text}; for a string, quote it: \"{text}\"")
        }
        (Some(Json::Number(text)), false) if !path.is_empty() => {
            format!("{path}: expected {expected} but found {text}")
        }
        (_, true) => format!("{path}: expected {expected} but found {found}; for a string, quote it"),
        _ => violation.to_string(),
    }
}

/// Returns the schema of the value at a path such as `nodes[2].name`.
fn at<'s>(schema: &'s Schema, body: &Json, path: &str) -> Option<&'s Schema> {
    match &schema.shape {
        Shape::Nullable(schema) => at(schema, body, path),
        Shape::OneOf(members) => members.iter().find_map(|member| at(member, body, path)),
        Shape::Tagged { property, variants } if !path.is_empty() => {
            let tag = body.get(property)?.as_str();
            let (_, schema) = variants.iter().find(|(known, _)| Some(*known) == tag)?;
            at(schema, body, path)
        }
        _ if path.is_empty() => Some(schema),
        Shape::Array { items } => {
            let (item, rest) = body.first_item(path)?;
            at(items, item, rest)
        }
        Shape::Map { values } => body.first_entries(path).find_map(|(_, value, rest)| at(values, value, rest)),
        Shape::Object { fields } => body.first_entries(path).find_map(|(key, value, rest)| {
            let field = fields.iter().find(|field| field.name == key)?;
            at(field.schema, value, rest)
        }),
        _ => None,
    }
}
