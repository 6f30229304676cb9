//! Checks values against their schema before they are sent.
//!
//! Limits apply to requests only. Responses may violate them, because the service does not follow its documentation.

use super::text;
use crate::safe_text::quoted;
use crate::table::operation::Parameter;
use crate::table::schema::{Field, RequiredWhen, Schema, Shape};
use crate::table::walk::{Fit, Found, Path, Visitor, walk};
use serde_json::Value;
use std::fmt;

/// A value that violates its schema.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Violation {
    /// Name of a parameter, or path of a field such as `nodes[2].name`. Empty for the whole body.
    pub path: String,
    /// Description of the allowed values.
    pub expected: String,
    /// Description of the rejected value.
    pub found: String,
}

impl Violation {
    pub(crate) fn new(path: &str, expected: String, found: String) -> Self {
        Self { path: path.to_owned(), expected, found }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, expected, found } = self;
        let path = if path.is_empty() { "body" } else { path };
        write!(formatter, "{path}: expected {expected} but found {found}")
    }
}

/// Checks the text of a parameter. Returns the violation, or `None` if the text is valid.
#[must_use]
pub fn parameter(parameter: &Parameter, text: &str) -> Option<Violation> {
    let value = match parameter.schema.shape {
        Shape::Integer { .. } => text.parse::<i64>().map(Value::from).ok(),
        Shape::Number { .. } => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from),
        Shape::Boolean | Shape::Const(_) => text.parse::<bool>().map(Value::from).ok(),
        _ => Some(Value::from(text)),
    };
    let Some(value) = value else {
        return Some(Violation::new(parameter.name, expectation(parameter.schema), quoted(text)));
    };
    violations(parameter.schema, &value, parameter.name).into_iter().next()
}

/// Checks a body. Returns all violations, in the order of the schema; empty if the body is valid.
#[must_use]
pub fn value(schema: &Schema, value: &Value) -> Vec<Violation> {
    violations(schema, value, "")
}

fn violations(schema: &Schema, value: &Value, name: &str) -> Vec<Violation> {
    let mut violations = Violations(Vec::new());
    walk(schema, value, &Path::root(name), &mut violations);
    violations.0
}

struct Violations(Vec<Violation>);

impl Violations {
    fn push(&mut self, path: &Path<'_>, expected: String, found: String) {
        self.0.push(Violation::new(&path.to_string(), expected, found));
    }
}

impl Visitor for Violations {
    fn value(&mut self, path: &Path<'_>, _schema: &Schema, value: &Value, found: &Found<'_, '_>) {
        match found.fit {
            Fit::Documented if is_within_limits(&found.schema.shape, &found.value) => {}
            Fit::Null | Fit::UnknownTag(_) => {}
            Fit::Documented => self.push(path, expectation(found.schema), shown(&found.value)),
            Fit::OtherType => self.push(path, expectation(found.schema), shown(value)),
            Fit::NoTag(property) => {
                let tag = found.value.get(property).map_or_else(|| "nothing".to_owned(), shown);
                self.push(&path.field(property), "a string".to_owned(), tag);
            }
        }
    }

    fn absent(&mut self, path: &Path<'_>, field: &Field, object: &Value) {
        if let Some(why) = why_required(field, object) {
            self.push(path, format!("{}{why}", expectation(field.schema)), "nothing".to_owned());
        }
    }
}

/// Returns the reason why a missing field is a violation, as a suffix of the message. `None` if it may be missing.
fn why_required(field: &Field, object: &Value) -> Option<String> {
    let RequiredWhen { field: other, equals } = match (&field.required_when, field.required) {
        (_, true) => return Some(String::new()),
        (None, false) => return None,
        (Some(when), false) => when,
    };
    let found = object.get(*other)?.as_str()?;
    equals.contains(&found).then(|| format!(" (required when {other} is {found})"))
}

