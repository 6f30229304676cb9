//! The problems of a spec: gathered, sorted by place, shown with the line they stand in.

use crate::source::Source;
use crate::tree::Place;
use std::fmt;

/// Most characters of a shown line.
const MAX_EXCERPT: usize = 160;

/// All problems found in a run. One constructor per mistake stands in `mistakes`.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

/// One problem of a spec.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Diagnostic {
    at: Place,
    message: String,
    file: String,
    excerpt: String,
}

impl Diagnostics {
    /// The problems, sorted by file, line and column.
    #[must_use]
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Whether nothing was wrong so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn push(&mut self, at: Place, message: String) {
        self.list.push(Diagnostic { at, message, file: String::new(), excerpt: String::new() });
    }

    /// Sorts the problems and adds to each its file's name and its line.
    pub(crate) fn finish(mut self, source: &Source) -> Self {
        let documents = source.documents();
        for problem in &mut self.list {
            if let Some(document) = documents.get(problem.at.file) {
                problem.file = source.shown(document.path);
                problem.excerpt = line(document.text, problem.at.line).to_owned();
            }
        }
        self.list.sort();
        self.list.dedup();
        self
    }

    /// Itself when nothing was wrong.
    pub(crate) fn or_nothing(self, source: &Source) -> Result<Self, Self> {
        if self.is_empty() { Ok(self) } else { Err(self.finish(source)) }
    }
}

fn line(text: &str, number: usize) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rest = text;
    for _ in 1..number {
        let Some(end) = rest.find(['\n', '\r']) else {
            return "";
        };
        let width = if rest.get(end..).is_some_and(|end| end.starts_with("\r\n")) { 2 } else { 1 };
        rest = rest.get(end + width..).unwrap_or_default();
    }
    rest.split(['\n', '\r']).next().unwrap_or_default()
}

impl Diagnostic {
    /// Name of the file, e.g. `spec/service.yaml`.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Line and column, both from 1; the column counts characters.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        (self.at.line, self.at.column)
    }

    /// What is wrong and what to do.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.list.iter().enumerate() {
            let gap = if number == 0 { "" } else { "\n" };
            writeln!(out, "{gap}{problem}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column, width, .. } = self.at;
        write!(out, "{}:{line}:{column}: {}", self.file, printable(&self.message))?;
        let skipped = column.saturating_sub(1).saturating_sub(MAX_EXCERPT / 2);
        let shown: String = self.excerpt.chars().skip(skipped).take(MAX_EXCERPT).collect();
        if shown.trim().is_empty() {
            return Ok(());
        }
        let margin = " ".repeat(line.to_string().len());
        let before: usize = shown.chars().take(column - 1 - skipped).map(cells).sum();
        let marked: usize = shown.chars().skip(column - 1 - skipped).take(width).map(cells).sum();
        write!(out, "\n{margin} |\n{line} | {}", printable(&shown).trim_end())?;
        write!(out, "\n{margin} | {}{}", " ".repeat(before), "^".repeat(marked.max(1)))
    }
}

/// Columns of a terminal that a character fills, roughly: Hangul, kana and ideographs fill two.
fn cells(character: char) -> usize {
    if matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
    {
        2
    } else {
        1
    }
}

/// Text that cannot move the cursor or turn the writing direction of a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|character| if crate::docs::is_hostile(character) { '\u{fffd}' } else { character }).collect()
}

impl std::error::Error for Diagnostics {}
