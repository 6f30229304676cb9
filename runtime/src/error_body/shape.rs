//! JSON error bodies, in the shapes of the spec.

use super::excerpt::{text, without_mark};
use super::parts::ErrorBody;
use crate::table::operation::{ErrorShape, Operation};
use crate::table::schema::{Schema, Shape};
use serde_json::{Map, Value};

/// Maximum size of a 2xx body that can be a flat error, in bytes. Such errors are short.
const SHORT: usize = 2048;

/// Reads the parts of a body. The shape with the most parts comes first; others add missing parts.
pub(super) fn read(body: &[u8], shapes: &[ErrorShape]) -> Option<ErrorBody> {
    let value: Value = serde_json::from_slice(without_mark(body)).ok()?;
    let mut found: Vec<ErrorBody> = shapes.iter().map(|shape| parts(&value, shape)).collect();
    // The sort is stable: of shapes with equally many parts, the first one counts.
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
        // An object is not a code.
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

/// Returns true if the body of a 2xx response is an error.
///
/// A nested error object with a code is an error, unless the spec has a field of this name. Anything else is an error
/// only in a body with few known fields: a resource may have a new field `error` that the spec lacks, but it still has
/// most of its known fields.
pub(crate) fn is_in_success(body: &[u8], shapes: &[ErrorShape], operation: &Operation) -> bool {
    let text = std::str::from_utf8(body).unwrap_or_default();
    let is_named = |shape: &ErrorShape| {
        let key = top(shape.code);
        (key != shape.code || text.len() <= SHORT) && text.contains(&format!("\"{key}\""))
    };
    // Almost no body has such a name, so most are not parsed twice.
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
        // Some services always return a code, and zero means success.
        Some(_) if key == shape.code && parts.code.as_deref() == Some("0") => false,
        // A flat error: code and message are among the other fields.
        Some(_) if key == shape.code => parts.code.is_some() && parts.message.is_some() && !is_success,
        Some(_) => parts.code.is_some() || !is_success,
    }
}

/// Returns the top-level field of a path.
fn top(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}

/// Returns true if the spec has a top-level field of this name.
fn has(schema: &Schema, key: &str) -> bool {
    match &schema.shape {
        Shape::Object { fields } => fields.iter().any(|field| field.name == key),
        Shape::Nullable(schema) => has(schema, key),
        Shape::OneOf(schemas) => schemas.iter().any(|schema| has(schema, key)),
        Shape::Tagged { property, variants } => *property == key || variants.iter().any(|(_, schema)| has(schema, key)),
        _ => false,
    }
}

/// Returns true if the keys of a body are data.
fn is_open(schema: &Schema) -> bool {
    match &schema.shape {
        Shape::Any | Shape::Map { .. } => true,
        Shape::Nullable(schema) => is_open(schema),
        Shape::OneOf(schemas) => schemas.iter().any(|schema| is_open(schema)),
        _ => false,
    }
}
