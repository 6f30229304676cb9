//! What a text says once an encoding is taken off, with the place of every byte in the text.

/// A byte of a decoded text, and from where to where its encoded form reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Byte {
    pub(super) value: u8,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The text itself, which begins at `start` of a longer one.
pub(super) fn plain(text: &[u8], start: usize) -> Vec<Byte> {
    let places = text.iter().zip(start..);
    places.map(|(value, start)| Byte { value: *value, start, end: start + 1 }).collect()
}

/// The text without its escapes: of JSON, of URLs, and of HTML. None if it has none.
pub(super) fn unescaped(text: &[Byte]) -> Option<Vec<Byte>> {
    if !text.iter().any(|byte| matches!(byte.value, b'\\' | b'%' | b'&')) {
        return None;
    }
    let mut plain = Vec::with_capacity(text.len());
    let (mut rest, mut is_changed) = (text, false);
    while let [first, others @ ..] = rest {
        let escape = match first.value {
            b'\\' => of_json(others),
            b'%' => number(others, 2, 16).map(|value| (value, 2)),
            b'&' => of_html(others),
            _ => None,
        };
        let (value, length) = escape.unwrap_or((first.value, 0));
        is_changed |= escape.is_some();
        let end = length.checked_sub(1).and_then(|last| others.get(last)).map_or(first.end, |last| last.end);
        plain.push(Byte { value, start: first.start, end });
        rest = others.get(length..).unwrap_or_default();
    }
    is_changed.then_some(plain)
}

/// The byte of an escape after a backslash, and the length of the escape.
fn of_json(text: &[Byte]) -> Option<(u8, usize)> {
    match text.first()?.value {
        b'n' => Some((b'\n', 1)),
        b'r' => Some((b'\r', 1)),
        b't' => Some((b'\t', 1)),
        b'u' => number(text.get(1..)?, 4, 16).map(|value| (value, 5)),
        b'x' => number(text.get(1..)?, 2, 16).map(|value| (value, 3)),
        value @ (b'/' | b'\\' | b'"' | b'\'') => Some((value, 1)),
        _ => None,
    }
}

