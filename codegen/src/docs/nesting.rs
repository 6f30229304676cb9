//! Limit of nesting. A parser visits every open container for every line, so deep ones would take quadratic time.

/// Column of a line behind which no container starts.
const MAX_COLUMN: usize = 100;

/// Escapes the first marker behind the limit, in every line.
pub(super) fn limit_nesting(text: String) -> String {
    if !text.lines().any(|line| excess(line).is_some()) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (kept, rest) = excess(line).and_then(|at| line.split_at_checked(at)).unwrap_or((line, ""));
        out.push_str(kept);
        out.extend((!rest.is_empty()).then_some('\\'));
        out.push_str(rest);
    }
    out
}

/// Position of the first mark of a container behind the limit.
fn excess(line: &str) -> Option<usize> {
    if line.len() <= MAX_COLUMN {
        return None;
    }
    let mut at = 0;
    loop {
        let rest = line.get(at..)?;
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let mark = mark(rest.get(spaces..)?)?;
        at += spaces + mark;
        if at > MAX_COLUMN {
            return at.checked_sub(1);
        }
    }
}

/// Length of the marker of a block quote or a list item.
fn mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
    let behind = text.get(digits + 1..).unwrap_or_default();
    let is_item = behind.is_empty() || behind.starts_with([' ', '\n']);
    match text.as_bytes().get(digits)? {
        b'>' if digits == 0 => Some(1),
        b'-' | b'+' | b'*' if digits == 0 && is_item => Some(1),
        b'.' | b')' if digits > 0 && is_item => Some(digits + 1),
        _ => None,
    }
}
