//! Reading a JSON object strictly: unknown fields and wrong types are errors.

use super::reply::ControlError;
use crate::nearest;
use serde_json::{Map, Value};

/// A JSON object of a request, and its place in the body.
pub(super) struct JsonObject<'a> {
    place: &'a str,
    fields: &'a Map<String, Value>,
    hint: String,
}

impl<'a> JsonObject<'a> {
    /// Takes an object that has no other than the known fields.
    pub(super) fn new(place: &'a str, value: &'a Value, known: &[&'static str]) -> Result<Self, ControlError> {
        let hint = format!("known fields: {}", known.join(", "));
        let Value::Object(fields) = value else {
            return Err(ControlError::bad_request(format!("{place}: expected an object"), hint));
        };
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(Self { place, fields, hint }),
            Some(unknown) => {
                let hint = match nearest::name(unknown, known.iter().copied()) {
                    Some(near) => format!("did you mean '{near}'? {hint}"),
                    None => hint,
                };
                let message = format!("{place}: there is no field '{}'", unknown.escape_debug());
                Err(ControlError::bad_request(message, hint))
            }
        }
    }

    /// Returns a field; `None` if it is missing or null.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn string(&self, name: &str) -> Result<Option<&'a str>, ControlError> {
        self.read(name, "a string", Value::as_str)
    }

    pub(super) fn number(&self, name: &str) -> Result<Option<f64>, ControlError> {
        self.read(name, "a number", Value::as_f64)
    }

    pub(super) fn integer(&self, name: &str) -> Result<Option<u64>, ControlError> {
        self.read(name, "an integer of 0 or more", Value::as_u64)
    }

    pub(super) fn boolean(&self, name: &str) -> Result<Option<bool>, ControlError> {
        self.read(name, "true or false", Value::as_bool)
    }

    pub(super) fn array(&self, name: &str) -> Result<Option<&'a [Value]>, ControlError> {
        self.read(name, "an array", |value| value.as_array().map(Vec::as_slice))
    }

    /// Returns the error for a missing field.
    pub(super) fn missing(&self, name: &str) -> ControlError {
        ControlError::bad_request(format!("{}: the field '{name}' is missing", self.place), self.hint.clone())
    }

    fn read<T>(
        &self,
        name: &str,
        expected: &str,
        convert: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, ControlError> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        let wrong = || {
            let message = format!("{}: the field '{name}' must be {expected}", self.place);
            ControlError::bad_request(message, self.hint.clone())
        };
        convert(value).map(Some).ok_or_else(wrong)
    }
}
