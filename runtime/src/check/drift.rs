//! Differences between the responses of a service and its API description.
//!
//! The client accepts such responses. An [`Observer`] is notified of them, so that the description can be corrected.

use crate::call::observed::ObservedAttempt;
use crate::error_body::without_mark;
use crate::model::{MAX_DEPTH, pieces, scan};
use crate::table::operation::Operation;
use crate::table::schema::{Field, Schema, Shape};
use crate::table::walk::{Fit, Found, Path, Visitor, walk};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

/// Is notified of every difference between a response and the API description.
///
/// ```
/// use ncloud_runtime::{Drift, Observer};
///
/// #[derive(Debug)]
/// struct Log;
///
/// impl Observer for Log {
///     fn drift(&self, drift: &Drift) {
///         eprintln!("{drift}");
///     }
/// }
/// ```
pub trait Observer: fmt::Debug + Send + Sync {
    /// Called once for every difference, after the response has arrived and before the call returns.
    fn drift(&self, drift: &Drift);

    /// Called once for every attempt of a call, before it is sent: it has no response and no error yet. By default, it
    /// does nothing.
    fn attempt_started(&self, attempt: &ObservedAttempt<'_>) {
        let _ = attempt;
    }

    /// Called once for every attempt of a call, after its response or failure. By default, it does nothing.
    fn attempt(&self, attempt: &ObservedAttempt<'_>) {
        let _ = attempt;
    }
}

impl<T: Observer + ?Sized> Observer for Arc<T> {
    fn drift(&self, drift: &Drift) {
        T::drift(self, drift);
    }

    fn attempt_started(&self, attempt: &ObservedAttempt<'_>) {
        T::attempt_started(self, attempt);
    }

    fn attempt(&self, attempt: &ObservedAttempt<'_>) {
        T::attempt(self, attempt);
    }
}

/// A difference between a response and the API description.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Drift {
    /// `operationId` of the call.
    pub operation: &'static str,
    /// The kind of difference.
    pub kind: DriftKind,
    /// JSON pointer (RFC 6901) to the place in the body, e.g. `/list/0/status`; empty for the whole body and the
    /// status.
    pub pointer: String,
    /// The value that was found, as far as it may be shown: a field name, an enum value, a status code, or a JSON type.
    /// Never free text.
    pub found: String,
}

/// Kinds of differences.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum DriftKind {
    /// The response has an undocumented field.
    UnknownField,
    /// An enum value is not documented.
    UnknownValue,
    /// A required field is missing.
    MissingField,
    /// An optional field is missing. That is common, because the documentation exists in several editions.
    AbsentField,
    /// The value has another JSON type. It is converted if its meaning is clear; otherwise the field is absent and the
    /// value is kept.
    OtherKind,
    /// The value has another known form: a string for a number, or one value for a list. It is converted.
    OtherForm,
    /// The field occurs more than once. The first one is used.
    DuplicateField,
    /// A number has more digits than its type can hold. It is kept as received, and converted to the nearest value.
    InexactNumber,
    /// The status code is not documented for the operation.
    UndocumentedStatus,
}

impl fmt::Display for DriftKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::UnknownField => "unknown field",
            Self::UnknownValue => "unknown value",
            Self::MissingField => "missing field",
            Self::AbsentField => "absent field",
            Self::OtherKind => "other kind",
            Self::OtherForm => "other form",
            Self::DuplicateField => "duplicate field",
            Self::InexactNumber => "inexact number",
            Self::UndocumentedStatus => "undocumented status",
        })
    }
}

impl fmt::Display for Drift {
    /// E.g. `getJobs: unknown value at /list/0/status: PAUSED`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.operation, self.kind)?;
        if !self.pointer.is_empty() {
            write!(formatter, " at {}", self.pointer)?;
        }
        write!(formatter, ": {}", self.found)
    }
}

/// Reports an undocumented status.
pub(crate) fn status(operation: &'static Operation, status: u16, observer: &dyn Observer) {
    if !operation.success.contains(&status) && !operation.error_statuses.contains(&status) {
        observer.drift(&Drift {
            operation: operation.id,
            kind: DriftKind::UndocumentedStatus,
            pointer: String::new(),
            found: status.to_string(),
        });
    }
}

/// Reports all differences between the body of a success and its schema.
pub(crate) fn body(operation: &'static Operation, body: &[u8], observer: &dyn Observer) {
    let value = crate::call::decode::decode::<Value>(body);
    if let (Some(schema), Ok(value)) = (operation.response, value) {
        let mut drift = Report { operation, observer };
        walk(schema, &value, &Path::root(""), &mut drift);
        let text = std::str::from_utf8(without_mark(body)).unwrap_or_default();
        // The reader rejects deeper text.
        if scan::depth(text) <= MAX_DEPTH {
            drift.visit_text(text, "");
        }
    }
}

struct Report<'a> {
    operation: &'static Operation,
    observer: &'a dyn Observer,
}

impl Report<'_> {
    fn report(&self, kind: DriftKind, pointer: &str, found: &str) {
        self.observer.drift(&Drift {
            operation: self.operation.id,
            kind,
            pointer: pointer.to_owned(),
            found: found.chars().take(100).collect(),
        });
    }

    /// Reports differences that a decoded value no longer shows: duplicate fields and inexact numbers.
    fn visit_text(&self, json: &str, at: &str) {
        let json = json.trim_ascii();
        if json.starts_with('{') {
            let mut names = HashSet::new();
            for (name, value) in pieces::entries(json).unwrap_or_default() {
                let at = join(at, &name);
                self.visit_text(value.get(), &at);
                if names.contains(&name) {
                    self.report(DriftKind::DuplicateField, &at, &name);
                }
                names.insert(name);
            }
        } else if json.starts_with('[') {
            for (index, item) in pieces::items(json).unwrap_or_default().into_iter().enumerate() {
                self.visit_text(item.get(), &format!("{at}/{index}"));
            }
        } else if !scan::are_exact(json) {
            self.report(DriftKind::InexactNumber, at, "a number");
        }
    }
}

