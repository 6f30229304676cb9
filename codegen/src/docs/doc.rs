//! A documentation comment.

use super::blocks::harmless;
use super::inline::code;
use crate::safe_text::clean;

/// The paragraphs of a documentation comment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doc {
    lines: Vec<String>,
}

impl Doc {
    /// Adds Markdown of the spec as a paragraph of its own; nothing if it is empty.
    pub(crate) fn text(self, markdown: &str) -> Self {
        self.lines(harmless(markdown))
    }

    /// Adds a line of our own as a paragraph; nothing if it is empty.
    pub(crate) fn line(self, line: impl Into<String>) -> Self {
        let line = line.into();
        self.lines(if line.is_empty() { Vec::new() } else { vec![line] })
    }

    /// Adds lines of our own as a paragraph.
    pub(crate) fn lines(mut self, lines: Vec<String>) -> Self {
        if !self.lines.is_empty() && !lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self
    }

    /// Markdown of the spec, or a line of our own if it is empty.
    pub(crate) fn text_or(self, markdown: &str, line: &str) -> Self {
        let lines = harmless(markdown);
        if lines.is_empty() { self.line(line) } else { self.lines(lines) }
    }

    /// The lines, without line ends.
    pub(crate) fn as_lines(&self) -> &[String] {
        &self.lines
    }
}

/// A line that names a word of the spec as code.
pub(crate) fn code_span(word: &str) -> String {
    code(word)
}

/// One line that ends with a full stop.
pub(crate) fn sentence(summary: &str) -> String {
    let line = clean(summary).split_whitespace().collect::<Vec<_>>().join(" ");
    let ends = line.is_empty() || line.ends_with(['.', '!', '?', ':']);
    if ends { line } else { format!("{line}.") }
}
