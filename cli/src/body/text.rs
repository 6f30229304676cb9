//! JSON or YAML text as a JSON value. A key that stands twice in one object is refused, because one of the two values
//! would be lost.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Why a text is not a value.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Problem {
    pub(crate) message: String,
    /// Line and column, from 1, where they are known.
    pub(crate) place: Option<(usize, usize)>,
}

/// The value of a text in UTF-8. YAML would read broken JSON as something, so what begins as JSON has to be JSON.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let text = utf8(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if begins_as_json(text.trim_start()) { json(text) } else { yaml(text) }
}

/// A list, or an object whose first key is quoted; `{a: b}` is YAML.
fn begins_as_json(text: &str) -> bool {
    let object = text.strip_prefix('{').map(str::trim_start);
    text.starts_with('[') || object.is_some_and(|keys| keys.starts_with(['"', '}']))
}

fn utf8(bytes: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, _) = bytes.split_at(error.valid_up_to());
        let before = String::from_utf8_lossy(before);
        let last = before.rsplit('\n').next().unwrap_or_default();
        Problem {
            message: "expected text in UTF-8 but found other bytes".to_owned(),
            place: Some((before.matches('\n').count() + 1, last.chars().count() + 1)),
        }
    })
}

fn json(text: &str) -> Result<Value, Problem> {
    let strict: Result<Strict, _> = serde_json::from_str(text);
    strict.map(|strict| strict.0).map_err(|error| Problem {
        message: format!("not JSON: {}", without_place(&error.to_string())),
        place: Some((error.line(), error.column())),
    })
}

fn yaml(text: &str) -> Result<Value, Problem> {
    let strict: Result<Strict, _> = serde_yaml::from_str(text);
    strict.map(|strict| strict.0).map_err(|error| Problem {
        message: format!("not YAML: {}", without_place(&error.to_string())),
        place: error.location().map(|place| (place.line(), place.column())),
    })
}

/// The message without the place at its end, which is told in front.
fn without_place(message: &str) -> &str {
    message.split_once(" at line ").map_or(message, |(message, _)| message)
}

/// A JSON value without repeated keys.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that JSON has")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom(format!("JSON has no number {value}")))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(value)) = from.next_element()? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = from.next_key_seed(NewKey(&map))? {
            let Strict(value) = from.next_value()?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// A key that an object does not have yet. It is refused while it is read, so that its own place is told.
struct NewKey<'m>(&'m Map<String, Value>);

impl<'de> DeserializeSeed<'de> for NewKey<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for NewKey<'_> {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text as key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<String, E> {
        match self.0.contains_key(key) {
            true => Err(E::custom(format!("the key '{key}' stands twice"))),
            false => Ok(key.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::{Value, json};

    fn check(text: &str, expected: Value) {
        assert_eq!(parse(text.as_bytes()), Ok(expected), "{text}");
    }

    fn refused(text: &[u8]) -> (String, Option<(usize, usize)>) {
        let problem = parse(text).unwrap_err();
        (problem.message, problem.place)
    }

    #[test]
    fn reads_json_and_yaml() {
        let expected = json!({"a": {"b": [1, -2, 1.5, true, null, "x"]}, "n": "NO", "t": "10:00"});
        check(&expected.to_string(), expected.clone());
        check("\u{feff}# a comment\na:\n  b: [1, -2, 1.5, true, null, x]\nn: NO\nt: 10:00\n", expected);
        // No JSON, but YAML.
        check("{a: b}", json!({"a": "b"}));
        check("  [1, 2]", json!([1, 2]));
        check("1: x", json!({"1": "x"}));
        check("a: &x {b: 1}\nc: *x", json!({"a": {"b": 1}, "c": {"b": 1}}));
        check("", Value::Null);
    }

    #[test]
    fn tells_where_a_text_is_neither() {
        for (text, message, place) in [
            ("{\"a\": 1,\n \"b\": }", "not JSON: expected value", (2, 7)),
            ("{\"a\": b}", "not JSON: expected value", (1, 7)),
            ("{\"a\": 1", "not JSON: EOF while parsing an object", (1, 7)),
            ("{\"a\": 1, \"a\": 2}", "not JSON: the key 'a' stands twice", (1, 12)),
            ("a: 1\na: 2\n", "not YAML: the key 'a' stands twice", (2, 1)),
            ("a: 1\n b: 2\n", "not YAML: mapping values are not allowed in this context", (2, 3)),
            ("a: [1\nb: 2\n", "not YAML: did not find expected", (2, 2)),
        ] {
            let (found, at) = refused(text.as_bytes());
            assert!(found.starts_with(message), "{text}: {found}");
            assert_eq!(at, Some(place), "{text}: {found}");
        }
        let (message, place) = refused(b"a: b\nc: \xff\n");
        assert_eq!(message, "expected text in UTF-8 but found other bytes");
        assert_eq!(place, Some((2, 4)));
    }

    #[test]
    fn refuses_what_json_has_not() {
        for text in ["a: .nan", "a: .inf", "a: !tag {b: c}", "a: 1\n---\nb: 2\n"] {
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn bounds_what_a_small_text_can_cost() {
        let deep = "[".repeat(100_000);
        assert!(parse(deep.as_bytes()).is_err());
        let mut bomb = String::from("a0: &a0 [x]\n");
        for level in 1..30 {
            bomb.push_str(&format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
        }
        assert!(parse(bomb.as_bytes()).is_err());
    }
}
