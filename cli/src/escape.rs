//! Makes text from elsewhere harmless to a terminal and to the reader.
//!
//! Escaped are control characters (with them every ANSI sequence), characters that change the direction of text, and
//! those that break lines or hide. They come out as `\n`, `\t` or `\u{202e}`. A backslash stays as it is: what has to
//! be read back is written as JSON.

use std::borrow::Cow;

/// The text with everything that could forge, hide or recolour output written as an escape.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    escaped(text, is_harmful)
}

/// The same, with line feeds left as they are: for output that is made of lines.
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

/// Whether a character acts on what is around it instead of being shown.
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
    fn escapes_what_a_terminal_would_act_on() {
        assert_eq!(text("a\u{1b}[31mred\u{7}"), "a\\u{1b}[31mred\\u{7}");
        assert_eq!(text("one\ntwo\r\tthree"), "one\\ntwo\\r\\tthree");
        assert_eq!(text("\u{9b}31m\u{7f}\0"), "\\u{9b}31m\\u{7f}\\u{0}");
    }

    #[test]
    fn escapes_what_turns_or_hides_text() {
        assert_eq!(text("gpj.\u{202e}exe"), "gpj.\\u{202e}exe");
        assert_eq!(text("\u{2066}a\u{2069}\u{feff}\u{200b}"), "\\u{2066}a\\u{2069}\\u{feff}\\u{200b}");
    }

    #[test]
    fn leaves_ordinary_text_of_every_script() {
        for ordinary in ["job 001", "작업-1", "日本語", "שלום", "👩\u{200d}💻", r"C:\jobs", ""] {
            assert!(matches!(text(ordinary), std::borrow::Cow::Borrowed(same) if same == ordinary));
        }
    }

    #[test]
    fn keeps_line_feeds_where_lines_are_meant() {
        assert_eq!(lines("a\nb\u{1b}\r\n"), "a\nb\\u{1b}\\r\n");
    }
}
