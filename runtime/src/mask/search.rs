//! The search for known values in a text and in everything that its encodings hide.

use super::fingerprint::{Fingerprint, SHORTEST};
use super::layer::{self, Byte};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Bytes of a signature that are enough to recognize it. A value of less than twice as many is looked for as a whole.
const WINDOW: usize = 8;
/// Bytes of a window by which a text without windows is passed over.
const GRAM: usize = 4;
/// Bytes of an access key that are enough: other texts may begin like it, because keys have prefixes.
const OF_KEY: usize = 12;
/// Encodings on top of each other that are taken off.
const DEPTH: u32 = 3;
/// A long text is searched in pieces of this length,
const PIECE: usize = 64 * 1024;
/// and each piece includes this many bytes of the next one. No encoded value is longer.
pub(super) const OVERLAP: usize = 4 * 1024;
/// Most bytes of all layers of a piece, as a multiple of its length. A text that is made to have more is masked whole.
const EFFORT: usize = 16;

/// What was found; the greater one names a place where several stand.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Value {
    AccessKey,
    /// The secret, the signature of another request, or a text that could not be searched.
    Other,
    Signature,
}

/// A value, and from where to where it reaches in the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Value,
}

/// What is searched for.
pub(super) struct Search<'a> {
    access_key: &'a str,
    secret: Fingerprint,
    /// The values whose parts are recognized.
    values: [(Value, Vec<u8>); 3],
    /// The windows of each with index of the value and place in it, sorted.
    windows: Vec<(u64, usize, usize)>,
    /// A bit for each window, by which most of what is no window is passed over.
    filter: Filter,
    /// A bit for every [`GRAM`] bytes of a window.
    grams: Filter,
}

/// One piece of a text being searched.
struct Piece<'a> {
    search: &'a Search<'a>,
    found: Vec<Found>,
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
            let starts = (bytes.len() + 1).saturating_sub(enough(*value, bytes));
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

    /// Everything in a text, in order and without overlaps.
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

    /// Whether a run of Base64 digits holds a part of the signature, in any layer.
    pub(super) fn has_signature(&self, run: &[u8]) -> bool {
        let may_have = self.may_hold_value(run) || layer::may_hide_text(run, WINDOW);
        may_have && self.all(run).iter().any(|found| found.value == Value::Signature)
    }

    /// Whether a text holds a window of a value as it is. May be true without one.
    fn may_hold_value(&self, text: &[u8]) -> bool {
        // Every window has one of these grams whole.
        let mut grams = text.windows(GRAM).step_by(WINDOW - GRAM + 1);
        if !grams.any(|gram| self.grams.may_have(gram.iter().copied().map(folded).fold(0, pushed))) {
            return false;
        }
        let mut window = 0;
        text.iter().enumerate().any(|(index, byte)| {
            window = pushed(window, folded(*byte));
            index + 1 >= WINDOW && self.candidates(window).next().is_some()
        })
    }

    fn piece(&self, text: &[u8], start: usize) -> Vec<Found> {
        let mut piece = Piece { search: self, found: Vec::new(), effort: text.len() * EFFORT };
        match piece.layer(&layer::plain(text, start), DEPTH) {
            Some(()) => piece.found,
            None => vec![Found { start, end: start + text.len(), value: Value::Other }],
        }
    }

    /// What follows a window in the values that have it, as far as it has to be in the text too.
    fn candidates(&self, window: u64) -> impl Iterator<Item = (Value, &[u8])> {
        let first = if self.filter.may_have(window) {
            self.windows.partition_point(|(known, ..)| *known < window)
        } else {
            usize::MAX
        };
        let same = self.windows.get(first..).unwrap_or_default().iter().take_while(move |(known, ..)| *known == window);
        same.filter_map(|(_, index, start)| {
            let (value, bytes) = self.values.get(*index)?;
            Some((*value, bytes.get(*start..start + enough(*value, bytes))?))
        })
    }
}

impl Piece<'_> {
    /// Searches a layer and those below it; none if that is too much.
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

    /// Parts of access key and signature.
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

    /// The secret, and an access key that is too short for a window: whole, and if short then as a word of its own.
    fn whole(&mut self, text: &[Byte]) {
        let secret = self.search.secret;
        let length = secret.length();
        for start in secret.positions(|index| text.get(index).map(|byte| byte.value)) {
            self.take(text, start, length, Value::Other);
        }
        let key = self.search.access_key.as_bytes();
        if (SHORTEST..WINDOW).contains(&key.len()) {
            let is_key = |window: &[Byte]| window.iter().map(|byte| byte.value).eq(key.iter().copied());
            let starts = text.windows(key.len()).enumerate().filter(|(_, window)| is_key(window));
            for (start, _) in starts {
                self.take(text, start, key.len(), Value::AccessKey);
            }
        }
    }

    fn take(&mut self, text: &[Byte], start: usize, length: usize, value: Value) {
        let is_word = |index: Option<usize>| {
            index.and_then(|index| text.get(index)).is_some_and(|byte| byte.value.is_ascii_alphanumeric())
        };
        if length >= WINDOW || !(is_word(start.checked_sub(1)) || is_word(Some(start + length))) {
            self.found.extend(text.get(start..start + length).and_then(|part| span(part, value)));
        }
    }

    /// Whatever has the form of a signature: an older one, or the one that the server says it expected.
    fn signatures(&mut self, text: &[Byte]) {
        /// Digits of 32 bytes, which one `=` follows.
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

/// How many bytes of a value are enough to recognize it.
fn enough(value: Value, bytes: &[u8]) -> usize {
    match value {
        _ if bytes.len() < 2 * WINDOW => bytes.len(),
        Value::AccessKey => OF_KEY,
        _ => WINDOW,
    }
}

fn span(part: &[Byte], value: Value) -> Option<Found> {
    Some(Found { start: part.first()?.start, end: part.last()?.end, value })
}

/// What touches becomes one.
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

/// The same for both cases, as the host of a URL has one, and for both alphabets of Base64.
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

/// A set that is asked before a slower one: it never misses a member, and rarely has another value.
struct Filter([u64; 64]);

impl Filter {
    fn insert(&mut self, value: u64) {
        let (word, bit) = Self::place(value);
        self.0.get_mut(word).into_iter().for_each(|word| *word |= bit);
    }

    fn may_have(&self, value: u64) -> bool {
        let (word, bit) = Self::place(value);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Word and bit of a value.
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
