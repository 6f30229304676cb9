//! The values that a request must not give away, and their masking.

use super::fingerprint::Fingerprint;
use super::search::{Found, Search, Value};
use super::{layer, search};
use memchr::memmem;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// The mask that replaces a value.
const MASK: &str = "****";
/// Access keys of that many characters and more are shown by their first four.
const LONG: usize = 16;
/// Shorter runs of Base64 cannot hold a whole signature.
pub(super) const ENCODED: usize = 56;

/// The values to mask in the response to a request. Cheap to clone; the default masks nothing.
#[derive(Clone, Default)]
pub(crate) struct Masks(pub(super) Option<Arc<Sent>>);

pub(super) struct Sent {
    access_key: String,
    secret: Fingerprint,
    /// Empty if nothing was signed yet.
    signature: String,
}

impl Masks {
    /// Values of a request: its access key, what recognizes its secret, and its signature.
    pub(crate) fn new(access_key: &str, secret: Fingerprint, signature: String) -> Self {
        Self(Some(Arc::new(Sent { access_key: access_key.to_owned(), secret, signature })))
    }

    /// Returns the text with every value masked.
    pub(crate) fn text(&self, text: &str) -> String {
        match self.bytes(text.as_bytes()) {
            Some(masked) => String::from_utf8_lossy(&masked).into_owned(),
            None => text.to_owned(),
        }
    }

    /// Returns the bytes with every value masked; none if they hold none.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.masked(bytes, bytes.len())
    }

    /// Returns the first so many bytes with every value masked, a value that reaches beyond them as well.
    pub(crate) fn start<'b>(&self, bytes: &'b [u8], length: usize) -> Cow<'b, [u8]> {
        let start = bytes.get(..length).unwrap_or(bytes);
        let reach = bytes.get(..length.saturating_add(search::OVERLAP)).unwrap_or(bytes);
        self.masked(reach, start.len()).map_or(Cow::Borrowed(start), Cow::Owned)
    }

    /// Returns the body of a success: as it is, unless it repeats the request.
    ///
    /// Nearly every body does not, so that costs one pass over it.
    pub(crate) fn success(&self, body: Vec<u8>) -> Vec<u8> {
        match &self.0 {
            Some(sent) if sent.is_repeated(&body) => self.bytes(&body).unwrap_or(body),
            _ => body,
        }
    }

    /// Returns the error as it is, unless it or a cause of it shows a value.
    pub(crate) fn cause(&self, error: Box<dyn StdError + Send + Sync>) -> Box<dyn StdError + Send + Sync> {
        let (cause, is_changed) = self.copy(error.as_ref());
        if is_changed { Box::new(cause) } else { error }
    }

    fn copy(&self, error: &(dyn StdError + 'static)) -> (Cause, bool) {
        let (display, debug) = (error.to_string(), format!("{error:?}"));
        let source = error.source().map(|source| self.copy(source));
        let masked = (self.text(&display), self.text(&debug));
        let is_changed = masked != (display, debug) || source.as_ref().is_some_and(|(_, is_changed)| *is_changed);
        let cause = Cause { display: masked.0, debug: masked.1, source: source.map(|(source, _)| Box::new(source)) };
        (cause, is_changed)
    }

    /// So much of the text with values masked; none if it has none.
    fn masked(&self, text: &[u8], length: usize) -> Option<Vec<u8>> {
        let sent = self.0.as_deref()?;
        let mut found = sent.search().all(text);
        found.retain(|found| found.start < length);
        (!found.is_empty()).then(|| sent.replaced(text.get(..length).unwrap_or(text), &found))
    }
}

impl Sent {
    pub(super) fn search(&self) -> Search<'_> {
        Search::new(&self.access_key, &self.signature, self.secret)
    }

    /// Whether a body holds the signature: an escape may interrupt it, so that its longest plain part is looked for.
    fn is_repeated(&self, body: &[u8]) -> bool {
        let parts = self.signature.split(|character: char| !character.is_ascii_alphanumeric());
        let part = parts.max_by_key(|part| part.len()).unwrap_or_default();
        if part.is_empty() {
            return false;
        }
        if memmem::find(body, part.as_bytes()).is_some() {
            return true;
        }
        // Made once, and only for a body that has such a run: listings have thousands of them, e.g. paths of logs.
        let search = OnceCell::new();
        layer::long_runs(body, ENCODED, layer::is_base64)
            .any(|run| search.get_or_init(|| self.search()).has_signature(run))
    }

    fn replaced(&self, text: &[u8], found: &[Found]) -> Vec<u8> {
        let key = &self.access_key;
        // Four characters of a short key are much of it, and others could end the string or the element around it.
        let is_shown = key.len() >= LONG && key.bytes().take(4).all(|byte| byte.is_ascii_alphanumeric());
        let start = if is_shown { key.get(..4).unwrap_or_default() } else { "" };
        let mut masked = Vec::with_capacity(text.len());
        let mut end = 0;
        for found in found {
            masked.extend_from_slice(text.get(end..found.start).unwrap_or_default());
            if found.value == Value::AccessKey {
                masked.extend_from_slice(start.as_bytes());
            }
            masked.extend_from_slice(MASK.as_bytes());
            end = found.end;
        }
        masked.extend_from_slice(text.get(end..).unwrap_or_default());
        masked
    }
}

impl fmt::Debug for Masks {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Masks")
    }
}

/// What an error and its causes say, masked.
struct Cause {
    display: String,
    debug: String,
    source: Option<Box<Self>>,
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.display)
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.debug)
    }
}

impl StdError for Cause {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
