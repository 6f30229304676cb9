//! The one error type of a call.

use crate::refusal::Refusal;
use crate::skew::Verdict;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// Why a call failed.
///
/// [`kind`](Self::kind) says when it failed; the predicates answer what programs ask. `Display` is one line and does
/// not repeat [`source`](StdError::source). Neither `Display` nor `Debug` shows keys, signatures or query values.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: String,
    hint: Option<String>,
    operation: Option<&'static str>,
    attempts: u32,
    elapsed: Duration,
    answer: Option<Refused>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    /// The last state that a waiter saw.
    state: Option<String>,
    /// What another attempt would be worth, as far as the kind does not say it.
    repeat: Repeat,
    /// Whether the request may have been carried out, although an answer came.
    ambiguous: bool,
}

/// What another attempt would be worth.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Repeat {
    /// What the kind of the error says.
    ByKind,
    /// Nothing: it would end the same.
    Never,
    /// More than this one: it was refused for a clock that has been corrected since.
    Corrected,
}

/// What the server said.
struct Refused {
    status: u16,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    refusal: Refusal,
    body: Vec<u8>,
}

/// When a call failed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client could not be made: a setting such as the endpoint is not acceptable. Nothing was sent.
    Configuration,
    /// There are no keys to sign with: none were found, they have expired, or their source failed. Nothing was sent.
    Credentials,
    /// This machine's clock is so wrong that no request can be signed: it stands before 1970, or it is more than a day
    /// off the service's, which nobody's `Date` is trusted to make up for.
    Clock,
    /// A parameter or a body was refused before sending. Nothing was sent.
    Input,
    /// No connection was made: refused, name not found, TLS failure. Nothing was sent.
    NotSent,
    /// No answer in time, to a call that may be repeated.
    Timeout,
    /// The connection broke, to a call that may be repeated.
    Interrupted,
    /// The request may have been carried out, and the call must not be repeated: its answer was lost. Also a deletion
    /// that found nothing after an attempt whose answer was lost: that attempt may have done it.
    /// Look at the state of the service before calling again.
    OutcomeUnknown,
    /// The service or the gateway answered with an error.
    Service,
    /// The answer came, but is not what the spec describes.
    Decode,
    /// The answer is larger than the limit on bodies.
    TooLarge,
    /// The answer is a redirect. It is not followed, because the keys would go with it.
    Redirect,
    /// A listing was stopped, because the service repeats pages.
    Listing,
    /// What was waited for did not end in the given time. It goes on.
    Waiting,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            hint: None,
            operation: None,
            attempts: 0,
            elapsed: Duration::ZERO,
            answer: None,
            source: None,
            state: None,
            repeat: Repeat::ByKind,
            ambiguous: false,
        }))
    }

    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The error of an answer that is none of success.
    pub(crate) fn refused(answer: crate::answer::Answer) -> Self {
        let refusal = Refusal::read(&answer.body);
        let message = format!("{} {}", answer.status, refusal.summary());
        let mut error = Self::new(ErrorKind::Service, message);
        error.0.hint = crate::refusal::hint(answer.status, &refusal).map(str::to_owned);
        error.with_answer(answer, refusal)
    }

    /// The error of an answer that says `false` where `true` confirms.
    pub(crate) fn denied(answer: crate::answer::Answer) -> Self {
        let message = format!("{} answered false: not done", answer.status);
        Self::new(ErrorKind::Service, message)
            .with_answer(answer, Refusal::default())
            .with_hint(
                "the service does not say why; look at the state of what it should be done to",
            )
    }

    /// Keeps what the server said, for the accessors.
    pub(crate) fn with_answer(mut self, answer: crate::answer::Answer, refusal: Refusal) -> Self {
        self.0.answer = Some(Refused {
            status: answer.status,
            request_id: answer.request_id,
            retry_after: answer.retry_after,
            refusal,
            body: answer.body,
        });
        self
    }

    /// Takes in what the answer told of the clock. Only a refused signature can be the fault of the clock.
    pub(crate) fn with_clock(mut self, verdict: Verdict) -> Self {
        match verdict {
            Verdict::Corrected if self.status() == Some(401) => {
                self.0.repeat = Repeat::Corrected;
                self
            }
            Verdict::TooFar(offset) if self.status() == Some(401) => {
                self.0.kind = ErrorKind::Clock;
                self.0.message = format!("this machine's clock is {offset}; {}", self.0.message);
                self.with_hint("set this machine's clock")
            }
            _ => self,
        }
    }

    /// The same for which another attempt would end the same.
    pub(crate) fn for_good(mut self) -> Self {
        self.0.repeat = Repeat::Never;
        self
    }

    /// What another attempt would be worth.
    pub(crate) fn repeat(&self) -> Repeat {
        self.0.repeat
    }

    pub(crate) fn with_state(mut self, state: Option<String>) -> Self {
        self.0.state = state;
        self
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

    /// An attempt of unknown outcome, of a call that must not be repeated.
    pub(crate) fn into_outcome_unknown(mut self) -> Self {
        self.0.kind = ErrorKind::OutcomeUnknown;
        self.with_hint("it may have been carried out: look at the state before you call again")
    }

    /// A deletion that found nothing, after an attempt that may have deleted it.
    pub(crate) fn into_perhaps_deleted(mut self) -> Self {
        self.0.message = format!("{}, after an attempt whose answer was lost", self.0.message);
        self.0.kind = ErrorKind::OutcomeUnknown;
        self.with_hint("that attempt has deleted it, unless it was never there")
    }

    /// The service failed at a call that must not be repeated: what was done by then, nobody knows.
    pub(crate) fn into_ambiguous(mut self) -> Self {
        self.0.ambiguous = true;
        self.with_hint("it may have been carried out: look at the state before you call again; give the request id to the vendor's support")
    }

    /// When the call failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Status code of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.answer.as_ref().map(|answer| answer.status)
    }

    /// Error code of the answer, e.g. `200` of the gateway for failed authentication.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.answer.as_ref()?.refusal.code.as_deref()
    }

    /// Message of the answer.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.answer.as_ref()?.refusal.message.as_deref()
    }

    /// Longer explanation of the answer.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.0.answer.as_ref()?.refusal.details.as_deref()
    }

    /// Id under which the vendor's support finds the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.answer.as_ref()?.request_id.as_deref()
    }

    /// How long the answer asks to wait before the next call.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.answer.as_ref()?.retry_after
    }

    /// The whole body of the answer, as it came.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.answer.as_ref().map(|answer| answer.body.as_slice())
    }

    /// operationId of the call; none if the client could not be made.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The last state that a waiter saw, e.g. `RUNNING`; none for other errors, and if it saw none.
    /// [`body`](Self::body) has the answer that it stood in.
    #[must_use]
    pub fn last_state(&self) -> Option<&str> {
        self.0.state.as_deref()
    }

    /// Requests that were sent, or tried to be.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Time from the call to the error.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// What to do next, in a sentence, where there is something to say.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The keys were refused, or lack a permission: status 401 or 403.
    ///
    /// *Troubleshooting:* check the keys, the clock of this machine, and the permissions of the sub account.
    #[must_use]
    pub fn is_auth(&self) -> bool {
        matches!(self.status(), Some(401 | 403))
    }

    /// There is no such resource: status 404, but for a deletion of which an earlier attempt
    /// [may have been carried out](Self::outcome_unknown).
    ///
    /// *Troubleshooting:* check the id. With code `300` the gateway also means that the keys may not see it.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404) && self.kind() == ErrorKind::Service
    }

    /// Too many requests: status 429 with any code but `400`, which is a used-up quota.
    ///
    /// *Troubleshooting:* call less often; [`retry_after`](Self::retry_after) may say when to go on.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.status() == Some(429) && self.code() != Some("400")
    }

    /// Time ran out: kind [`Timeout`](ErrorKind::Timeout) or [`Waiting`](ErrorKind::Waiting).
    ///
    /// *Troubleshooting:* raise the limit that the message names, or ask for smaller pages.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind(), ErrorKind::Timeout | ErrorKind::Waiting)
    }

    /// The same call may succeed later and does no harm when repeated: nothing was sent, it was throttled, or it may
    /// be repeated and was interrupted or answered with 500, 502, 503 or 504. Never true together with
    /// [`outcome_unknown`](Self::outcome_unknown).
    ///
    /// *Troubleshooting:* the client has repeated it already; wait longer before you do.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::NotSent => self.0.repeat != Repeat::Never,
            ErrorKind::Timeout | ErrorKind::Interrupted => true,
            ErrorKind::Service => {
                self.is_throttled() || (self.is_failure_of_service() && !self.0.ambiguous)
            }
            _ => false,
        }
    }

    /// The request may have been carried out although no good answer came, and must not be repeated: kind
    /// [`OutcomeUnknown`](ErrorKind::OutcomeUnknown), or an answer 500, 502, 503 or 504 to such a call, which says that
    /// the service failed but not when.
    ///
    /// *Troubleshooting:* list or get what the call would have changed before you call again.
    #[must_use]
    pub fn outcome_unknown(&self) -> bool {
        self.kind() == ErrorKind::OutcomeUnknown || self.0.ambiguous
    }

    /// The service or what stands before it failed, for now.
    pub(crate) fn is_failure_of_service(&self) -> bool {
        matches!(self.status(), Some(500 | 502 | 503 | 504))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(formatter, "{operation}: ")?;
        }
        formatter.write_str(&self.0.message)?;
        if self.0.attempts > 1 {
            write!(
                formatter,
                " ({} attempts in {:.1?})",
                self.0.attempts, self.0.elapsed
            )?;
        }
        Ok(())
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
