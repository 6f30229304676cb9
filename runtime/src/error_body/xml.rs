//! XML error bodies: elements with the names of a shape's fields.

use super::excerpt::EXCERPT;
use super::parts::ErrorBody;
use crate::safe_text::clean;
use crate::table::operation::ErrorShape;

/// Reads the parts of a body that has elements for code and message.
pub(super) fn read(body: &[u8], shapes: &[ErrorShape]) -> Option<ErrorBody> {
    let text =
        std::str::from_utf8(body).ok()?.trim_start_matches(|first: char| first == '\u{feff}' || first.is_whitespace());
    if !text.starts_with('<') {
        return None;
    }
    shapes.iter().find_map(|shape| {
        // One of them alone may be part of an HTML page, such as `<code>`.
        let (code, message) = (element(text, shape.code)?, element(text, shape.message)?);
        let details = shape.details.and_then(|path| element(text, path));
        Some(ErrorBody { code: Some(code), message: Some(message), details, excerpt: String::new() })
    })
}

/// Returns the content of the first element that has the last name of a path.
fn element(text: &str, path: &str) -> Option<String> {
    let name = path.rsplit('.').next()?;
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    let (inner, _) = rest.split_once(&format!("</{name}>"))?;
    let inner = inner.trim().strip_prefix("<![CDATA[").and_then(|inner| inner.strip_suffix("]]>")).unwrap_or(inner);
    // The ampersand is last, so that nothing is decoded twice.
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    let plain = references.iter().fold(inner.to_owned(), |text, (reference, plain)| text.replace(reference, plain));
    let plain = clean(&plain, EXCERPT);
    (!plain.is_empty()).then_some(plain)
}
