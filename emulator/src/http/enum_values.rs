//! Enum values in request bodies.
//!
//! The client sends unknown values, so it keeps working when the service adds one. The emulator accepts documented
//! values only, so a misspelled value is found in a test.

use crate::http::response;
use ncloud_runtime::schema::{Schema, Shape};
use serde_json::Value;

/// Returns a message with the path for each value that is not documented.
pub(crate) fn unknown(schema: &Schema, value: &Value) -> Vec<String> {
    let mut messages = Vec::new();
    visit(schema, value, "", &mut messages);
    messages
}

fn visit(schema: &Schema, value: &Value, path: &str, messages: &mut Vec<String>) {
    match (&schema.shape, value) {
        (Shape::String { values, .. }, Value::String(text))
            if !values.is_empty() && !values.contains(&text.as_str()) =>
        {
            let (known, found) = (values.join(", "), response::quoted(text));
            messages.push(format!("{path}: expected one of {known} but found {found}"));
        }
        (Shape::Array { items }, Value::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                visit(items, value, &format!("{path}[{index}]"), messages);
            }
        }
        (Shape::Object { fields }, Value::Object(object)) => {
            for field in *fields {
                if let Some(value) = object.get(field.name) {
                    let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
                    visit(field.schema, value, &path, messages);
                }
            }
        }
        (Shape::Tagged { property, variants }, Value::Object(object)) => {
            let Some(tag) = object.get(*property).and_then(Value::as_str) else {
                return;
            };
            match variants.iter().find(|(known, _)| *known == tag) {
                Some((_, schema)) => visit(schema, value, path, messages),
                None => {
                    messages.push(format!("{path}.{property}: expected one of the documented types but found '{tag}'"))
                }
            }
        }
        (Shape::Nullable(schema), value) => visit(schema, value, path, messages),
        (shape @ Shape::Also { schema, .. }, value) => {
            visit(schema, shape.documented(value).as_ref().unwrap_or(value), path, messages);
        }
        // Maps and unions hold no enum values in requests.
        _ => {}
    }
}
