//! What reading a body gives.

use crate::json::Json;

/// Why a text is not a value.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Problem {
    pub(crate) message: String,
    /// Line and column, from 1, where they are known.
    pub(crate) place: Option<(usize, usize)>,
}

/// A value, and how it was written.
#[derive(Debug, PartialEq)]
pub(crate) struct Parsed {
    pub(crate) value: Json,
    /// Whether anchors stand in it.
    pub(crate) has_anchors: bool,
}
