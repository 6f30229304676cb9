//! The schema table: the shape of every body and parameter, as plain constant data.
//!
//! It is what [`crate::check`] checks requests by, what models read their fields by, and what the command line and
//! the emulator know of a body.

use crate::model::scan;
use serde_json::Value;
use std::fmt;

/// The shape of a JSON value.
pub struct Schema {
    /// Name of the type in the spec, e.g. `JobExecution`; empty for a shape without a name.
    pub name: &'static str,
    /// Meaning, Markdown; may be empty.
    pub description: &'static str,
    /// The shape.
    pub shape: Shape,
}

impl fmt::Debug for Schema {
    /// The name alone where there is one: a named shape may contain itself.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            "" => self.shape.fmt(formatter),
            name => write!(formatter, "Schema({name})"),
        }
    }
}

/// What kind of value a schema describes, with its limits.
///
/// Limits come from the documentation. They bind requests; a response is never rejected for breaking them.
#[derive(Debug)]
pub enum Shape {
    /// Any JSON value: the documentation leaves the content open.
    Any,
    /// `true` or `false`.
    Boolean,
    /// This value alone. `true` is a response that confirms; `false` says that it was not done.
    Const(bool),
    /// This string alone: the discriminator of an object in a union.
    ConstString(ConstString),
    /// A whole number of at most 64 bits.
    Integer {
        /// Smallest allowed value.
        minimum: Option<i64>,
        /// Largest allowed value.
        maximum: Option<i64>,
    },
    /// A number.
    Number {
        /// Smallest allowed value.
        minimum: Option<f64>,
        /// Largest allowed value.
        maximum: Option<f64>,
    },
    /// Text.
    String {
        /// What the text holds.
        format: Format,
        /// Fewest characters.
        min_length: Option<usize>,
        /// Most characters.
        max_length: Option<usize>,
        /// Regular expression that the whole text matches.
        pattern: Option<&'static str>,
        /// What the pattern accepts, in words.
        expected: Option<&'static str>,
        /// The known values of an enumeration; empty for free text. The list is open: others are passed on.
        values: &'static [&'static str],
        /// Final states among the [`values`](Self::String::values), with their outcomes; empty if this is no state.
        outcomes: &'static [(&'static str, Outcome)],
    },
    /// A list.
    Array {
        /// Shape of each element.
        items: &'static Schema,
    },
    /// An object with named fields. Fields that are not named are kept.
    Object {
        /// The fields, in the order of the spec.
        fields: &'static [Field],
    },
    /// An object with free keys.
    Map {
        /// Shape of each value.
        values: &'static Schema,
    },
    /// One of several shapes that differ in their JSON kind (object, array, string, number, boolean).
    OneOf(&'static [&'static Schema]),
    /// One of several objects, distinguished by the value of one field. Objects with other values are accepted.
    Tagged {
        /// The field that tells.
        property: &'static str,
        /// Its known texts, and the shape of the whole object for each.
        variants: &'static [(&'static str, &'static Schema)],
    },
    /// `null`, or a value of another shape.
    Nullable(&'static Schema),
    /// A value of another shape, which also comes and may also be sent in other forms, because the sources of the
    /// documentation contradict each other.
    Also {
        /// The shape that the value is read as.
        schema: &'static Schema,
        /// The other forms.
        forms: &'static [Form],
    },
}

/// The only value of a field. Models have no Rust field for it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ConstString(pub &'static str);

/// Another form of a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// A number, or true or false, as text: `"830"`.
    Text,
    /// A text as a number: `17`.
    Number,
    /// A text as true or false.
    Boolean,
    /// A list as its only item.
    One,
}

