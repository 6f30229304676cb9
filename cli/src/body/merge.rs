//! Merge keys: `<<: *defaults` takes the entries of other mappings over.
//!
//! An own key of a mapping wins over a merged one, wherever it stands; of several mappings, the first one wins. Source:
//! yaml.org/type/merge.html. YAML 1.2 has no merge keys, but what reads such files elsewhere applies them.

use crate::json::Json;
use std::collections::HashSet;

/// A line of a mapping.
pub(super) enum Entry {
    Own(String, Json),
    /// Entries of other mappings, the first of which wins.
    Merged(Vec<(String, Json)>),
}

/// Takes the value of a merge key.
pub(super) fn entry(value: Json) -> Result<Entry, String> {
    match value {
        Json::Object(entries) => Ok(Entry::Merged(entries)),
        Json::List(items) => {
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
    "the merge key '<<' takes a mapping or a list of mappings, such as '<<: *defaults'".to_owned()
}

/// Makes the object. Merged entries stand where their merge key does.
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
