//! Writes a log: every byte as it is, or filtered lines, or lines that are safe on a terminal.

use crate::terminal::escape;
use regex_lite::Regex;
use std::io::{self, Write};

/// Number of bytes after which a line without an end is written in pieces.
const MAX_LINE: usize = 1024 * 1024;

/// Writes a log whose parts arrive one after the other.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    grep: Option<Regex>,
    on_terminal: bool,
    /// The beginning of a line whose end has not arrived.
    pending: Vec<u8>,
    /// Number of lines that `grep` has kept.
    kept: u64,
}

impl Lines {
    pub(crate) fn new(grep: Option<Regex>, on_terminal: bool) -> Self {
        Self { grep, on_terminal, ..Self::default() }
    }

    /// Returns whether a filter has kept no line.
    pub(crate) fn has_filtered_everything(&self) -> bool {
        self.grep.is_some() && self.kept == 0
    }

    /// Writes a part.
    pub(crate) fn write(&mut self, bytes: &[u8], out: &mut dyn Write) -> io::Result<()> {
        if self.grep.is_none() && !self.on_terminal {
            return out.write_all(bytes);
        }
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.pending.extend_from_slice(piece);
            if piece.ends_with(b"\n") || self.pending.len() >= MAX_LINE {
                self.write_pending(out)?;
            }
        }
        Ok(())
    }

    /// Writes a last line without a line feed.
    pub(crate) fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match self.pending.is_empty() {
            true => Ok(()),
            false => self.write_pending(out),
        }
    }

    fn write_pending(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let line = std::mem::take(&mut self.pending);
        let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = String::from_utf8_lossy(bytes.strip_suffix(b"\r").unwrap_or(bytes));
        if let Some(grep) = &self.grep {
            if !grep.is_match(&text) {
                return Ok(());
            }
            self.kept += 1;
        }
        match self.on_terminal {
            true => writeln!(out, "{}", shown(&text)),
            false => out.write_all(bytes).and_then(|()| out.write_all(b"\n")),
        }
    }
}

/// Escapes a line for a terminal. Tabs stay: the frames of a stack trace begin with one.
pub(crate) fn shown(line: &str) -> String {
    let pieces: Vec<_> = line.split('\t').map(escape::text).collect();
    pieces.join("\t")
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use regex_lite::Regex;

    fn written(mut lines: Lines, parts: &[&[u8]]) -> Vec<u8> {
        let mut out = Vec::new();
        for part in parts {
            lines.write(part, &mut out).unwrap();
        }
        lines.finish(&mut out).unwrap();
        out
    }

    #[test]
    fn a_pipe_gets_every_byte() {
        let parts: [&[u8]; 3] = [b"a\x1b[31m\r\n\xff", b"\0b", b"\n\nno end"];
        assert_eq!(written(Lines::new(None, false), &parts), parts.concat());
    }

    #[test]
    fn a_terminal_gets_escaped_lines() {
        let parts: [&[u8]; 3] = [b"a\x1b[31m\r\n\tat \xed", b"\x95\x9c\n", b"\xffno end"];
        assert_eq!(
            String::from_utf8(written(Lines::new(None, true), &parts)).unwrap(),
            "a\\u{1b}[31m\n\tat 한\n\u{fffd}no end\n"
        );
    }

    #[test]
    fn a_filter_keeps_whole_lines() {
        let lines = || Lines::new(Some(Regex::new("^ERR.*[0-9]$").unwrap()), false);
        assert_eq!(written(lines(), &[b"ERR 1\nok\nER", b"R 2\r\nxERR 3\nERR x\nERR 4"]), b"ERR 1\nERR 2\r\nERR 4\n");
    }

    #[test]
    fn a_line_without_an_end_does_not_fill_the_memory() {
        let mut lines = Lines::new(None, true);
        let mut out = Vec::new();
        for _ in 0..5 {
            lines.write(&vec![b'x'; 1024 * 1024], &mut out).unwrap();
            assert!(lines.pending.len() < 2 * 1024 * 1024);
        }
    }
}
