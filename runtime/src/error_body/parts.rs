//! The parts of an error response.

use super::excerpt::EXCERPT;
use crate::call::response::ErrorHeaders;
use crate::safe_text::clean;

/// The parts of an error response; each may be missing.
#[derive(Debug, Default)]
pub(crate) struct ErrorBody {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) details: Option<String>,
    /// The start of a body of unknown shape.
    pub(super) excerpt: String,
}

impl ErrorBody {
    /// Adds code and message from headers, if the body has none.
    pub(crate) fn or(mut self, headers: &ErrorHeaders) -> Self {
        let said = |text: &Option<String>| text.as_deref().map(|text| clean(text, EXCERPT));
        self.code = self.code.or_else(|| said(&headers.code));
        self.message = self.message.or_else(|| said(&headers.message));
        self
    }

    /// Returns the message of an error, as one line: `not found (HTTP 404, code 300): no job 'x'`.
    pub(crate) fn describe(&self, status: u16) -> String {
        let reason = reason(status, self.code.as_deref());
        // Tables of errors have a dash where there is no code.
        let code = self.code.as_deref().filter(|code| *code != "-");
        let code = code.map(|code| format!(", code {code}")).unwrap_or_default();
        // A message such as "Not Found" only repeats the reason.
        let message = self.message.as_deref().filter(|message| !message.eq_ignore_ascii_case(reason));
        let details = self.details.as_deref().filter(|details| Some(*details) != message);
        let parts: Vec<&str> = [message, details].into_iter().flatten().collect();
        let text = match parts.as_slice() {
            [] if self.code.is_some() || self.message.is_some() => String::new(),
            [] if self.excerpt.is_empty() => ": no body".to_owned(),
            [] => format!(": {}", self.excerpt),
            parts => format!(": {}", parts.join(": ")),
        };
        clean(&format!("{reason} (HTTP {status}{code}){text}"), EXCERPT)
    }
}

/// Returns the meaning of a status, where a code of the gateway can make it more precise.
fn reason(status: u16, code: Option<&str>) -> &'static str {
    match (status, code) {
        (401, Some("210")) | (403, _) => "permission denied",
        (429, Some("400")) => "quota exceeded",
        (400, _) => "bad request",
        (401, _) => "authentication failed",
        (404, _) => "not found",
        (405, _) => "method not allowed",
        (408, _) => "request timeout",
        (409, _) => "conflict",
        (413, _) => "request too large",
        (422, _) => "invalid request",
        (429, _) => "throttled",
        (500, _) => "internal server error",
        (501, _) => "not implemented",
        (502, _) => "bad gateway",
        (503, _) => "service unavailable",
        (504, _) => "gateway timeout",
        _ => "error response",
    }
}
