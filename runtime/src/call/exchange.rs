//! One attempt: a signed request, and its complete response.
//!
//! Bodies are requested without compression and read up to a limit. Redirects are errors, because following them would
//! send the signed headers to another server.

use crate::call::connect::Connections;
use crate::call::deadline::Deadline;
use crate::call::endpoint::Endpoint;
use crate::call::response::Response;
use crate::call::response_head::{foreign_encoding, redirect, response};
use crate::call::transport::{AttemptTimeout, Body, Stage, Transport, TransportError};
use crate::error::{Error, ErrorKind};
use crate::error_body::ErrorBody;
use bytes::Bytes;
use http::HeaderValue;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, USER_AGENT};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Limits of an attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) attempt: Duration,
    /// Maximum pause between two parts of a body.
    pub(crate) stall: Duration,
    pub(crate) body: usize,
    /// Maximum number of connections.
    pub(crate) connections: usize,
}

/// A request that is ready to be sent: signed, with nothing left to decide.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'static str,
    pub(crate) origin: &'a str,
    pub(crate) target: &'a str,
    /// Headers for authentication.
    pub(crate) headers: &'a [(&'static str, &'a str)],
    /// Headers of the caller.
    pub(crate) extra: &'a HeaderMap,
    pub(crate) body: Option<&'a Bytes>,
}

/// A response, and the problem with its body if there is one.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) response: Response,
    /// Reason why the body of an error response is missing or incomplete.
    pub(crate) problem: Option<Error>,
}

/// A transport with the limits of a client.
pub(crate) struct Exchange {
    transport: Arc<dyn Transport>,
    connections: Arc<Connections>,
    user_agent: HeaderValue,
    limits: Limits,
}

impl Exchange {
    /// Creates the exchange of a client.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if the endpoint or the user agent makes every request impossible.
    pub(crate) fn new(
        transport: Arc<dyn Transport>,
        connections: Arc<Connections>,
        user_agent: &str,
        limits: Limits,
        endpoint: &Endpoint,
    ) -> Result<Self, Error> {
        let user_agent = checked_user_agent(user_agent)?;
        let url = format!("{}{}/", endpoint.origin(), endpoint.prefix());
        url.parse::<http::Uri>().map_err(|error| {
            Error::new(ErrorKind::Configuration, format!("endpoint: {error}"))
                .with_hint("give scheme and host, e.g. https://dataflow.example.com")
        })?;
        Ok(Self { transport, connections, user_agent, limits })
    }

    /// Returns the connections. A permit is needed before [`send`](Self::send).
    pub(crate) fn connections(&self) -> Arc<Connections> {
        Arc::clone(&self.connections)
    }

    /// Sends once and reads the complete response, within the smaller of `attempt` and the client's timeout of an
    /// attempt.
    ///
    /// An error status counts even if the body cannot be read.
    ///
    /// # Errors
    ///
    /// No response, a redirect, or a 2xx response whose body cannot be read.
    pub(crate) async fn send(&self, signed: &Signed<'_>, attempt: Duration) -> Result<Received, Error> {
        let limit = attempt.min(self.limits.attempt);
        let request = self.request(signed, limit)?;
        let deadline = Deadline::after(limit);
        let late = || self.late(limit, attempt);
        let received = deadline.bound(self.transport.send(request)).await;
        let (head, mut body) = received.ok_or_else(late)?.map_err(failure)?.into_parts();
        let mut response = response(head);
        if (300..400).contains(&response.status) {
            return Err(redirect(response));
        }
        let read = deadline.bound(self.read(&response.headers, &mut body, &mut response.body)).await;
        match read.unwrap_or_else(|| Err(late())) {
            Err(problem) if (200..300).contains(&response.status) => {
                Err(problem.with_response(response, ErrorBody::default()))
            }
            read => Ok(Received { response, problem: read.err() }),
        }
    }

    fn late(&self, limit: Duration, attempt: Duration) -> Error {
        let short = if attempt < self.limits.attempt { "total timeout of the call" } else { "timeout of an attempt" };
        Error::new(ErrorKind::Timeout, format!("no response within {limit:?}"))
            .with_hint(format!("raise the {short}, or ask for smaller pages"))
    }

