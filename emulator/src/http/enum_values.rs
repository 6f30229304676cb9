//! Enum values in request bodies.
//!
//! The client sends unknown values, so it keeps working when the service adds one. The emulator accepts documented
//! values only, so a misspelled value is found in a test.

use crate::http::response;
use ncloud_runtime::schema::{Schema, Shape};
use ncloud_runtime::walk::{Fit, Found, Path, Visitor, walk};
use serde_json::Value;

/// Returns a message with the path for each value that is not documented.
pub(crate) fn unknown(schema: &Schema, value: &Value) -> Vec<String> {
    let mut messages = UnknownValues(Vec::new());
    walk(schema, value, &Path::root(""), &mut messages);
    messages.0
}

struct UnknownValues(Vec<String>);

impl Visitor for UnknownValues {
    fn value(&mut self, path: &Path<'_>, _schema: &Schema, value: &Value, found: &Found<'_, '_>) {
        match (found.fit, &found.schema.shape, &*found.value) {
            (Fit::Documented, Shape::String { values, .. }, Value::String(text))
                if !values.is_empty() && !values.contains(&text.as_str()) =>
            {
                let (known, found) = (values.join(", "), response::quoted(text));
                self.0.push(format!("{path}: expected one of {known} but found {found}"));
            }
            (Fit::UnknownTag(property), ..) => {
                let tag = value.get(property).and_then(Value::as_str).unwrap_or_default();
                let (path, tag) = (path.field(property), response::quoted(tag));
                self.0.push(format!("{path}: expected one of the documented types but found {tag}"));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unknown;
    use ncloud_runtime::schema::{Schema, Shape};
    use serde_json::json;

    const fn schema(shape: Shape) -> Schema {
        Schema::unnamed(shape)
    }

    static STATE: Schema = schema(Shape::one_of_values(&["ON", "OFF"], &[]));
    static UNION: Schema = schema(Shape::OneOf(&[&STATE, &Schema::INTEGER]));
    static ROOMS: Schema = schema(Shape::Map { values: &UNION });

    #[test]
    fn values_in_maps_and_unions_are_checked() {
        assert!(unknown(&ROOMS, &json!({"hall": "ON", "attic": 1})).is_empty());
        let messages = unknown(&ROOMS, &json!({"hall": "ONN"}));
        assert_eq!(messages, ["hall: expected one of ON, OFF but found 'ONN'"]);
    }
}
