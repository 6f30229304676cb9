//! The secret values of a request, and their masking.

use super::fingerprint::Fingerprint;
use super::search::{Found, Search, Value};
use super::{layer, search};
use memchr::memmem;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// Mask that replaces a value.
const MASK: &str = "****";
/// Minimum length of an access key whose first four characters are shown.
const SHOWN_FROM: usize = 16;
/// Minimum length of a Base64 run that can hold a whole signature.
pub(super) const MIN_ENCODED: usize = 56;

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
    /// Creates masks for the access key, the secret's fingerprint and the signature of a request.
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

    /// Returns the bytes with every value masked, or `None` if they hold no value.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.masked(bytes, bytes.len())
    }

    /// Returns the first `length` bytes with every value masked, including a value that extends beyond them.
    pub(crate) fn start<'b>(&self, bytes: &'b [u8], length: usize) -> Cow<'b, [u8]> {
        let start = bytes.get(..length).unwrap_or(bytes);
        let reach = bytes.get(..length.saturating_add(search::OVERLAP)).unwrap_or(bytes);
        self.masked(reach, start.len()).map_or(Cow::Borrowed(start), Cow::Owned)
    }

    /// Returns the body of a success. It is masked only if it repeats the request. For almost all bodies this check is
    /// the only cost: one pass over the body.
    pub(crate) fn success(&self, body: Vec<u8>) -> Vec<u8> {
        match &self.0 {
            Some(sent) if sent.is_repeated(&body) => self.bytes(&body).unwrap_or(body),
            _ => body,
        }
    }

    /// Returns the error unchanged, unless it or one of its causes shows a value.
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

    /// Masks the first `length` bytes of a text. Returns `None` if they hold no value.
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

    /// Returns true if a body has the signature. An escape may interrupt it, so this searches for its longest
    /// alphanumeric part.
    fn is_repeated(&self, body: &[u8]) -> bool {
        let parts = self.signature.split(|character: char| !character.is_ascii_alphanumeric());
        let part = parts.max_by_key(|part| part.len()).unwrap_or_default();
        if part.is_empty() {
            return false;
        }
        if memmem::find(body, part.as_bytes()).is_some() {
            return true;
        }
        // Created once, and only for a body with a long run. Listings have thousands of them, e.g. paths of logs.
        let search = OnceCell::new();
        layer::long_runs(body, MIN_ENCODED, layer::is_base64)
            .any(|run| search.get_or_init(|| self.search()).has_signature(run))
    }

    fn replaced(&self, text: &[u8], found: &[Found]) -> Vec<u8> {
        let key = &self.access_key;
        // Four characters would reveal much of a short key, and special characters could end the enclosing string or
        // element.
        let is_shown = key.len() >= SHOWN_FROM && key.bytes().take(4).all(|byte| byte.is_ascii_alphanumeric());
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

/// A masked copy of an error and its causes.
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
