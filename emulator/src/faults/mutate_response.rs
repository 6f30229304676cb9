//! Changes to responses that a newer version of the service could make.

use ncloud_runtime::schema::{Schema, Shape};
use ncloud_runtime::walk::walk_mut;
use serde_json::{Value, json};

/// Undocumented enum value and field.
const NEW_VALUE: &str = "NEW_VALUE";
const NEW_FIELD: &str = "newField";

/// Replaces the first enum value with an undocumented one. Returns true if there was one.
pub(crate) fn insert_new_value(schema: &Schema, value: &mut Value) -> bool {
    walk_mut(schema, value, &mut |schema, value| {
        let is_enum = matches!(&schema.shape, Shape::String { values, .. } if !values.is_empty());
        if is_enum {
            *value = json!(NEW_VALUE);
        }
        is_enum
    })
}

/// Adds an undocumented field to every object with named fields.
pub(crate) fn insert_new_field(schema: &Schema, value: &mut Value) {
    walk_mut(schema, value, &mut |schema, value| {
        if let (Shape::Object { .. }, Value::Object(object)) = (&schema.shape, value) {
            object.insert(NEW_FIELD.to_owned(), json!({"since": "tomorrow"}));
        }
        false
    });
}

#[cfg(test)]
mod tests {
    use super::{insert_new_field, insert_new_value};
    use ncloud_runtime::schema::{Field, Schema, Shape};
    use serde_json::json;

    const fn schema(shape: Shape) -> Schema {
        Schema::unnamed(shape)
    }

    const fn field(name: &'static str, schema: &'static Schema) -> Field {
        Field::optional(name, schema, "")
    }

    static STATE: Schema = schema(Shape::one_of_values(&["ON"], &[]));
    static LAMP: Schema = schema(Shape::Object { fields: &[field("state", &STATE)] });
    static TAGGED: Schema = schema(Shape::Tagged { property: "kind", variants: &[("LAMP", &LAMP)] });
    static UNION: Schema = schema(Shape::OneOf(&[&TAGGED, &Schema::TEXT]));
    static ROOMS: Schema = schema(Shape::Map { values: &UNION });

    #[test]
    fn a_new_value_reaches_maps_unions_and_tagged_objects() {
        let mut value = json!({"hall": "dark", "kitchen": {"kind": "LAMP", "state": "ON"}});
        assert!(insert_new_value(&ROOMS, &mut value));
        assert_eq!(value["kitchen"]["state"], "NEW_VALUE");
    }

    #[test]
    fn a_new_field_reaches_maps_unions_and_tagged_objects() {
        let mut value = json!({"hall": "dark", "kitchen": {"kind": "LAMP", "state": "ON"}});
        insert_new_field(&ROOMS, &mut value);
        assert!(value["kitchen"]["newField"].is_object());
        assert_eq!(value.as_object().unwrap().len(), 2);
    }
}
