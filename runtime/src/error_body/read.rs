//! Reads error bodies of all known shapes.

use super::excerpt::excerpt;
use super::parts::ErrorBody;
use super::{shape, xml};
use crate::table::operation::ErrorShape;

impl ErrorBody {
    /// Reads a body. If its shape is unknown, only an excerpt is kept.
    pub(crate) fn read(body: &[u8], shapes: &[ErrorShape]) -> Self {
        shape::read(body, shapes)
            .or_else(|| xml::read(body, shapes))
            .unwrap_or_else(|| Self { excerpt: excerpt(body), ..Self::default() })
    }
}
