//! Documented bodies: each decodes and is written back without loss. A snapshot lists its fields that the spec lacks.

use ncloud_dataflow::operations::{EXAMPLES, OPERATIONS};
use ncloud_dataflow::runtime::operation::Role;
use ncloud_dataflow::runtime::schema::{Schema, Shape};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Debug;

/// Generated tests, one per documented body.
#[rustfmt::skip]
#[path = "../../generated/examples.rs"]
mod generated;

/// The check that each test in the generated `examples.rs` calls.
pub(crate) fn check<T: DeserializeOwned + Serialize + Debug>(operation: &str, file: &str) {
    let example = EXAMPLES.iter().find(|example| (example.operation, example.file) == (operation, file)).unwrap();
    let original: Value = serde_json::from_str(example.text).unwrap();
    let decoded: T = serde_json::from_str(example.text).unwrap();
    let again = serde_json::to_value(&decoded).unwrap();
    assert_eq!(again, original, "written again, {file} differs");

    let operation = OPERATIONS.iter().find(|operation| operation.id == example.operation).unwrap();
    let schema = match example.role {
        Role::Request => operation.body.as_ref().map(|body| body.schema),
        Role::Response => operation.response,
    };
    let lacking = unknown(schema.unwrap(), &original, "");
    let written = serde_json::to_string_pretty(&again).unwrap();
    insta::with_settings!({ snapshot_path => "snapshots/examples", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(
            file,
            format!("fields that the spec lacks: {lacking:?}\n\n{decoded:#?}\n\n{written}")
        );
    });
}

/// Returns the paths of fields that a schema lacks.
fn unknown(schema: &Schema, value: &Value, path: &str) -> Vec<String> {
    match (&schema.shape, value) {
        (Shape::Object { fields }, Value::Object(object)) => object
            .iter()
            .flat_map(|(name, value)| match fields.iter().find(|field| field.name == name) {
                Some(field) => unknown(field.schema, value, &format!("{path}.{name}")),
                None => vec![format!("{path}.{name}")],
            })
            .collect(),
        (Shape::Array { items }, Value::Array(list)) => {
            list.iter().flat_map(|value| unknown(items, value, &format!("{path}[]"))).collect()
        }
        (Shape::Tagged { property, variants }, Value::Object(object)) => {
            let tag = object.get(*property).and_then(Value::as_str);
            let variant = variants.iter().find(|(known, _)| Some(*known) == tag);
            let Some((_, schema)) = variant else {
                return vec![format!("{path}.{property}")];
            };
            unknown(schema, value, path)
        }
        (Shape::Nullable(schema) | Shape::Also { schema, .. }, _) => unknown(schema, value, path),
        (Shape::Map { values }, Value::Object(object)) => {
            object.values().flat_map(|value| unknown(values, value, &format!("{path}{{}}"))).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_documented_body_has_a_test() {
    let tests = include_str!("../../generated/examples.rs");
    assert!(!EXAMPLES.is_empty());
    for example in EXAMPLES {
        assert!(tests.contains(&format!("{:?}", example.file)), "{}", example.file);
    }
}
