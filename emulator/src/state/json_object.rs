//! An object of the state file, read field by field, so that an error has the path of the field.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The unread fields of an object, and its path.
pub(super) struct JsonObject {
    path: String,
    fields: Map<String, Value>,
}

impl JsonObject {
    /// Takes the object at a path; the outermost one has an empty path.
    pub(super) fn new(path: String, value: Value) -> Result<Self, String> {
        match value {
            Value::Object(fields) => Ok(Self { path, fields }),
            _ if path.is_empty() => Err("expected an object".to_owned()),
            _ => Err(format!("{path}: expected an object")),
        }
    }

    /// Returns the value of a field; `None` if it is absent or null.
    pub(super) fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, String> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let decoded = serde_json::from_value(value);
                decoded.map(Some).map_err(|error| format!("{}: {error}", self.path_of(name)))
            }
        }
    }

    /// Returns the value of a required field.
    pub(super) fn require<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, String> {
        let value = self.take(name)?;
        value.ok_or_else(|| format!("{}: expected a value but found nothing", self.path_of(name)))
    }

    /// Reads the objects of a list; empty if the list is absent.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        let list: Vec<Value> = self.take(name)?.unwrap_or_default();
        let path = self.path_of(name);
        let read = |(index, value)| {
            let mut object = Self::new(format!("{path}[{index}]"), value)?;
            let one = read(&mut object)?;
            object.finish().map(|()| one)
        };
        list.into_iter().enumerate().map(read).collect()
    }

    /// Rejects unread fields: they may be misspelled.
    pub(super) fn finish(self) -> Result<(), String> {
        match self.fields.keys().next() {
            Some(name) => Err(format!("{}: unknown field", self.path_of(name))),
            None => Ok(()),
        }
    }

    /// Returns the path of a field.
    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}
