//! `-o json` and `-o jsonl`: the values as they came, keys in the order of the server.
//!
//! Characters that a terminal would act on are written as `\u` escapes, which every reader turns back into the same
//! text.

use super::Writer;
use crate::escape;
use serde_json::Value;
use std::io::{self, Write};

/// One document: the answer, or a list of all items.
pub(crate) struct Document {
    listing: bool,
    items: usize,
}

impl Document {
    pub(crate) fn new(listing: bool) -> Self {
        Self { listing, items: 0 }
    }
}

impl Writer for Document {
    fn item(&mut self, out: &mut dyn Write, item: &Value) -> io::Result<()> {
        let text = escaped(serde_json::to_string_pretty(item)?);
        self.items += 1;
        match (self.listing, self.items) {
            (false, _) => writeln!(out, "{text}"),
            (true, 1) => write!(out, "[\n  {}", text.replace('\n', "\n  ")),
            (true, _) => write!(out, ",\n  {}", text.replace('\n', "\n  ")),
        }
    }

    fn end(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()> {
        match (self.listing && complete, self.items) {
            (false, _) => Ok(()),
            (true, 0) => writeln!(out, "[]"),
            (true, _) => writeln!(out, "\n]"),
        }
    }
}

/// One object per line.
pub(crate) struct Lines;

impl Writer for Lines {
    fn item(&mut self, out: &mut dyn Write, item: &Value) -> io::Result<()> {
        writeln!(out, "{}", escaped(serde_json::to_string(item)?))
    }

    fn end(&mut self, _out: &mut dyn Write, _complete: bool) -> io::Result<()> {
        Ok(())
    }
}

/// Outside of strings JSON is plain ASCII, so such a character always stands in a string, where an escape means it.
fn is_raw(character: char) -> bool {
    character != '\n' && escape::is_harmful(character)
}

fn escaped(json: String) -> String {
    // JSON escapes all harmful characters of ASCII but one.
    let is_plain = json.is_ascii() && !json.contains('\u{7f}');
    if is_plain || !json.contains(is_raw) {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_raw(character) {
            let mut units = [0; 2];
            safe.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use serde_json::{Value, json};

    #[test]
    fn stays_exact_and_shows_nothing_harmful() {
        let value = json!({"name\u{202e}": "a\u{1b}[31m\u{7f}\u{9b}\u{2066}\u{e0041}\u{feff}日本\n\"\\"});
        let json = escaped(value.to_string());
        assert_eq!(json, r#"{"name\u202e":"a\u001b[31m\u007f\u009b\u2066\udb40\udc41\ufeff日本\n\"\\"}"#);
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
        assert_eq!(escaped("\"plain but \u{7f}\"".to_owned()), r#""plain but \u007f""#);
    }
}
