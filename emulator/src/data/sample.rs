//! Responses of operations without state: the documented example, or a value of the documented schema.

use ncloud_runtime::operation::{Example, Role};
use ncloud_runtime::schema::{Field, Format, Schema, Shape};
use serde_json::{Map, Value, json};

/// Maximum depth of a made-up value. Schemas may be recursive.
const DEPTH: usize = 8;

/// Returns the first documented body of an operation that is valid JSON. The vendor masks some with asterisks.
pub(crate) fn documented(operation: &str, role: Role, examples: &[Example]) -> Option<Value> {
    examples
        .iter()
        .filter(|example| example.operation == operation && example.role == role)
        .find_map(|example| serde_json::from_str(example.text).ok())
}

/// Returns a value of this schema, the same each time.
pub(crate) fn of_schema(schema: &Schema) -> Value {
    value(schema, DEPTH)
}

fn value(schema: &Schema, depth: usize) -> Value {
    match &schema.shape {
        Shape::Any => Value::Null,
        Shape::Integer { minimum, maximum } => {
            json!(maximum.unwrap_or(0).min(0).max(minimum.unwrap_or(i64::MIN)))
        }
        Shape::Number { minimum: None, maximum: None } => json!(0),
        Shape::Number { minimum, maximum } => {
            json!(maximum.unwrap_or(0.0).min(0.0).max(minimum.unwrap_or(f64::MIN)))
        }
        Shape::String { format: Format::DateTime, .. } => json!("2025-01-01T00:00:00+09:00"),
        Shape::String { format: Format::DateTimeLocal, .. } => json!("2025-01-01T00:00:00"),
        Shape::String { values, min_length, .. } => match values.first() {
            Some(known) => json!(known),
            None => json!("x".repeat(min_length.unwrap_or(1))),
        },
        Shape::ConstString(only) => json!(only.0),
        Shape::Array { items } => {
            if depth == 0 {
                json!([])
            } else {
                json!([value(items, depth - 1)])
            }
        }
        Shape::Object { fields } => object(fields, depth),
        Shape::Map { .. } => json!({}),
        Shape::Nullable(_) => Value::Null,
        Shape::Also { schema, .. } => value(schema, depth),
        Shape::Tagged { property, variants } => match variants.first() {
            Some((tag, schema)) => tagged(property, tag, value(schema, depth)),
            None => json!({}),
        },
        Shape::OneOf(schemas) => schemas.first().map_or(Value::Null, |schema| value(schema, depth)),
        // Only booleans are left.
        _ => Value::Bool(true),
    }
}

fn tagged(property: &str, tag: &str, mut object: Value) -> Value {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(property.to_owned(), json!(tag));
    }
    object
}

fn object(fields: &[Field], depth: usize) -> Value {
    let named = |field: &Field| (field.name.to_owned(), value(field.schema, depth.saturating_sub(1)));
    let fields: Map<String, Value> = fields.iter().filter(|_| depth > 0).map(named).collect();
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    static TREE: Schema = Schema {
        name: "Tree",
        description: "",
        shape: Shape::Object {
            fields: &[Field::required("height", &HEIGHT, ""), Field::optional("branches", &BRANCHES, "")],
        },
    };
    static HEIGHT: Schema = Schema::unnamed(Shape::Integer { minimum: Some(1), maximum: Some(9) });
    static BRANCHES: Schema = Schema::unnamed(Shape::Array { items: &TREE });

    #[test]
    fn recursive_schema_has_a_finite_sample() {
        let tree = of_schema(&TREE);
        assert_eq!(tree["height"], 1);
        assert_eq!(tree["branches"][0]["branches"][0]["height"], 1);
    }

    #[test]
    fn masked_example_is_skipped() {
        let example = |text| Example { operation: "grow", role: Role::Response, file: "", text };
        let request = Example { role: Role::Request, ..example("1") };
        assert_eq!(
            documented("grow", Role::Response, &[request, example("{\"id\": ****}"), example("true")]),
            Some(json!(true))
        );
        assert_eq!(documented("fell", Role::Response, &[example("true")]), None);
    }
}
