//! What generated models stand on: reading and writing of objects, open enumerations, dates.

mod choice;
mod read;
mod record;
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
#[doc(hidden)]
pub use read::deserialize;
pub use read::{Fields, Key, Source};
pub use record::{Record, UnknownFields};
#[doc(hidden)]
pub use record::{read_record, write_record};
/// Any JSON value: the documentation leaves the content open.
pub use serde_json::Value as Any;
pub use value::Value;
#[doc(hidden)]
pub use write::serialize;
pub use write::{Entries, Sink};

use serde::de::DeserializeSeed;
use serde_json::de::{Deserializer, Read};

/// Why a value is not of a shape.
pub type JsonError = serde_json::Error;

/// One step of reading or writing: done, or to be stopped.
pub type Step = Result<(), Stop>;

/// Reading or writing has to stop. What is read from or written to keeps the error.
#[derive(Clone, Copy, Debug)]
pub struct Stop;

/// A value of this shape from any value.
///
/// # Errors
///
/// If the value is not of the shape.
pub fn from_value<T: Value + Default>(value: Any) -> Result<T, JsonError> {
    let mut place = T::default();
    read_any(value, &mut place)?;
    Ok(place)
}

fn read_any(value: Any, place: &mut dyn Value) -> Result<(), JsonError> {
    read::Place(place).deserialize(value)
}

/// Any value from a value of a shape.
///
/// # Errors
///
/// If an unknown field has the name of a known one.
pub fn to_value(value: &dyn Value) -> Result<Any, JsonError> {
    serialize(value, serde_json::value::Serializer)
}

/// Reads JSON into a place.
pub(crate) fn read_json<'j, R: Read<'j>>(mut json: Deserializer<R>, place: &mut dyn Value) -> Result<(), JsonError> {
    read::Place(place).deserialize(&mut json)?;
    json.end()
}
