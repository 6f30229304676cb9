//! The command `emulator`: serves the API on this machine until Ctrl-C.

pub(crate) mod command;
pub(crate) mod quirks;
