//! A response of a server.

use crate::call::metadata::Metadata;
use crate::mask::Masks;
use http::{HeaderMap, HeaderValue};
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
    /// All headers, not masked: only [`take_metadata`](Self::take_metadata) hands them out.
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// Number of attempts and time of the call, set when it succeeds.
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
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

    /// Takes everything but the body. Headers are masked here, because few calls ask for them.
    pub(crate) fn take_metadata(&mut self) -> Metadata {
        let mut headers = std::mem::take(&mut self.headers);
        for value in headers.values_mut() {
            let text = String::from_utf8_lossy(value.as_bytes());
            if self.masks.text(&text) != text {
                *value = HeaderValue::from_static("***");
            }
        }
        Metadata {
            status: self.status,
            request_id: self.request_id.clone(),
            headers,
            attempts: self.attempts,
            elapsed: self.elapsed,
        }
    }
}
