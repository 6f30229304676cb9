//! What values are read from, behind one trait, so that no model is compiled for two kinds of it.

use super::{Any, OneOf, Step, Stop, Value};
use crate::schema::Field;
use std::fmt;

/// One value that comes. It is read once, by one of the methods.
///
/// All of them stop if something else comes, or if it comes twice, and the source then keeps why.
#[expect(clippy::missing_errors_doc, reason = "said once for all")]
pub trait Source {
    /// A text, handed over in passing.
    fn text(&mut self, take: &mut dyn FnMut(&str)) -> Step;

    /// True or false.
    fn boolean(&mut self, place: &mut bool) -> Step;

    /// A whole number.
    fn integer(&mut self, place: &mut i64) -> Step;

    /// A number.
    fn number(&mut self, place: &mut f64) -> Step;

    /// Anything.
    fn any(&mut self, place: &mut Any) -> Step;

    /// Anything, as the JSON text that it comes as.
    fn json(&mut self, place: &mut String) -> Step;

    /// One of several shapes.
    fn one_of(&mut self, place: &mut dyn OneOf) -> Step;

    /// A value that is read, or null, for which nothing is called.
    fn optional(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Step) -> Step;

    /// A list, of which each item is read.
    fn list(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Step) -> Step;

    /// An object, whose fields are read. The name says in an error of what type.
    fn object(&mut self, name: &'static str, read: &mut dyn FnMut(&mut dyn Fields) -> Step) -> Step;

    /// Stops, because of what has been read.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop;

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

/// The fields of an object that comes.
#[expect(clippy::missing_errors_doc, reason = "as for a source")]
pub trait Fields {
    /// The name of the next field; none behind the last. `next` is the place in `known` where it is looked for first.
    fn next(&mut self, known: &'static [Field], next: usize) -> Result<Option<Key>, Stop>;

    /// Reads the value of the field at hand into its place.
    fn read(&mut self, place: &mut dyn Value) -> Result<Reading, Stop>;

    /// The same for an entry of a map.
    fn read_entry(&mut self, place: &mut dyn Value) -> Step {
        self.read(place).map(|_| ())
    }

    /// The JSON of the field at hand, whose name came before.
    fn another(&mut self, name: &str) -> Result<String, Stop>;

    /// Stops, because of what has been read.
    fn fail(&mut self, why: fmt::Arguments<'_>) -> Stop;

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
pub enum Key {
    /// Its place among the known ones.
    Known(usize),
    /// A name that is not among them.
    Unknown(String),
}
