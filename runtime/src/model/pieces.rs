//! Splits JSON objects and lists into parts without parsing the parts.

use super::codec::JsonError;
use super::read::MAX_DEPTH;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;

/// Returns the fields of an object in their order, including duplicates.
pub(crate) fn entries(json: &str) -> Result<Vec<(String, &RawValue)>, JsonError> {
    serde_json::Deserializer::from_str(json).deserialize_map(EntriesVisitor)
}

struct EntriesVisitor;

impl<'j> Visitor<'j> for EntriesVisitor {
    type Value = Vec<(String, &'j RawValue)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'j>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

/// Returns the items of a list.
pub(crate) fn items(json: &str) -> Result<Vec<&RawValue>, JsonError> {
    serde_json::from_str(json)
}

/// Returns the nearest [`Value`] of JSON. Parts that a `Value` cannot hold, such as `1e999`, become null.
pub(super) fn nearest(json: &str, depth: usize) -> Value {
    if depth > MAX_DEPTH {
        return Value::Null;
    }
    let inside = |value: &RawValue| nearest(value.get(), depth + 1);
    match serde_json::from_str(json) {
        Ok(value) => value,
        Err(_) if json.starts_with('{') => {
            let entries = entries(json).unwrap_or_default().into_iter();
            entries.map(|(name, value)| (name, inside(value))).collect()
        }
        Err(_) if json.starts_with('[') => items(json).unwrap_or_default().into_iter().map(inside).collect(),
        Err(_) => Value::Null,
    }
}
