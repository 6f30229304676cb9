//! The API reference for the page `/docs`: the operations table, with calls that work against this emulator.

use crate::data::sample;
use crate::site::markdown::paragraphs;
use crate::site::snippets::{ExampleCall, Target, pretty};
use crate::state::overview::Samples;
use axum::http::StatusCode;
use ncloud_dataflow::operations::{EXAMPLES, OPERATIONS, SERVICE};
use ncloud_runtime::operation::{Operation, Parameter, Place, Role};
use ncloud_runtime::schema::{Field, Format, Schema, Shape};
use serde_json::{Value, json};

/// Returns the reference.
pub(crate) fn reference(target: Target<'_>, samples: &Samples) -> Value {
    let operations: Vec<Value> = OPERATIONS.iter().map(|operation| entry(operation, target, samples)).collect();
    let errors = SERVICE
        .errors
        .first()
        .map(|shape| json!({"code": shape.code, "message": shape.message, "details": shape.details}));
    json!({
        "title": SERVICE.title,
        "version": SERVICE.version,
        "endpoint": SERVICE.endpoint,
        "error": errors,
        "operations": operations,
    })
}

fn entry(operation: &'static Operation, target: Target<'_>, samples: &Samples) -> Value {
    let call = ExampleCall::new(operation, samples);
    let response = sample::documented(operation.id, Role::Response, EXAMPLES)
        .or_else(|| operation.response.map(sample::of_schema));
    json!({
        "id": operation.id,
        "group": operation.command.noun,
        "method": operation.method.as_str(),
        "path": operation.path,
        "summary": operation.summary,
        "description": paragraphs(operation.description),
        "parameters": operation.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "fields": operation.body.as_ref().map(|body| fields(body.schema)),
        "request": call.body.as_ref().map(pretty),
        "response": response.as_ref().map(pretty),
        "success": operation.success.iter().map(|status| status_words(*status)).collect::<Vec<_>>(),
        "errors": operation.error_statuses.iter().map(|status| status_words(*status)).collect::<Vec<_>>(),
        "isListing": operation.paging.is_some(),
        "isSafeToRetry": operation.idempotent,
        "source": format!("vendor page {}, {}", operation.source.page, operation.source.date),
        "snippets": [
            {"name": "curl", "text": call.curl(target)},
            {"name": "Command line", "text": call.cli(target)},
            {"name": "Rust", "text": call.rust(target)},
        ],
    })
}

fn parameter(parameter: &'static Parameter) -> Value {
    let place = match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
    };
    json!({
        "name": parameter.name,
        "in": place,
        "type": kind(parameter.schema),
        "isRequired": parameter.required,
        "default": parameter.default,
        "description": paragraphs(parameter.description),
    })
}

/// Returns the fields of a body, one level deep.
fn fields(schema: &'static Schema) -> Vec<Value> {
    let Shape::Object { fields } = &schema.plain().shape else { return Vec::new() };
    let row = |field: &Field| {
        json!({
            "name": field.name,
            "type": kind(field.schema),
            "isRequired": field.required,
            "description": paragraphs(field.description),
        })
    };
    fields.iter().map(row).collect()
}

/// Returns a type in words, with its documented values.
fn kind(schema: &Schema) -> String {
    let known = |text: &str, values: &[&str]| match values {
        [] => text.to_owned(),
        _ => format!("{text}: {}", values.join(", ")),
    };
    let range = |text: &str, minimum: Option<String>, maximum: Option<String>| match (minimum, maximum) {
        (Some(minimum), Some(maximum)) => format!("{text}, {minimum} to {maximum}"),
        (Some(minimum), None) => format!("{text}, {minimum} or more"),
        (None, Some(maximum)) => format!("{text}, at most {maximum}"),
        (None, None) => text.to_owned(),
    };
    match &schema.plain().shape {
        Shape::Boolean | Shape::Const(_) => "boolean".to_owned(),
        Shape::Integer { minimum, maximum } => {
            range("integer", minimum.map(|it| it.to_string()), maximum.map(|it| it.to_string()))
        }
        Shape::Number { minimum, maximum } => {
            range("number", minimum.map(|it| it.to_string()), maximum.map(|it| it.to_string()))
        }
        Shape::String { format: Format::DateTime, .. } => "date and time with offset".to_owned(),
        Shape::String { format: Format::DateTimeLocal, .. } => "date and time without offset".to_owned(),
        Shape::String { values, .. } => known("string", values),
        Shape::Array { items } => format!("list of {}", kind(items)),
        Shape::Object { .. } | Shape::Map { .. } | Shape::Tagged { .. } if !schema.name.is_empty() => {
            schema.name.to_owned()
        }
        Shape::Object { .. } | Shape::Map { .. } | Shape::Tagged { .. } => "object".to_owned(),
        Shape::Nullable(inner) => format!("{} or null", kind(inner)),
        _ => "any value".to_owned(),
    }
}

/// Returns a status with its standard words, e.g. `404 Not Found`.
fn status_words(status: u16) -> Value {
    let words = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    json!({"status": status, "words": words})
}
