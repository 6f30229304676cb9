//! JSON as YAML in block style.
//!
//! Numbers keep their digits. YAML does not allow duplicate keys, so only the last one is written. A YAML library would
//! decode and format numbers by itself, and takes three times as long.

use crate::failure::{CliError, Failure};
use crate::json::{Entries, MAX_DEPTH, items, read_error, string};
use crate::output::yaml_scalar;
use std::borrow::Cow;

/// Length from which a key needs the mark `?`. Readers look for the colon of a key within 1,024 characters.
const LONG_KEY: usize = 1000;

/// Returns a value as a document.
pub(crate) fn document(json: &str) -> Result<String, Failure> {
    let mut writer = Writer { out: String::with_capacity(json.len() * 2) };
    writer.value(json.trim(), Place { after: After::Nothing, indent: 0, depth: 0 })?;
    Ok(writer.out)
}

/// Returns a value as an item of a sequence.
pub(super) fn item(json: &str) -> Result<String, Failure> {
    let mut writer = Writer { out: String::with_capacity(json.len() * 2) };
    writer.out.push('-');
    writer.value(json.trim(), Place { after: After::Dash, indent: 0, depth: 1 })?;
    Ok(writer.out)
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Place {
    after: After,
    /// Indentation of the line with the key or the dash.
    indent: usize,
    depth: usize,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum After {
    Nothing,
    Key,
    Dash,
}

struct Writer {
    out: String,
}

impl Writer {
    fn value(&mut self, raw: &str, place: Place) -> Result<(), Failure> {
        if place.depth > MAX_DEPTH {
            let message = format!("cannot read a row: nested more than {MAX_DEPTH} levels deep");
            return Err(CliError::response(message, "use -o jsonl to print the rows as received").into());
        }
        match raw.bytes().next() {
            Some(b'{') => self.mapping(raw, place),
            Some(b'[') => self.sequence(raw, place),
            Some(b'"') => {
                self.space(place);
                yaml_scalar::push(&decoded(raw)?, place.indent + 2, &mut self.out);
                self.out.push('\n');
                Ok(())
            }
            _ => self.line(raw, place),
        }
    }

    fn mapping(&mut self, raw: &str, place: Place) -> Result<(), Failure> {
        let entries = Entries::read(raw);
        if entries.is_empty() {
            return self.line("{}", place);
        }
        let indent = if place.after == After::Nothing { 0 } else { place.indent + 2 };
        self.begin(place);
        let mut is_first = true;
        for (key, value) in entries.last() {
            self.start_line(place, is_first, indent);
            is_first = false;
            let key = decoded(key)?;
            let key = yaml_scalar::key(&key);
            if key.len() > LONG_KEY {
                self.out.extend(["? ", &key, "\n", &" ".repeat(indent), ":"]);
            } else {
                self.out.extend([&*key, ":"]);
            }
            self.value(value, Place { after: After::Key, indent, depth: place.depth + 1 })?;
        }
        Ok(())
    }

    fn sequence(&mut self, raw: &str, place: Place) -> Result<(), Failure> {
        let items = items(raw);
        if items.is_empty() {
            return self.line("[]", place);
        }
        // A sequence after a key is not indented.
        let indent = if place.after == After::Dash { place.indent + 2 } else { place.indent };
        self.begin(place);
        for (index, item) in items.into_iter().enumerate() {
            self.start_line(place, index == 0, indent);
            self.out.push('-');
            self.value(item, Place { after: After::Dash, indent, depth: place.depth + 1 })?;
        }
        Ok(())
    }

    /// Ends the line of a key. The first entry stays on the line of a dash.
    fn begin(&mut self, place: Place) {
        match place.after {
            After::Nothing => {}
            After::Key => self.out.push('\n'),
            After::Dash => self.out.push(' '),
        }
    }

    fn start_line(&mut self, place: Place, is_first: bool, indent: usize) {
        if !(is_first && place.after == After::Dash) {
            (0..indent).for_each(|_| self.out.push(' '));
        }
    }

    fn line(&mut self, text: &str, place: Place) -> Result<(), Failure> {
        self.space(place);
        self.out.extend([text, "\n"]);
        Ok(())
    }

    fn space(&mut self, place: Place) {
        if place.after != After::Nothing {
            self.out.push(' ');
        }
    }
}

fn decoded(raw: &str) -> Result<Cow<'_, str>, Failure> {
    string(raw).ok_or_else(|| {
        let message = format!("cannot read a row: {}", read_error(raw));
        CliError::response(message, "use -o jsonl to print the rows as received").into()
    })
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
