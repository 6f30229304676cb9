//! Searches for secret values in a text and in its decoded layers.

use super::fingerprint::{Fingerprint, MIN_LENGTH};
use super::layer::{self, Byte};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Number of bytes that are enough to recognize a signature. A value of less than twice this length must be complete.
const WINDOW: usize = 8;
/// Number of bytes of a window that are checked first, to skip most texts quickly.
const GRAM: usize = 4;
/// Number of bytes that are enough to recognize an access key. It is larger than [`WINDOW`], because keys have common
/// prefixes.
const KEY_PART: usize = 12;
/// Maximum number of nested encodings that are decoded.
const MAX_DEPTH: u32 = 3;
/// Length of the pieces in which a long text is searched, in bytes.
const PIECE: usize = 64 * 1024;
/// Number of bytes of the next piece that each piece includes. No encoded value is longer.
pub(super) const OVERLAP: usize = 4 * 1024;
/// Maximum size of all layers of a piece, as a multiple of its length. A piece with more is masked completely.
const MAX_EFFORT: usize = 16;

/// Kind of a found value. If several overlap, the greatest is used.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Value {
    AccessKey,
    /// The secret, the signature of another request, or a text that could not be searched.
    Other,
    Signature,
}

/// A found value, with its range in the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Value,
}

/// Search for the values of one request.
pub(super) struct Search<'a> {
    access_key: &'a str,
    secret: Fingerprint,
    /// Values that are recognized by their parts.
    values: [(Value, Vec<u8>); 3],
    /// Windows of these values, with the index of the value and the position in it, sorted.
    windows: Vec<(u64, usize, usize)>,
    /// Filter of the windows, to skip most other bytes quickly.
    filter: Filter,
    /// Filter of all [`GRAM`]-byte parts of the windows.
    grams: Filter,
}

/// Search in one piece of a text.
struct Piece<'a> {
    search: &'a Search<'a>,
    found: Vec<Found>,
    /// Number of bytes of layers that may still be searched.
    effort: usize,
}

impl<'a> Search<'a> {
    pub(super) fn new(access_key: &'a str, signature: &str, secret: Fingerprint) -> Self {
        let raw = STANDARD.decode(signature).unwrap_or_default();
        let values =
            [(Value::AccessKey, access_key.as_bytes()), (Value::Signature, signature.as_bytes()), (Value::Other, &raw)];
        let values = values.map(|(value, bytes)| (value, bytes.iter().copied().map(folded).collect::<Vec<u8>>()));
        let mut search = Self {
            access_key,
            secret,
            values,
            windows: Vec::new(),
            filter: Filter::default(),
            grams: Filter::default(),
        };
        for (index, (value, bytes)) in search.values.iter().enumerate() {
            let starts = (bytes.len() + 1).saturating_sub(part_length(*value, bytes));
            let windows = bytes.windows(WINDOW).take(starts).enumerate();
            let pushed = |window: &[u8]| window.iter().copied().fold(0, pushed);
            search.windows.extend(windows.map(|(start, window)| (pushed(window), index, start)));
        }
        search.windows.sort_unstable();
        for (window, ..) in &search.windows {
            search.filter.insert(*window);
            for gram in window.to_be_bytes().windows(GRAM) {
                search.grams.insert(gram.iter().copied().fold(0, pushed));
            }
        }
        search
    }

    /// Returns all values in a text, in order and without overlaps.
    pub(super) fn all(&self, text: &[u8]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let end = text.len().min(start + PIECE + OVERLAP);
            found.extend(self.piece(text.get(start..end).unwrap_or_default(), start));
            start += PIECE;
        }
        merged(found)
    }

    /// Returns true if a run of Base64 digits has a part of the signature in any layer.
    pub(super) fn has_signature(&self, run: &[u8]) -> bool {
        let may_have = self.may_hold_value(run) || layer::may_hide_text(run, WINDOW);
        may_have && self.all(run).iter().any(|found| found.value == Value::Signature)
    }

    /// Returns true if a text may have a window of a value in plain form. May return true without one.
    fn may_hold_value(&self, text: &[u8]) -> bool {
        // Every window contains one of these grams completely.
        let mut grams = text.windows(GRAM).step_by(WINDOW - GRAM + 1);
        if !grams.any(|gram| self.grams.may_contain(gram.iter().copied().map(folded).fold(0, pushed))) {
            return false;
        }
        let mut window = 0;
        text.iter().enumerate().any(|(index, byte)| {
            window = pushed(window, folded(*byte));
            index + 1 >= WINDOW && self.candidates(window).next().is_some()
        })
    }

    fn piece(&self, text: &[u8], start: usize) -> Vec<Found> {
        let mut piece = Piece { search: self, found: Vec::new(), effort: text.len() * MAX_EFFORT };
        match piece.layer(&layer::plain(text, start), MAX_DEPTH) {
            Some(()) => piece.found,
            None => vec![Found { start, end: start + text.len(), value: Value::Other }],
        }
    }

    /// Returns the value parts that start with a window. The text must have the whole part.
    fn candidates(&self, window: u64) -> impl Iterator<Item = (Value, &[u8])> {
        let first = if self.filter.may_contain(window) {
            self.windows.partition_point(|(known, ..)| *known < window)
        } else {
            usize::MAX
        };
        let same = self.windows.get(first..).unwrap_or_default().iter().take_while(move |(known, ..)| *known == window);
        same.filter_map(|(_, index, start)| {
            let (value, bytes) = self.values.get(*index)?;
            Some((*value, bytes.get(*start..start + part_length(*value, bytes))?))
        })
    }
}

