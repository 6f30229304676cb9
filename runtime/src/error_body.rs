//! What an error answer says, whichever of the known shapes it has.
//!
//! | Body | Read by |
//! | --- | --- |
//! | JSON | the shapes of the spec (`x-error-shapes`), the code as string or number |
//! | XML | the elements that are named as the fields of a shape |
//! | HTML, plain text, other JSON | nothing: the message repeats its start |
//! | none | the headers `x-ncp-apigw-error-code` and `x-ncp-apigw-error-message` of the gateway |

mod shape;
mod xml;

pub(crate) use shape::is_in_success;

use crate::operation::ErrorShape;
use crate::response::ErrorHeaders;
use serde_json::Value;

/// Longest start of an unreadable body that a message repeats, in bytes.
const EXCERPT: usize = 512;

/// The parts of an error answer, as far as it has them.
#[derive(Debug, Default)]
pub(crate) struct ErrorBody {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) details: Option<String>,
    /// The start of the body, for bodies of no known shape.
    excerpt: String,
}

impl ErrorBody {
    /// Reads any body; what it cannot read it keeps as an excerpt.
    pub(crate) fn read(body: &[u8], shapes: &[ErrorShape]) -> Self {
        shape::read(body, shapes)
            .or_else(|| xml::read(body, shapes))
            .unwrap_or_else(|| Self { excerpt: excerpt(body), ..Self::default() })
    }

    /// The same with what headers say of it, as far as the body does not.
    pub(crate) fn or(mut self, headers: &ErrorHeaders) -> Self {
        let said = |text: &Option<String>| text.as_deref().map(|text| clean(text, EXCERPT));
        self.code = self.code.or_else(|| said(&headers.code));
        self.message = self.message.or_else(|| said(&headers.message));
        self
    }

    /// One line that says what the answer says.
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

/// What to do about an error answer.
pub(crate) fn hint(status: u16, error_body: &ErrorBody) -> Option<&'static str> {
    match (status, error_body.code.as_deref()) {
        (401, Some("210")) | (403, _) => Some("give the sub account the permission for this operation"),
        (401, _) => Some("check access key and secret key, and this machine's clock: 5 minutes off is refused"),
        (404, _) => Some("check the id; a resource that the keys may not see is reported as not found too"),
        (413, _) => Some("send a smaller body"),
        (429, Some("400")) => Some("the quota is used up; ask for a larger one or wait for the next period"),
        (429, _) => Some("call less often"),
        (503, Some("500")) => Some("the gateway does not reach the service; try again later"),
        (504, Some("510")) => {
            Some("the service did not answer the gateway in time; try again later, or ask for less at once")
        }
        (500.., _) => Some("the service failed; try again later and give the request ID to the vendor's support"),
        _ => None,
    }
}

/// The start of a body as one clean line.
pub(crate) fn excerpt(body: &[u8]) -> String {
    let cut = body.get(..EXCERPT).unwrap_or(body);
    clean(&String::from_utf8_lossy(cut), EXCERPT)
}

/// Text of a server as one line that is safe to show, of at most so many bytes.
pub(crate) fn clean(text: &str, most: usize) -> String {
    let mut line = String::new();
    for word in text.split(|character: char| character.is_whitespace() || is_invisible(character)) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > most {
            let end = (0..=most).rfind(|end| line.is_char_boundary(*end));
            line.truncate(end.unwrap_or_default());
            break;
        }
    }
    line
}

/// Control characters and those that change the direction of text could forge a log line.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// JSON without the byte-order mark that some servers put before it.
pub(crate) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// A part of a refusal as text: clean, and not longer than a person reads. The whole is in the body.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => clean(text, EXCERPT),
        Value::Null => return None,
        other => clean(&other.to_string(), EXCERPT),
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;
