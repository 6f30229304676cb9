//! The command `emulator`: serves the API on this machine until Ctrl-C.

pub(crate) mod command;
mod fixtures;
pub(crate) mod quirks;
