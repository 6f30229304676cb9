//! What generated models stand on: reading and writing of objects, open enumerations, dates.

mod choice;
mod fill;
mod record;

pub use crate::date::DateTime;
pub use crate::listing::Page;
pub use crate::operation::Paging;
pub use crate::schema::Schema;
pub use crate::text::Text;
pub use choice::OneOf;
#[doc(hidden)]
pub use choice::{read_one_of, read_text, write_one_of};
pub use fill::{Fields, Fill};
pub use record::{Open, Record, UnknownFields};
#[doc(hidden)]
pub use record::{fill_record, write_record};
pub use serde::ser::SerializeMap;
/// Any JSON value: the documentation leaves the content open.
pub use serde_json::Value as Any;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why a value is not of a shape.
pub type JsonError = serde_json::Error;

/// A value of this shape from any value.
///
/// # Errors
///
/// If the value is not of the shape.
pub fn from_value<T: DeserializeOwned>(value: Any) -> Result<T, JsonError> {
    serde_json::from_value(value)
}

/// Any value from a value of a shape.
///
/// # Errors
///
/// If JSON cannot hold it.
pub fn to_value<T: Serialize>(value: &T) -> Result<Any, JsonError> {
    serde_json::to_value(value)
}
