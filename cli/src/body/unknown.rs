//! Fields of a body that its schema does not name. A mistyped name would else be sent, ignored, and missed.

use crate::words;
use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};
use serde_json::{Map, Value};

/// A line for each field that the schema does not know, with the name that was probably meant.
///
/// Where the documentation leaves the content open, every field is allowed: in free objects, in members of a union
/// that are not known, and in those of which only what they share with others is known.
pub(crate) fn fields(schema: &Schema, value: &Value) -> Vec<String> {
    let mut unknown = Vec::new();
    visit(schema, value, "", &mut unknown);
    unknown
}

fn visit(schema: &Schema, value: &Value, path: &str, unknown: &mut Vec<String>) {
    match (&schema.shape, value) {
        (Shape::Object { fields }, Value::Object(object)) => {
            report(fields, object, path, unknown);
            descend(fields, object, path, unknown);
        }
        (Shape::Tagged { property, variants }, Value::Object(object)) => {
            let tag = object.get(*property).and_then(Value::as_str);
            if let Some((_, member)) = variants.iter().find(|(known, _)| Some(*known) == tag) {
                let same = |(_, other): &&(&str, &Schema)| std::ptr::eq(*other, *member);
                match &member.shape {
                    Shape::Object { fields } if variants.iter().filter(same).count() > 1 => {
                        descend(fields, object, path, unknown);
                    }
                    _ => visit(member, value, path, unknown),
                }
            }
        }
        (Shape::Array { items }, Value::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                visit(items, value, &format!("{path}[{index}]"), unknown);
            }
        }
        (Shape::Map { values }, Value::Object(object)) => {
            for (key, value) in object {
                visit(values, value, &join(path, key), unknown);
            }
        }
        (Shape::Nullable(schema) | Shape::Also { schema, .. }, _) => visit(schema, value, path, unknown),
        (Shape::OneOf(members), _) => {
            if let Some(member) = members.iter().find(|member| has_kind_of(member, value)) {
                visit(member, value, path, unknown);
            }
        }
        _ => {}
    }
}

/// Whether a member of a union is of the kind of a value that has parts.
fn has_kind_of(member: &Schema, value: &Value) -> bool {
    match member.shape {
        Shape::Object { .. } | Shape::Tagged { .. } | Shape::Map { .. } => value.is_object(),
        Shape::Array { .. } => value.is_array(),
        _ => false,
    }
}

fn report(fields: &[Field], object: &Map<String, Value>, path: &str, unknown: &mut Vec<String>) {
    for key in object.keys() {
        if fields.iter().any(|field| field.name == key) {
            continue;
        }
        let known = fields.iter().map(|field| field.name);
        unknown.push(match words::nearest(key, known) {
            Some(near) => format!("{}: unknown field; did you mean '{near}'?", join(path, key)),
            None => format!("{}: unknown field", join(path, key)),
        });
    }
}

fn descend(fields: &[Field], object: &Map<String, Value>, path: &str, unknown: &mut Vec<String>) {
    for field in fields {
        if let Some(value) = object.get(field.name) {
            visit(field.schema, value, &join(path, field.name), unknown);
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