impl Form {
    /// Returns a value of this form in the documented one. `None` for a value of another form.
    #[must_use]
    pub fn meaning(self, documented: &Shape, value: &Value) -> Option<Value> {
        match (self, documented, value) {
            (Self::Text, Shape::Integer { .. }, Value::String(text)) => scan::integer(text).map(Value::from),
            (Self::Text, Shape::Number { .. }, Value::String(text)) => scan::float(text).map(Value::from),
            (Self::Text, Shape::Boolean | Shape::Const(_), Value::String(text)) => scan::boolean(text).map(Value::from),
            (Self::Number, Shape::String { .. }, Value::Number(number)) => Some(Value::from(number.to_string())),
            (Self::Boolean, Shape::String { .. }, Value::Bool(value)) => Some(Value::from(value.to_string())),
            (Self::One, Shape::Array { .. }, Value::Array(_) | Value::Null) => None,
            (Self::One, Shape::Array { .. }, item) => Some(Value::from(vec![item.clone()])),
            _ => None,
        }
    }
}

/// What a text holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// Nothing in particular.
    Text,
    /// A moment: date, time and offset, ISO 8601, e.g. `2025-03-21T11:12:54+09:00`.
    DateTime,
    /// Date and time on the wall, without offset, ISO 8601, e.g. `2025-03-19T00:00:00`.
    DateTimeLocal,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// As wanted.
    Success,
    /// It failed.
    Failure,
    /// It was canceled.
    Cancelled,
}

/// Returns how a run in this state has ended; `None` while it continues, and for a state that is not in the list.
///
/// The case of letters and white space around the state do not matter: a verdict must not depend on them.
///
/// ```
/// use ncloud_runtime::schema::{Outcome, outcome};
///
/// let outcomes = [("COMPLETED", Outcome::Success), ("FAILED", Outcome::Failure)];
/// assert_eq!(outcome("FAILED", &outcomes), Some(Outcome::Failure));
/// assert_eq!(outcome("failed ", &outcomes), Some(Outcome::Failure));
/// assert_eq!(outcome("RUNNING", &outcomes), None);
/// ```
#[must_use]
pub fn outcome(state: &str, outcomes: &[(&str, Outcome)]) -> Option<Outcome> {
    outcomes.iter().find(|(known, _)| is_state(state, known)).map(|(_, outcome)| *outcome)
}

/// Whether a state that a response holds is this documented one.
pub(crate) fn is_state(state: &str, known: &str) -> bool {
    state.trim().eq_ignore_ascii_case(known)
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether the field is always there.
    pub required: bool,
    /// When a field that is not always there has to be sent.
    pub required_when: Option<RequiredWhen>,
    /// Name of the field in requests, if it differs.
    pub request_name: Option<&'static str>,
    /// The shape of its value.
    pub schema: &'static Schema,
    /// Meaning, Markdown.
    pub description: &'static str,
}

impl Field {
    /// Creates a field that is always present.
    #[must_use]
    pub const fn required(name: &'static str, schema: &'static Schema, description: &'static str) -> Self {
        Self { name, required: true, required_when: None, request_name: None, schema, description }
    }

    /// Creates a field that may be absent.
    #[must_use]
    pub const fn optional(name: &'static str, schema: &'static Schema, description: &'static str) -> Self {
        Self { name, required: false, required_when: None, request_name: None, schema, description }
    }

    /// Sets the name that requests have for the field.
    #[must_use]
    pub const fn sent_as(mut self, name: &'static str) -> Self {
        self.request_name = Some(name);
        self
    }

    /// Returns the only value of the field, if it has just one.
    #[inline]
    pub(crate) fn constant(&self) -> Option<&'static ConstString> {
        match &self.schema.shape {
            Shape::ConstString(constant) => Some(constant),
            _ => None,
        }
    }

    /// Makes the field required under a condition.
    #[must_use]
    pub const fn when(mut self, field: &'static str, equals: &'static [&'static str]) -> Self {
        self.required_when = Some(RequiredWhen { field, equals });
        self
    }
}

/// The condition under which an optional field has to be sent: another field of the same object has one of some values.
#[derive(Debug)]
pub struct RequiredWhen {
    /// The other field.
    pub field: &'static str,
    /// Its values.
    pub equals: &'static [&'static str],
}

