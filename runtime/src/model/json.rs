//! Conversion of models from and to JSON.

use super::codec::{Codec, JsonError};
use super::write::{serialize, to_json as write_json};
use super::{capture, lenient, read};
use serde::de::{Deserializer, Error as _};
use serde_json::Value;
use serde_json::value::RawValue;

/// A value to read into, which can be reset for a second read.
pub(crate) trait Seed {
    fn value(&mut self) -> &mut dyn Codec;

    fn reset(&mut self);
}

impl<T: Codec + Default> Seed for T {
    fn value(&mut self) -> &mut dyn Codec {
        self
    }

    fn reset(&mut self) {
        *self = T::default();
    }
}

/// Reads a value from any deserializer, by the same rules as the client reads a response.
///
/// # Errors
///
/// Errors of the deserializer, and a custom error if the value does not have the expected shape.
#[doc(hidden)]
pub fn deserialize<'de, T: Codec + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from_json(&capture::capture(from)?).map_err(D::Error::custom)
}

/// Reads a value from JSON text, by the same rules as the client reads a response.
///
/// # Errors
///
/// [`JsonError`] if the text is not JSON, or the value does not have the expected shape.
pub fn from_json<T: Codec + Default>(json: &str) -> Result<T, JsonError> {
    let mut place = T::default();
    read_json(json, &mut place)?;
    Ok(place)
}

/// Reads a value from a [`Value`].
///
/// # Errors
///
/// [`JsonError`] if the value does not have the expected shape.
pub fn from_value<T: Codec + Default>(value: Value) -> Result<T, JsonError> {
    from_json(&value.to_string())
}

/// Converts a value to a [`Value`].
///
/// # Errors
///
/// [`JsonError`] if an unknown field has the name of a known one, or a received number does not fit in a `Value`.
pub fn to_value(value: &dyn Codec) -> Result<Value, JsonError> {
    serialize(value, serde_json::value::Serializer)
}

/// Converts a value to JSON text. Received values that were not changed are written as received.
///
/// # Errors
///
/// [`JsonError`] if an unknown field has the name of a known one, or a number is not finite.
pub fn to_json(value: &dyn Codec) -> Result<String, JsonError> {
    write_json(value, true)
}

/// Converts a value to JSON text for a request. Fields that were received as null are omitted.
pub(crate) fn to_sent_json(value: &dyn Codec) -> Result<String, JsonError> {
    write_json(value, false)
}

/// Reads JSON into a value that holds its default: first strictly, then leniently. See [`model`](super).
pub(crate) fn read_json(json: &str, place: &mut dyn Seed) -> Result<(), JsonError> {
    let Err(first) = read::read(json, place.value()) else {
        return Ok(());
    };
    // Text that is not JSON is not read leniently.
    let json = match serde_json::from_str::<&RawValue>(json) {
        Ok(json) => json.get(),
        Err(syntax) => return Err(if first.is_data() { syntax } else { first }),
    };
    place.reset();
    // A line number of the lenient reader refers to a part of the text, so the first error is more useful.
    lenient::read(json, place.value()).map_err(|second| if second.line() > 0 { first } else { second })
}
