//! Problems of a spec: collected, sorted by position, and shown with their lines.

use crate::similar::similar;
use crate::source::Source;
use crate::tree::Place;
use std::collections::BTreeMap;
use std::fmt;

/// Maximum length of a shown line, in characters.
const MAX_EXCERPT: usize = 160;

/// Maximum length of a message, in characters.
const MAX_MESSAGE: usize = 1000;
/// Maximum number of problems that are listed. The others are counted by kind.
const MAX_LISTED: usize = 100;
/// Maximum number of searches for a similar name. Each search compares all candidates.
const MAX_SUGGESTIONS: usize = 100;

/// Problems of a spec, or notices about a valid spec.
///
/// The first 100 by position are listed. The others are counted by kind.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// Notices, which do not make the spec invalid.
    notices: Vec<Diagnostic>,
    /// Number of problems that are not in the list, by kind.
    unlisted: BTreeMap<&'static str, usize>,
    /// Number of searches for a similar name so far.
    suggestions: usize,
}

/// One problem of a spec.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Diagnostic {
    at: Place,
    message: String,
    rule: &'static str,
    file: String,
    /// Shown part of its line: the characters around the position.
    excerpt: String,
    /// Number of characters of the line before the excerpt.
    skipped: usize,
}

// Constructors of problems are in `mistakes`, constructors of notices in `notices`.
impl Diagnostics {
    /// Returns the first problems, sorted by file, line and column; at most 100.
    #[must_use]
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Returns the number of problems, including unlisted ones.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len() + self.unlisted.values().sum::<usize>()
    }

    /// Returns one line per listed problem, then one line with the counts of the unlisted ones.
    pub fn summaries(&self) -> impl Iterator<Item = String> {
        self.list.iter().map(Diagnostic::summary).chain(self.unlisted_summary())
    }

    /// Returns the counts of the unlisted problems, by kind.
    fn unlisted_summary(&self) -> Option<String> {
        if self.unlisted.is_empty() {
            return None;
        }
        let kinds: Vec<String> = self.unlisted.iter().map(|(rule, count)| format!("{count} {rule}")).collect();
        let more = self.count() - self.list.len();
        Some(format!("{more} more of {}, not shown: {}", self.count(), kinds.join(", ")))
    }

    /// Returns true if no problem was reported so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn push(&mut self, rule: &'static str, at: Place, message: String) {
        self.list.push(Diagnostic::new(rule, at, message));
    }

    pub(crate) fn push_notice(&mut self, rule: &'static str, at: Place, message: String) {
        self.notices.push(Diagnostic::new(rule, at, message));
    }

    /// Adds the problems and notices of another collection.
    pub(crate) fn absorb(&mut self, others: Self) {
        self.list.extend(others.list);
        self.notices.extend(others.notices);
    }

    /// Returns the candidate that is most similar to a word, if one is. The number of searches is limited.
    pub(crate) fn similar<'c>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        self.suggestions += 1;
        if self.suggestions > MAX_SUGGESTIONS { None } else { similar(word, candidates) }
    }

    /// Sorts the problems and adds file name and line to each.
    pub(crate) fn finish(mut self, source: &Source) -> Self {
        self.list.sort();
        self.list.dedup();
        for problem in self.list.drain(self.list.len().min(MAX_LISTED)..) {
            *self.unlisted.entry(problem.rule).or_default() += 1;
        }
        let documents = source.documents();
        // A line can be as long as its file, so each file is split into lines only once.
        let mut split: BTreeMap<usize, (String, Vec<&str>)> = BTreeMap::new();
        let mut last = Cursor::default();
        for problem in &mut self.list {
            let Some(document) = documents.get(problem.at.file) else {
                continue;
            };
            let split_file = || (source.shown(document.path), lines(document.text));
            let (file, lines) = split.entry(problem.at.file).or_insert_with(split_file);
            problem.file.clone_from(file);
            problem.skipped = problem.at.column.saturating_sub(1).saturating_sub(MAX_EXCERPT / 2);
            let line = lines.get(problem.at.line.saturating_sub(1)).copied().unwrap_or_default();
            problem.excerpt = last.rest(problem, line).chars().take(MAX_EXCERPT).collect();
        }
        self
    }

    /// Returns the notices if there are no problems, else the problems.
    pub(crate) fn into_notices(self, source: &Source) -> Result<Self, Self> {
        if !self.is_empty() {
            return Err(self.finish(source));
        }
        let notices = Self { list: self.notices, ..Self::default() };
        Ok(notices.finish(source))
    }
}

/// Position in a line up to which characters were counted. Problems are sorted, so a long line is scanned only once.
#[derive(Default)]
struct Cursor {
    file: usize,
    line: usize,
    skipped: usize,
    byte: usize,
}

impl Cursor {
    /// Returns the line from the first shown character of the problem.
    fn rest<'l>(&mut self, problem: &Diagnostic, line: &'l str) -> &'l str {
        let Place { file, line: number, .. } = problem.at;
        if (self.file, self.line) != (file, number) || problem.skipped < self.skipped {
            *self = Self { file, line: number, skipped: 0, byte: 0 };
        }
        let rest = line.get(self.byte..).unwrap_or_default();
        let ahead = rest.char_indices().nth(problem.skipped - self.skipped).map_or(rest.len(), |(byte, _)| byte);
        (self.skipped, self.byte) = (problem.skipped, self.byte + ahead);
        rest.get(ahead..).unwrap_or_default()
    }
}

/// Splits a text into lines, which end with LF, CRLF or CR.
fn lines(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unix = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    unix.flat_map(|line| line.split('\r')).collect()
}

impl Diagnostic {
    fn new(rule: &'static str, at: Place, message: String) -> Self {
        let message = shortened(message);
        Self { at, message, rule, file: String::new(), excerpt: String::new(), skipped: 0 }
    }

    /// Returns the kind of the problem, e.g. `unknown-key`.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// Returns the name of the file, e.g. `spec/service.yaml`.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns line and column, both from 1. Columns count characters.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        (self.at.line, self.at.column)
    }

    /// Returns position and message on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let Place { line, column, .. } = self.at;
        format!("{}:{line}:{column}: {}", self.file, printable(&self.message).replace('\n', " "))
    }

    /// Returns what is wrong and, unless that is obvious, what to do.
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
        self.unlisted_summary().map_or(Ok(()), |rest| writeln!(out, "\n{rest}"))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column, width, .. } = self.at;
        out.write_str(&self.summary())?;
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

/// Limits the length of a message. Names in it can be arbitrarily long.
fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MAX_MESSAGE) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// Returns the approximate width of a character in terminal columns: 2 for Hangul, kana and ideographs.
fn cells(character: char) -> usize {
    if matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
    {
        2
    } else {
        1
    }
}

/// Replaces characters that could move the cursor or change the writing direction of a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|character| if crate::safe_text::is_hostile(character) { '\u{fffd}' } else { character }).collect()
}

impl std::error::Error for Diagnostics {}
