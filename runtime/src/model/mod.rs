//! Base of generated models: reading and writing of objects, open enums and dates.
//!
//! A response is first read strictly, which is fast (`read`). If a value does not have its documented form, the text is
//! read again leniently (`lenient`). So one unexpected field does not make a page or a resource unreadable:
//!
//! | Documented | Received | Field |
//! | --- | --- | --- |
//! | an integer | `"830"`, `14.0`, `1.4e1` | 830, 14, 14 |
//! | a boolean | `"false"`, `0` | false |
//! | a string | `5`, `true` | `5`, `true` |
//! | a list | one item | a list with this item |
//! | a list or a map | `null`; `[]` for a map | empty |
//! | a list of numbers | `[1, "x", 3]` | 1, 3 |
//! | a list of objects | an item that is not an object | an object without fields |
//! | a required field | nothing, `null` | the default: 0, an empty string |
//! | any other type | a value without a clear meaning | absent |
//!
//! If a field occurs more than once, the first value is used. Received values are kept in the object of the field, see
//! [`UnknownFields::received`]. They are written back exactly as received, unless the field was changed.
//!
//! These are errors: invalid JSON, a top-level value of another kind than documented, and a page of a listing whose
//! list is missing, null or a duplicate.
//!
//! A value of any type is a [`serde_json::Value`]. A number that it cannot hold, such as `12345678901234567890123`,
//! `1e999` or one with more than 17 digits, becomes the nearest number (null for `1e999`). The original is kept and
//! written to JSON text. Other outputs, such as `serde_json::to_value`, reject it.

mod capture;
mod choice;
mod codec;
pub(crate) mod date;
mod json;
mod lenient;
pub(crate) mod pieces;
mod read;
mod record;
pub(crate) mod scan;
pub(crate) mod text;
mod unknown_fields;
mod value;
mod write;

pub use crate::listing::Page;
pub use crate::table::operation::Paging;
pub use crate::table::schema::Schema;
#[doc(hidden)]
pub use choice::read_one_of;
pub use codec::{Abort, Codec, FieldName, Input, JsonError, ObjectReader, ObjectWriter, OneOf, Output, Reading};
pub use date::DateTime;
#[doc(hidden)]
pub use json::deserialize;
pub use json::{from_json, from_value, to_json, to_value};
pub use record::Record;
#[doc(hidden)]
pub use record::{read_record, write_record};
pub use text::Text;
pub use unknown_fields::UnknownFields;
#[doc(hidden)]
pub use write::serialize;

pub(crate) use capture::text_of_field;
pub(crate) use json::{Seed, read_json, to_sent_json};
pub(crate) use read::MAX_DEPTH;
