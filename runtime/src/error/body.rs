//! The body of a response as an error keeps it.

use crate::mask::Masks;
use std::sync::OnceLock;

/// A body that is masked when it is asked for: that takes time, and mostly nobody asks.
pub(super) struct Body {
    bytes: Vec<u8>,
    masks: Masks,
    /// Empty until it is asked for; none if the body holds no value.
    masked: OnceLock<Option<Vec<u8>>>,
}

impl Body {
    pub(super) fn new(bytes: Vec<u8>, masks: Masks) -> Self {
        Self { bytes, masks, masked: OnceLock::new() }
    }

    /// Takes the values to mask, for a body that was made before they were at hand.
    pub(super) fn mask(&mut self, masks: Masks) {
        self.masks = masks;
        self.masked = OnceLock::new();
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        self.masked.get_or_init(|| self.masks.bytes(&self.bytes)).as_deref().unwrap_or(&self.bytes)
    }
}
