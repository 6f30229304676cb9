//! What an error answer says, whichever of the known shapes it has.
//!
//! | Shape | Seen where |
//! | --- | --- |
//! | `{"error":{"errorCode","message","details"}}`, the code as text or number | documented; gateway and service |
//! | `{"detail","errorType"}` | read by the vendor's own sample |
//! | XML, HTML, plain text, nothing | proxies and load balancers |

use serde_json::Value;

/// Longest start of an unreadable body that a message repeats, in bytes.
const EXCERPT: usize = 512;

/// The parts of an error answer, as far as it has them.
#[derive(Debug, Default)]
pub(crate) struct Refusal {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) details: Option<String>,
    /// The start of the body, for bodies of no known shape.
    excerpt: String,
}

impl Refusal {
    /// Reads any body; what it cannot read it keeps as an excerpt.
    pub(crate) fn read(body: &[u8]) -> Self {
        serde_json::from_slice::<Value>(without_mark(body))
            .ok()
            .and_then(|value| Self::from_envelope(&value).or_else(|| Self::from_flat(&value)))
            .unwrap_or_else(|| Self { excerpt: excerpt(body), ..Self::default() })
    }

    /// The envelope, if that is what a successful status came with.
    pub(crate) fn in_success(body: &[u8]) -> Option<Self> {
        // Only a body that names the key early is worth the second reading.
        let start = body.get(..body.len().min(64)).unwrap_or_default();
        if !start.windows(7).any(|part| part == b"\"error\"") {
            return None;
        }
        Self::from_envelope(&serde_json::from_slice(without_mark(body)).ok()?)
    }

    fn from_envelope(value: &Value) -> Option<Self> {
        let error = value.get("error")?.as_object()?;
        Some(Self {
            code: text(error.get("errorCode")),
            message: text(error.get("message")),
            details: text(error.get("details")),
            excerpt: String::new(),
        })
    }

    fn from_flat(value: &Value) -> Option<Self> {
        let (code, message) = (text(value.get("errorType")), text(value.get("detail")));
        (code.is_some() || message.is_some()).then(|| Self { code, message, ..Self::default() })
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
pub(crate) fn hint(status: u16, refusal: &Refusal) -> Option<&'static str> {
    match (status, refusal.code.as_deref()) {
        (401, Some("210")) | (403, _) => Some("give the sub account the permission for this operation"),
        (401, _) => Some("check access key and secret key, and this machine's clock: 5 minutes off is refused"),
        (404, _) => Some("check the id; a resource that the keys may not see is reported as not found too"),
        (413, _) => Some("send a smaller body"),
        (429, Some("400")) => Some("the quota is used up; ask for a larger one or wait for the next period"),
        (429, _) => Some("call less often"),
        (500.., _) => Some("the service failed; try again later and give the request id to the vendor's support"),
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
fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => clean(text, EXCERPT),
        Value::Null => return None,
        other => clean(&other.to_string(), EXCERPT),
    };
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::Refusal;

    fn parts(body: &str) -> (Option<String>, Option<String>, Option<String>, String) {
        let refusal = Refusal::read(body.as_bytes());
        let summary = refusal.summary();
        (refusal.code, refusal.message, refusal.details, summary)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn reads_the_envelope_with_the_code_as_text_or_number() {
        let expected =
            (some("200"), some("Authentication Failed"), some("d"), "200 Authentication Failed: d".to_owned());
        let text = r#"{"error":{"errorCode":"200","message":"Authentication Failed","details":"d"}}"#;
        assert_eq!(parts(text), expected);
        assert_eq!(parts(&text.replace("\"200\"", "200")), expected);
        assert_eq!(parts(&format!("\u{feff}{text}")), expected);
    }

    #[test]
    fn reads_the_flat_shape() {
        let body = r#"{"detail":"no","errorType":"bad-state"}"#;
        assert_eq!(parts(body), (some("bad-state"), some("no"), None, "bad-state no".to_owned()));
    }

    #[test]
    fn parts_are_clean_and_short() {
        let body = format!(r#"{{"error":{{"errorCode":"1\u001b[2J","message":"a\n\u202eb{}"}}}}"#, "x".repeat(9999));
        let (code, message, _, summary) = parts(&body);
        assert_eq!(code, some("1 [2J"));
        assert_eq!(message.unwrap().len(), 512);
        assert!(summary.starts_with("1 [2J a b") && summary.len() <= 512, "{summary}");
    }

    #[test]
    fn keeps_a_clean_start_of_anything_else() {
        let body = "<html>\r\n<b>Bad\u{1b}[31m \u{202e}Gateway</b>";
        assert_eq!(parts(body), (None, None, None, "<html> <b>Bad [31m Gateway</b>".to_owned()));
        assert_eq!(parts("").3, "without a body");
        assert_eq!(parts(&"x".repeat(10_000)).3.len(), 512);
        assert_eq!(parts(&"\u{ff}".repeat(10_000)).3.len(), 512);
        assert!(Refusal::read(&[0xff; 10_000]).summary().len() <= 512);
        assert_eq!(parts("[1]").3, "[1]");
        assert_eq!(Refusal::read(b"\xff\xfe\x00").summary(), "\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_success_is_an_error_only_with_the_envelope() {
        assert!(Refusal::in_success(br#"{"error":{"errorCode":"900"}}"#).is_some());
        assert!(Refusal::in_success(br#"{"list":[],"error":null}"#).is_none());
        assert!(Refusal::in_success(b"true").is_none());
    }
}
