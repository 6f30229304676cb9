//! JSON text with line feeds and indentation. Values are not looked into, so nothing of them changes.

use crate::json::MAX_DEPTH;
use std::borrow::Cow;

/// Lays JSON out, two blanks for each level, as `serde_json` does. Deeper levels than readers take are refused.
pub(super) fn pretty(json: &str) -> Result<String, String> {
    let mut layout = Layout { out: String::with_capacity(json.len() * 2), depth: 0, is_open: false };
    for part in (Parts { rest: json }) {
        match part.starts_with('"') {
            true => layout.push(&readable(part)),
            false => layout.symbols(part)?,
        }
    }
    Ok(layout.out)
}

/// A string without escapes that nobody needs. One that no text can hold stays as it is.
fn readable(string: &str) -> Cow<'_, str> {
    let plain = match string.contains('\\') {
        true => serde_json::from_str::<String>(string).and_then(|text| serde_json::to_string(&text)).ok(),
        false => None,
    };
    plain.map_or(string.into(), Into::into)
}

struct Layout {
    out: String,
    depth: usize,
    /// Whether a list or an object has just begun, which may be empty.
    is_open: bool,
}

impl Layout {
    fn symbols(&mut self, part: &str) -> Result<(), String> {
        for symbol in part.chars().filter(|symbol| !is_space(*symbol)) {
            match symbol {
                '{' | '[' => {
                    self.push("");
                    self.out.push(symbol);
                    self.depth += 1;
                    self.is_open = true;
                    if self.depth > MAX_DEPTH {
                        return Err(format!("more than {MAX_DEPTH} lists and objects contain one another"));
                    }
                }
                '}' | ']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if !std::mem::take(&mut self.is_open) {
                        self.line();
                    }
                    self.out.push(symbol);
                }
                ',' => {
                    self.out.push(symbol);
                    self.line();
                }
                ':' => self.out.push_str(": "),
                other => self.push(other.encode_utf8(&mut [0; 4])),
            }
        }
        Ok(())
    }

    /// Adds a part of a value.
    fn push(&mut self, text: &str) {
        if std::mem::take(&mut self.is_open) {
            self.line();
        }
        self.out.push_str(text);
    }

    fn line(&mut self) {
        self.out.push('\n');
        (0..self.depth).for_each(|_| self.out.push_str("  "));
    }
}

/// Whether a character is a space between the parts of JSON.
pub(super) fn is_space(character: char) -> bool {
    character.is_ascii_whitespace()
}

/// JSON in parts that follow on each other: a text with its quotes, or all up to the next one.
pub(super) struct Parts<'j> {
    pub(super) rest: &'j str,
}

impl<'j> Iterator for Parts<'j> {
    type Item = &'j str;

    fn next(&mut self) -> Option<&'j str> {
        let length = match self.rest.strip_prefix('"') {
            _ if self.rest.is_empty() => return None,
            None => self.rest.find('"').unwrap_or(self.rest.len()),
            Some(text) => text_length(text) + 1,
        };
        let (part, rest) = self.rest.split_at(length);
        self.rest = rest;
        Some(part)
    }
}

/// How long a text is with the quote that ends it. A quote behind a backslash does not.
fn text_length(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::pretty;
    use serde_json::{Value, json};

    #[test]
    fn the_layout_is_that_of_serde_json() {
        for value in [
            json!({"a": [1, -2.5, null, true, {}, [], [[]], {"b": {}}], "": "", "q\"}": "{,:[ \\"}),
            json!([]),
            json!({}),
            json!("x"),
            json!(1),
            json!([[1], [2, [3]]]),
        ] {
            let expected = serde_json::to_string_pretty(&value).unwrap();
            assert_eq!(pretty(&value.to_string()).unwrap(), expected);
            assert_eq!(pretty(&expected.replace('\n', "\r\n\t")).unwrap(), expected);
        }
    }

    #[test]
    fn numbers_repeated_keys_and_half_characters_stay_and_other_escapes_are_read() {
        let text = r#"{"n": 1.10,"n": 12345678901234567890123,"far": 1e999,"half": "\ud800\/","path": "\/\u00e9"}"#;
        let expected = text.replace(r#""\/\u00e9""#, "\"/é\"");
        let expected = expected.replace(",\"", ",\n  \"").replace('{', "{\n  ").replace('}', "\n}");
        assert_eq!(pretty(text).unwrap(), expected);
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(pretty(&nested(128)).is_ok());
        assert!(pretty(&nested(129)).is_err());
        assert!(serde_json::from_str::<Value>(&pretty(&nested(100)).unwrap()).is_ok());
    }
}