/// Returns true if a value of the documented JSON type is within the limits of its shape.
fn is_within_limits(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Const(only), value) => *value == Value::Bool(*only),
        (Shape::ConstString(only), Value::String(text)) => text == only.0,
        (Shape::Number { minimum, maximum }, Value::Number(number)) => number.as_f64().is_some_and(|number| {
            minimum.is_none_or(|minimum| number >= minimum) && maximum.is_none_or(|maximum| number <= maximum)
        }),
        (Shape::Integer { minimum, maximum }, Value::Number(number)) => number.as_i64().is_some_and(|number| {
            minimum.is_none_or(|minimum| number >= minimum) && maximum.is_none_or(|maximum| number <= maximum)
        }),
        (
            Shape::String { format, min_length, max_length, pattern, expected: _, values: _, outcomes: _ },
            Value::String(text),
        ) => {
            let length = text.chars().count();
            min_length.is_none_or(|minimum| length >= minimum)
                && max_length.is_none_or(|maximum| length <= maximum)
                && pattern.is_none_or(|pattern| text::matches(pattern, text))
                && text::is_of(*format, text)
        }
        _ => true,
    }
}

/// Describes the values that a schema allows.
fn expectation(schema: &Schema) -> String {
    match &schema.shape {
        Shape::Any => "any value".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::Const(only) => only.to_string(),
        Shape::ConstString(only) => quoted(only.0),
        Shape::Integer { minimum, maximum } => range("an integer", "", minimum.as_ref(), maximum.as_ref()),
        Shape::Number { minimum, maximum } => range("a number", "", minimum.as_ref(), maximum.as_ref()),
        Shape::String { format, min_length, max_length, pattern, expected, .. } => {
            let text = range(text::noun(*format), " characters", min_length.as_ref(), max_length.as_ref());
            match (pattern, expected) {
                (_, Some(words)) => format!("{text} ({words})"),
                (Some(pattern), None) => format!("{text} that matches {pattern}"),
                (None, None) => text,
            }
        }
        Shape::Array { .. } => "a list".to_owned(),
        Shape::Object { .. } | Shape::Map { .. } | Shape::Tagged { .. } => "an object".to_owned(),
        Shape::Nullable(schema) => format!("null or {}", expectation(schema)),
        Shape::Also { schema, .. } => expectation(schema),
        Shape::OneOf(schemas) => schemas.iter().map(|schema| expectation(schema)).collect::<Vec<_>>().join(" or "),
    }
}

