//! Strings of the command line as the JSON values that a schema requires.

use crate::json::{self, Json};
use clap::builder::ValueParser;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::schema::{Schema, Shape};

/// Checks of a value before it is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Checks {
    /// Its kind and the documented ranges.
    Ranges,
    /// Its kind only: a number must be a number.
    Kinds,
}

/// Reads a string as a value of a schema. Numbers follow the grammar of JSON and keep their digits.
pub(crate) fn read(schema: &Schema, text: &str, checks: Checks) -> Result<Json, String> {
    let typed = typed(schema, text);
    let of_its_kind = typed.is_some();
    let value = typed.unwrap_or_else(|| Json::String(text.to_owned()));
    match check::value(schema, &value.to_value()).into_iter().next() {
        Some(violation) if checks == Checks::Ranges || !of_its_kind => Err(format!("expected {}", violation.expected)),
        _ => Ok(value),
    }
}

/// Returns a parser that accepts the same strings as [`read`].
pub(crate) fn parser(schema: &'static Schema, checks: Checks) -> ValueParser {
    ValueParser::from(move |text: &str| read(schema, text, checks))
}

fn typed(schema: &Schema, text: &str) -> Option<Json> {
    let number = || Json::Number(text.to_owned());
    match &schema.shape {
        Shape::Integer { .. } => json::is_integer(text).then(number),
        Shape::Number { .. } => json::is_number(text).then(number),
        Shape::Boolean | Shape::Const(_) => text.parse().map(Json::Bool).ok(),
        Shape::Nullable(schema) | Shape::Also { schema, .. } => typed(schema, text),
        _ => Some(Json::String(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Checks, Schema, Shape, read};

    static TEN: Schema = Schema::unnamed(Shape::Integer { minimum: Some(1), maximum: Some(10) });

    /// Returns the JSON of a value.
    fn json(schema: &Schema, text: &str, checks: Checks) -> Result<String, String> {
        read(schema, text, checks).map(|value| value.to_string())
    }

    #[test]
    fn reads_values_by_kind() {
        assert_eq!(json(&TEN, "7", Checks::Ranges).as_deref(), Ok("7"));
        assert_eq!(json(&Schema::BOOLEAN, "true", Checks::Ranges).as_deref(), Ok("true"));
        assert_eq!(json(&Schema::TEXT, "7", Checks::Ranges).as_deref(), Ok("\"7\""));
    }

    #[test]
    fn numbers_keep_their_digits() {
        for text in ["1.5", "1.10", "1e3", "-0", "12345678901234567.25", "12345678901234567890123", "1e999"] {
            assert_eq!(json(&Schema::NUMBER, text, Checks::Ranges).as_deref(), Ok(text));
        }
        assert_eq!(json(&Schema::INTEGER, "-0", Checks::Ranges).as_deref(), Ok("-0"));
        assert_eq!(
            json(&Schema::INTEGER, "12345678901234567890", Checks::Ranges).as_deref(),
            Ok("12345678901234567890")
        );
    }

    #[test]
    fn rejects_numbers_that_are_not_json() {
        for text in ["012", "+5", ".5", "1.", "0x10", "1_000", ".inf", "nan", "NaN", ""] {
            assert_eq!(json(&Schema::NUMBER, text, Checks::Kinds).unwrap_err(), "expected a number", "{text}");
        }
        for text in ["007", "+5", "3.0", "1e1"] {
            assert!(json(&TEN, text, Checks::Kinds).is_err(), "{text}");
        }
    }

    #[test]
    fn unchecked_skips_ranges_but_not_kinds() {
        let rejected = Err("expected an integer of 1 to 10".to_owned());
        assert_eq!(json(&TEN, "11", Checks::Ranges), rejected);
        assert_eq!(json(&TEN, "11", Checks::Kinds).as_deref(), Ok("11"));
        assert_eq!(json(&TEN, "many", Checks::Kinds), rejected);
    }
}
