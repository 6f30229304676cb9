//! A transport without a server, for tests of code that calls the service.

use crate::call::transport::{Body, Bytes, Transport, TransportError, TransportFuture};
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request, Response, StatusCode};
use serde::Serialize;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Returns prepared responses in order, and records the requests. Opens no connection. Clones share both.
///
/// ```
/// use ncloud_runtime::StubTransport;
/// use serde_json::json;
///
/// let stub = StubTransport::new()
///     .respond(&json!({"jobId": "a"}))
///     .respond_with(404, r#"{"error":{"errorCode":"300","message":"Not Found"}}"#);
/// // let client = Client::builder().transport(stub.clone())…
/// assert!(stub.requests().is_empty());
/// assert_eq!(stub.remaining(), 2);
/// ```
///
/// Everything above the transport is real: checks, signatures, retries and decoding. A response with a temporary
/// failure is therefore followed by a retry: prepare a response for it as well, or set
/// [`attempts`](crate::ClientBuilder::attempts) to 1. A listing ends at an empty page.
#[derive(Clone, Default)]
pub struct StubTransport {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    outcomes: VecDeque<Result<Response<Bytes>, TransportError>>,
    requests: Vec<Request<Bytes>>,
}

impl StubTransport {
    /// Creates a transport without responses.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Prepares a response with status 200 and this value as JSON, such as a model.
    #[must_use]
    pub fn respond(self, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => self.respond_with(200, body),
            Err(error) => self.fail(TransportError::request("cannot write the prepared response").with_source(error)),
        }
    }

    /// Prepares a response with this status, and this body as JSON text.
    #[must_use]
    pub fn respond_with(self, status: u16, body: impl Into<Bytes>) -> Self {
        let mut response = Response::new(body.into());
        match StatusCode::from_u16(status) {
            Ok(status) => *response.status_mut() = status,
            Err(error) => return self.fail(TransportError::request(format!("status {status}: {error}"))),
        }
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        self.respond_exactly(response)
    }

    /// Prepares a response with headers.
    #[must_use]
    pub fn respond_exactly(self, response: Response<Bytes>) -> Self {
        self.push(Ok(response))
    }

    /// Prepares a failure of the transport, such as [`TransportError::connection_lost`].
    #[must_use]
    pub fn fail(self, error: TransportError) -> Self {
        self.push(Err(error))
    }

    /// Returns the requests so far, in order. Retries count. The values of headers with credentials are
    /// [sensitive](HeaderValue::is_sensitive), so `Debug` does not show them.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.locked(|state| state.requests.clone())
    }

    /// Returns the number of prepared responses that no request has taken.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.locked(|state| state.outcomes.len())
    }

    fn push(self, outcome: Result<Response<Bytes>, TransportError>) -> Self {
        self.locked(|state| state.outcomes.push_back(outcome));
        self
    }

    fn locked<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Transport for StubTransport {
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        let missing = format!("the stub has no response left for {} {}", request.method(), request.uri().path());
        let outcome = self.locked(|state| {
            state.requests.push(request);
            state.outcomes.pop_front()
        });
        let outcome = outcome.unwrap_or_else(|| {
            Err(TransportError::request(missing).with_hint("prepare a response for each request, retries included"))
        });
        Box::pin(async move { outcome.map(|response| response.map(Body::from)) })
    }
}

impl fmt::Debug for StubTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("StubTransport").field("remaining", &self.remaining()).finish_non_exhaustive()
    }
}
