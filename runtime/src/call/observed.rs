//! An attempt of a call, as an observer sees it.

use crate::error::Error;
use crate::mask::Masks;
use http::HeaderMap;
use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

/// A signed request, and its response or failure. A call has several if it is retried.
///
/// Access key, secret key and signature are masked in all parts.
pub struct ObservedAttempt<'a> {
    pub(crate) operation: &'static str,
    pub(crate) method: &'static str,
    pub(crate) url: String,
    pub(crate) elapsed: Duration,
    pub(crate) signed: &'a [(&'static str, &'a str)],
    pub(crate) extra: &'a HeaderMap,
    pub(crate) request_body: Option<&'a [u8]>,
    pub(crate) response: Option<ObservedResponse<'a>>,
    pub(crate) error: Option<&'a Error>,
    pub(crate) masks: &'a Masks,
}

/// The parts of a response.
pub(crate) struct ObservedResponse<'a> {
    pub(crate) status: u16,
    pub(crate) request_id: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

impl ObservedAttempt<'_> {
    /// `operationId` of the call.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// HTTP method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Address of the request, with path and query.
    #[must_use]
    pub fn url(&self) -> String {
        self.masks.text(&self.url)
    }

    /// Time from sending the request to the end of the response.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Status of the response. `None` without a response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.response.as_ref().map_or_else(|| self.error?.status(), |response| Some(response.status))
    }

    /// ID that the gateway gave to the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.response.as_ref().map_or_else(|| self.error?.request_id(), |response| response.request_id)
    }

    /// Reason why there is no response, or none that can be used.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error
    }

    /// Headers for authentication, and the caller's own headers.
    #[must_use]
    pub fn request_headers(&self) -> Vec<(String, String)> {
        let signed = self.signed.iter().map(|(name, value)| ((*name).to_owned(), self.masks.text(value)));
        signed.chain(self.masked(self.extra)).collect()
    }

    /// Headers of the response.
    #[must_use]
    pub fn response_headers(&self) -> Vec<(String, String)> {
        self.response.iter().flat_map(|response| self.masked(response.headers)).collect()
    }

    /// Body of the request.
    #[must_use]
    pub fn request_body(&self) -> Option<Cow<'_, [u8]>> {
        self.request_body.map(|body| self.masked_bytes(body))
    }

    /// Body of the response, as far as it was read.
    #[must_use]
    pub fn response_body(&self) -> Option<Cow<'_, [u8]>> {
        self.response.as_ref().map(|response| self.masked_bytes(response.body))
    }

    fn masked(&self, headers: &HeaderMap) -> impl Iterator<Item = (String, String)> {
        headers.iter().map(|(name, value)| {
            (name.as_str().to_owned(), self.masks.text(&String::from_utf8_lossy(value.as_bytes())))
        })
    }

    fn masked_bytes<'b>(&self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        self.masks.bytes(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
    }
}

impl fmt::Debug for ObservedAttempt<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ObservedAttempt")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("status", &self.status())
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}
