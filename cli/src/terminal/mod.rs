//! The terminal: the two output streams, colors, escaped characters, and the quoting of shell words.

pub(crate) mod color;
pub(crate) mod error_format;
pub(crate) mod escape;
pub(crate) mod output_streams;
pub(crate) mod shell;
mod unparsed;
