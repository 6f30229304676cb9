//! Models from JSON and to JSON.

use super::codec::{Codec, JsonError};
use super::write::{serialize, to_json as write_json};
use super::{capture, lenient, read};
use serde::de::{Deserializer, Error as _};
use serde_json::Value;
use serde_json::value::RawValue;

/// A place to read into, and to read into anew.
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

/// Reads a value from a deserializer of any kind: what serde reads is what the client reads.
///
/// # Errors
///
/// The errors of the deserializer, and its custom one for a value that is not of the shape.
#[doc(hidden)]
pub fn deserialize<'de, T: Codec + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from_json(&capture::capture(from)?).map_err(D::Error::custom)
}

/// A value of this shape from JSON text, read as the client reads a response.
///
/// # Errors
///
/// If the text is no JSON, or the value is not of the shape.
pub fn from_json<T: Codec + Default>(json: &str) -> Result<T, JsonError> {
    let mut place = T::default();
    read_json(json, &mut place)?;
    Ok(place)
}

/// A value of this shape from any value.
///
/// # Errors
///
/// If the value is not of the shape.
pub fn from_value<T: Codec + Default>(value: Value) -> Result<T, JsonError> {
    from_json(&value.to_string())
}

/// Converts a value of a shape to a [`Value`].
///
/// # Errors
///
/// If an unknown field has the name of a known one, or a number came that no value can hold.
pub fn to_value(value: &dyn Codec) -> Result<Value, JsonError> {
    serialize(value, serde_json::value::Serializer)
}

/// A value of a shape as JSON, with everything as it came.
///
/// # Errors
///
/// If an unknown field has the name of a known one, or a number is not finite.
pub fn to_json(value: &dyn Codec) -> Result<String, JsonError> {
    write_json(value, true)
}

/// The same for a service: fields that came as null are left out.
pub(crate) fn to_sent_json(value: &dyn Codec) -> Result<String, JsonError> {
    write_json(value, false)
}

/// Reads JSON into a place with its default, see the head of [`model`](super).
pub(crate) fn read_json(json: &str, place: &mut dyn Seed) -> Result<(), JsonError> {
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