/// The byte of a reference after an ampersand, and the length of the reference.
fn of_html(text: &[Byte]) -> Option<(u8, usize)> {
    const NAMED: [(&[u8], u8); 11] = [
        (b"amp", b'&'),
        (b"lt", b'<'),
        (b"gt", b'>'),
        (b"quot", b'"'),
        (b"apos", b'\''),
        (b"sol", b'/'),
        (b"plus", b'+'),
        (b"equals", b'='),
        (b"lowbar", b'_'),
        (b"percnt", b'%'),
        (b"colon", b':'),
    ];
    let begin = text.get(..text.len().min(10))?;
    let end = begin.iter().position(|byte| byte.value == b';')?;
    let name: Vec<u8> = begin.get(..end)?.iter().map(|byte| byte.value.to_ascii_lowercase()).collect();
    let value = match name.as_slice() {
        [b'#', b'x', digits @ ..] => u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?,
        [b'#', digits @ ..] => std::str::from_utf8(digits).ok()?.parse().ok()?,
        name => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((value, end + 1))
}

/// The number that so many digits make, if it is a byte.
fn number(text: &[Byte], digits: usize, base: u32) -> Option<u8> {
    text.get(..digits)?
        .iter()
        .try_fold(0_u32, |number, byte| Some(number * base + digit(*byte, base)?))?
        .try_into()
        .ok()
}

fn digit(byte: Byte, base: u32) -> Option<u32> {
    char::from(byte.value).to_digit(base)
}

/// What every run of Base64 in the text says, of either alphabet. Where the encoded text began is not known, so that
/// each run is decoded from its first four characters on.
pub(super) fn from_base64(text: &[Byte]) -> impl Iterator<Item = Vec<Byte>> {
    let wrapped = |byte: u8| matches!(byte, b'\r' | b'\n');
    runs(text, 12, is_base64, wrapped).flat_map(|run| (0..4).map(move |from| decoded(&run, from, 6)))
}

/// What every run of hexadecimal digits in the text says.
pub(super) fn from_hex(text: &[Byte]) -> impl Iterator<Item = Vec<Byte>> {
    let between = |byte: u8| matches!(byte, b' ' | b':' | b'\r' | b'\n');
    runs(text, 8, |byte| byte.is_ascii_hexdigit(), between)
        .flat_map(|run| (0..2).map(move |from| decoded(&run, from, 4)))
}

/// The parts of a text that consist of such bytes alone, without the ones between them that may be skipped.
fn runs(
    text: &[Byte],
    shortest: usize,
    is_part: impl Fn(u8) -> bool,
    is_skipped: impl Fn(u8) -> bool,
) -> impl Iterator<Item = Vec<Byte>> {
    let belongs = move |byte: &Byte| is_part(byte.value) || is_skipped(byte.value);
    let parts = text.chunk_by(move |left, right| belongs(left) == belongs(right));
    let digits = |part: &[Byte]| part.iter().filter(|byte| is_base64(byte.value)).copied().collect::<Vec<_>>();
    parts.filter(move |part| part.len() >= shortest).map(digits).filter(move |run| run.len() >= shortest)
}

/// The bytes that digits of so many bits make, from one of them on.
fn decoded(run: &[Byte], from: usize, bits: u32) -> Vec<Byte> {
    let mut bytes = Vec::with_capacity(run.len());
    let (mut held, mut count, mut start) = (0_u32, 0, 0);
    for byte in run.get(from..).unwrap_or_default() {
        let value = if bits == 4 { digit(*byte, 16) } else { sextet(byte.value) };
        if count == 0 {
            start = byte.start;
        }
        held = (held << bits) | value.unwrap_or_default();
        count += bits;
        if count >= 8 {
            count -= 8;
            let [value, ..] = (held >> count).to_le_bytes();
            bytes.push(Byte { value, start, end: byte.end });
            held &= (1 << count) - 1;
            start = byte.start;
        }
    }
    bytes
}

/// Whether a byte is a digit of Base64, of either alphabet.
pub(super) fn is_base64(byte: u8) -> bool {
    sextet(byte).is_some()
}

/// The six bits of a digit of Base64.
fn sextet(byte: u8) -> Option<u32> {
    let value = *SEXTETS.get(usize::from(byte))?;
    (value != NO_DIGIT).then_some(value.into())
}

/// What [`SEXTETS`] has for a byte that is no digit.
const NO_DIGIT: u8 = 0xff;

/// The value of every byte as a digit of Base64. Whole bodies are looked up here, byte by byte.
#[expect(clippy::indexing_slicing, reason = "computed by the compiler, which refuses an index out of bounds")]
static SEXTETS: [u8; 256] = {
    let mut sextets = [NO_DIGIT; 256];
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut value = 0;
    while value < 64 {
        sextets[digits[value as usize] as usize] = value;
        value += 1;
    }
    sextets[b'-' as usize] = 62;
    sextets[b'_' as usize] = 63;
    sextets
};

/// Whether what a run of Base64 digits says, read as Base64 or as hexadecimal digits, has so many bytes of text in a
/// row.
///
/// Without them neither it nor any layer below it holds a text of that length: escapes, Base64 and hexadecimal digits
/// are text themselves. Most runs are no Base64 at all, and what they say is noise that a few bytes give away.
pub(super) fn may_hide_text(run: &[u8], length: usize) -> bool {
    let in_base64 = (0..4).any(|from| {
        let digits = run.get(from..).unwrap_or_default();
        let bits = |index: usize| digits.get(index).and_then(|digit| sextet(*digit)).unwrap_or_default();
        let byte = |index: usize| {
            let (first, rest) = (index * 8 / 6, index * 8 % 6);
            (bits(first) << 6 | bits(first + 1)) >> (4 - rest)
        };
        has_text(digits.len() * 6 / 8, byte, length)
    });
    let hex = |byte: u8| byte.is_ascii_hexdigit();
    in_base64
        || long_runs(run, 2 * length, hex).any(|run| {
            (0..2).any(|from| {
                let digits = run.get(from..).unwrap_or_default();
                let bits = |index: usize| digits.get(index).and_then(|digit| char::from(*digit).to_digit(16));
                let byte =
                    |index: usize| bits(2 * index).unwrap_or_default() << 4 | bits(2 * index + 1).unwrap_or_default();
                has_text(digits.len() / 2, byte, length)
            })
        })
}

/// Whether so many in a row of `count` bytes are text.
fn has_text(count: usize, byte: impl Fn(usize) -> u32, length: usize) -> bool {
    let is_text = |index: usize| matches!(byte(index) & 0xff, 0x20..=0x7e | 0x0a | 0x0d);
    run_from(0, count, length, is_text).is_some()
}

/// The runs of such digits of at least this length, found by looking at a fraction of the text.
pub(super) fn long_runs(text: &[u8], shortest: usize, is_digit: impl Fn(u8) -> bool) -> impl Iterator<Item = &[u8]> {
    let is_part = move |at: usize| text.get(at).is_some_and(|byte| is_digit(*byte));
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = run_from(next, text.len(), shortest, &is_part)?;
        let more = (start + shortest..text.len()).take_while(|at| is_part(*at)).count();
        next = start + shortest + more;
        text.get(start..next)
    })
}

/// Where the first run of so many parts begins. A run is looked at from its end: what is no part there rules out every
/// run that begins before it, so the rest is not read.
fn run_from(start: usize, end: usize, length: usize, is_part: impl Fn(usize) -> bool) -> Option<usize> {
    let mut start = start;
    while start + length <= end {
        match (start..start + length).rev().find(|at| !is_part(*at)) {
            Some(other) => start = other + 1,
            None => return Some(start),
        }
    }
    None
}
