//! Traits for reading and writing models. They are object-safe, so each model is compiled once and not for every
//! format.

use crate::table::schema::Field;
use serde_json::Value;
use std::fmt;

/// Reason why a value does not have a shape.
pub type JsonError = serde_json::Error;

/// Reading or writing must stop. The input or output keeps the error.
#[derive(Clone, Copy, Debug)]
pub struct Abort;

/// A value that JSON can hold.
///
/// The trait can be used behind `dyn`, and what reads and writes objects, lists and maps stands in this crate once: a
/// crate with generated models compiles no copy of it for each of them. A value is read into the place where it stands,
/// because an object of half a kilobyte is not to be moved from hand to hand.
pub trait Codec {
    /// Reads the value into a place that holds the default. After an error of a
    /// [lenient](super::ObjectReader::is_lenient) source it does so again, unless it is an object; after that of
    /// another it holds anything.
    ///
    /// # Errors
    ///
    /// If the input does not have this shape. The input keeps the error.
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort>;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// The errors of the output, which keeps them.
    fn write(&self, to: &mut dyn Output) -> Result<(), Abort>;

    /// Returns true if there is no value, so that an object may omit it.
    fn is_absent(&self) -> bool {
        false
    }

    /// What null is, where a value may be absent: absent too, unless null is one of the values.
    #[must_use]
    fn of_null() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}

/// One of several shapes, determined by the value itself. A value of no known shape is kept.
pub trait OneOf {
    /// The field whose string determines the shape of an object; `None` if the JSON kind of the value does.
    fn property(&self) -> Option<&'static str>;

    /// Selects the shape with this string or this kind, with its default value. Without one, selects the shape of other
    /// values.
    fn choose(&mut self, by: Option<&str>);

    /// The value in its shape.
    fn held(&self) -> &dyn Codec;

    /// The same, to be read.
    fn held_mut(&mut self) -> &mut dyn Codec;
}

/// A value to read. It is read once, by one of the methods.
///
/// All methods stop if the value has another kind or is a duplicate. The input then keeps the error.
#[expect(clippy::missing_errors_doc, reason = "said once for all")]
pub trait Input {
    /// A text, handed over in passing.
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Result<(), Abort>;

    /// True or false.
    fn boolean(&mut self, place: &mut bool) -> Result<(), Abort>;

    /// A whole number.
    fn integer(&mut self, place: &mut i64) -> Result<(), Abort>;

    /// A number.
    fn number(&mut self, place: &mut f64) -> Result<(), Abort>;

    /// Anything.
    fn any(&mut self, place: &mut Value) -> Result<(), Abort>;

    /// Anything, as the JSON text that it comes as.
    fn json(&mut self, place: &mut String) -> Result<(), Abort>;

    /// One of several shapes.
    fn one_of(&mut self, place: &mut dyn OneOf) -> Result<(), Abort>;

    /// A value that is read, or null, for which nothing is called.
    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort>;

    /// A list. Each item is read.
    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Input) -> Result<(), Abort>) -> Result<(), Abort>;

    /// An object, whose fields are read. The name says in an error of what type.
    fn object(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut dyn ObjectReader) -> Result<(), Abort>,
    ) -> Result<(), Abort>;

    /// Stops, because of what has been read.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort;

    /// The JSON that came, if an object that has to take its place shall keep it.
    fn keep(&self) -> Option<String> {
        None
    }
}

/// Result of reading a value that is of its shape.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reading {
    /// Written again, it is what came.
    Exact,
    /// It was null for a value that may be absent.
    Null,
    /// It is what came means, but not how it was written; what came is to be kept.
    Odd,
}

/// The fields of an object to read.
#[expect(clippy::missing_errors_doc, reason = "as for a source")]
pub trait ObjectReader {
    /// The name of the next field; none behind the last. `next` is the place in `known` where it is looked for first.
    fn next(&mut self, known: &'static [Field], next: usize) -> Result<Option<FieldName>, Abort>;

    /// Reads the value of the field at hand into its place.
    fn read(&mut self, place: &mut dyn Codec) -> Result<Reading, Abort>;

    /// The same for an entry of a map.
    fn read_entry(&mut self, place: &mut dyn Codec) -> Result<(), Abort> {
        self.read(place).map(|_| ())
    }

    /// The JSON of the field at hand, whose name came before.
    fn another(&mut self, name: &str) -> Result<String, Abort>;

    /// Stops, because of what has been read.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort;

    /// Returns true if a value that does not fit its place is kept next to it.
    fn is_lenient(&self) -> bool {
        false
    }

    /// The JSON of the field that was read last.
    fn came(&self) -> String {
        String::new()
    }
}

/// The name of a field.
#[derive(Debug)]
pub enum FieldName {
    /// Its place among the known ones.
    Known(usize),
    /// A name that is not among them.
    Unknown(String),
}

/// The place of one value that is written. It is written once, by one of the methods.
///
/// All of them stop at an error of what is written to, and the sink then keeps it.
#[expect(clippy::missing_errors_doc, reason = "said once for all")]
pub trait Output {
    /// A text.
    fn text(&mut self, text: &str) -> Result<(), Abort>;

    /// True or false.
    fn boolean(&mut self, value: bool) -> Result<(), Abort>;

    /// A whole number.
    fn integer(&mut self, value: i64) -> Result<(), Abort>;

    /// A number.
    fn number(&mut self, value: f64) -> Result<(), Abort>;

    /// Anything.
    fn any(&mut self, value: &Value) -> Result<(), Abort>;

    /// Null.
    fn null(&mut self) -> Result<(), Abort>;

    /// JSON as it is. What is no JSON text gets it as a value, and an error for a number that no value can hold.
    fn json(&mut self, json: &str) -> Result<(), Abort>;

    /// Whether an absent field that came as null is written as null: not to a service, to which that may say something.
    fn keeps_nulls(&self) -> bool;

    /// A list. Items are written until the closure returns `None`.
    fn list<'v>(&mut self, item: &dyn Fn(usize) -> Option<&'v dyn Codec>) -> Result<(), Abort>;

    /// An object, whose fields are written.
    fn object(&mut self, write: &mut dyn FnMut(&mut dyn ObjectWriter) -> Result<(), Abort>) -> Result<(), Abort>;
}

/// The fields of an object that is written.
#[expect(clippy::missing_errors_doc, reason = "as for a sink")]
pub trait ObjectWriter {
    /// Writes a field.
    fn put(&mut self, name: &str, value: &dyn Codec) -> Result<(), Abort>;

    /// Writes a field whose name was written before, where that is possible: a JSON text can hold it, a value cannot.
    fn put_again(&mut self, name: &str, value: &dyn Codec) -> Result<(), Abort>;

    /// Stops, because of what is to be written.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Abort;
}
