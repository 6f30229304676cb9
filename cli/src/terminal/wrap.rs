//! The width of the terminal, and sentences that fit into it.

use crate::terminal::output_streams::Streams;
use ncloud_dataflow::runtime::Environment;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns where the width is not known.
const DEFAULT_COLUMNS: usize = 80;

/// Returns the number of columns of the output: of its terminal, or else of the variable `COLUMNS`.
pub(crate) fn columns(streams: &Streams<'_>, environment: &Environment) -> usize {
    let terminal = || {
        let is_terminal = streams.is_terminal(false);
        let size = is_terminal.then(|| terminal_size::terminal_size_of(std::io::stdout()))?;
        size.map(|(width, _)| usize::from(width.0)).filter(|columns| *columns > 0)
    };
    let variable = || environment.variable("COLUMNS")?.parse().ok().filter(|columns| *columns > 0);
    streams.width().or_else(terminal).or_else(variable).unwrap_or(DEFAULT_COLUMNS)
}

/// Breaks a line at spaces so that it fits. A longer word is broken too.
pub(crate) fn wrap(text: &str, columns: usize) -> String {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ') {
        if !line.is_empty() && line.width() + 1 + word.width() > columns {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        for character in word.chars() {
            if !line.is_empty() && line.width() + character.width().unwrap_or(0) > columns {
                lines.push(std::mem::take(&mut line));
            }
            line.push(character);
        }
    }
    lines.push(line);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_spaces_or_in_long_words() {
        assert_eq!(wrap("one two three", 80), "one two three");
        assert_eq!(wrap("one two three", 7), "one two\nthree");
        assert_eq!(wrap("abcdefgh ij", 4), "abcd\nefgh\nij");
        // Each of these takes two columns.
        assert_eq!(wrap("야간작업 x", 5), "야간\n작업\nx");
        assert_eq!(wrap("", 5), "");
    }
}
