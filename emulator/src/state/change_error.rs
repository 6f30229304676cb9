//! Errors of control requests.

/// Kind of an error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ChangeErrorKind {
    /// The request is wrong.
    Invalid,
    /// The resource does not exist.
    Missing,
    /// The resource is in another state.
    Conflict,
    /// The emulator could not carry it out.
    Failed,
}

/// A control request was not carried out. Nothing was changed.
#[derive(Clone, Debug)]
pub(crate) struct ChangeError {
    pub(crate) kind: ChangeErrorKind,
    pub(crate) message: String,
    pub(crate) hint: String,
    /// Single problems of a text.
    pub(crate) details: Vec<String>,
}

impl ChangeError {
    fn new(kind: ChangeErrorKind, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: hint.into(), details: Vec::new() }
    }

    pub(crate) fn invalid(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ChangeErrorKind::Invalid, message, hint)
    }

    pub(crate) fn missing(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ChangeErrorKind::Missing, message, hint)
    }

    pub(crate) fn conflict(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(ChangeErrorKind::Conflict, message, hint)
    }

    pub(crate) fn not_carried_out(reason: impl Into<String>) -> Self {
        Self::new(ChangeErrorKind::Failed, reason, "nothing was changed; correct the cause and try again")
    }

    pub(crate) fn not_written(reason: &str) -> Self {
        Self::not_carried_out(format!("the emulator cannot write its data file: {reason}"))
    }

    pub(crate) fn with_details(mut self, details: &[String]) -> Self {
        self.details = details.to_vec();
        self
    }
}