/// Shapes without name and limits, which the tables use most.
impl Schema {
    /// Any JSON value.
    pub const ANY: Self = Self::unnamed(Shape::Any);
    /// `true` or `false`.
    pub const BOOLEAN: Self = Self::unnamed(Shape::Boolean);
    /// `true` alone.
    pub const TRUE: Self = Self::unnamed(Shape::Const(true));
    /// A whole number.
    pub const INTEGER: Self = Self::unnamed(Shape::Integer { minimum: None, maximum: None });
    /// A number.
    pub const NUMBER: Self = Self::unnamed(Shape::Number { minimum: None, maximum: None });
    /// Text.
    pub const TEXT: Self = Self::unnamed(Shape::text(None, None, None));
    /// A date and time with offset, ISO 8601.
    pub const DATE_TIME: Self = Self::unnamed(Shape::date(Format::DateTime));
    /// A date and time without offset, ISO 8601.
    pub const DATE_TIME_LOCAL: Self = Self::unnamed(Shape::date(Format::DateTimeLocal));

    /// The documented form of a value that has [others](Shape::Also); else this schema.
    #[must_use]
    pub fn plain(&self) -> &Self {
        match self.shape {
            Shape::Also { schema, .. } => schema,
            _ => self,
        }
    }

    /// Creates a named schema.
    #[must_use]
    pub const fn new(name: &'static str, description: &'static str, shape: Shape) -> Self {
        Self { name, description, shape }
    }

    /// Creates a schema without a name.
    #[must_use]
    pub const fn unnamed(shape: Shape) -> Self {
        Self { name: "", description: "", shape }
    }
}

