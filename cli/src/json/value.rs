//! The type [`Json`].

use crate::json::number;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::{self, Write};

/// Maximum nesting depth.
pub(crate) const MAX_DEPTH: usize = 128;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// A number, exactly as written.
    Number(String),
    String(String),
    Array(Vec<Json>),
    /// Entries in their order. The last entry with a key counts.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Returns the value of a key; `None` if this is not an object, or has no such key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Returns the value of a key, and inserts an empty object if it is new; `None` if this is not an object.
    pub(crate) fn entry(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        if !entries.iter().any(|(name, _)| name == key) {
            entries.push((key.to_owned(), Self::Object(Vec::new())));
        }
        entries.iter_mut().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Returns the value at a path such as `nodes[2].name`.
    pub(crate) fn at(&self, path: &str) -> Option<&Self> {
        match self {
            _ if path.is_empty() => Some(self),
            Self::Array(_) => {
                let (item, rest) = self.first_item(path)?;
                item.at(rest)
            }
            _ => self.first_entries(path).find_map(|(_, value, rest)| value.at(rest)),
        }
    }

    /// Returns the first item of a path such as `[2].name`, and the rest of the path.
    pub(crate) fn first_item<'p>(&self, path: &'p str) -> Option<(&Self, &'p str)> {
        let Self::Array(items) = self else {
            return None;
        };
        let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
        Some((items.get(index.parse::<usize>().ok()?)?, rest.strip_prefix('.').unwrap_or(rest)))
    }

    /// Returns the possible first entries of a path such as `nodes[2].name`, each with the rest of the path. Keys may
    /// contain dots, so there may be several.
    pub(crate) fn first_entries<'j, 'p>(&'j self, path: &'p str) -> impl Iterator<Item = (&'j str, &'j Self, &'p str)> {
        let entries = match self {
            Self::Object(entries) => entries.as_slice(),
            _ => &[],
        };
        entries.iter().filter_map(move |(key, value)| {
            let rest = path.strip_prefix(key.as_str())?;
            let rest = match rest.strip_prefix('.') {
                Some(rest) => rest,
                None if rest.is_empty() || rest.starts_with('[') => rest,
                None => return None,
            };
            Some((key.as_str(), value, rest))
        })
    }

    /// Returns the string; `None` for other values.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the nearest `serde_json` value, for checks of types and ranges. It is never sent.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(text) => number::nearest(text),
            Self::String(text) => Value::String(text.clone()),
            Self::Array(items) => items.iter().map(Self::to_value).collect(),
            Self::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value.to_value())).collect(),
        }
    }
}

/// Returns the entries of an object. Of duplicate keys, only the last entry is returned.
pub(crate) fn last_entries(entries: &[(String, Json)]) -> impl Iterator<Item = (&str, &Json)> {
    let last: HashMap<&str, usize> =
        entries.iter().enumerate().map(|(index, (key, _))| (key.as_str(), index)).collect();
    let entries = entries.iter().enumerate();
    entries.filter_map(move |(index, (key, value))| (last.get(key.as_str()) == Some(&index)).then_some((&**key, value)))
}

/// Formats compact JSON.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Bool(value) => write!(formatter, "{value}"),
            Self::Number(text) => formatter.write_str(text),
            Self::String(text) => quoted(text, formatter),
            Self::Array(items) => {
                formatter.write_char('[')?;
                separated(items.iter(), formatter, fmt::Display::fmt)?;
                formatter.write_char(']')
            }
            Self::Object(entries) => {
                formatter.write_char('{')?;
                separated(entries.iter(), formatter, |(key, value), formatter| {
                    quoted(key, formatter)?;
                    write!(formatter, ":{value}")
                })?;
                formatter.write_char('}')
            }
        }
    }
}

fn quoted(text: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = serde_json::to_string(text).map_err(|_| fmt::Error)?;
    formatter.write_str(&text)
}

fn separated<T>(
    items: impl Iterator<Item = T>,
    formatter: &mut fmt::Formatter<'_>,
    write: impl Fn(T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    for (index, item) in items.enumerate() {
        if index > 0 {
            formatter.write_char(',')?;
        }
        write(item, formatter)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Json;
    use crate::json::read;
    use serde_json::json;

    #[test]
    fn numbers_keep_their_digits() {
        let text =
            r#"{"big":12345678901234567890123,"t":1.10,"z":-0,"e":1E+3,"far":1e999,"l":[true,null,"é\n"],"o":{}}"#;
        assert_eq!(read(text).unwrap().to_string(), text);
    }

    #[test]
    fn the_last_duplicate_key_counts_and_both_are_kept() {
        let text = r#"{"a":1,"b":2,"a":3}"#;
        let json = read(text).unwrap();
        assert_eq!(json.to_string(), text);
        assert_eq!(json.get("a"), Some(&Json::Number("3".to_owned())));
    }

    #[test]
    fn finds_values_by_path() {
        let json = read(r#"{"a":[{"b.c":1},[2,3]],"a[0]":4}"#).unwrap();
        let at = |path: &str| json.at(path).map(|json| json.to_string());
        assert_eq!(at("a[0].b.c").as_deref(), Some("1"));
        assert_eq!(at("a[1][1]").as_deref(), Some("3"));
        assert_eq!(at("a[2]"), None);
        assert_eq!(at("b"), None);
    }

    #[test]
    fn converts_numbers_to_the_nearest_value() {
        let value = read("[1, -0, 1.50, 12345678901234567890123, -12345678901234567890123, 1e999]").unwrap().to_value();
        assert_eq!(value, json!([1, 0, 1.5, i64::MAX, i64::MIN, f64::MAX]));
    }
}
