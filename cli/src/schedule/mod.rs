//! What the command line says about schedules. The library computes their times.

mod past;
mod words;

pub(crate) use past::note_of_body;
pub(crate) use words::{date_with_day, words_with_next};
