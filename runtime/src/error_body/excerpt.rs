//! Short readable excerpts of a body.

use crate::safe_text::clean;
use serde_json::Value;

/// Maximum length of an excerpt in a message, in bytes.
pub(super) const EXCERPT: usize = 512;

/// Returns the start of a body as one clean line.
pub(crate) fn excerpt(body: &[u8]) -> String {
    let cut = body.get(..EXCERPT).unwrap_or(body);
    clean(&String::from_utf8_lossy(cut), EXCERPT)
}

/// Removes the byte-order mark that some servers send before JSON.
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// Returns a part of an error response as a clean, short string. The body has the complete value.
pub(super) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => clean(text, EXCERPT),
        Value::Null => return None,
        other => clean(&other.to_string(), EXCERPT),
    };
    (!text.is_empty()).then_some(text)
}
