//! The response body in an error.

use crate::mask::Masks;
use std::sync::OnceLock;

/// A body that is masked on first use, because masking takes time and most errors are shown without their body.
pub(super) struct Body {
    bytes: Vec<u8>,
    masks: Masks,
    /// Unset until first use; `None` if there is nothing to mask.
    masked: OnceLock<Option<Vec<u8>>>,
}

impl Body {
    pub(super) fn new(bytes: Vec<u8>, masks: Masks) -> Self {
        Self { bytes, masks, masked: OnceLock::new() }
    }

    /// Sets the values to mask, for a body that was created before they were known.
    pub(super) fn mask(&mut self, masks: Masks) {
        self.masks = masks;
        self.masked = OnceLock::new();
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        self.masked.get_or_init(|| self.masks.bytes(&self.bytes)).as_deref().unwrap_or(&self.bytes)
    }
}
