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
    /// What is shown of its line: the characters around the place.
    excerpt: String,
    /// How many characters of the line stand before that.
    skipped: usize,
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
        self.list.push(Diagnostic { at, message, file: String::new(), excerpt: String::new(), skipped: 0 });
    }

    /// Sorts the problems and adds to each its file's name and its line.
    pub(crate) fn finish(mut self, source: &Source) -> Self {
        // A hostile text has as many problems as lines, so the lines are looked for once.
        let documents: Vec<_> = source
            .documents()
            .into_iter()
            .map(|document| (source.shown(document.path), lines(document.text)))
            .collect();
        for problem in &mut self.list {
            if let Some((file, lines)) = documents.get(problem.at.file) {
                problem.file.clone_from(file);
                problem.skipped = problem.at.column.saturating_sub(1).saturating_sub(MAX_EXCERPT / 2);
                let line = lines.get(problem.at.line.saturating_sub(1)).copied().unwrap_or_default();
                problem.excerpt = line.chars().skip(problem.skipped).take(MAX_EXCERPT).collect();
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

/// The lines of a text, whichever way they end.
fn lines(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unix = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    unix.flat_map(|line| line.split('\r')).collect()
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
        let (shown, skipped) = (self.excerpt.as_str(), self.skipped);
        if shown.trim().is_empty() {
            return Ok(());
        }
        let margin = " ".repeat(line.to_string().len());
        let before: usize = shown.chars().take(column - 1 - skipped).map(cells).sum();
        let marked: usize = shown.chars().skip(column - 1 - skipped).take(width).map(cells).sum();
        write!(out, "\n{margin} |\n{line} | {}", printable(shown).trim_end())?;
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
