//! `-o json` and `-o jsonl`: values as received, with the digits of numbers, the order of keys and duplicate keys.
//!
//! Control characters and other unsafe characters are written as `\u` escapes. Every JSON reader decodes them to the same
//! string.

use crate::failure::Failure;
use crate::output::formatter::{Formatter, unreadable};
use crate::output::pretty::pretty;
use crate::terminal::escape;
use std::borrow::Cow;
use std::io::Write;

/// One document: the response, or an array of all items.
pub(crate) struct JsonFormatter {
    listing: bool,
    items: usize,
}

impl JsonFormatter {
    pub(crate) fn new(listing: bool) -> Self {
        Self { listing, items: 0 }
    }
}

impl Formatter for JsonFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        let pretty = pretty(json).map_err(|error| unreadable(&error))?;
        let text = escaped(&pretty);
        self.items += 1;
        match (self.listing, self.items) {
            (false, _) => writeln!(out, "{text}"),
            (true, 1) => write!(out, "[\n  {}", text.replace('\n', "\n  ")),
            (true, _) => write!(out, ",\n  {}", text.replace('\n', "\n  ")),
        }?;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        match (self.listing && complete, self.items) {
            (false, _) => {}
            (true, 0) => writeln!(out, "[]")?,
            (true, _) => writeln!(out, "\n]")?,
        }
        Ok(())
    }
}

/// One object per line.
pub(crate) struct JsonLinesFormatter;

impl Formatter for JsonLinesFormatter {
    /// Copies the JSON as received. Decoding and encoding it would take three times as long.
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        out.write_all(escaped(&on_a_line(json)).as_bytes())?;
        Ok(out.write_all(b"\n")?)
    }

    fn finish(&mut self, _out: &mut dyn Write, _complete: bool) -> Result<(), Failure> {
        Ok(())
    }
}

/// Returns whether a character must be escaped. Such characters occur only in strings, as other JSON is ASCII.
fn needs_escape(character: char) -> bool {
    character != '\n' && escape::is_harmful(character)
}

fn escaped(json: &str) -> Cow<'_, str> {
    // JSON already escapes all unsafe ASCII characters except DEL.
    let is_plain = json.is_ascii() && !json.contains('\u{7f}');
    if is_plain || !json.contains(needs_escape) {
        return json.into();
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if needs_escape(character) {
            let mut units = [0; 2];
            safe.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(character);
        }
    }
    safe.into()
}

/// Removes the line breaks, which JSON has between tokens only: strings escape them.
fn on_a_line(json: &str) -> Cow<'_, str> {
    match json.contains(['\r', '\n']) {
        true => json.replace(['\r', '\n'], "").into(),
        false => json.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, on_a_line};
    use serde_json::{Value, json};
    use std::borrow::Cow;

    #[test]
    fn unsafe_characters_are_escaped_losslessly() {
        let value = json!({"name\u{202e}": "a\u{1b}[31m\u{7f}\u{9b}\u{2066}\u{e0041}\u{feff}日本\n\"\\"});
        let text = value.to_string();
        let json = escaped(&text);
        assert_eq!(json, r#"{"name\u202e":"a\u001b[31m\u007f\u009b\u2066\udb40\udc41\ufeff日本\n\"\\"}"#);
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
        assert_eq!(escaped("\"plain but \u{7f}\""), r#""plain but \u007f""#);
    }

    #[test]
    fn only_line_breaks_are_removed() {
        let value = json!({"a b": ["line\nbreak", "\r"], "c": {}});
        let (line, pretty) = (value.to_string(), serde_json::to_string_pretty(&value).unwrap());
        let on_one = on_a_line(&pretty.replace('\n', "\r\n")).into_owned();
        assert!(!on_one.contains(['\r', '\n']));
        assert_eq!(serde_json::from_str::<Value>(&on_one).unwrap(), value);
        assert!(matches!(on_a_line(&line), Cow::Borrowed(same) if same == line));
    }
}
