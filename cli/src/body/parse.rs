//! Parses JSON or YAML. Duplicate keys are errors, as one of the two values would be lost.

use crate::body::parsed::{Parsed, Problem};
use crate::body::yaml;
use crate::json::{self, Json};
use serde::de::IgnoredAny;

/// Parses UTF-8 text. Text that begins like JSON must be JSON, as a YAML parser would accept some invalid JSON.
pub(crate) fn parse(bytes: &[u8]) -> Result<Parsed, Problem> {
    let text = utf8(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match begins_as_json(text.trim_start()) {
        true => json(text).map(|value| Parsed { value, has_anchors: false, line: 1 }),
        false => yaml::parse(text),
    }
}

/// Parses UTF-8 text with any number of YAML documents, or one JSON value.
pub(crate) fn parse_all(bytes: &[u8]) -> Result<Vec<Parsed>, Problem> {
    let text = utf8(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match begins_as_json(text.trim_start()) {
        true => parse(bytes).map(|parsed| vec![parsed]),
        false => yaml::parse_all(text),
    }
}

/// Returns whether a text begins with an array, a JavaScript comment, or an object with a quoted key; `{a: b}` is YAML.
fn begins_as_json(text: &str) -> bool {
    let object = text.strip_prefix('{').map(str::trim_start);
    text.starts_with('[')
        || ["//", "/*"].iter().any(|comment| text.starts_with(comment))
        || object.is_some_and(|keys| keys.starts_with(['"', '}', '/']))
}

fn utf8(bytes: &[u8]) -> Result<&str, Problem> {
    if is_utf16(bytes) {
        let message = "expected text in UTF-8 but found UTF-16; save the file as UTF-8".to_owned();
        return Err(Problem { message, position: Some((1, 1)) });
    }
    std::str::from_utf8(bytes).map_err(|error| Problem {
        message: "expected text in UTF-8 but found other bytes".to_owned(),
        position: Some(position(&String::from_utf8_lossy(bytes.split_at(error.valid_up_to()).0))),
    })
}

/// Recognizes UTF-16 by its byte order mark, or by an ASCII character next to a zero byte.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0x7f, ..] | [1..=0x7f, 0, ..])
}

/// Returns line and column after a text, in characters from 1.
fn position(before: &str) -> (usize, usize) {
    let last = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, last.chars().count() + 1)
}

fn json(text: &str) -> Result<Json, Problem> {
    // `serde_json` has better messages than our reader.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| not_json(text, &error))?;
    json::read_unique(text).map_err(|error| Problem {
        position: Some(position(text.get(..error.offset).unwrap_or_default())),
        message: error.message,
    })
}

