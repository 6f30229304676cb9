//! Changes to responses that a newer version of the service could make.

use ncloud_runtime::schema::{Schema, Shape};
use serde_json::{Value, json};

/// Undocumented enum value and field.
const NEW_VALUE: &str = "NEW_VALUE";
const NEW_FIELD: &str = "newField";

/// Replaces the first enum value with an undocumented one. Returns true if there was one.
pub(crate) fn insert_new_value(schema: &Schema, value: &mut Value) -> bool {
    match (&schema.shape, value) {
        (Shape::String { values, .. }, value @ Value::String(_)) if !values.is_empty() => {
            *value = json!(NEW_VALUE);
            true
        }
        (Shape::Nullable(schema) | Shape::Also { schema, .. }, value) => insert_new_value(schema, value),
        (Shape::Array { items }, Value::Array(list)) => list.iter_mut().any(|item| insert_new_value(items, item)),
        (Shape::Object { fields }, Value::Object(object)) => fields
            .iter()
            .any(|field| object.get_mut(field.name).is_some_and(|value| insert_new_value(field.schema, value))),
        _ => false,
    }
}

/// Adds an undocumented field to every object with named fields.
pub(crate) fn insert_new_field(schema: &Schema, value: &mut Value) {
    match (&schema.shape, value) {
        (Shape::Nullable(schema) | Shape::Also { schema, .. }, value) => insert_new_field(schema, value),
        (Shape::Array { items }, Value::Array(list)) => list.iter_mut().for_each(|item| insert_new_field(items, item)),
        (Shape::Object { fields }, Value::Object(object)) => {
            for field in *fields {
                if let Some(value) = object.get_mut(field.name) {
                    insert_new_field(field.schema, value);
                }
            }
            object.insert(NEW_FIELD.to_owned(), json!({"since": "tomorrow"}));
        }
        _ => {}
    }
}
