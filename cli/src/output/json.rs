//! `-o json` and `-o jsonl`: the values as they came, numbers with their digits, keys in the order of the server. A
//! repeated key stays one.
//!
//! Characters that a terminal would act on are written as `\u` escapes, which every reader turns back into the same
//! text.

use super::pretty::{Parts, is_space, pretty};
use super::{Writer, unreadable};
use crate::escape;
use crate::failure::Failure;
use std::borrow::Cow;
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
    fn item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
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
    /// Handed on as it came: reading a row and writing it again takes three times as long.
    fn item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        out.write_all(escaped(&on_a_line(json)).as_bytes())?;
        Ok(out.write_all(b"\n")?)
    }

    fn end(&mut self, _out: &mut dyn Write, _complete: bool) -> io::Result<()> {
        Ok(())
    }
}

/// Outside of strings JSON is plain ASCII, so such a character always stands in a string, where an escape means it.
fn is_raw(character: char) -> bool {
    character != '\n' && escape::is_harmful(character)
}

fn escaped(json: &str) -> Cow<'_, str> {
    // JSON escapes all harmful characters of ASCII but one.
    let is_plain = json.is_ascii() && !json.contains('\u{7f}');
    if is_plain || !json.contains(is_raw) {
        return json.into();
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
    safe.into()
}

/// The same JSON without spaces between its parts.
fn on_a_line(json: &str) -> Cow<'_, str> {
    // Most rows have none in their texts either. Looking at all of it without a branch is the quickest.
    let has_space = json.bytes().fold(false, |found, byte| found | byte.is_ascii_whitespace());
    let mut parts = Parts { rest: json };
    if !has_space || parts.all(|part| part.starts_with('"') || !part.contains(is_space)) {
        return json.into();
    }
    let mut line = String::with_capacity(json.len());
    for part in (Parts { rest: json }) {
        match part.starts_with('"') {
            true => line.push_str(part),
            false => line.extend(part.split(is_space)),
        }
    }
    line.into()
}

#[cfg(test)]
mod tests {
    use super::{escaped, on_a_line};
    use serde_json::{Value, json};
    use std::borrow::Cow;

    #[test]
    fn stays_exact_and_shows_nothing_harmful() {
        let value = json!({"name\u{202e}": "a\u{1b}[31m\u{7f}\u{9b}\u{2066}\u{e0041}\u{feff}日本\n\"\\"});
        let text = value.to_string();
        let json = escaped(&text);
        assert_eq!(json, r#"{"name\u202e":"a\u001b[31m\u007f\u009b\u2066\udb40\udc41\ufeff日本\n\"\\"}"#);
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
        assert_eq!(escaped("\"plain but \u{7f}\""), r#""plain but \u007f""#);
    }

    #[test]
    fn spaces_between_the_parts_go_and_those_in_texts_stay() {
        let texts = ["", " ", "a \" , b", "\\", "ends with \\", "\\\" : \\", "\t\n", "\u{a0}日 本"];
        let value = json!({"a b": texts, " ": {"c": [1, -2.5, null, {}, []]}, "\"": texts});
        let (line, pretty) = (value.to_string(), serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(on_a_line(&pretty), line);
        assert_eq!(on_a_line(&pretty.replace('\n', "\r\n\t")), line);
        assert!(matches!(on_a_line(&line), Cow::Borrowed(same) if same == line));
    }
}
