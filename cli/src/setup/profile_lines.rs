//! The lines of the credentials file, with the section that each one belongs to.

use std::ops::Range;

/// The profile of keys before the first section.
pub(super) const DEFAULT: &str = "DEFAULT";

/// A line.
pub(super) struct Line {
    pub(super) number: usize,
    /// With its line break.
    pub(super) range: Range<usize>,
    /// The section that the line belongs to. A header belongs to its own section.
    pub(super) section: String,
    pub(super) kind: Kind,
}

/// The kinds of lines.
pub(super) enum Kind {
    /// Blank, or a comment.
    Other,
    Header,
    Entry {
        key: String,
        value: Range<usize>,
    },
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the lines of a file.
pub(super) fn read(text: &[u8]) -> Result<Vec<Line>, String> {
    if text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff") || text.contains(&0) {
        return Err("expected text in UTF-8 but found UTF-16 or binary data".to_owned());
    }
    let mut start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let mut lines: Vec<Line> = Vec::new();
    let mut section = DEFAULT.to_owned();
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let end = start + rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        let number = lines.len() + 1;
        let kind = kind(text, start..end, &mut section)
            .ok_or_else(|| format!("line {number}: expected 'key = value', '[section]', a comment or an empty line"))?;
        lines.push(Line { number, range: start..end, section: section.clone(), kind });
        start = end;
    }
    Ok(lines)
}

/// Classifies a line, and enters the section of a header. `None` if it is none of the known kinds.
fn kind(text: &[u8], range: Range<usize>, section: &mut String) -> Option<Kind> {
    let line = text.get(range.clone())?;
    let trimmed = line.trim_ascii();
    if trimmed.is_empty() || trimmed.starts_with(b"#") || trimmed.starts_with(b";") {
        return Some(Kind::Other);
    }
    if let Some(rest) = trimmed.strip_prefix(b"[") {
        let title = rest.strip_suffix(b"]")?;
        *section = String::from_utf8_lossy(title.trim_ascii()).into_owned();
        return Some(Kind::Header);
    }
    let end = line.iter().position(|byte| *byte == b'=')?;
    let (key, rest) = line.split_at(end);
    let value = rest.get(1..)?;
    let start = range.start + end + 1 + value.len() - value.trim_ascii_start().len();
    let value = start..start + value.trim_ascii().len();
    // A line break counts as white space: an empty value begins after the '='.
    let value = if value.is_empty() { range.start + end + 1..range.start + end + 1 } else { value };
    Some(Kind::Entry { key: String::from_utf8_lossy(key.trim_ascii()).into_owned(), value })
}
