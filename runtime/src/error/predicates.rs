//! Predicates of errors.

use super::{Error, ErrorKind, Retryability};

impl Error {
    /// The credentials were rejected or lack a permission: status 401 or 403.
    ///
    /// *Troubleshooting:* check the credentials, the clock of this machine, and the permissions of the sub account.
    #[must_use]
    pub fn is_auth(&self) -> bool {
        matches!(self.status(), Some(401 | 403))
    }

    /// There is no such resource: status 404. Not true for a deletion if an earlier attempt may have deleted it; see
    /// [`outcome_unknown`](Self::outcome_unknown).
    ///
    /// *Troubleshooting:* check the ID. Code `300` can also mean that the credentials have no permission for it.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404) && self.kind() == ErrorKind::Service
    }

    /// Too many requests: status 429, except with code `400`, which is an exhausted quota.
    ///
    /// *Troubleshooting:* call less often; [`retry_after`](Self::retry_after) may say when to continue.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.status() == Some(429) && self.code() != Some("400")
    }

    /// The call timed out: kind [`Timeout`](ErrorKind::Timeout) or [`WaitTimeout`](ErrorKind::WaitTimeout), or no
    /// credentials or no free connection in time.
    ///
    /// *Troubleshooting:* raise the limit that the message names, or ask for smaller pages.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind(), ErrorKind::Timeout | ErrorKind::WaitTimeout) || self.0.retryability == Retryability::Later
    }

    /// The call is safe to retry and may succeed later: nothing was sent, it was throttled, or it is idempotent and
    /// lost its connection, timed out, or got status 500, 502, 503 or 504. Never true together with
    /// [`outcome_unknown`](Self::outcome_unknown).
    ///
    /// *Troubleshooting:* the client has retried it already; wait longer before you call again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            _ if self.0.accepted => false,
            _ if self.0.retryability == Retryability::Later => true,
            ErrorKind::Connect => self.0.retryability != Retryability::Never,
            ErrorKind::Timeout | ErrorKind::ConnectionLost => true,
            ErrorKind::Service => self.is_throttled() || (self.is_failure_of_service() && !self.0.ambiguous),
            _ => false,
        }
    }

    /// The request may have been carried out, and the call is not idempotent: kind
    /// [`OutcomeUnknown`](ErrorKind::OutcomeUnknown), or status 500, 502, 503 or 504.
    ///
    /// *Troubleshooting:* check the state of the resource before you call again.
    #[must_use]
    pub fn outcome_unknown(&self) -> bool {
        self.kind() == ErrorKind::OutcomeUnknown || self.0.ambiguous
    }

    /// The service accepted the call (status 2xx), but the response cannot be used: it is empty, cut off, too large, or
    /// not as documented. Never true for calls that only read.
    ///
    /// *Troubleshooting:* do not call again; list or get the resource that the call has created or changed.
    #[must_use]
    pub fn was_accepted(&self) -> bool {
        self.0.accepted
    }

    /// The service, the gateway or a proxy failed, probably temporarily.
    pub(crate) fn is_failure_of_service(&self) -> bool {
        matches!(self.status(), Some(500 | 502 | 503 | 504))
    }
}
