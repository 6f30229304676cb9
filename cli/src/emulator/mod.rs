//! The command `emulator`: serves the API on this machine until Ctrl-C.

pub(crate) mod command;
mod exec;
mod fixtures;
pub(crate) mod quirks;
mod ready;
mod settings;
