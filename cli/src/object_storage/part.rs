//! A part of a log.

use ncloud_dataflow::transport::Bytes;

/// A part of an object.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) bytes: Bytes,
    /// Position of the first byte.
    pub(crate) start: u64,
    /// Size of the object when the part was read.
    pub(crate) size: u64,
}

impl Part {
    /// Position after the last byte.
    pub(crate) fn end(&self) -> u64 {
        self.start + self.bytes.len() as u64
    }
}
