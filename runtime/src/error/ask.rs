//! What programs ask of an error.

use super::{Error, ErrorKind, Repeat};

impl Error {
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

    /// Time ran out: kind [`Timeout`](ErrorKind::Timeout) or [`Waiting`](ErrorKind::WaitTimeout), or while credentials or a
    /// free connection were waited for.
    ///
    /// *Troubleshooting:* raise the limit that the message names, or ask for smaller pages.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind(), ErrorKind::Timeout | ErrorKind::WaitTimeout) || self.0.repeat == Repeat::Later
    }

    /// The same call may succeed later and does no harm when repeated: nothing was sent, it was throttled, or it may
    /// be repeated and was interrupted or answered with 500, 502, 503 or 504. Never true together with
    /// [`outcome_unknown`](Self::outcome_unknown).
    ///
    /// *Troubleshooting:* the client has repeated it already; wait longer before you do.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            _ if self.0.accepted => false,
            _ if self.0.repeat == Repeat::Later => true,
            ErrorKind::Connect => self.0.repeat != Repeat::Never,
            ErrorKind::Timeout | ErrorKind::ConnectionLost => true,
            ErrorKind::Service => self.is_throttled() || (self.is_failure_of_service() && !self.0.ambiguous),
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

    /// The service accepted the call (status 2xx), but the answer cannot be used: it is empty, cut off, too large or not
    /// what the spec describes. Never true for calls that only read.
    ///
    /// *Troubleshooting:* do not call again; list or get what the call has created or changed.
    #[must_use]
    pub fn was_accepted(&self) -> bool {
        self.0.accepted
    }

    /// The service or what stands before it failed, for now.
    pub(crate) fn is_failure_of_service(&self) -> bool {
        matches!(self.status(), Some(500 | 502 | 503 | 504))
    }
}
