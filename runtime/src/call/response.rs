//! A response of a server.

use crate::mask::Masks;
use std::time::{Duration, SystemTime};

/// A response with its complete body.
#[derive(Debug, Default)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// The service's time, if the response has it.
    pub(crate) server_time: Option<SystemTime>,
    /// Error code and message from headers, which the gateway sends mostly without a body.
    pub(crate) error_body: ErrorHeaders,
    pub(crate) body: Vec<u8>,
    /// Values that an error must mask.
    pub(crate) masks: Masks,
}

/// Error code and message from headers of the gateway.
#[derive(Debug, Default)]
pub(crate) struct ErrorHeaders {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
}

impl Response {
    /// Sets the values to mask, and masks the parts that even a success shows.
    pub(crate) fn with_masks(mut self, masks: Masks) -> Self {
        let text = |text: Option<String>| text.map(|text| masks.text(&text));
        self.request_id = text(self.request_id);
        self.error_body = ErrorHeaders { code: text(self.error_body.code), message: text(self.error_body.message) };
        if (200..300).contains(&self.status) {
            self.body = masks.success(self.body);
        }
        self.masks = masks;
        self
    }
}
