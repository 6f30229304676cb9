//! `-o yaml`: one document; a sequence for listings.
//!
//! Most YAML readers still implement YAML 1.1, where `NO`, `on`, `1_000`, `1:30` and dates are not strings. The YAML library
//! quotes by the rules of 1.2 only, so such strings are quoted here. YAML does not allow duplicate keys, so only the last
//! one is written.

use crate::failure::Failure;
use crate::json::{Json, last_entries};
use crate::output::formatter::{Formatter, read};
use crate::terminal::escape;
use serde::ser::{Serialize, SerializeSeq, Serializer};
use std::borrow::Cow;
use std::io::{self, Write};

/// The response, or a sequence of all items, written item by item.
pub(crate) struct YamlFormatter {
    /// Whether the output is a terminal.
    terminal: bool,
    listing: bool,
    items: usize,
}

impl YamlFormatter {
    pub(crate) fn new(terminal: bool, listing: bool) -> Self {
        Self { terminal, listing, items: 0 }
    }
}

impl Formatter for YamlFormatter {
    fn write_item(&mut self, out: &mut dyn Write, json: &str) -> Result<(), Failure> {
        self.items += 1;
        let item = read(json)?;
        let text = match self.listing {
            true => text(&Json::Array(vec![item]))?,
            false => text(&item)?,
        };
        let text = if self.terminal { escape::lines(&text) } else { text.into() };
        Ok(out.write_all(text.as_bytes())?)
    }

    fn finish(&mut self, out: &mut dyn Write, complete: bool) -> Result<(), Failure> {
        if self.listing && complete && self.items == 0 {
            out.write_all(b"[]\n")?;
        }
        Ok(())
    }
}

/// Returns YAML in which strings are strings to readers of both 1.1 and 1.2, and numbers keep their digits.
///
/// The library formats floats itself. So numbers are passed as strings with a mark that needs no quotes, and strings that
/// need quotes with a mark that makes the library quote them. The marks are removed afterwards. They begin with
/// private-use characters that the value does not contain.
pub(crate) fn text(value: &Json) -> io::Result<String> {
    let json = value.to_string();
    let mut free = ('\u{e000}'..='\u{f8ff}').filter(|private| !json.contains(*private));
    let (Some(number), Some(text)) = (free.next(), free.next()) else {
        return Err(io::Error::other("the value contains every private-use character; use -o json"));
    };
    let marks = Marks { number: number.to_string(), text: format!("{text}: ") };
    let yaml = serde_yaml::to_string(&Marked { value, marks: &marks }).map_err(io::Error::other)?;
    Ok(yaml.replace(&marks.text, "").replace(&marks.number, ""))
}

struct Marks {
    number: String,
    text: String,
}

/// A value with marks, for serde.
struct Marked<'v> {
    value: &'v Json,
    marks: &'v Marks,
}

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let marks = self.marks;
        let inner = |value| Marked { value, marks };
        match self.value {
            Json::Null => to.serialize_unit(),
            Json::Bool(value) => to.serialize_bool(*value),
            Json::Number(text) => to.serialize_str(&format!("{}{text}", marks.number)),
            Json::String(text) => to.serialize_str(&marked(text, marks)),
            Json::Array(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&inner(item)))?;
                list.end()
            }
            // YAML does not allow duplicate keys.
            Json::Object(entries) => {
                to.collect_map(last_entries(entries).map(|(key, value)| (marked(key, marks), inner(value))))
            }
        }
    }
}

fn marked<'t>(text: &'t str, marks: &Marks) -> Cow<'t, str> {
    if is_ambiguous(text) { format!("{}{text}", marks.text).into() } else { text.into() }
}

/// Returns whether YAML 1.1 may read a plain string as a boolean, null, merge key, number, time or date.
fn is_ambiguous(text: &str) -> bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"];
    let number_starts = text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
    let number_only =
        |text: &str| text.chars().all(|part| part.is_ascii_hexdigit() || " _:.,+-TtZzxXoO".contains(part));
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
        || (number_starts && number_only(text))
        || [".inf", ".nan"].contains(&text.trim_start_matches(['+', '-']).to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::json::read;
    use serde_json::{Value, json};
    use std::io;

    fn text(value: &Value) -> io::Result<String> {
        super::text(&read(&value.to_string()).unwrap())
    }

    fn check(value: Value, expected: &str) {
        assert_eq!(text(&value).unwrap(), expected);
        assert_eq!(serde_yaml::from_str::<Value>(expected).unwrap(), value, "{expected}");
    }

    /// Strings that the resolvers of YAML 1.1 (yaml.org/type) read as other types; each type at least once.
    #[test]
    fn quotes_strings_that_yaml_1_1_reads_as_other_types() {
        for ambiguous in [
            "NO",
            "no",
            "on",
            "Off",
            "y",
            "N",
            "yes",
            "True",
            "null",
            "Null",
            "~",
            "<<",
            "=",
            "1",
            "-1",
            "+12",
            "007",
            "0o7",
            "0x1F",
            "0b1",
            "1_000",
            "1:30",
            "190:20:30",
            "1.0",
            "1.",
            ".5",
            "1e3",
            "6.8523015e+5",
            ".inf",
            "-.INF",
            ".NaN",
            "2025-03-21",
            "2025-03-21T11:12:54+09:00",
            "2025-03-21 11:12:54.9 Z",
            "1,000",
        ] {
            let text = text(&json!({ "v": ambiguous })).unwrap();
            assert_eq!(text, format!("v: '{ambiguous}'\n"));
        }
    }

    #[test]
    fn quotes_keys_and_leaves_the_rest() {
        check(
            json!({"no": 1, "on": [], "id": "fKE22JFX4PAu", "n": null, "t": true}),
            "'no': 1\n'on': []\nid: fKE22JFX4PAu\n'n': null\nt: true\n",
        );
        check(
            json!([{"path": "bucket/a b:c", "text": "a: b", "lines": "a\nb\n"}]),
            "- path: bucket/a b:c\n  text: 'a: b'\n  lines: |\n    a\n    b\n",
        );
    }

    #[test]
    fn numbers_keep_their_digits() {
        let json = r#"{"big":12345678901234567890123,"t":1.10,"l":[-0,1e3,-2.50E-7],"x":{"far":1e999},"s":"1.10"}"#;
        let expected =
            "big: 12345678901234567890123\nt: 1.10\nl:\n- -0\n- 1e3\n- -2.50E-7\nx:\n  far: 1e999\ns: '1.10'\n";
        assert_eq!(super::text(&read(json).unwrap()).unwrap(), expected);
        assert_eq!(super::text(&read("1.10").unwrap()).unwrap(), "1.10\n");
        assert_eq!(super::text(&read(r#"{"a":1,"b":2,"a":3}"#).unwrap()).unwrap(), "b: 2\na: 3\n");
    }

    #[test]
    fn values_that_contain_a_mark_are_unchanged() {
        let value = json!({"a": "\u{e000}: NO", "b": "no", "c": "x \u{e001}: y"});
        assert_eq!(serde_yaml::from_str::<Value>(&text(&value).unwrap()).unwrap(), value);
    }
}
