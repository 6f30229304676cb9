//! Why a control request is refused.

/// Kind of a refusal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum RefusalKind {
    /// The request is wrong.
    Invalid,
    /// The resource does not exist.
    Missing,
    /// The resource is in another state.
    Conflict,
    /// The emulator could not carry it out.
    Failed,
}

/// A refusal: nothing was changed.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) kind: RefusalKind,
    pub(crate) message: String,
    pub(crate) hint: String,
    /// Single problems of a text.
    pub(crate) details: Vec<String>,
}

impl Refusal {
    fn new(kind: RefusalKind, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: hint.into(), details: Vec::new() }
    }

    pub(crate) fn invalid(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(RefusalKind::Invalid, message, hint)
    }

    pub(crate) fn missing(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(RefusalKind::Missing, message, hint)
    }

    pub(crate) fn conflict(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(RefusalKind::Conflict, message, hint)
    }

    pub(crate) fn not_carried_out(reason: impl Into<String>) -> Self {
        Self::new(RefusalKind::Failed, reason, "nothing was changed; correct the cause and try again")
    }

    pub(crate) fn not_written(reason: &str) -> Self {
        Self::not_carried_out(format!("the emulator cannot write its data file: {reason}"))
    }

    pub(crate) fn with_details(mut self, details: &[String]) -> Self {
        self.details = details.to_vec();
        self
    }
}
