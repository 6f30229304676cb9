//! JSON values that keep their numbers as written.
//!
//! `serde_json::Value` holds a number as a 64-bit integer or a float. It turns `1.10` into `1.1` and changes the digits
//! of long numbers. Bodies and results are therefore kept in [`Json`].

mod entries;
mod number;
mod read;
mod value;

pub(crate) use entries::{Entries, items, string, value_at};
pub(crate) use number::{is_integer, is_number, nearest};
pub(crate) use read::{read, read_error, read_unique};
pub(crate) use value::{Json, MAX_DEPTH, last_entries};