    fn request(&self, signed: &Signed<'_>, limit: Duration) -> Result<http::Request<Bytes>, Error> {
        let fault = |what: &str| Error::new(ErrorKind::Input, format!("{what} cannot be sent"));
        let uri: http::Uri = format!("{}{}", signed.origin, signed.target).parse().map_err(|_| fault("the target"))?;
        // The signed target must be sent unchanged.
        if uri.path_and_query().is_none_or(|target| target.as_str() != signed.target) {
            return Err(fault("the target"));
        }
        let mut request = http::Request::new(signed.body.cloned().unwrap_or_default());
        *request.method_mut() = signed.method.parse().map_err(|_| fault("the method"))?;
        *request.uri_mut() = uri;
        request.extensions_mut().insert(AttemptTimeout(limit));
        let headers = request.headers_mut();
        headers.insert(USER_AGENT, self.user_agent.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        if signed.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        headers.extend(signed.extra.clone());
        for (name, value) in signed.headers {
            headers.insert(HeaderName::from_static(name), sensitive(value).ok_or_else(|| fault("a header"))?);
        }
        Ok(request)
    }

    /// Reads the complete body. If that fails, `read` has the part that was read.
    async fn read(&self, headers: &HeaderMap, body: &mut Body, read: &mut Vec<u8>) -> Result<(), Error> {
        if let Some(encoding) = foreign_encoding(headers) {
            let message = format!("the response has the encoding '{encoding}', although identity was requested");
            return Err(Error::new(ErrorKind::Decode, message));
        }
        let announced = body.length().and_then(|length| usize::try_from(length).ok());
        if announced.is_some_and(|length| length > self.limits.body) {
            return Err(self.too_large());
        }
        read.reserve_exact(announced.unwrap_or_default());
        loop {
            let Ok(chunk) = tokio::time::timeout(self.limits.stall, body.chunk()).await else {
                return Err(self.stalled());
            };
            let chunk = chunk
                .map_err(|error| Error::new(ErrorKind::ConnectionLost, "the connection was lost").with_source(error));
            let Some(chunk) = chunk? else {
                return Ok(());
            };
            if read.len().saturating_add(chunk.len()) > self.limits.body {
                return Err(self.too_large());
            }
            read.extend_from_slice(&chunk);
        }
    }

    fn stalled(&self) -> Error {
        let message = format!("the response stalled for {:?}", self.limits.stall);
        Error::new(ErrorKind::Timeout, message).with_hint("check the network; if it is slow, raise the stall timeout")
    }

    fn too_large(&self) -> Error {
        let message = format!("the response is larger than {} bytes", self.limits.body);
        Error::new(ErrorKind::TooLarge, message).with_hint("ask for smaller pages, or raise the body limit")
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Exchange").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// Rejects a user agent with characters other than printable ASCII, which a header cannot carry.
fn checked_user_agent(name: &str) -> Result<HeaderValue, Error> {
    let bad = name.chars().find(|character| !matches!(character, ' '..='~'));
    match (bad, HeaderValue::from_str(name)) {
        (None, Ok(value)) => Ok(value),
        (bad, _) => {
            let bad = bad.unwrap_or_default();
            let message = format!("the user agent has the character {bad:?}, which a header cannot carry");
            Err(Error::new(ErrorKind::Configuration, message).with_hint("give it as name/version, in printable ASCII"))
        }
    }
}

/// Returns the error of a failed exchange. Only a failure to connect proves that nothing was sent.
fn failure(failure: TransportError) -> Error {
    let kind = match failure.stage {
        Stage::Connect => ErrorKind::Connect,
        Stage::Connection => ErrorKind::ConnectionLost,
        Stage::Request => ErrorKind::Input,
    };
    let mut error = Error::new(kind, failure.message);
    if let Some(source) = failure.source {
        error = error.with_source(source);
    }
    if let Some(hint) = failure.hint {
        error = error.with_hint(hint);
    }
    if failure.is_permanent { error.permanent() } else { error }
}

fn sensitive(value: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some(value)
}
