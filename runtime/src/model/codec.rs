//! Traits for reading and writing models. They are object-safe, so each model is compiled once for all formats.

use crate::table::schema::Field;
use serde_json::Value;
use std::fmt;

/// The error of a value that does not have the expected shape.
pub type JsonError = serde_json::Error;

/// Reading or writing was aborted. The input or output keeps the error.
#[derive(Clone, Copy, Debug)]
pub struct Abort;

/// A value that can be read from JSON and written to JSON.
///
/// The trait is object-safe. The code that reads and writes objects, lists and maps is compiled once in this crate, not
/// once per generated model. A value is read in place, because moving large objects is slow.
pub trait Codec {
    /// Reads the value into `self`, which must hold the default.
    ///
    /// After an error of a [lenient](super::ObjectReader::is_lenient) input, `self` holds the default again, unless it
    /// is an object. After an error of another input, its content is unspecified.
    ///
    /// # Errors
    ///
    /// [`Abort`] if the input does not have this shape. The input keeps the error.
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort>;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// [`Abort`] if the output fails. The output keeps the error.
    fn write(&self, to: &mut dyn Output) -> Result<(), Abort>;

    /// Returns true if there is no value, so an object may omit the field.
    fn is_absent(&self) -> bool {
        false
    }

    /// Returns the value that null stands for in an optional field. `None` if null means absent.
    #[must_use]
    fn of_null() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}

/// A union: the value itself determines its shape. A value of unknown shape is kept.
pub trait OneOf {
    /// Returns the name of the field whose string determines the shape. `None` if the JSON kind of the value determines
    /// it.
    fn property(&self) -> Option<&'static str>;

    /// Selects the shape with this string or JSON kind, with its default value. `None` or an unknown string selects the
    /// shape for other values.
    fn choose(&mut self, by: Option<&str>);

    /// Returns the value in its shape.
    fn inner(&self) -> &dyn Codec;

    /// Returns the value in its shape, to read into.
    fn inner_mut(&mut self) -> &mut dyn Codec;
}

/// A value to read. Call one of the methods, once.
///
/// All methods return [`Abort`] if the value has another kind. The input keeps the error.
#[expect(clippy::missing_errors_doc, reason = "documented on the trait")]
pub trait Input {
    /// Reads a string and passes it to `take`.
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Result<(), Abort>;

    /// Reads a boolean.
    fn boolean(&mut self, place: &mut bool) -> Result<(), Abort>;

    /// Reads an integer.
    fn integer(&mut self, place: &mut i64) -> Result<(), Abort>;

    /// Reads a number.
    fn number(&mut self, place: &mut f64) -> Result<(), Abort>;

    /// Reads any value.
    fn any(&mut self, place: &mut Value) -> Result<(), Abort>;

    /// Reads any value as its JSON text.
    fn json(&mut self, place: &mut String) -> Result<(), Abort>;

    /// Reads a union.
    fn one_of(&mut self, place: &mut dyn OneOf) -> Result<(), Abort>;

    /// Reads a value or null. `read` is not called for null.
    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort>;

    /// Reads a list. `read` is called for each item.
    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort>;

    /// Reads an object. `name` is its type in error messages; a map has the empty name.
    fn object(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut dyn ObjectReader) -> Result<(), Abort>,
    ) -> Result<(), Abort>;

    /// Aborts with an error message.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort;

    /// Returns the received JSON of a list item that is not an object, so the object in its place can keep it.
    fn keep(&self) -> Option<String> {
        None
    }
}

/// Result of reading a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reading {
    /// The value is written back as received.
    Exact,
    /// The value was null and may be absent.
    Null,
    /// The value has the meaning of the received JSON, but not its form. The received JSON must be kept.
    Inexact,
}

/// The fields of an object to read.
///
/// All methods return [`Abort`] on an error, which the input keeps.
#[expect(clippy::missing_errors_doc, reason = "documented on the trait")]
pub trait ObjectReader {
    /// Returns the name of the next field, or `None` after the last. `next` is the index in `known` to try first.
    fn next(&mut self, known: &'static [Field], next: usize) -> Result<Option<FieldName>, Abort>;

    /// Reads the value of the current field.
    fn read(&mut self, place: &mut dyn Codec) -> Result<Reading, Abort>;

    /// Reads the value of the current entry of a map.
    fn read_entry(&mut self, place: &mut dyn Codec) -> Result<(), Abort> {
        self.read(place).map(|_| ())
    }

    /// Returns the JSON of the current field, which is a duplicate.
    fn duplicate(&mut self, name: &str) -> Result<String, Abort>;

    /// Aborts with an error message.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort;

    /// Returns true if a value that does not fit its field is kept as JSON and is not an error.
    fn is_lenient(&self) -> bool {
        false
    }

    /// Returns the received JSON of the current field. Empty if the reader is not lenient.
    fn received(&self) -> String {
        String::new()
    }
}

/// The name of a field.
#[derive(Debug)]
pub enum FieldName {
    /// Index among the known fields.
    Known(usize),
    /// Name of an unknown field.
    Unknown(String),
}

/// An output for one value. Call one of the methods, once.
///
/// All methods return [`Abort`] on an error, which the output keeps.
#[expect(clippy::missing_errors_doc, reason = "documented on the trait")]
pub trait Output {
    /// Writes a string.
    fn text(&mut self, text: &str) -> Result<(), Abort>;

    /// Writes a boolean.
    fn boolean(&mut self, value: bool) -> Result<(), Abort>;

    /// Writes an integer.
    fn integer(&mut self, value: i64) -> Result<(), Abort>;

    /// Writes a number, which must be finite.
    fn number(&mut self, value: f64) -> Result<(), Abort>;

    /// Writes any value.
    fn any(&mut self, value: &Value) -> Result<(), Abort>;

    /// Writes null.
    fn null(&mut self) -> Result<(), Abort>;

    /// Writes JSON text unchanged. Formats other than JSON text get a [`Value`], or an error for a number that a
    /// `Value` cannot hold.
    fn json(&mut self, json: &str) -> Result<(), Abort>;

    /// Returns true if an absent field that was received as null is written as null. False for requests, because null
    /// may have a meaning for the service.
    fn keeps_nulls(&self) -> bool;

    /// Writes a list. Items are written until the closure returns `None`.
    fn list<'v>(&mut self, item: &dyn Fn(usize) -> Option<&'v dyn Codec>) -> Result<(), Abort>;

    /// Writes an object. `write` writes its fields.
    fn object(&mut self, write: &mut dyn FnMut(&mut dyn ObjectWriter) -> Result<(), Abort>) -> Result<(), Abort>;
}

/// An output for the fields of an object.
///
/// All methods return [`Abort`] on an error, which the output keeps.
#[expect(clippy::missing_errors_doc, reason = "documented on the trait")]
pub trait ObjectWriter {
    /// Writes a field.
    fn put(&mut self, name: &str, value: &dyn Codec) -> Result<(), Abort>;

    /// Writes a duplicate field. Only JSON text can hold it; other outputs ignore it.
    fn put_duplicate(&mut self, name: &str, value: &dyn Codec) -> Result<(), Abort>;

    /// Aborts with an error message.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort;
}
