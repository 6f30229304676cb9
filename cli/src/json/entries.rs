//! Values of an object as they are written, found without decoding the rest.

use std::borrow::Cow;
use std::collections::HashSet;

/// The entries of an object: raw keys and raw values.
///
/// The text must be valid JSON, checked by another parser.
pub(crate) struct Entries<'t>(Vec<(&'t str, &'t str)>);

/// Number of entries above which keys are compared by their hashes.
const MANY: usize = 32;

impl<'t> Entries<'t> {
    /// Reads the entries; there are none if the text is not an object.
    pub(crate) fn read(text: &'t str) -> Self {
        let mut entries = Vec::with_capacity(24);
        let mut rest = match skip(text, is_space).strip_prefix('{') {
            Some(rest) => rest,
            None => return Self(entries),
        };
        while let Some((key, value, after)) = entry(rest) {
            entries.push((key, value));
            rest = after;
        }
        Self(entries)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns keys and values. Of duplicate keys, only the last entry is returned.
    pub(crate) fn last(&self) -> Vec<(&'t str, &'t str)> {
        let is_unique = |index: usize, key: &str| {
            let mut later = self.0.iter().skip(index + 1);
            !key.contains('\\') && !later.any(|(other, _)| other.contains('\\') || *other == key)
        };
        if self.0.len() <= MANY && self.0.iter().enumerate().all(|(index, (key, _))| is_unique(index, key)) {
            return self.0.clone();
        }
        let mut seen = HashSet::with_capacity(self.0.len());
        // A key that cannot be decoded is no duplicate.
        let mut is_new = |raw: &'t str| string(raw).is_none_or(|key| seen.insert(key));
        let mut last: Vec<_> = self.0.iter().rev().filter(|(key, _)| is_new(key)).copied().collect();
        last.reverse();
        last
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

/// Returns the raw value at a path, like [`Entries::at`], but keeps no entries.
pub(crate) fn value_at<'t>(text: &'t str, path: &str) -> Option<&'t str> {
    let (key, inner) = path.split_once('.').map_or((path, None), |(key, inner)| (key, Some(inner)));
    let mut rest = skip(text, is_space).strip_prefix('{')?;
    let mut found = None;
    while let Some((raw, value, after)) = entry(rest) {
        found = if is_key(raw, key) { Some(value) } else { found };
        rest = after;
    }
    match inner {
        Some(inner) => value_at(found?, inner),
        None => found,
    }
}

/// Returns the raw items of an array; none if the text is not an array.
pub(crate) fn items(text: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let Some(mut rest) = skip(text, is_space).strip_prefix('[') else {
        return items;
    };
    loop {
        rest = skip(rest, |byte| is_space(byte) || byte == b',');
        match value_length(rest.as_bytes()).and_then(|length| rest.split_at_checked(length)) {
            Some((item, after)) if !item.is_empty() => {
                items.push(item);
                rest = after;
            }
            _ => return items,
        }
    }
}

fn is_key(raw: &str, key: &str) -> bool {
    raw.get(1..raw.len().saturating_sub(1)) == Some(key) || (raw.contains('\\') && string(raw).as_deref() == Some(key))
}

/// Returns the first key, its value, and the text after it.
fn entry(text: &str) -> Option<(&str, &str, &str)> {
    let text = skip(text, |byte| is_space(byte) || byte == b',');
    let (key, rest) = text.split_at_checked(string_length(text.as_bytes())?)?;
    let rest = skip(skip(rest, is_space).strip_prefix(':')?, is_space);
    let (value, rest) = rest.split_at_checked(value_length(rest.as_bytes())?)?;
    Some((key, value, rest))
}

/// Returns the text after these leading bytes, which are ASCII.
fn skip(text: &str, is_skipped: impl Fn(u8) -> bool) -> &str {
    let start = text.bytes().position(|byte| !is_skipped(byte)).unwrap_or(text.len());
    text.get(start..).unwrap_or_default()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn value_length(text: &[u8]) -> Option<usize> {
    match text.first()? {
        b'"' => string_length(text),
        b'{' | b'[' => nested_length(text),
        _ => {
            let end = text.iter().position(|byte| is_space(*byte) || matches!(byte, b',' | b'}' | b']'));
            Some(end.unwrap_or(text.len()))
        }
    }
}

/// Returns the length of the string at the beginning of a text, with its quotes.
fn string_length(text: &[u8]) -> Option<usize> {
    let mut end = text.first().filter(|byte| **byte == b'"').map(|_| 1)?;
    loop {
        end += memchr::memchr2(b'"', b'\\', text.get(end..)?)?;
        match text.get(end)? {
            b'"' => return Some(end + 1),
            // The escaped character may be a quote or another backslash.
            _ => end += 2,
        }
    }
}

/// Returns the length of the object or array at the beginning of a text.
fn nested_length(text: &[u8]) -> Option<usize> {
    let (mut depth, mut end) = (0_usize, 0);
    loop {
        match text.get(end)? {
            b'"' => end += string_length(text.get(end..)?)? - 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        end += 1;
        if depth == 0 {
            return Some(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Entries, string, value_at};

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
            assert_eq!(value_at(text, path), expected, "{path}");
        }
    }

    #[test]
    fn the_last_duplicate_key_counts() {
        for text in [r#"{"a":1,"b":2,"a":3}"#, r#"{"a":1,"b":2,"\u0061":3}"#] {
            assert_eq!((Entries::read(text).at("a"), value_at(text, "a")), (Some("3"), Some("3")));
            assert_eq!(Entries::read(text).last().len(), 2);
        }
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