fn range<T: fmt::Display>(what: &str, unit: &str, minimum: Option<&T>, maximum: Option<&T>) -> String {
    match (minimum, maximum) {
        (Some(minimum), Some(maximum)) => format!("{what} of {minimum} to {maximum}{unit}"),
        (Some(minimum), None) => format!("{what} of {minimum} or more{unit}"),
        (None, Some(maximum)) => format!("{what} of at most {maximum}{unit}"),
        (None, None) => what.to_owned(),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{parameter, value};
    use crate::table::operation::{Parameter, Place};
    use crate::table::schema::{Field, Form, RequiredWhen, Schema, Shape};
    use serde_json::{Value, json};

    const fn of(shape: Shape) -> Schema {
        Schema::unnamed(shape)
    }

    const fn field(name: &'static str, required: bool, schema: &'static Schema) -> Field {
        Field { name, required, required_when: None, request_name: None, schema, description: "" }
    }

    static AGE: Schema = of(Shape::Integer { minimum: Some(1), maximum: Some(9) });
    static POSITIVE: Schema = of(Shape::Integer { minimum: Some(1), maximum: None });
    static SMALL: Schema = of(Shape::Integer { minimum: None, maximum: Some(9) });
    static LIST: Schema = of(Shape::Array { items: &AGE });
    static MAP: Schema = of(Shape::Map { values: &AGE });
    static EITHER: Schema = of(Shape::OneOf(&[&LIST, &Schema::TEXT]));
    static MAYBE: Schema = of(Shape::Nullable(&AGE));
    static DOG: Schema = of(Shape::Object { fields: &[field("legs", true, &AGE)] });
    static PET: Schema = of(Shape::Tagged { property: "kind", variants: &[("DOG", &DOG)] });
    static ROOT: Schema = of(Shape::Object {
        fields: &[
            field("name", true, &Schema::TEXT),
            field("list", false, &LIST),
            field("map", false, &MAP),
            field("either", false, &EITHER),
            field("maybe", false, &MAYBE),
            field("pet", false, &PET),
            field("any", false, &Schema::ANY),
            field("flag", false, &Schema::BOOLEAN),
            field("done", false, &Schema::TRUE),
            field("number", false, &Schema::NUMBER),
            Field {
                name: "why",
                required: false,
                required_when: Some(RequiredWhen { field: "name", equals: &["odd"] }),
                request_name: None,
                schema: &Schema::TEXT,
                description: "",
            },
        ],
    });

    #[track_caller]
    fn check(body: Value, expected: &[&str]) {
        let found: Vec<String> = value(&ROOT, &body).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn valid_values_have_no_violations() {
        check(
            json!({"name": "a", "list": [1, 9], "map": {"x": 5}, "either": "text", "maybe": null, "any": [null],
                   "pet": {"kind": "DOG", "legs": 4}, "flag": false, "done": true, "number": 0.5, "new": 1}),
            &[],
        );
        check(json!({"name": "odd", "why": "so", "either": [2], "maybe": 3, "pet": {"kind": "CAT"}}), &[]);
    }

    #[test]
    fn all_violations_are_reported_with_their_paths() {
        check(
            json!({"list": [1, 10, "x"], "map": {"x": 0}, "either": 1, "maybe": "x", "pet": {"kind": "DOG"},
                   "flag": 1, "done": false, "number": "1"}),
            &[
                "name: expected a string but found nothing",
                "list[1]: expected an integer of 1 to 9 but found 10",
                "list[2]: expected an integer of 1 to 9 but found 'x'",
                "map.x: expected an integer of 1 to 9 but found 0",
                "either: expected a list or a string but found 1",
                "maybe: expected an integer of 1 to 9 but found 'x'",
                "pet.legs: expected an integer of 1 to 9 but found nothing",
                "flag: expected true or false but found 1",
                "done: expected true but found false",
                "number: expected a number but found '1'",
            ],
        );
        check(json!({"name": "odd"}), &["why: expected a string (required when name is odd) but found nothing"]);
        check(json!({"name": "a", "pet": {}}), &["pet.kind: expected a string but found nothing"]);
        check(json!({"name": "a", "pet": {"kind": 1}}), &["pet.kind: expected a string but found 1"]);
        check(
            json!({"name": [], "list": {}, "pet": 1}),
            &[
                "name: expected a string but found a list",
                "list: expected a list but found an object",
                "pet: expected an object but found 1",
            ],
        );
        check(json!([]), &["body: expected an object but found a list"]);
    }

    #[test]
    fn other_forms_have_the_documented_limits() {
        static ODD_AGE: Schema = of(Shape::Also { schema: &AGE, forms: &[Form::Text] });
        static AGES: Schema = of(Shape::Array { items: &ODD_AGE });
        static ODD_AGES: Schema = of(Shape::Also { schema: &AGES, forms: &[Form::One] });
        let check = |body: Value, expected: &[&str]| {
            let found: Vec<String> = value(&ODD_AGES, &body).iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{body}");
        };
        [json!([1, "9"]), json!(5), json!("5"), json!([])].into_iter().for_each(|body| check(body, &[]));
        check(
            json!([10, "10"]),
            &["[0]: expected an integer of 1 to 9 but found 10", "[1]: expected an integer of 1 to 9 but found 10"],
        );
        check(json!("x"), &["[0]: expected an integer of 1 to 9 but found 'x'"]);
        check(json!(null), &["body: expected a list but found null"]);
    }

    #[test]
    fn parameters_are_parsed_and_checked() {
        let check = |schema: &'static Schema, text: &str| {
            let of_query = Parameter {
                name: "p",
                place: Place::Query,
                required: false,
                schema,
                default: None,
                resolve: None,
                range_end: None,
                description: "",
            };
            parameter(&of_query, text).map(|violation| violation.to_string())
        };
        for (schema, fine, wrong, expected) in [
            (&AGE, "9", "10", "an integer of 1 to 9 but found 10"),
            (&POSITIVE, "1", "0", "an integer of 1 or more but found 0"),
            (&SMALL, "-9", "ten", "an integer of at most 9 but found 'ten'"),
            (&Schema::NUMBER, "0.5", "NaN", "a number but found 'NaN'"),
            (&Schema::BOOLEAN, "true", "yes", "true or false but found 'yes'"),
            (
                &Schema::DATE_TIME,
                "2025-03-21T11:12:54+09:00",
                "soon",
                "a date and time with offset such as 2025-03-21T11:12:54+09:00 but found 'soon'",
            ),
        ] {
            assert_eq!(check(schema, fine), None);
            assert_eq!(check(schema, wrong), Some(format!("p: expected {expected}")));
        }
        assert_eq!(check(&Schema::TEXT, "anything"), None);
    }
}
