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

    /// Returns code, message and details as one line.
    pub(crate) fn summary(&self) -> String {
        let parts: Vec<&str> = [&self.code, &self.message].into_iter().flatten().map(String::as_str).collect();
        let said = match (parts.is_empty(), &self.details) {
            (true, None) if self.excerpt.is_empty() => return "without a body".to_owned(),
            (true, None) => return self.excerpt.clone(),
            (true, Some(details)) => details.clone(),
            (false, Some(details)) if Some(details) != self.message.as_ref() => {
                format!("{}: {details}", parts.join(" "))
            }
            (false, _) => parts.join(" "),
        };
        clean(&said, EXCERPT)
    }
}
