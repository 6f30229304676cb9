//! Values of an object as they are written, found without decoding the rest.

use std::borrow::Cow;

/// The entries of an object: raw keys and raw values.
///
/// The text must be valid JSON, checked by another parser.
pub(crate) struct Entries<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Entries<'t> {
    /// Reads the entries; there are none if the text is not an object.
    pub(crate) fn read(text: &'t str) -> Self {
        let mut entries = Vec::with_capacity(24);
        let mut rest = match text.trim_start().strip_prefix('{') {
            Some(rest) => rest,
            None => return Self(entries),
        };
        while let Some((key, value, after)) = entry(rest) {
            entries.push((key, value));
            rest = after;
        }
        Self(entries)
    }

    /// Returns the raw value at a path of keys with dots between them. The last entry with a key counts.
    pub(crate) fn at(&self, path: &str) -> Option<&'t str> {
        match path.split_once('.') {
            None => self.get(path),
            Some((key, rest)) => Entries::read(self.get(key)?).at(rest),
        }
    }

    fn get(&self, key: &str) -> Option<&'t str> {
        self.0.iter().rev().find(|(raw, _)| is_key(raw, key)).map(|(_, value)| *value)
    }
}

/// Returns the string of a raw value; `None` for other values, and for a string with a lone surrogate.
pub(crate) fn string(raw: &str) -> Option<Cow<'_, str>> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    match inner.contains('\\') {
        true => serde_json::from_str(raw).ok().map(Cow::Owned),
        false => Some(inner.into()),
    }
}

fn is_key(raw: &str, key: &str) -> bool {
    raw.get(1..raw.len().saturating_sub(1)) == Some(key) || (raw.contains('\\') && string(raw).as_deref() == Some(key))
}

/// Returns the first key, its value, and the text after it.
fn entry(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.trim_start_matches([' ', '\t', '\n', '\r', ',']);
    let (key, rest) = text.split_at_checked(string_length(text)?)?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let (value, rest) = rest.split_at_checked(value_length(rest)?)?;
    Some((key, value, rest))
}

fn value_length(text: &str) -> Option<usize> {
    match text.bytes().next()? {
        b'"' => string_length(text),
        b'{' | b'[' => nested_length(text),
        _ => text.find([',', '}', ']', ' ', '\t', '\n', '\r']).or(Some(text.len())),
    }
}

/// Returns the length of the string at the beginning of a text, with its quotes.
fn string_length(text: &str) -> Option<usize> {
    let mut end = text.strip_prefix('"').map(|_| 1)?;
    loop {
        let inner = text.get(end..)?;
        let quote = inner.find('"')?;
        let before = inner.get(..quote)?;
        end += quote + 1;
        let escapes = before.len() - before.trim_end_matches('\\').len();
        if escapes % 2 == 0 {
            return Some(end);
        }
    }
}

/// Returns the length of the object or array at the beginning of a text.
fn nested_length(text: &str) -> Option<usize> {
    let (mut depth, mut end) = (0_usize, 0);
    loop {
        let rest = text.get(end..)?;
        let next = rest.bytes().position(|byte| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']'))?;
        end += next;
        match rest.as_bytes().get(next)? {
            b'"' => end += string_length(rest.get(next..)?)?,
            b'{' | b'[' => {
                depth += 1;
                end += 1;
            }
            _ => {
                depth = depth.checked_sub(1)?;
                end += 1;
            }
        }
        if depth == 0 {
            return Some(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Entries, string};

    #[test]
    fn finds_raw_values() {
        let text =
            r#" { "a" : {"b": [1, "}\"]"], "c": {"d":2.50}} , "s":"x\\","q\u0022":"y", "n":null,"a.b":1,"last":true}"#;
        let entries = Entries::read(text);
        for (path, expected) in [
            ("a.b", Some(r#"[1, "}\"]"]"#)),
            ("a.c.d", Some("2.50")),
            ("s", Some(r#""x\\""#)),
            ("q\"", Some("\"y\"")),
            ("n", Some("null")),
            ("last", Some("true")),
            ("a.x", None),
            ("s.x", None),
            ("missing", None),
        ] {
            assert_eq!(entries.at(path), expected, "{path}");
        }
    }

    #[test]
    fn the_last_duplicate_key_counts() {
        assert_eq!(Entries::read(r#"{"a":1,"b":2,"a":3}"#).at("a"), Some("3"));
    }

    #[test]
    fn other_texts_have_no_entries() {
        for text in
            ["", "null", "[{\"a\":1}]", "{", "{\"a\"", "{\"a\":", "{\"a\":[", "{\"a\":\"", "{\"a\":\"\\\"", "{\"a\":}]"]
        {
            assert_eq!(Entries::read(text).at("b"), None, "{text}");
        }
    }

    #[test]
    fn decodes_strings() {
        assert_eq!(string(r#""a\n\u00e9""#).as_deref(), Some("a\né"));
        assert_eq!(string("\"é\"").as_deref(), Some("é"));
        assert_eq!(string("1"), None);
        assert_eq!(string(r#""\ud800""#), None);
    }
}
