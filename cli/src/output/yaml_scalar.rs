//! Strings as YAML scalars.
//!
//! Most YAML readers still implement YAML 1.1, where `NO`, `on`, `1_000`, `1:30` and dates are not strings. Such strings
//! are quoted. Control characters and invisible characters are escaped, as on a terminal.

use crate::terminal::escape;
use std::borrow::Cow;
use std::fmt::Write;

/// Adds a string. `indent` is the indentation of lines below it.
pub(super) fn push(text: &str, indent: usize, out: &mut String) {
    if is_block(text) {
        out.push_str(if text.ends_with('\n') { "|" } else { "|-" });
        for line in text.lines() {
            out.push('\n');
            if !line.is_empty() {
                (0..indent).for_each(|_| out.push(' '));
                out.push_str(line);
            }
        }
    } else {
        out.push_str(&key(text));
    }
}

/// Returns a string on one line.
pub(super) fn key(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        text.into()
    } else if text.contains(escape::is_harmful) {
        escaped(text).into()
    } else {
        format!("'{}'", text.replace('\'', "''")).into()
    }
}

/// Returns whether a string can be written without quotes, by the rules of a plain scalar, and stricter.
fn is_plain(text: &str) -> bool {
    let starts_plain = |first: char| first.is_alphanumeric() || matches!(first, '_' | '/' | '(');
    let is_allowed = |character: char| matches!(character, ' '..='~') || character.is_alphanumeric();
    let is_word = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/' | b'.'));
    let is_text =
        || text.chars().all(is_allowed) && !text.ends_with([' ', ':']) && !text.contains(": ") && !text.contains(" #");
    // Comments of other languages. Our own reader rejects them as keys.
    let is_comment = || ["//", "/*"].iter().any(|mark| text.starts_with(mark));
    text.starts_with(starts_plain) && (is_word || is_text()) && !is_comment() && !is_ambiguous(text)
}

/// Returns whether a string is best written as lines.
fn is_block(text: &str) -> bool {
    let is_text = |character: char| character == '\n' || !escape::is_harmful(character);
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.ends_with("\n\n")
        && text.chars().all(is_text)
        && text.lines().all(|line| line.is_empty() || !line.trim().is_empty())
}

/// Returns a string in double quotes, with escapes that YAML and JSON share, and `\U` for long code points.
fn escaped(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 8);
    quoted.push('"');
    for character in text.chars() {
        let code = u32::from(character);
        let _ = match character {
            '"' | '\\' => write!(quoted, "\\{character}"),
            '\n' => write!(quoted, "\\n"),
            '\r' => write!(quoted, "\\r"),
            '\t' => write!(quoted, "\\t"),
            _ if !escape::is_harmful(character) => write!(quoted, "{character}"),
            _ if code > 0xffff => write!(quoted, "\\U{code:08x}"),
            _ => write!(quoted, "\\u{code:04x}"),
        };
    }
    quoted.push('"');
    quoted
}

/// Returns whether YAML 1.1 may read a plain string as a boolean, null, number, time or date. A plain string begins with
/// a letter, a digit, an underscore, a slash or a parenthesis.
fn is_ambiguous(text: &str) -> bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_number = |part: u8| part.is_ascii_hexdigit() || b" _:.,+-TtZzxXoO".contains(&part);
    match text.as_bytes().first() {
        Some(first) if first.is_ascii_digit() => text.bytes().all(is_number),
        _ => text.len() <= 5 && words.iter().any(|word| text.eq_ignore_ascii_case(word)),
    }
}
