//! An object of a state file, read field by field: every problem is recorded with the path of its field.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::cell::RefCell;

/// The problems of a file so far.
#[derive(Debug, Default)]
pub(super) struct Problems(RefCell<Vec<String>>);

impl Problems {
    pub(super) fn add(&self, problem: String) {
        self.0.borrow_mut().push(problem);
    }

    pub(super) fn into_list(self) -> Vec<String> {
        self.0.into_inner()
    }
}

/// The unread fields of an object, and its path.
pub(super) struct JsonObject<'p> {
    path: String,
    fields: Map<String, Value>,
    problems: &'p Problems,
}

impl<'p> JsonObject<'p> {
    /// Takes the object at a path; the outermost one has an empty path.
    pub(super) fn new(path: String, value: Value, problems: &'p Problems) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self { path, fields, problems }),
            _ => {
                let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
                problems.add(format!("{place}expected an object"));
                None
            }
        }
    }

    /// Returns the value of a field; `None` if it is absent or null, or has a problem.
    pub(super) fn take<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.fields.remove(name).filter(|value| !value.is_null())?;
        serde_json::from_value(value).map_err(|error| self.problem(name, &error.to_string())).ok()
    }

    /// Returns the value of a required field.
    pub(super) fn require<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        if self.fields.get(name).is_none_or(Value::is_null) {
            self.fields.remove(name);
            self.problem(name, "expected a value but found nothing");
            return None;
        }
        self.take(name)
    }

    /// Reads the object in a field; `None` if it is absent or null, or has a problem.
    pub(super) fn object<T>(&mut self, name: &str, read: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        let value = self.take(name)?;
        Self::read(self.path_of(name), value, self.problems, read)
    }

    /// Reads the objects of a list; empty if the list is absent.
    pub(super) fn list<T>(&mut self, name: &str, read: impl Fn(&mut Self) -> Option<T>) -> Vec<(usize, T)> {
        let list: Vec<Value> = self.take(name).unwrap_or_default();
        let path = self.path_of(name);
        let read = |(index, value)| {
            let row = Self::read(format!("{path}[{index}]"), value, self.problems, &read)?;
            Some((index, row))
        };
        list.into_iter().enumerate().filter_map(read).collect()
    }

    /// Reads an object completely.
    pub(super) fn read<T>(
        path: String,
        value: Value,
        problems: &'p Problems,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let mut object = Self::new(path, value, problems)?;
        let read = read(&mut object);
        object.finish();
        read
    }

    /// Records the fields that were not read: they may be misspelled.
    pub(super) fn finish(self) {
        for name in self.fields.keys() {
            self.problem(&name.escape_debug().to_string(), "unknown field");
        }
    }

    /// Records a problem of a field.
    pub(super) fn problem(&self, name: &str, problem: &str) {
        self.problems.add(format!("{}: {problem}", self.path_of(name)));
    }

    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}
