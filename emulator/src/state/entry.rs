//! An object of the file of state, read field by field, so that a fault is told with its place.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The fields of an object that were not read yet, and where it stands.
pub(super) struct Entry {
    place: String,
    fields: Map<String, Value>,
}

impl Entry {
    /// The object at a place; the outermost one has an empty place.
    pub(super) fn new(place: String, value: Value) -> Result<Self, String> {
        match value {
            Value::Object(fields) => Ok(Self { place, fields }),
            _ if place.is_empty() => Err("expected an object".to_owned()),
            _ => Err(format!("{place}: expected an object")),
        }
    }

    /// The value of a field; none if it is absent or null.
    pub(super) fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, String> {
        match self.fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let decoded = serde_json::from_value(value);
                decoded.map(Some).map_err(|error| format!("{}: {error}", self.at(name)))
            }
        }
    }

    /// The value of a field that must be there.
    pub(super) fn need<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, String> {
        let value = self.take(name)?;
        value.ok_or_else(|| format!("{}: expected a value but found nothing", self.at(name)))
    }

    /// The objects of a list, each read to its end; none if the list is absent.
    pub(super) fn each<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        let list: Vec<Value> = self.take(name)?.unwrap_or_default();
        let place = self.at(name);
        let read = |(index, value)| {
            let mut entry = Self::new(format!("{place}[{index}]"), value)?;
            let one = read(&mut entry)?;
            entry.end().map(|()| one)
        };
        list.into_iter().enumerate().map(read).collect()
    }

    /// Refuses fields that nobody asked for: they may be misspelt.
    pub(super) fn end(self) -> Result<(), String> {
        match self.fields.keys().next() {
            Some(name) => Err(format!("{}: unknown field", self.at(name))),
            None => Ok(()),
        }
    }

    /// Where a field of it stands.
    pub(super) fn at(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }
}
