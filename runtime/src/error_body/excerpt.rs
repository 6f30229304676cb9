//! The readable start of a body.

use crate::safe_text::clean;
use serde_json::Value;

/// Longest start of an unreadable body that a message repeats, in bytes.
pub(super) const EXCERPT: usize = 512;

/// The start of a body as one clean line.
pub(crate) fn excerpt(body: &[u8]) -> String {
    let cut = body.get(..EXCERPT).unwrap_or(body);
    clean(&String::from_utf8_lossy(cut), EXCERPT)
}

/// JSON without the byte-order mark that some servers put before it.
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// A part of a refusal as text: clean, and not longer than a person reads. The whole is in the body.
pub(super) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => clean(text, EXCERPT),
        Value::Null => return None,
        other => clean(&other.to_string(), EXCERPT),
    };
    (!text.is_empty()).then_some(text)
}
