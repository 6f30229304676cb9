//! The error type of calls.

mod body;
mod construct;
pub(crate) mod json_path;
mod predicates;
mod started;

pub use started::Started;

use crate::error_body::ErrorBody;
use crate::safe_text::clean;
use body::Body;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// The error of a failed call.
///
/// [`kind`](Self::kind) says at which stage the call failed. Predicates such as [`is_not_found`](Self::is_not_found)
/// cover the common checks. `Display` is one line without [`source`](StdError::source), and ends with the [request
/// ID](Self::request_id) if there is one.
///
/// No part of an error shows credentials: `****` replaces a secret key, an access key or a signature that a server or a
/// proxy sends back, in any common encoding. `Display` and `Debug` show no query values either.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: String,
    hint: Option<String>,
    operation: Option<&'static str>,
    attempts: u32,
    elapsed: Duration,
    response: Option<ErrorResponse>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    /// The last state seen while waiting.
    state: Option<String>,
    /// The run that was started before the call failed.
    started: Option<Started>,
    /// True if the service accepted the call, although its response cannot be used.
    accepted: bool,
    /// Chance of success of another attempt.
    retryability: Retryability,
    /// True if the request may have been carried out, although there was a response.
    ambiguous: bool,
}

/// Chance of success of another attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Retryability {
    /// As the kind of the error implies.
    ByKind,
    /// No: it would fail in the same way.
    Never,
    /// Yes, immediately: the clock skew was corrected.
    Corrected,
    /// Yes, immediately: the rejected credentials were replaced.
    Replaced,
    /// Yes, later: the time was over before anything was sent.
    Later,
}

/// The response of the server.
struct ErrorResponse {
    status: u16,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    error_body: ErrorBody,
    body: Body,
}

/// The stage at which a call failed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client could not be built: a setting such as the endpoint is invalid. Nothing was sent.
    Configuration,
    /// There are no credentials to sign with: none were found, they have expired, or their source failed. Nothing was
    /// sent.
    Credentials,
    /// The clock of this machine is so wrong that no request can be signed: it is before 1970, or more than a day off
    /// the service's. No server's `Date` is trusted to correct that.
    Clock,
    /// A parameter or a body was rejected before sending. Nothing was sent.
    Input,
    /// No connection was made: connection refused, name not found, TLS failure. Nothing was sent.
    Connect,
    /// No response in time. The call is safe to retry.
    Timeout,
    /// The connection was lost. The call is safe to retry.
    ConnectionLost,
    /// The response was lost, and the call must not be retried: it may have been carried out. Also a deletion that
    /// found nothing after an attempt whose response was lost: that attempt may have deleted it. Check the state of the
    /// resource before you call again.
    OutcomeUnknown,
    /// The service or the gateway returned an error response.
    Service,
    /// The response does not match the API description.
    Decode,
    /// The response is larger than the limit on bodies.
    TooLarge,
    /// The response is a redirect. Redirects are not followed, because the signed headers would go with them.
    Redirect,
    /// A listing was stopped: the service repeats pages, or there are more pages than allowed.
    Pagination,
    /// The run did not end within the timeout. It keeps running.
    WaitTimeout,
}

/// Details of the failure.
impl Error {
    /// The stage at which the call failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// HTTP status code of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// Error code in the response body, which is not the HTTP status: e.g. the gateway's `200` for failed
    /// authentication.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.response.as_ref()?.error_body.code.as_deref()
    }

    /// Error message in the response.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.response.as_ref()?.error_body.message.as_deref()
    }

    /// Longer explanation in the response.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.0.response.as_ref()?.error_body.details.as_deref()
    }

    /// Request ID for the vendor's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id.as_deref()
    }

    /// Time to wait before the next call, as the response asks for.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.response.as_ref()?.retry_after
    }

    /// The whole body of the response, with `****` in place of credentials and signatures.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(|response| response.body.as_slice())
    }

    /// `operationId` of the call; `None` if the client could not be built.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The last state seen while waiting, e.g. `RUNNING`; `None` for other errors, or if no state was seen.
    /// [`body`](Self::body) returns the response with it.
    #[must_use]
    pub fn last_state(&self) -> Option<&str> {
        self.0.state.as_deref()
    }

    /// The run that was started before the call failed. It continues: only its end was not seen.
    #[must_use]
    pub fn started(&self) -> Option<&Started> {
        self.0.started.as_ref()
    }

    /// Number of attempts, including those that could not be sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Time from the call to the error.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// Advice on what to do next, in one sentence. `None` if there is none.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(formatter, "{operation}: ")?;
        }
        formatter.write_str(&self.0.message)?;
        if self.0.attempts > 1 {
            write!(formatter, " ({} attempts in {:.1?})", self.0.attempts, self.0.elapsed)?;
        }
        // The vendor's support asks for the request ID. A log often has the message only.
        // After a wait timeout it would be the ID of a poll that did not fail.
        if let Some(id) = self.request_id().filter(|_| self.0.kind != ErrorKind::WaitTimeout) {
            write!(formatter, " (request ID {})", clean(id, 128))?;
        }
        match &self.0.started {
            Some(started) => write!(formatter, "; {started} was started"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("message", &self.0.message)
            .field("status", &self.status())
            .field("code", &self.code())
            .field("request_id", &self.request_id())
            .field("started", &self.0.started)
            .field("attempts", &self.0.attempts)
            .field("elapsed", &self.0.elapsed)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
