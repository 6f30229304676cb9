//! Differences between two JSON objects, field by field.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Returns the fields that differ, with the value in each object; null where a field is missing.
pub(super) fn differences(this: &Value, other: &Value) -> Vec<Value> {
    let (mut left, mut right) = (BTreeMap::new(), BTreeMap::new());
    flatten(String::new(), this, &mut left);
    flatten(String::new(), other, &mut right);
    let mut names: Vec<&String> = left.keys().chain(right.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let differing = names.into_iter().filter(|name| left.get(*name) != right.get(*name));
    differing.map(|name| json!({"field": name, "this": left.get(name), "other": right.get(name)})).collect()
}

fn flatten<'a>(path: String, value: &'a Value, fields: &mut BTreeMap<String, &'a Value>) {
    let inner = |map: &'a Map<String, Value>| map.iter().filter(|(_, value)| !value.is_null());
    match value {
        Value::Object(map) if !map.is_empty() || path.is_empty() => {
            for (name, value) in inner(map) {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(path, value, fields);
            }
        }
        _ => {
            fields.insert(path, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_fields_are_compared_one_by_one() {
        let this = json!({"workers": 4, "paths": {"log": "a", "script": "s"}, "same": [1], "gone": null});
        let other = json!({"workers": 2, "paths": {"script": "s"}, "same": [1], "more": {}});
        assert_eq!(
            differences(&this, &other),
            [
                json!({"field": "more", "this": null, "other": {}}),
                json!({"field": "paths.log", "this": "a", "other": null}),
                json!({"field": "workers", "this": 4, "other": 2}),
            ]
        );
        assert!(differences(&this, &this).is_empty());
    }
}
