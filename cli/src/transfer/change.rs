//! The differences between two values, field by field.

use crate::json::{Json, last_entries};
use std::fmt;

/// A field that differs.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Change {
    path: String,
    /// JSON; `None` if it is absent.
    before: Option<String>,
    after: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(formatter, "{path}: {before} -> {after}"),
            (Some(before), None) => write!(formatter, "{path}: {before} -> (removed)"),
            (None, Some(after)) => write!(formatter, "{path}: {after}"),
            (None, None) => formatter.write_str(path),
        }
    }
}

/// Returns the fields that differ.
pub(super) fn changes(before: Option<&Json>, after: &Json) -> Vec<Change> {
    let mut changes = Vec::new();
    compare("", before, Some(after), &mut changes);
    changes
}

fn compare(path: &str, before: Option<&Json>, after: Option<&Json>, changes: &mut Vec<Change>) {
    let at = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match (before, after) {
        (Some(before), Some(after)) if is_same(before, after) => {}
        (None | Some(Json::Object(_)), None | Some(Json::Object(_))) if is_filled(before) || is_filled(after) => {
            let own: Vec<(&str, &Json)> = entries(after);
            for (key, value) in &own {
                compare(&at(key), before.and_then(|before| before.get(key)), Some(value), changes);
            }
            for (key, value) in entries(before) {
                if own.iter().all(|(known, _)| *known != key) {
                    compare(&at(key), Some(value), None, changes);
                }
            }
        }
        (None | Some(Json::Array(_)), None | Some(Json::Array(_))) if is_filled(before) || is_filled(after) => {
            let (old, new) = (items(before), items(after));
            for index in 0..old.len().max(new.len()) {
                compare(&format!("{path}[{index}]"), old.get(index), new.get(index), changes);
            }
        }
        (before, after) => changes.push(Change {
            path: path.to_owned(),
            before: before.map(Json::to_string),
            after: after.map(Json::to_string),
        }),
    }
}

fn entries(value: Option<&Json>) -> Vec<(&str, &Json)> {
    match value {
        Some(Json::Object(entries)) => last_entries(entries).collect(),
        _ => Vec::new(),
    }
}

fn items(value: Option<&Json>) -> &[Json] {
    match value {
        Some(Json::Array(items)) => items,
        _ => &[],
    }
}

/// Returns whether a value has parts that can be compared.
fn is_filled(value: Option<&Json>) -> bool {
    !entries(value).is_empty() || !items(value).is_empty()
}

/// Returns whether two values mean the same. A number and its text do: the documentation contradicts itself.
fn is_same(before: &Json, after: &Json) -> bool {
    match (before, after) {
        (Json::Number(before), Json::Number(after)) => {
            before == after || nearest(before).is_some_and(|number| Some(number) == nearest(after))
        }
        (Json::Number(one), Json::String(other)) | (Json::String(other), Json::Number(one)) => one == other,
        (Json::Array(before), Json::Array(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(before, after)| is_same(before, after))
        }
        (Json::Object(_), Json::Object(_)) => {
            let (before, after) = (entries(Some(before)), entries(Some(after)));
            let other = |key: &str| after.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
            before.len() == after.len()
                && before.iter().all(|(key, value)| other(key).is_some_and(|other| is_same(value, other)))
        }
        (before, after) => before == after,
    }
}

/// Returns the value of a number; `None` for large ones: several have the same nearest floating-point number.
fn nearest(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.abs() < 9e15)
}

#[cfg(test)]
mod tests {
    use super::changes;
    use crate::json::read;

    fn check(before: &str, after: &str, expected: &[&str]) {
        let (before, after) = (read(before).unwrap(), read(after).unwrap());
        let found: Vec<String> = changes(Some(&before), &after).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_field_that_differs_is_listed() {
        check(r#"{"a":{"b":1,"c":2},"l":[1,2]}"#, r#"{"a":{"b":1,"c":3},"l":[1,2]}"#, &["a.c: 2 -> 3"]);
        check(r#"{"a":1}"#, r#"{"b":{"c":"x"}}"#, &["b.c: \"x\"", "a: 1 -> (removed)"]);
        check(r#"{"l":[{"a":1},{"a":2}]}"#, r#"{"l":[{"a":1}]}"#, &["l[1].a: 2 -> (removed)"]);
        check(r#"{"l":[]}"#, r#"{"l":{}}"#, &["l: [] -> {}"]);
        check(r#"{"l":[1]}"#, r#"{"l":[]}"#, &["l[0]: 1 -> (removed)"]);
    }

    #[test]
    fn order_and_spelling_do_not_matter() {
        check(r#"{"a":1,"b":2.0}"#, r#"{"b":2,"a":"1"}"#, &[]);
        check(r#"{"a":1.50}"#, r#"{"a":15e-1}"#, &[]);
        check(
            r#"{"a":12345678901234567890}"#,
            r#"{"a":12345678901234567891}"#,
            &["a: 12345678901234567890 -> 12345678901234567891"],
        );
        check(r#"{"a":"1"}"#, r#"{"a":"1.0"}"#, &["a: \"1\" -> \"1.0\""]);
    }

    #[test]
    fn a_new_value_lists_all_its_fields() {
        let new = read(r#"{"a":{"b":1},"l":[],"m":[{"c":true}]}"#).unwrap();
        let found: Vec<String> = changes(None, &new).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["a.b: 1", "l: []", "m[0].c: true"]);
    }
}
