//! Writing, whatever is written to: a serializer of any kind behind one trait that no model is compiled for twice.

use super::{Any, Step, Stop, Value};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use std::fmt;

/// The place of one value that is written. It is written once, by one of the methods.
///
/// All of them stop at an error of what is written to, and the sink then keeps it.
#[expect(clippy::missing_errors_doc, reason = "said once for all")]
pub trait Sink {
    /// A text.
    fn text(&mut self, text: &str) -> Step;

    /// True or false.
    fn boolean(&mut self, value: bool) -> Step;

    /// A whole number.
    fn integer(&mut self, value: i64) -> Step;

    /// A number.
    fn number(&mut self, value: f64) -> Step;

    /// Anything.
    fn any(&mut self, value: &Any) -> Step;

    /// Null.
    fn null(&mut self) -> Step;

    /// A list, of which the items up to the first that is not there are written.
    fn list<'v>(&mut self, item: &dyn Fn(usize) -> Option<&'v dyn Value>) -> Step;

    /// An object, whose fields are written.
    fn object(&mut self, write: &mut dyn FnMut(&mut dyn Entries) -> Step) -> Step;
}

/// The fields of an object that is written.
#[expect(clippy::missing_errors_doc, reason = "as for a sink")]
pub trait Entries {
    /// Writes a field.
    fn put(&mut self, name: &str, value: &dyn Value) -> Step;

    /// Stops, because of what is to be written.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop;
}

/// Writes a value to a serializer of any kind.
///
/// # Errors
///
/// Those of the serializer, and its custom one for an object that cannot be written.
#[doc(hidden)]
pub fn serialize<S: Serializer>(value: &dyn Value, to: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer { to: Some(to), end: None };
    // A step that stops has left its error behind.
    let _ = value.write(&mut writer);
    writer.end.unwrap_or_else(|| Err(S::Error::custom("nothing was written")))
}

/// A value, as serde's way to write it.
struct Written<'v>(&'v dyn Value);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serialize(self.0, to)
    }
}

/// A serializer until it is used, and then what came of it.
struct Writer<S: Serializer> {
    to: Option<S>,
    end: Option<Result<S::Ok, S::Error>>,
}

impl<S: Serializer> Writer<S> {
    fn with(&mut self, write: impl FnOnce(S) -> Result<S::Ok, S::Error>) -> Step {
        let end = self.end.insert(write(self.to.take().ok_or(Stop)?));
        if end.is_ok() { Ok(()) } else { Err(Stop) }
    }
}

impl<S: Serializer> Sink for Writer<S> {
    fn text(&mut self, text: &str) -> Step {
        self.with(|to| to.serialize_str(text))
    }

    fn boolean(&mut self, value: bool) -> Step {
        self.with(|to| to.serialize_bool(value))
    }

    fn integer(&mut self, value: i64) -> Step {
        self.with(|to| to.serialize_i64(value))
    }

    fn number(&mut self, value: f64) -> Step {
        self.with(|to| to.serialize_f64(value))
    }

    fn any(&mut self, value: &Any) -> Step {
        self.with(|to| value.serialize(to))
    }

    fn null(&mut self) -> Step {
        self.with(S::serialize_unit)
    }

    fn list<'v>(&mut self, item: &dyn Fn(usize) -> Option<&'v dyn Value>) -> Step {
        self.with(|to| {
            let mut list = to.serialize_seq(None)?;
            (0..).map_while(item).try_for_each(|item| list.serialize_element(&Written(item)))?;
            list.end()
        })
    }

    fn object(&mut self, write: &mut dyn FnMut(&mut dyn Entries) -> Step) -> Step {
        self.with(|to| {
            let mut entries = EntriesWriter { map: to.serialize_map(None)?, error: None };
            match write(&mut entries) {
                Ok(()) => entries.map.end(),
                Err(Stop) => Err(entries.error.unwrap_or_else(|| S::Error::custom("stopped"))),
            }
        })
    }
}

/// The rest of an object, and the error by which it stopped.
struct EntriesWriter<M: SerializeMap> {
    map: M,
    error: Option<M::Error>,
}

impl<M: SerializeMap> Entries for EntriesWriter<M> {
    fn put(&mut self, name: &str, value: &dyn Value) -> Step {
        self.map.serialize_entry(name, &Written(value)).map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }

    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop {
        self.error = Some(M::Error::custom(why));
        Stop
    }
}
