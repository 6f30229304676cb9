//! Fills the fields that a document leaves out with their current values: what is left out stays as it is.

use crate::json::Json;

/// Returns the document's object with the missing fields of the current one. Lists are not merged.
pub(super) fn merge(current: &Json, document: &Json) -> Json {
    let (Json::Object(current), Json::Object(document)) = (current, document) else {
        return document.clone();
    };
    let old = |key: &str| current.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value);
    let own = document.iter().map(|(key, value)| {
        let value = old(key).map_or_else(|| value.clone(), |current| merge(current, value));
        (key.clone(), value)
    });
    let mut merged: Vec<(String, Json)> = own.collect();
    for (key, value) in current {
        if merged.iter().all(|(known, _)| known != key) {
            merged.push((key.clone(), value.clone()));
        }
    }
    Json::Object(merged)
}

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::json::read;

    #[test]
    fn fields_that_are_left_out_keep_their_value() {
        let merged =
            |current: &str, document: &str| merge(&read(current).unwrap(), &read(document).unwrap()).to_string();
        assert_eq!(merged(r#"{"a":1,"b":{"c":2,"d":3}}"#, r#"{"b":{"c":9}}"#), r#"{"b":{"c":9,"d":3},"a":1}"#);
        assert_eq!(merged(r#"{"l":[{"a":1}]}"#, r#"{"l":[{"b":2}]}"#), r#"{"l":[{"b":2}]}"#);
        assert_eq!(merged(r#"{"a":{"b":1}}"#, r#"{"a":null}"#), r#"{"a":null}"#);
    }
}
