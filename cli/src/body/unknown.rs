//! Fields of a body that are not in its schema. The service would ignore a mistyped field without an error.

use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};
use serde_json::{Map, Value};

/// Returns a line for each unknown field, with the most similar known name.
///
/// Any field is allowed where the documentation leaves the content open: in free-form objects, in unknown variants, and
/// in variants that share one schema.
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

/// Returns whether a variant has the same JSON type as an object or array.
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
        unknown.push(match nearest(key, known) {
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

/// Returns the known name closest to a mistyped one, if it is close enough.
fn nearest<'k>(mistyped: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mistyped = mistyped.to_lowercase();
    let near = |known: &'k str| {
        let distance = strsim::damerau_levenshtein(&mistyped, &known.to_lowercase());
        // At most a third of the characters may differ, so short names do not match each other.
        (distance * 3 <= known.chars().count().max(3)).then_some((distance, known))
    };
    known.into_iter().filter_map(near).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_the_nearest_name() {
        let known = ["numWorker", "nrn", "timeout", "type"];
        let check = |mistyped| nearest(mistyped, known);
        assert_eq!(check("numWorkers"), Some("numWorker"));
        assert_eq!(check("NumWorker"), Some("numWorker"));
        assert_eq!(check("tiemout"), Some("timeout"));
        assert_eq!(check("typ"), Some("type"));
        assert_eq!(check("isTemp"), None);
        assert_eq!(check("x"), None);
    }
}
