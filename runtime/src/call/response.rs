//! What a server answered.

use crate::mask::Masks;
use std::time::{Duration, SystemTime};

/// A response, read to its end.
#[derive(Debug, Default)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// What the service's clock showed, if the response tells it.
    pub(crate) server_time: Option<SystemTime>,
    /// What the gateway says of the failure in headers, mostly where there is no body.
    pub(crate) error_body: ErrorHeaders,
    pub(crate) body: Vec<u8>,
    /// What an error must not repeat of it.
    pub(crate) masks: Masks,
}

/// Error code and message in headers of the gateway.
#[derive(Debug, Default)]
pub(crate) struct ErrorHeaders {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
}

impl Response {
    /// Takes the values to mask, and masks what is shown even of a success.
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
