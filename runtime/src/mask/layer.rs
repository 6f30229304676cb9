//! Decodes layers of a text: escapes, Base64 and hexadecimal digits. Each decoded byte has its position in the text.

/// A byte of a decoded text, with the range of its encoded form in the original text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Byte {
    pub(super) value: u8,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Returns the bytes of a text that starts at `start` of a longer one.
pub(super) fn plain(text: &[u8], start: usize) -> Vec<Byte> {
    let bytes = text.iter().zip(start..);
    bytes.map(|(value, start)| Byte { value: *value, start, end: start + 1 }).collect()
}

/// Decodes the escapes of JSON, URLs and HTML in a text. Returns `None` if there are none.
pub(super) fn unescaped(text: &[Byte]) -> Option<Vec<Byte>> {
    if !text.iter().any(|byte| matches!(byte.value, b'\\' | b'%' | b'&')) {
        return None;
    }
    let mut plain = Vec::with_capacity(text.len());
    let (mut rest, mut is_changed) = (text, false);
    while let [first, others @ ..] = rest {
        let escape = match first.value {
            b'\\' => json_escape(others),
            b'%' => number(others, 2, 16).map(|value| (value, 2)),
            b'&' => html_reference(others),
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

/// Decodes an escape after a backslash. Returns its byte and length.
fn json_escape(text: &[Byte]) -> Option<(u8, usize)> {
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

/// Decodes an HTML reference after an ampersand. Returns its byte and length.
fn html_reference(text: &[Byte]) -> Option<(u8, usize)> {
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

/// Parses this many digits. Returns `None` if the number is not a byte.
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

/// Decodes each run of Base64 digits in a text, in both alphabets. The start of the encoded text is unknown, so each
/// run is decoded four times, starting at each of its first four characters.
pub(super) fn from_base64(text: &[Byte]) -> impl Iterator<Item = Vec<Byte>> {
    let wrapped = |byte: u8| matches!(byte, b'\r' | b'\n');
    runs(text, 12, is_base64, wrapped).flat_map(|run| (0..4).map(move |from| decoded(&run, from, 6)))
}

/// Decodes each run of hexadecimal digits in a text, starting at each of its first two digits.
pub(super) fn from_hex(text: &[Byte]) -> impl Iterator<Item = Vec<Byte>> {
    let between = |byte: u8| matches!(byte, b' ' | b':' | b'\r' | b'\n');
    runs(text, 8, |byte| byte.is_ascii_hexdigit(), between)
        .flat_map(|run| (0..2).map(move |from| decoded(&run, from, 4)))
}

/// Returns the runs of matching bytes, without the skipped bytes between them. A run has at least `min_length` bytes.
fn runs(
    text: &[Byte],
    min_length: usize,
    is_part: impl Fn(u8) -> bool,
    is_skipped: impl Fn(u8) -> bool,
) -> impl Iterator<Item = Vec<Byte>> {
    let belongs = move |byte: &Byte| is_part(byte.value) || is_skipped(byte.value);
    let parts = text.chunk_by(move |left, right| belongs(left) == belongs(right));
    let digits = |part: &[Byte]| part.iter().filter(|byte| is_base64(byte.value)).copied().collect::<Vec<_>>();
    parts.filter(move |part| part.len() >= min_length).map(digits).filter(move |run| run.len() >= min_length)
}

/// Decodes digits of `bits` bits each to bytes, starting at the digit `from`.
fn decoded(run: &[Byte], from: usize, bits: u32) -> Vec<Byte> {
    let mut bytes = Vec::with_capacity(run.len());
    let (mut buffer, mut count, mut start) = (0_u32, 0, 0);
    for byte in run.get(from..).unwrap_or_default() {
        let value = if bits == 4 { digit(*byte, 16) } else { sextet(byte.value) };
        if count == 0 {
            start = byte.start;
        }
        buffer = (buffer << bits) | value.unwrap_or_default();
        count += bits;
        if count >= 8 {
            count -= 8;
            let [value, ..] = (buffer >> count).to_le_bytes();
            bytes.push(Byte { value, start, end: byte.end });
            buffer &= (1 << count) - 1;
            start = byte.start;
        }
    }
    bytes
}

/// Returns true if a byte is a Base64 digit of either alphabet.
pub(super) fn is_base64(byte: u8) -> bool {
    sextet(byte).is_some()
}

/// Returns the six bits of a Base64 digit.
fn sextet(byte: u8) -> Option<u32> {
    let value = *SEXTETS.get(usize::from(byte))?;
    (value != NOT_A_DIGIT).then_some(value.into())
}

/// Entry of [`SEXTETS`] for a byte that is not a digit.
const NOT_A_DIGIT: u8 = 0xff;

/// Value of each byte as a Base64 digit. A table is fast, because every byte of a body is looked up.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time, where an index out of bounds is an error")]
static SEXTETS: [u8; 256] = {
    let mut sextets = [NOT_A_DIGIT; 256];
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

/// Returns true if a run of Base64 digits, decoded as Base64 or hexadecimal, has at least `length` bytes of text in a
/// row.
///
/// Otherwise no deeper layer can hold a text of that length, because escapes, Base64 and hexadecimal digits are text.
/// Most runs are not Base64, and a few decoded bytes are enough to see that.
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

/// Returns true if at least `length` of `count` bytes in a row are text.
fn has_text(count: usize, byte: impl Fn(usize) -> u32, length: usize) -> bool {
    let is_text = |index: usize| matches!(byte(index) & 0xff, 0x20..=0x7e | 0x0a | 0x0d);
    run_from(0, count, length, is_text).is_some()
}

/// Returns the runs of at least `min_length` digits. Reads only a fraction of the text.
pub(super) fn long_runs(text: &[u8], min_length: usize, is_digit: impl Fn(u8) -> bool) -> impl Iterator<Item = &[u8]> {
    let is_part = move |at: usize| text.get(at).is_some_and(|byte| is_digit(*byte));
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = run_from(next, text.len(), min_length, &is_part)?;
        let more = (start + min_length..text.len()).take_while(|at| is_part(*at)).count();
        next = start + min_length + more;
        text.get(start..next)
    })
}

/// Returns the start of the first run of `length` parts. Each candidate is checked from its end: a mismatch rules out
/// all runs that include it, so the bytes before it are not read.
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
