//! The result of parsing a body.

use crate::json::Json;

/// Error of the parser.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Problem {
    pub(crate) message: String,
    /// Line and column from 1, if known.
    pub(crate) position: Option<(usize, usize)>,
}

/// A parsed value.
#[derive(Debug, PartialEq)]
pub(crate) struct Parsed {
    pub(crate) value: Json,
    /// Whether the file defines anchors.
    pub(crate) has_anchors: bool,
    /// Line where it begins, from 1.
    pub(crate) line: usize,
}
