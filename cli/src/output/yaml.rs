//! `-o yaml`: one document, a list for listings.
//!
//! Readers of YAML 1.1, which are still the majority, take `NO`, `on`, `1_000`, `1:30` or a date for something else
//! than text. The YAML library quotes by the rules of 1.2 only, so such texts are quoted here.

use super::{Layout, Writer};
use serde_json::{Map, Value};
use std::io::{self, Write};

/// The answer, or a list of all items, written item by item.
pub(crate) struct Document {
    layout: Layout,
    items: usize,
}

impl Document {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { layout, items: 0 }
    }
}

impl Writer for Document {
    fn item(&mut self, out: &mut dyn Write, item: &Value) -> io::Result<()> {
        self.items += 1;
        let text = match self.layout.is_listing() {
            true => text(&Value::Array(vec![item.clone()]))?,
            false => text(item)?,
        };
        out.write_all(self.layout.shown(&text).as_bytes())
    }

    fn end(&mut self, out: &mut dyn Write, complete: bool) -> io::Result<()> {
        match self.layout.is_listing() && complete && self.items == 0 {
            true => out.write_all(b"[]\n"),
            false => Ok(()),
        }
    }
}

/// YAML in which every text is text to readers of 1.1 and 1.2 alike.
///
/// A text gets quotes by a mark in front that makes the library quote it, and that is removed afterwards. The mark
/// begins with a private-use character that the value does not contain.
fn text(value: &Value) -> io::Result<String> {
    let json = value.to_string();
    let Some(free) = ('\u{e000}'..='\u{f8ff}').find(|private| !json.contains(*private)) else {
        return Err(io::Error::other("the value holds every private-use character; write it as JSON"));
    };
    let mark = format!("{free}: ");
    let yaml = serde_yaml::to_string(&marked(value, &mark)).map_err(io::Error::other)?;
    Ok(yaml.replace(&mark, ""))
}

fn marked(value: &Value, mark: &str) -> Value {
    match value {
        Value::String(text) => Value::String(mark_text(text, mark)),
        Value::Array(list) => list.iter().map(|value| marked(value, mark)).collect(),
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| (mark_text(key, mark), marked(value, mark)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn mark_text(text: &str, mark: &str) -> String {
    if is_ambiguous(text) { format!("{mark}{text}") } else { text.to_owned() }
}

/// Whether YAML 1.1 may take a plain text for a boolean, a null, a merge key, a number, a time or a date.
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
    use super::text;
    use serde_json::{Value, json};

    fn check(value: Value, expected: &str) {
        assert_eq!(text(&value).unwrap(), expected);
        assert_eq!(serde_yaml::from_str::<Value>(expected).unwrap(), value, "{expected}");
    }

    /// The texts that the resolvers of YAML 1.1 (yaml.org/type) read as something else, each kind once or more.
    #[test]
    fn quotes_what_yaml_1_1_would_not_take_for_text() {
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
    fn a_value_with_the_mark_in_it_is_untouched() {
        let value = json!({"a": "\u{e000}: NO", "b": "no", "c": "x \u{e001}: y"});
        assert_eq!(serde_yaml::from_str::<Value>(&text(&value).unwrap()).unwrap(), value);
    }
}