impl Visitor for Report<'_> {
    fn value(&mut self, path: &Path<'_>, _schema: &Schema, value: &Value, found: &Found<'_, '_>) {
        if matches!(found.value, Cow::Owned(_)) {
            self.report(DriftKind::OtherForm, &path.pointer(), kind(value));
        }
        match (found.fit, &found.schema.shape, &*found.value) {
            (Fit::Documented, Shape::String { values, .. }, Value::String(text))
                if !values.is_empty() && !values.contains(&text.as_str()) =>
            {
                self.report(DriftKind::UnknownValue, &path.pointer(), text);
            }
            (Fit::Documented, Shape::ConstString(only), Value::String(text)) if text != only.0 => {
                self.report(DriftKind::UnknownValue, &path.pointer(), text);
            }
            (Fit::Documented | Fit::Null, ..) => {}
            (Fit::OtherType, ..) => self.report(DriftKind::OtherKind, &path.pointer(), kind(&found.value)),
            (Fit::NoTag(property) | Fit::UnknownTag(property), _, object) => {
                let tag = object.get(property).and_then(Value::as_str).unwrap_or_default();
                self.report(DriftKind::UnknownValue, &path.field(property).pointer(), tag);
            }
        }
    }

    fn absent(&mut self, path: &Path<'_>, field: &Field, _object: &Value) {
        let kind = if field.required { DriftKind::MissingField } else { DriftKind::AbsentField };
        self.report(kind, &path.pointer(), field.name);
    }

    fn unknown(&mut self, path: &Path<'_>, name: &str, _known: &[Field], _found: &Found<'_, '_>) {
        self.report(DriftKind::UnknownField, &path.pointer(), name);
    }

    // Null means absent, unless the spec documents null.
    fn null_is_absent(&self) -> bool {
        true
    }
}

fn join(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::{Drift, Observer, Path, Report, walk};
    use crate::table::operation::Operation;
    use crate::table::schema::{Field, Schema, Shape};
    use serde_json::{Value, json};
    use std::sync::Mutex;

    #[derive(Debug, Default)]
    struct Notes(Mutex<Vec<String>>);

    impl Observer for Notes {
        fn drift(&self, drift: &Drift) {
            self.0.lock().unwrap().push(format!("{} {} {}", drift.kind, drift.pointer, drift.found));
        }
    }

    static OPERATION: Operation = Operation::BARE;

    const fn of(shape: Shape) -> Schema {
        Schema::unnamed(shape)
    }

    #[track_caller]
    fn check(shape: Shape, value: Value, expected: &[&str]) {
        let notes = Notes::default();
        walk(&of(shape), &value, &Path::root(""), &mut Report { operation: &OPERATION, observer: &notes });
        assert_eq!(*notes.0.lock().unwrap(), expected, "{value}");
    }

    static DOG: Schema = of(Shape::Object { fields: &[Field::required("legs", &Schema::INTEGER, "")] });

    static TEXT: Schema = Schema::TEXT;
    static EITHER: &[&Schema] = &[&TEXT, &DOG];
    static PETS: &[(&str, &Schema)] = &[("DOG", &DOG)];

    #[test]
    fn every_shape_is_checked() {
        check(Shape::Any, json!([1]), &[]);
        check(Shape::Nullable(&Schema::TEXT), json!(null), &[]);
        check(Shape::Nullable(&Schema::TEXT), json!(1), &["other kind  a number"]);
        check(Shape::Map { values: &Schema::BOOLEAN }, json!({"a": true, "b/c": null}), &["other kind /b~1c null"]);
        check(Shape::OneOf(EITHER), json!("x"), &[]);
        check(Shape::OneOf(EITHER), json!({"legs": true}), &["other kind /legs a boolean"]);
        check(Shape::OneOf(EITHER), json!([]), &["other kind  a list"]);
        check(
            Shape::Tagged { property: "kind", variants: PETS },
            json!({"kind": "DOG", "legs": 4}),
            &["unknown field /kind kind"],
        );
        check(Shape::Tagged { property: "kind", variants: PETS }, json!({"kind": "CAT"}), &["unknown value /kind CAT"]);
        check(Shape::only("DOG"), json!("DOG"), &[]);
        check(Shape::only("DOG"), json!("CAT"), &["unknown value  CAT"]);
        check(Shape::only("DOG"), json!(1), &["other kind  a number"]);
        check(Shape::Boolean, json!({}), &["other kind  an object"]);
        check(Shape::Integer { minimum: None, maximum: None }, json!(1.5), &["other kind  a number"]);
    }

    #[test]
    fn the_found_value_is_short() {
        let notes = Notes::default();
        let mut drift = Report { operation: &OPERATION, observer: &notes };
        walk(&DOG, &json!({"legs": 1, "x".repeat(500): 1}), &Path::root(""), &mut drift);
        let found = notes.0.lock().unwrap()[0].rsplit(' ').next().unwrap().len();
        assert_eq!(found, 100);
    }
}