fn not_json(text: &str, error: &serde_json::Error) -> Problem {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    // Columns count bytes, from 1.
    let mut offset = (lines + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let (before, at) = text.split_at(offset);
    let why = match at.chars().next() {
        Some('/' | '#') => "comments are not allowed; remove them, or write YAML".to_owned(),
        Some('}' | ']') if before.trim_end().ends_with(',') => "trailing comma".to_owned(),
        _ => without_position(&error.to_string()).to_owned(),
    };
    Problem { message: format!("not JSON: {why}"), position: Some(position(before)) }
}

/// Removes the position from the end of a message, as it is shown in front.
fn without_position(message: &str) -> &str {
    message.split_once(" at line ").map_or(message, |(message, _)| message)
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::{Value, json};

    fn check(text: &str, expected: Value) {
        let parsed = parse(text.as_bytes()).unwrap();
        assert_eq!(parsed.value.to_value(), expected, "{text}");
    }

    fn error(text: &[u8]) -> (String, Option<(usize, usize)>) {
        let problem = parse(text).unwrap_err();
        (problem.message, problem.position)
    }

    #[test]
    fn reads_json_and_yaml() {
        let expected = json!({"a": {"b": [1, -2, 1.5, true, null, "x"]}, "n": "NO", "t": "10:00"});
        check(&expected.to_string(), expected.clone());
        check("\u{feff}# a comment\na:\n  b: [1, -2, 1.5, true, null, x]\nn: NO\nt: 10:00\n", expected);
        // YAML, not JSON.
        check("{a: b}", json!({"a": "b"}));
        check("  [1, 2]", json!([1, 2]));
        check("1: x", json!({"1": "x"}));
        check("a: &x {b: 1}\nc: *x", json!({"a": {"b": 1}, "c": {"b": 1}}));
        check("", Value::Null);
    }

    #[test]
    fn errors_have_a_position() {
        for (text, message, place) in [
            ("{\"a\": 1,\n \"b\": }", "not JSON: expected value", (2, 7)),
            ("{\"a\": b}", "not JSON: expected value", (1, 7)),
            ("{\"a\": 1", "not JSON: EOF while parsing an object", (1, 7)),
            ("{\"a\": 1, \"a\": 2}", "duplicate key 'a'", (1, 10)),
            ("a: 1\na: 2\n", "duplicate key 'a'", (2, 1)),
            ("a: 1\n b: 2\n", "not YAML: mapping values are not allowed in this context", (2, 3)),
            ("a: [1\nb: 2\n", "not YAML: illegal placement of ':' indicator", (2, 2)),
        ] {
            let (found, at) = error(text.as_bytes());
            assert!(found.starts_with(message), "{text}: {found}");
            assert_eq!(at, Some(place), "{text}: {found}");
        }
        let (message, place) = error(b"a: b\nc: \xff\n");
        assert_eq!(message, "expected text in UTF-8 but found other bytes");
        assert_eq!(place, Some((2, 4)));
    }

    #[test]
    fn rejects_yaml_that_json_cannot_express() {
        for text in ["a: .nan", "a: .inf", "a: !tag {b: c}", "a: 1\n---\nb: 2\n"] {
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn limits_depth_and_expansion() {
        let deep = "[".repeat(100_000);
        assert!(parse(deep.as_bytes()).is_err());
        let mut bomb = String::from("a0: &a0 [x]\n");
        for level in 1..30 {
            bomb.push_str(&format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
        }
        assert!(parse(bomb.as_bytes()).is_err());
    }

    /// Any text gives an error, or JSON that `serde_json` accepts.
    #[test]
    fn random_text_is_an_error_or_valid_json() {
        let seeds = [
            "a: &x {b: [1.10, 'y'], <<: {c: ~}}\nd: *x\n? e\n: !!str 1\n",
            "%YAML 1.2\n---\n- |+\n  x\n- >-\n  y\n- \"\\u00e9\\x41\"\n- {a: -0, b}\n...\n",
            "{\"a\": [1, -2.5e3, true, null, \"\\ud83d\\ude00\"], \"b\": {}}",
        ];
        let alphabet = "{}[]:,&*!?|>-'\"%@`#\\\n \t0.1e+ax~<é\u{0}\u{feff}/";
        let letters: Vec<char> = alphabet.chars().collect();
        let mut state = 1_u64;
        let mut random = |below: usize| {
            // Constants of Knuth's MMIX.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
        for round in 0..6000 {
            let mut text: Vec<char> = seeds[round % seeds.len()].chars().collect();
            for _ in 0..=random(4) {
                let at = random(text.len());
                match random(3) {
                    0 => text[at] = letters[random(letters.len())],
                    1 => text.insert(at, letters[random(letters.len())]),
                    _ => drop(text.remove(at)),
                }
            }
            let text: String = text.into_iter().collect();
            if let Ok(parsed) = parse(text.as_bytes()) {
                let json = parsed.value.to_string();
                assert!(serde_json::from_str::<Value>(&json).is_ok(), "{text:?} became {json}");
                assert!(!json.contains(r#""<<":"#), "{text:?} became {json}");
            }
        }
    }
}