impl Piece<'_> {
    /// Searches a layer and the layers below it. Returns `None` if the effort is too high.
    fn layer(&mut self, text: &[Byte], depth: u32) -> Option<()> {
        self.effort = self.effort.checked_sub(text.len())?;
        self.windows(text);
        self.whole(text);
        self.signatures(text);
        let Some(depth) = depth.checked_sub(1) else {
            return Some(());
        };
        if let Some(plain) = layer::unescaped(text) {
            self.layer(&plain, depth)?;
        }
        for decoded in layer::from_base64(text).chain(layer::from_hex(text)) {
            self.layer(&decoded, depth)?;
        }
        Some(())
    }

    /// Finds parts of access key and signature.
    fn windows(&mut self, text: &[Byte]) {
        let mut window = 0;
        for (index, byte) in text.iter().enumerate() {
            window = pushed(window, folded(byte.value));
            let Some(start) = (index + 1).checked_sub(WINDOW) else {
                continue;
            };
            for (value, bytes) in self.search.candidates(window) {
                let part = text.get(start..start + bytes.len()).unwrap_or_default();
                if part.iter().map(|byte| folded(byte.value)).eq(bytes.iter().copied()) {
                    self.found.extend(span(part, value));
                }
            }
        }
    }

    /// Finds the secret, and an access key that is shorter than a window. Such short values must be separate words.
    fn whole(&mut self, text: &[Byte]) {
        let secret = self.search.secret;
        let length = secret.length();
        for start in secret.positions(|index| text.get(index).map(|byte| byte.value)) {
            self.add_if_word(text, start, length, Value::Other);
        }
        let key = self.search.access_key.as_bytes();
        if (MIN_LENGTH..WINDOW).contains(&key.len()) {
            let is_key = |window: &[Byte]| window.iter().map(|byte| byte.value).eq(key.iter().copied());
            let starts = text.windows(key.len()).enumerate().filter(|(_, window)| is_key(window));
            for (start, _) in starts {
                self.add_if_word(text, start, key.len(), Value::AccessKey);
            }
        }
    }

    fn add_if_word(&mut self, text: &[Byte], start: usize, length: usize, value: Value) {
        let is_word = |index: Option<usize>| {
            index.and_then(|index| text.get(index)).is_some_and(|byte| byte.value.is_ascii_alphanumeric())
        };
        if length >= WINDOW || !(is_word(start.checked_sub(1)) || is_word(Some(start + length))) {
            self.found.extend(text.get(start..start + length).and_then(|part| span(part, value)));
        }
    }

    /// Finds strings in the form of a signature, such as an older one, or the one that the server expected.
    fn signatures(&mut self, text: &[Byte]) {
        /// Number of Base64 digits of 32 bytes. One `=` follows.
        const DIGITS: usize = 43;
        let mut digits = 0;
        for (index, byte) in text.iter().enumerate() {
            match byte.value {
                b'=' if digits == DIGITS => {
                    self.found.extend(text.get(index - DIGITS..=index).and_then(|part| span(part, Value::Other)));
                    digits = 0;
                }
                value if layer::is_base64(value) => digits += 1,
                _ => digits = 0,
            }
        }
    }
}

/// Returns the number of bytes that are enough to recognize a value.
fn part_length(value: Value, bytes: &[u8]) -> usize {
    match value {
        _ if bytes.len() < 2 * WINDOW => bytes.len(),
        Value::AccessKey => KEY_PART,
        _ => WINDOW,
    }
}

fn span(part: &[Byte], value: Value) -> Option<Found> {
    Some(Found { start: part.first()?.start, end: part.last()?.end, value })
}

/// Merges values that overlap or touch.
fn merged(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_unstable_by_key(|found| found.start);
    let mut merged: Vec<Found> = Vec::new();
    for next in found {
        match merged.last_mut() {
            Some(last) if next.start <= last.end => {
                last.end = last.end.max(next.end);
                last.value = last.value.max(next.value);
            }
            _ => merged.push(next),
        }
    }
    merged
}

/// Normalizes a byte: lower case, because hosts in URLs lose their case, and one Base64 alphabet.
fn folded(byte: u8) -> u8 {
    match byte {
        b'-' => b'+',
        b'_' => b'/',
        _ => byte.to_ascii_lowercase(),
    }
}

fn pushed(window: u64, byte: u8) -> u64 {
    (window << 8) | u64::from(byte)
}

/// A Bloom filter: it has every member, and rarely another value.
struct Filter([u64; 64]);

impl Filter {
    fn insert(&mut self, value: u64) {
        let (word, bit) = Self::place(value);
        self.0.get_mut(word).into_iter().for_each(|word| *word |= bit);
    }

    fn may_contain(&self, value: u64) -> bool {
        let (word, bit) = Self::place(value);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Returns word and bit of a value.
    fn place(value: u64) -> (usize, u64) {
        let hash = value.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52;
        (usize::try_from(hash >> 6).unwrap_or_default(), 1 << (hash & 63))
    }
}

impl Default for Filter {
    fn default() -> Self {
        Self([0; 64])
    }
}
