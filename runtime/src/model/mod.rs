//! The base of generated models: reading and writing of objects, open enumerations, dates.
//!
//! A response is read twice at most. The first time everything has to be as documented: that is fast (`read`). If
//! something is not, the text is read again by its meaning (`lenient`), so that one odd field costs neither a page nor
//! a resource:
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
//! For a duplicate field the first value counts. Received values are kept in the object that holds the field, see
//! [`UnknownFields::received`], and is written again as it came, digit by digit, unless the field was changed
//! meanwhile. JSON that is broken, another kind of value than the documented one as a whole, and a listing whose list
//! is missing, null or there twice are errors.
//!
//! An open value is a [`serde_json::Value`]. A number that this cannot hold, such as `12345678901234567890123`, `1e999`
//! or one of more than 17 digits, is the nearest one in it (null for `1e999`); it is kept like other odd values, so
//! that JSON text gets it as it came. What is no JSON text, such as `serde_json::to_value`, refuses it.

mod capture;
mod choice;
mod codec;
pub(crate) mod date;
mod json;
mod kept;
mod lenient;
pub(crate) mod pieces;
mod read;
mod record;
pub(crate) mod scan;
pub(crate) mod text;
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
pub use kept::UnknownFields;
pub use record::Record;
#[doc(hidden)]
pub use record::{read_record, write_record};
pub use text::Text;
#[doc(hidden)]
pub use write::serialize;

pub(crate) use capture::text_of_field;
pub(crate) use json::{Seed, read_json, to_sent_json};
pub(crate) use read::DEEPEST;
