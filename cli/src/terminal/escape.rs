//! Escapes untrusted text for the terminal.
//!
//! Escapes control characters (and so every ANSI sequence), bidirectional controls, line separators and invisible
//! characters as `\n`, `\t` or `\u{202e}`. Backslashes are not escaped, so the result cannot be decoded: use JSON for
//! exact values.

use std::borrow::Cow;

/// Escapes every character that could forge, hide or color output.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    escaped(text, is_harmful)
}

/// Escapes like [`text`], and keeps an owned text that needs no escapes.
pub(crate) fn owned(plain: Cow<'_, str>) -> Cow<'_, str> {
    match text(&plain) {
        Cow::Owned(escaped) => Cow::Owned(escaped),
        Cow::Borrowed(_) => plain,
    }
}

/// Escapes like [`text`], but keeps line feeds.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    escaped(text, |character| character != '\n' && is_harmful(character))
}

fn escaped(text: &str, harmful: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&harmful) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match harmful(character) {
            true if matches!(character, '\n' | '\r' | '\t') => safe.extend(character.escape_default()),
            true => safe.extend(character.escape_unicode()),
            false => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// Returns whether a character affects the terminal or other characters instead of being shown.
pub(crate) fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{lines, text};

    #[test]
    fn escapes_control_characters() {
        assert_eq!(text("a\u{1b}[31mred\u{7}"), "a\\u{1b}[31mred\\u{7}");
        assert_eq!(text("one\ntwo\r\tthree"), "one\\ntwo\\r\\tthree");
        assert_eq!(text("\u{9b}31m\u{7f}\0"), "\\u{9b}31m\\u{7f}\\u{0}");
    }

    #[test]
    fn escapes_bidirectional_and_invisible_characters() {
        assert_eq!(text("gpj.\u{202e}exe"), "gpj.\\u{202e}exe");
        assert_eq!(text("\u{2066}a\u{2069}\u{feff}\u{200b}"), "\\u{2066}a\\u{2069}\\u{feff}\\u{200b}");
    }

    #[test]
    fn keeps_ordinary_text_of_every_script() {
        for ordinary in ["job 001", "작업-1", "日本語", "שלום", "👩\u{200d}💻", r"C:\jobs", ""] {
            assert!(matches!(text(ordinary), std::borrow::Cow::Borrowed(same) if same == ordinary));
        }
    }

    #[test]
    fn lines_keep_line_feeds() {
        assert_eq!(lines("a\nb\u{1b}\r\n"), "a\nb\\u{1b}\\r\n");
    }
}
