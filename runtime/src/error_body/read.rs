//! Reading of error bodies, whichever of the known shapes they have.

use super::excerpt::excerpt;
use super::parts::ErrorBody;
use super::{shape, xml};
use crate::table::operation::ErrorShape;

impl ErrorBody {
    /// Reads any body; what it cannot read it keeps as an excerpt.
    pub(crate) fn read(body: &[u8], shapes: &[ErrorShape]) -> Self {
        shape::read(body, shapes)
            .or_else(|| xml::read(body, shapes))
            .unwrap_or_else(|| Self { excerpt: excerpt(body), ..Self::default() })
    }
}
