//! The times at which a trigger starts its workflows, computed from its rule.
//!
//! Three facts are not documented, and are assumed here:
//!
//! - The times of a rule are **Korean time** (UTC+9), as the service runs in Korea only.
//! - A monthly rule for day 29, 30 or 31 **skips months without that day**. A separate value means the last day.
//! - The date of a one-time rule is plain text. Texts are read as ISO 8601; without an offset they are Korean time.

mod kind;
mod past;
mod read;
mod times;
mod words;

pub(crate) use kind::{KOREA, Schedule};
pub(crate) use past::note_of_body;
pub(crate) use words::date_with_day;
