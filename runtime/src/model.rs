//! What generated models stand on: reading and writing of objects, open enumerations, dates.
//!
//! A response is read twice at most. The first time everything has to be as documented: that is fast (`read`). Only if
//! something is not, the text is read again by its meaning (`lenient`), so that one odd field costs neither a page nor a
//! resource:
//!
//! | Documented | Came | Field |
//! | --- | --- | --- |
//! | a whole number | `"830"`, `14.0`, `1.4e1` | 830, 14, 14 |
//! | true or false | `"false"`, `0` | false |
//! | text | `5`, `true` | `5`, `true` |
//! | a list | one item | a list of it |
//! | a list or a map | `null`; `[]` for a map | empty |
//! | a list of numbers | `[1, "x", 3]` | 1, 3 |
//! | a list of objects | an item that is no object | an object without fields |
//! | a required field | nothing, `null` | the default: 0, an empty text |
//! | anything else | a value without a plain meaning | absent |
//!
//! A field that comes twice has its first value. What came is kept in the object that holds the field, see
//! [`UnknownFields::received`], and is written again as it came, digit by digit, unless the field was changed meanwhile.
//! JSON that is broken, another kind of value than the documented one as a whole, and a listing whose list is missing,
//! null or there twice are errors.
//!
//! An open value is a [`serde_json::Value`]. A number that this cannot hold, such as `12345678901234567890123`, `1e999`
//! or one of more than 17 digits, is the nearest one in it (null for `1e999`); it is kept like other odd values, so that
//! JSON text gets it as it came. What is no JSON text, such as `serde_json::to_value`, refuses it.

mod capture;
mod choice;
mod kept;
mod lenient;
pub(crate) mod pieces;
mod read;
mod record;
pub(crate) mod scan;
mod source;
mod value;
mod write;

pub use crate::date::DateTime;
pub use crate::listing::Page;
pub use crate::operation::Paging;
pub use crate::schema::Schema;
pub use crate::text::Text;
pub use choice::OneOf;
#[doc(hidden)]
pub use choice::read_one_of;
pub use kept::UnknownFields;
pub use record::Record;
#[doc(hidden)]
pub use record::{read_record, write_record};
/// Any JSON value: the documentation leaves the content open.
pub use serde_json::Value as Any;
pub use source::{Fields, Key, Reading, Source};
pub use value::Value;
#[doc(hidden)]
pub use write::serialize;
pub use write::{Entries, Sink};

pub(crate) use capture::text_of_field;
pub(crate) use read::DEEPEST;

use serde::de::{Deserializer, Error as _};
use serde_json::value::RawValue;

/// Why a value is not of a shape.
pub type JsonError = serde_json::Error;

/// One step of reading or writing: done, or to be stopped.
pub type Step = Result<(), Stop>;

/// Reading or writing has to stop. What is read from or written to keeps the error.
#[derive(Clone, Copy, Debug)]
pub struct Stop;

/// A place to read into, and to read into anew.
pub(crate) trait Place {
    fn value(&mut self) -> &mut dyn Value;

    fn reset(&mut self);
}

impl<T: Value + Default> Place for T {
    fn value(&mut self) -> &mut dyn Value {
        self
    }

    fn reset(&mut self) {
        *self = T::default();
    }
}

/// Reads a value from a deserializer of any kind: what serde reads is what the client reads.
///
/// # Errors
///
/// Those of the deserializer, and its custom one for a value that is not of the shape.
#[doc(hidden)]
pub fn deserialize<'de, T: Value + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from_json(&capture::capture(from)?).map_err(D::Error::custom)
}

/// A value of this shape from JSON text, read as the client reads a response.
///
/// # Errors
///
/// If the text is no JSON, or the value is not of the shape.
pub fn from_json<T: Value + Default>(json: &str) -> Result<T, JsonError> {
    let mut place = T::default();
    read_json(json, &mut place)?;
    Ok(place)
}

/// A value of this shape from any value.
///
/// # Errors
///
/// If the value is not of the shape.
pub fn from_value<T: Value + Default>(value: Any) -> Result<T, JsonError> {
    from_json(&value.to_string())
}

/// Any value from a value of a shape.
///
/// # Errors
///
/// If an unknown field has the name of a known one, or a number came that no value can hold.
pub fn to_value(value: &dyn Value) -> Result<Any, JsonError> {
    serialize(value, serde_json::value::Serializer)
}

/// A value of a shape as JSON, with everything as it came.
///
/// # Errors
///
/// If an unknown field has the name of a known one, or a number is not finite.
pub fn to_json(value: &dyn Value) -> Result<String, JsonError> {
    write::to_json(value, true)
}

/// The same for a service: fields that came as null are left out.
pub(crate) fn to_sent_json(value: &dyn Value) -> Result<String, JsonError> {
    write::to_json(value, false)
}

/// Reads JSON into a place with its default, see the head of this module.
pub(crate) fn read_json(json: &str, place: &mut dyn Place) -> Result<(), JsonError> {
    let Err(first) = read::read(json, place.value()) else {
        return Ok(());
    };
    // What is no JSON is read no further.
    let whole = match serde_json::from_str::<&RawValue>(json) {
        Ok(whole) => whole.get(),
        Err(fault) => return Err(if first.is_data() { fault } else { first }),
    };
    place.reset();
    // An error with a place has it in a part of the text.
    lenient::read(whole, place.value()).map_err(|second| if second.line() > 0 { first } else { second })
}
