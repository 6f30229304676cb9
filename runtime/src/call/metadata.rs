//! What a response carries besides its body.

use http::HeaderMap;
use std::time::Duration;

/// Status, headers and effort of a successful call. See
/// [`Request::send_with_metadata`](crate::Request::send_with_metadata).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Metadata {
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// ID of the request that the service or its gateway has given, for questions to the vendor's support: the header
    /// `x-ncp-request-id` or `x-ncp-trace-id`. `None` if the response has neither.
    pub request_id: Option<String>,
    /// All headers of the response. Values that repeat credentials of the request are removed.
    pub headers: HeaderMap,
    /// Number of attempts, including the successful one.
    pub attempts: u32,
    /// Time from the start of the call to the last byte of the response, with all attempts and pauses.
    pub elapsed: Duration,
}

/// A decoded response with its [`Metadata`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct WithMetadata<T> {
    /// The decoded response.
    pub value: T,
    /// The rest of the response.
    pub metadata: Metadata,
}
