//! The terminal: the two output streams, lines of the input, colors, escaped characters, the width, and the quoting of shell
//! words.

pub(crate) mod color;
pub(crate) mod echo;
pub(crate) mod error_format;
pub(crate) mod escape;
pub(crate) mod input;
pub(crate) mod message;
pub(crate) mod output_streams;
pub(crate) mod shell;
mod unparsed;
pub(crate) mod wrap;
