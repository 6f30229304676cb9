//! Indents JSON without decoding it, so numbers, key order and duplicate keys stay as received.

use crate::json::MAX_DEPTH;
use std::borrow::Cow;

/// Indents JSON by two spaces per level, as `serde_json` does. Rejects JSON nested deeper than [`MAX_DEPTH`].
pub(super) fn pretty(json: &str) -> Result<String, String> {
    let mut indenter = Indenter { out: String::with_capacity(json.len() * 2), depth: 0, is_open: false };
    for part in (Parts { rest: json }) {
        match part.starts_with('"') {
            true => indenter.push(&unescaped(part)),
            false => indenter.symbols(part)?,
        }
    }
    Ok(indenter.out)
}

/// Removes unnecessary escapes from a string. A string with a lone surrogate stays as it is.
fn unescaped(string: &str) -> Cow<'_, str> {
    let plain = match string.contains('\\') {
        true => serde_json::from_str::<String>(string).and_then(|text| serde_json::to_string(&text)).ok(),
        false => None,
    };
    plain.map_or(string.into(), Into::into)
}

struct Indenter {
    out: String,
    depth: usize,
    /// Whether an array or an object has just begun and may be empty.
    is_open: bool,
}

impl Indenter {
    fn symbols(&mut self, part: &str) -> Result<(), String> {
        for symbol in part.chars().filter(|symbol| !is_space(*symbol)) {
            match symbol {
                '{' | '[' => {
                    self.push("");
                    self.out.push(symbol);
                    self.depth += 1;
                    self.is_open = true;
                    if self.depth > MAX_DEPTH {
                        return Err(format!("nested more than {MAX_DEPTH} levels deep"));
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

    /// Adds a token.
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

/// Returns whether a character is whitespace between tokens.
fn is_space(character: char) -> bool {
    character.is_ascii_whitespace()
}

/// Splits JSON into strings with their quotes, and the tokens between two strings.
struct Parts<'j> {
    rest: &'j str,
}

impl<'j> Iterator for Parts<'j> {
    type Item = &'j str;

    fn next(&mut self) -> Option<&'j str> {
        let length = match self.rest.strip_prefix('"') {
            _ if self.rest.is_empty() => return None,
            None => self.rest.find('"').unwrap_or(self.rest.len()),
            Some(text) => string_length(text) + 1,
        };
        let (part, rest) = self.rest.split_at(length);
        self.rest = rest;
        Some(part)
    }
}

/// Returns the length of a string with its closing quote. An escaped quote does not close it.
fn string_length(text: &str) -> usize {
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
    fn indents_like_serde_json() {
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
    fn only_unnecessary_escapes_change() {
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
