//! Error bodies that are JSON, by the shapes of the spec.

use super::excerpt::{text, without_mark};
use super::parts::ErrorBody;
use crate::table::operation::{ErrorShape, Operation};
use crate::table::schema::{Schema, Shape};
use serde_json::{Map, Value};

/// Longest body of a success that can be an error without an object around it. Such errors are short.
const SHORT: usize = 2048;

/// The parts of a body that has a known shape: those of the shape that it has most parts of, and what others add.
pub(super) fn read(body: &[u8], shapes: &[ErrorShape]) -> Option<ErrorBody> {
    let value: Value = serde_json::from_slice(without_mark(body)).ok()?;
    let mut found: Vec<ErrorBody> = shapes.iter().map(|shape| parts(&value, shape)).collect();
    // A stable sort: of shapes with as many parts, the first counts.
    found.sort_by_key(|error_body| std::cmp::Reverse(count(error_body)));
    let all = found.into_iter().reduce(|best, other| ErrorBody {
        code: best.code.or(other.code),
        message: best.message.or(other.message),
        details: best.details.or(other.details),
        excerpt: String::new(),
    })?;
    (count(&all) > 0).then_some(all)
}

fn parts(value: &Value, shape: &ErrorShape) -> ErrorBody {
    ErrorBody {
        // A whole object is no code.
        code: at(value, shape.code).filter(|code| code.is_string() || code.is_number()).and_then(text),
        message: at(value, shape.message).and_then(text),
        details: shape.details.and_then(|path| at(value, path)).and_then(text),
        excerpt: String::new(),
    }
}

fn count(error_body: &ErrorBody) -> usize {
    [&error_body.code, &error_body.message, &error_body.details].into_iter().flatten().count()
}

fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, key| value.get(key))
}

/// Whether the body of a success is an error all the same.
///
/// An object with an error code is one wherever it stands at the top, unless the spec has a field of this name there.
/// Anything less is one only in a body that has little else: a resource may have got a field `error` since the spec was
/// written, but it still has most of those that the spec knows.
pub(crate) fn is_in_success(body: &[u8], shapes: &[ErrorShape], operation: &Operation) -> bool {
    let text = std::str::from_utf8(body).unwrap_or_default();
    let is_named = |shape: &ErrorShape| {
        let key = top(shape.code);
        (key != shape.code || text.len() <= SHORT) && text.contains(&format!("\"{key}\""))
    };
    // Nearly every body names none, and is not read twice.
    if !shapes.iter().any(is_named) {
        return false;
    }
    let Ok(Value::Object(object)) = serde_json::from_slice(without_mark(body)) else {
        return false;
    };
    let whole = Value::Object(object.clone());
    shapes.iter().any(|shape| is_error(&whole, &object, shape, operation.response))
}

fn is_error(whole: &Value, object: &Map<String, Value>, shape: &ErrorShape, response: Option<&Schema>) -> bool {
    let key = top(shape.code);
    let is_known = |key: &str| response.is_some_and(|schema| has(schema, key));
    let known = object.keys().filter(|key| is_known(key)).count();
    let is_success = response.is_some_and(is_open) || (known > 0 && 2 * known >= object.len());
    let parts = parts(whole, shape);
    if is_known(key) {
        return false;
    }
    match object.get(key) {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(text)) if text.is_empty() => false,
        // Services that always return a code say by zero that nothing failed.
        Some(_) if key == shape.code && parts.code.as_deref() == Some("0") => false,
        // Flat: code and message stand among whatever else there is.
        Some(_) if key == shape.code => parts.code.is_some() && parts.message.is_some() && !is_success,
        Some(_) => parts.code.is_some() || !is_success,
    }
}

/// The field at the top that a path leads through.
fn top(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}

/// Whether the spec has a field of this name at the top of a body.
fn has(schema: &Schema, key: &str) -> bool {
    match &schema.shape {
        Shape::Object { fields } => fields.iter().any(|field| field.name == key),
        Shape::Nullable(schema) => has(schema, key),
        Shape::OneOf(schemas) => schemas.iter().any(|schema| has(schema, key)),
        Shape::Tagged { property, variants } => *property == key || variants.iter().any(|(_, schema)| has(schema, key)),
        _ => false,
    }
}

/// Whether the keys of a body are data.
fn is_open(schema: &Schema) -> bool {
    match &schema.shape {
        Shape::Any | Shape::Map { .. } => true,
        Shape::Nullable(schema) => is_open(schema),
        Shape::OneOf(schemas) => schemas.iter().any(|schema| is_open(schema)),
        _ => false,
    }
}