impl Shape {
    /// Whether a value is of the JSON kind of this shape; its parts and limits do not matter.
    #[must_use]
    pub fn accepts_kind(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Nullable(schema), value) => value.is_null() || schema.shape.accepts_kind(value),
            (Self::Also { schema, .. }, value) => schema.shape.accepts_kind(value) || self.documented(value).is_some(),
            (Self::OneOf(schemas), value) => schemas.iter().any(|schema| schema.shape.accepts_kind(value)),
            (Self::Integer { .. }, Value::Number(number)) => number.is_i64() || number.is_u64(),
            (Self::Any, _)
            | (Self::Boolean | Self::Const(_), Value::Bool(_))
            | (Self::Number { .. }, Value::Number(_))
            | (Self::String { .. } | Self::ConstString(_), Value::String(_))
            | (Self::Array { .. }, Value::Array(_))
            | (Self::Object { .. } | Self::Map { .. } | Self::Tagged { .. }, Value::Object(_)) => true,
            _ => false,
        }
    }

    /// Returns the documented form of a value that is in one of the [other forms](Self::Also) of this shape.
    #[must_use]
    pub fn documented(&self, value: &Value) -> Option<Value> {
        match self {
            Self::Also { schema, forms } => forms.iter().find_map(|form| form.meaning(&schema.shape, value)),
            _ => None,
        }
    }

    /// A string of limited length, or one that matches a pattern as a whole.
    #[must_use]
    pub const fn text(min_length: Option<usize>, max_length: Option<usize>, pattern: Option<&'static str>) -> Self {
        Self::String {
            format: Format::Text,
            min_length,
            max_length,
            pattern,
            expected: None,
            values: &[],
            outcomes: &[],
        }
    }

    /// Sets in words what the pattern accepts, for messages.
    #[must_use]
    pub const fn expecting(self, words: &'static str) -> Self {
        match self {
            Self::String { format, min_length, max_length, pattern, values, outcomes, .. } => {
                Self::String { format, min_length, max_length, pattern, expected: Some(words), values, outcomes }
            }
            other => other,
        }
    }

    /// This string alone.
    #[must_use]
    pub const fn only(text: &'static str) -> Self {
        Self::ConstString(ConstString(text))
    }

    /// A date and time in this format.
    #[must_use]
    pub const fn date(format: Format) -> Self {
        Self::String {
            format,
            min_length: None,
            max_length: None,
            pattern: None,
            expected: None,
            values: &[],
            outcomes: &[],
        }
    }

    /// A string with known values. Final states among them have an outcome.
    #[must_use]
    pub const fn one_of_values(values: &'static [&'static str], outcomes: &'static [(&'static str, Outcome)]) -> Self {
        let format = Format::Text;
        Self::String { format, min_length: None, max_length: None, pattern: None, expected: None, values, outcomes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    static NAMED: Schema = Schema { name: "Named", description: "", shape: Shape::Object { fields: &[] } };

    static TEXT: Schema = Schema::TEXT;
    static EITHER: Shape = Shape::OneOf(&[&NAMED, &TEXT]);

    #[test]
    fn a_shape_takes_values_of_its_kind_alone() {
        let integer = Shape::Integer { minimum: Some(5), maximum: None };
        let cases: [(&Shape, Vec<Value>, Vec<Value>); 8] = [
            (&Schema::ANY.shape, vec![json!(null), json!([])], vec![]),
            (&Schema::BOOLEAN.shape, vec![json!(false)], vec![json!(0), json!("true")]),
            // Limits do not matter, the kind does.
            (&integer, vec![json!(1), json!(u64::MAX)], vec![json!(1.5), json!("1")]),
            (&Schema::NUMBER.shape, vec![json!(1), json!(1.5)], vec![json!("1.5")]),
            (&Schema::DATE_TIME.shape, vec![json!("no date")], vec![json!(1)]),
            (&Shape::only("A"), vec![json!("A"), json!("B")], vec![json!(1), json!(null)]),
            (&Shape::Nullable(&TEXT), vec![json!(null), json!("")], vec![json!(0)]),
            (&EITHER, vec![json!({}), json!("")], vec![json!([]), json!(null)]),
        ];
        for (shape, taken, refused) in cases {
            assert!(taken.iter().all(|value| shape.accepts_kind(value)), "{shape:?} {taken:?}");
            assert!(!refused.iter().any(|value| shape.accepts_kind(value)), "{shape:?} {refused:?}");
        }
    }

    #[test]
    fn another_form_means_the_documented_one() {
        static LIST: Schema = Schema { name: "", description: "", shape: Shape::Array { items: &Schema::INTEGER } };
        let check = |form: Form, schema: &'static Schema, value: Value, expected: Option<Value>| {
            let forms: &'static [Form] = Box::leak(Box::new([form]));
            let shape = Shape::Also { schema, forms };
            assert_eq!(shape.documented(&value), expected, "{form:?} {value}");
            assert_eq!(shape.accepts_kind(&value), expected.is_some(), "{form:?} {value}");
        };
        check(Form::Text, &Schema::INTEGER, json!("830"), Some(json!(830)));
        check(Form::Text, &Schema::INTEGER, json!("soon"), None);
        check(Form::Text, &Schema::NUMBER, json!("0.5"), Some(json!(0.5)));
        check(Form::Text, &Schema::BOOLEAN, json!("false"), Some(json!(false)));
        check(Form::Text, &Schema::BOOLEAN, json!(0), None);
        check(Form::Number, &TEXT, json!(17), Some(json!("17")));
        check(Form::Boolean, &TEXT, json!(true), Some(json!("true")));
        check(Form::Boolean, &TEXT, json!(1), None);
        check(Form::One, &LIST, json!(1), Some(json!([1])));
        check(Form::One, &LIST, json!(null), None);
        assert!(Shape::Also { schema: &LIST, forms: &[Form::One] }.accepts_kind(&json!([])));
    }

    #[test]
    fn a_name_stands_for_its_shape() {
        assert_eq!(format!("{:?}", Shape::Array { items: &NAMED }), "Array { items: Schema(Named) }");
    }
}
