//! Constructors of errors, and methods that add details.

use super::body::Body;
use super::{Error, ErrorKind, ErrorResponse, Inner, Retryability, Started};
use crate::auth::clock_skew::Offset;
use crate::call::response::Response;
use crate::error_body::ErrorBody;
use crate::mask::Masks;
use crate::table::operation::{ErrorShape, Method, Operation};
use std::error::Error as StdError;
use std::time::Duration;

/// Hint for an accepted call whose response cannot be used.
const ACCEPTED: &str = "the call was carried out: list or get the resource before you call again";
/// Bytes of a body that code and message are read from. No error body is longer.
const READ: usize = 1024 * 1024;

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            hint: None,
            operation: None,
            attempts: 0,
            elapsed: Duration::ZERO,
            response: None,
            source: None,
            state: None,
            started: None,
            accepted: false,
            retryability: Retryability::ByKind,
            ambiguous: false,
        }))
    }

    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Creates the error of a response with this status and body, for tests of your error handling. The body is read in
    /// the [documented](ErrorShape::DOCUMENTED) shape.
    ///
    /// ```
    /// use ncloud_runtime::Error;
    ///
    /// let error = Error::service(429, r#"{"error":{"errorCode":"410","message":"Throttle Limited"}}"#);
    /// assert!(error.is_throttled() && error.is_retryable());
    /// ```
    #[must_use]
    pub fn service(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        Self::from_response(Response { status, body, ..Response::default() }, ErrorShape::DOCUMENTED)
    }

    /// Creates an error of a kind, for tests of your error handling. For [`ErrorKind::Service`], use
    /// [`service`](Self::service).
    ///
    /// ```
    /// use ncloud_runtime::{Error, ErrorKind};
    ///
    /// let error = Error::of_kind(ErrorKind::OutcomeUnknown, "no response within 30s");
    /// assert!(error.outcome_unknown() && !error.is_retryable());
    /// ```
    #[must_use]
    pub fn of_kind(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::new(kind, message)
    }

    /// Creates the error of an error response.
    pub(crate) fn from_response(response: Response, shapes: &[ErrorShape]) -> Self {
        // Masked before it is read and cut, because a cut value may not be recognized.
        let error_body = ErrorBody::read(&response.masks.start(&response.body, READ), shapes).or(&response.error_body);
        let message = error_body.describe(response.status);
        let mut error = Self::new(ErrorKind::Service, message);
        error.0.hint = crate::error_body::hint(response.status, &error_body).map(str::to_owned);
        error.with_response(response, error_body)
    }

    /// Creates the error of a response that is `false` instead of `true`.
    pub(crate) fn not_confirmed(response: Response) -> Self {
        let message = format!("the call was not carried out: the response is false (HTTP {})", response.status);
        Self::new(ErrorKind::Service, message)
            .with_response(response, ErrorBody::default())
            .with_hint("the service gave no reason; check the resource's current state")
    }

    /// Adds the response, for the accessors.
    pub(crate) fn with_response(mut self, response: Response, error_body: ErrorBody) -> Self {
        self.0.response = Some(ErrorResponse {
            status: response.status,
            request_id: response.request_id,
            retry_after: response.retry_after,
            error_body,
            body: Body::new(response.body, response.masks),
        });
        self
    }

    /// Turns a rejected signature into an error of the clock, which is wrong by more than is corrected.
    pub(crate) fn with_wrong_clock(mut self, offset: Offset) -> Self {
        self.0.kind = ErrorKind::Clock;
        self.0.message = format!("this machine's clock is {offset}; {}", self.0.message);
        self.with_hint("set this machine's clock")
    }

    /// Adds the reason why the body of an error response is missing or incomplete.
    pub(crate) fn with_body_problem(mut self, problem: Option<Error>) -> Self {
        let Some(problem) = problem else {
            return self;
        };
        self.0.message = format!("{} (body not read: {})", self.0.message, problem.0.message);
        self.with_source(problem)
    }

    /// Masks these values in every string that may come from the server.
    pub(crate) fn masked(mut self, masks: &Masks) -> Self {
        self.0.message = masks.text(&self.0.message);
        self.0.source = self.0.source.map(|source| masks.cause(source));
        if let Some(response) = &mut self.0.response {
            response.request_id = response.request_id.take().map(|id| masks.text(&id));
            response.body.mask(masks.clone());
        }
        self
    }

    /// Sets whether another attempt can succeed.
    pub(crate) fn with_retryability(mut self, retryability: Retryability) -> Self {
        self.0.retryability = retryability;
        self
    }

    /// Marks an error that every further attempt would repeat.
    pub(crate) fn permanent(mut self) -> Self {
        self.0.retryability = Retryability::Never;
        self
    }

    /// Returns whether another attempt can succeed.
    pub(crate) fn retryability(&self) -> Retryability {
        self.0.retryability
    }

    pub(crate) fn with_state(mut self, state: Option<String>) -> Self {
        self.0.state = state;
        self
    }

    /// Creates the error of a call that was rejected before anything was sent.
    #[must_use]
    pub fn refused_input(operation: &'static Operation, message: &str, hint: &str) -> Self {
        Self::new(ErrorKind::Input, message).with_operation(operation.id).with_hint(hint)
    }

    /// Adds the run that was started before the call failed.
    #[must_use]
    pub fn with_started(mut self, started: Started) -> Self {
        self.0.started = Some(started);
        self
    }

    /// Marks the error of a call that the service accepted although its response cannot be used, unless the call only
    /// reads. Callers must not treat it as failed.
    pub(crate) fn marked_if_accepted(self, operation: &Operation) -> Self {
        let is_success = matches!(self.status(), Some(200..=299)) && self.kind() != ErrorKind::Service;
        if operation.method == Method::Get || !is_success || self.0.accepted { self } else { self.marked_accepted() }
    }

    /// Marks the error of a call that this attempt or an earlier one completed.
    pub(crate) fn marked_accepted(mut self) -> Self {
        self.0.accepted = true;
        self.0.ambiguous = false;
        if matches!(self.kind(), ErrorKind::Timeout | ErrorKind::ConnectionLost) {
            self.0.kind = ErrorKind::OutcomeUnknown;
        }
        self.0.message = format!("the service accepted the call, but its response cannot be used: {}", self.0.message);
        self.with_hint(ACCEPTED)
    }

    /// Creates the error of an accepted call whose response lacks the ID of the started run.
    #[must_use]
    pub fn accepted_without(operation: &'static Operation, field: &str) -> Self {
        let message = format!("the service accepted the call, but its response has no '{field}'");
        let mut error = Self::new(ErrorKind::Decode, message).with_operation(operation.id).with_hint(ACCEPTED);
        error.0.accepted = true;
        error
    }

    pub(crate) fn with_operation(mut self, operation: &'static str) -> Self {
        self.0.operation = Some(operation);
        self
    }

    pub(crate) fn with_effort(mut self, attempts: u32, elapsed: Duration) -> Self {
        self.0.attempts = attempts;
        self.0.elapsed = elapsed;
        self
    }

    /// Marks an attempt of unknown outcome of a call that must not be retried.
    pub(crate) fn into_outcome_unknown(mut self) -> Self {
        self.0.kind = ErrorKind::OutcomeUnknown;
        self.with_hint("it may have been carried out: check the resource before you call again")
    }

    /// Marks a deletion that found nothing after an attempt that may have deleted it.
    pub(crate) fn into_perhaps_deleted(mut self) -> Self {
        self.0.message = format!("{}, after an attempt whose response was lost", self.0.message);
        self.0.kind = ErrorKind::OutcomeUnknown;
        self.with_hint("that attempt has deleted it, unless it did not exist")
    }

    /// Marks a failure of the service in a call that must not be retried: it may have been carried out.
    pub(crate) fn into_ambiguous(mut self) -> Self {
        self.0.ambiguous = true;
        self.with_hint("it may have been carried out: check the resource before you call again; give the request ID to the vendor's support")
    }
}
