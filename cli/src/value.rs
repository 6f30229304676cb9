//! Texts of the command line as the JSON values that a schema asks for.

use clap::builder::ValueParser;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::schema::{Schema, Shape};
use serde_json::Value;
use std::ffi::OsString;

/// What is checked of a value before it is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Checks {
    /// Its kind and the documented ranges.
    Ranges,
    /// Its kind alone: a number has to be a number.
    Kinds,
}

/// Name of the flag that leaves the ranges alone.
pub(crate) const UNCHECKED_FLAG: &str = "unchecked";

impl Checks {
    /// What the arguments ask for. They are looked through before they are parsed, because parsing checks.
    pub(crate) fn wanted(args: &[OsString]) -> Self {
        let unchecked = |arg: &OsString| arg.to_str().and_then(|arg| arg.strip_prefix("--")) == Some(UNCHECKED_FLAG);
        if args.iter().any(unchecked) { Self::Kinds } else { Self::Ranges }
    }
}

/// The value that a text means under a schema.
pub(crate) fn read(schema: &Schema, text: &str, checks: Checks) -> Result<Value, String> {
    let typed = typed(schema, text);
    let of_its_kind = typed.is_some();
    let value = typed.unwrap_or_else(|| Value::from(text));
    match check::value(schema, &value).into_iter().next() {
        Some(violation) if checks == Checks::Ranges || !of_its_kind => Err(format!("expected {}", violation.expected)),
        _ => Ok(value),
    }
}

/// A parser that takes what [`read`] takes.
pub(crate) fn parser(schema: &'static Schema, checks: Checks) -> ValueParser {
    ValueParser::from(move |text: &str| read(schema, text, checks))
}

fn typed(schema: &Schema, text: &str) -> Option<Value> {
    match &schema.shape {
        Shape::Integer { .. } => text.parse::<i64>().map(Value::from).ok(),
        Shape::Number => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from),
        Shape::Boolean | Shape::True => text.parse::<bool>().map(Value::from).ok(),
        Shape::Nullable(schema) => typed(schema, text),
        _ => Some(Value::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Checks, read};
    use ncloud_dataflow::runtime::schema::{Schema, Shape};
    use serde_json::json;

    static TEN: Schema =
        Schema { name: "", description: "", shape: Shape::Integer { minimum: Some(1), maximum: Some(10) } };

    #[test]
    fn reads_values_by_their_kind() {
        assert_eq!(read(&TEN, "7", Checks::Ranges), Ok(json!(7)));
        assert_eq!(read(&Schema::BOOLEAN, "true", Checks::Ranges), Ok(json!(true)));
        assert_eq!(read(&Schema::NUMBER, "1.5", Checks::Ranges), Ok(json!(1.5)));
        assert_eq!(read(&Schema::TEXT, "7", Checks::Ranges), Ok(json!("7")));
    }

    #[test]
    fn ranges_can_be_left_alone_but_kinds_cannot() {
        let refused = Err("expected an integer of 1 to 10".to_owned());
        assert_eq!(read(&TEN, "11", Checks::Ranges), refused);
        assert_eq!(read(&TEN, "11", Checks::Kinds), Ok(json!(11)));
        assert_eq!(read(&TEN, "many", Checks::Kinds), refused);
    }

    #[test]
    fn is_looked_up_among_the_arguments() {
        let check = |args: &[&str]| Checks::wanted(&args.iter().map(Into::into).collect::<Vec<_>>());
        assert_eq!(check(&["x", "--unchecked"]), Checks::Kinds);
        assert_eq!(check(&["x", "unchecked"]), Checks::Ranges);
    }
}
