//! Merge keys: `<<: *defaults` copies the entries of other mappings.
//!
//! A mapping's own key takes precedence over a merged key, whatever their order. Among several mappings, the first takes
//! precedence. Source: yaml.org/type/merge.html. YAML 1.2 has no merge keys, but most other parsers apply them.

use crate::json::Json;
use std::collections::HashSet;

/// An entry of a mapping.
pub(super) enum Entry {
    Own(String, Json),
    /// Entries of other mappings. The first entry with a key takes precedence.
    Merged(Vec<(String, Json)>),
}

/// Reads the value of a merge key.
pub(super) fn entry(value: Json) -> Result<Entry, String> {
    match value {
        Json::Object(entries) => Ok(Entry::Merged(entries)),
        Json::Array(items) => {
            let mut merged = Vec::new();
            for item in items {
                let Json::Object(entries) = item else {
                    return Err(no_mapping());
                };
                merged.extend(entries);
            }
            Ok(Entry::Merged(merged))
        }
        _ => Err(no_mapping()),
    }
}

fn no_mapping() -> String {
    "the merge key '<<' needs a mapping or a sequence of mappings, such as '<<: *defaults'".to_owned()
}

/// Returns the object. Merged entries take the position of their merge key.
pub(super) fn apply(entries: Vec<Entry>, own: &HashSet<String>) -> Json {
    let mut merged = HashSet::new();
    let mut object = Vec::with_capacity(entries.len());
    for entry in entries {
        match entry {
            Entry::Own(key, value) => object.push((key, value)),
            Entry::Merged(entries) => {
                object.extend(entries.into_iter().filter(|(key, _)| !own.contains(key) && merged.insert(key.clone())));
            }
        }
    }
    Json::Object(object)
}
