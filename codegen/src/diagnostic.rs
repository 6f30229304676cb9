//! The problems of a spec: gathered, sorted by place, shown with the line they stand in.

use crate::similar::similar;
use crate::source::Source;
use crate::tree::Place;
use std::collections::BTreeMap;
use std::fmt;

/// Most characters of a shown line.
const MAX_EXCERPT: usize = 160;

/// Most characters of a message.
const MAX_MESSAGE: usize = 1000;
/// Most problems that a run reports in full; of the others it reports how many there are of each kind.
const MAX_LISTED: usize = 100;
/// Most names that a run looks for similar ones of: each costs as much as there are candidates.
const MAX_SUGGESTIONS: usize = 100;

/// The problems found in a run, or what it has to say about a spec that is right.
///
/// At most 100 are listed, the first ones by place. The others are counted by kind.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// What does not keep the spec from being used.
    notices: Vec<Diagnostic>,
    /// How many of each kind are not in the list.
    unlisted: BTreeMap<&'static str, usize>,
    /// How many similar names were looked for.
    suggestions: usize,
}

/// One problem of a spec.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Diagnostic {
    at: Place,
    message: String,
    rule: &'static str,
    file: String,
    /// What is shown of its line: the characters around the place.
    excerpt: String,
    /// How many characters of the line stand before that.
    skipped: usize,
}

// One constructor per mistake stands in `mistakes`, one per notice in `notices`.
impl Diagnostics {
    /// The first problems, sorted by file, line and column; at most 100.
    #[must_use]
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Number of problems, those that are not listed included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len() + self.unlisted.values().sum::<usize>()
    }

    /// One line for each listed problem, and one for those that are not listed.
    pub fn summaries(&self) -> impl Iterator<Item = String> {
        self.list.iter().map(Diagnostic::summary).chain(self.rest())
    }

    /// How many problems are not listed, by kind.
    fn rest(&self) -> Option<String> {
        if self.unlisted.is_empty() {
            return None;
        }
        let kinds: Vec<String> = self.unlisted.iter().map(|(rule, count)| format!("{count} {rule}")).collect();
        let more = self.count() - self.list.len();
        Some(format!("{more} more of {}, not shown: {}", self.count(), kinds.join(", ")))
    }

    /// Whether nothing was wrong so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn push(&mut self, rule: &'static str, at: Place, message: String) {
        self.list.push(Diagnostic::new(rule, at, message));
    }

    pub(crate) fn push_notice(&mut self, rule: &'static str, at: Place, message: String) {
        self.notices.push(Diagnostic::new(rule, at, message));
    }

    /// Adds what others say.
    pub(crate) fn absorb(&mut self, others: Self) {
        self.list.extend(others.list);
        self.notices.extend(others.notices);
    }

    /// The candidate that is most like a word, if one is like it at all and not too many were looked for already.
    pub(crate) fn similar<'c>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        self.suggestions += 1;
        if self.suggestions > MAX_SUGGESTIONS { None } else { similar(word, candidates) }
    }

    /// Sorts the problems and adds to each its file's name and its line.
    pub(crate) fn finish(mut self, source: &Source) -> Self {
        self.list.sort();
        self.list.dedup();
        for problem in self.list.drain(self.list.len().min(MAX_LISTED)..) {
            *self.unlisted.entry(problem.rule).or_default() += 1;
        }
        let documents = source.documents();
        // Texts and lines can be as long as a file, so each file is cut into lines once.
        let mut cut: BTreeMap<usize, (String, Vec<&str>)> = BTreeMap::new();
        let mut last = Cursor::default();
        for problem in &mut self.list {
            let Some(document) = documents.get(problem.at.file) else {
                continue;
            };
            let make = || (source.shown(document.path), lines(document.text));
            let (file, lines) = cut.entry(problem.at.file).or_insert_with(make);
            problem.file.clone_from(file);
            problem.skipped = problem.at.column.saturating_sub(1).saturating_sub(MAX_EXCERPT / 2);
            let line = lines.get(problem.at.line.saturating_sub(1)).copied().unwrap_or_default();
            problem.excerpt = last.rest(problem, line).chars().take(MAX_EXCERPT).collect();
        }
        self
    }

    /// The notices when nothing was wrong, the problems otherwise.
    pub(crate) fn into_notices(self, source: &Source) -> Result<Self, Self> {
        if !self.is_empty() {
            return Err(self.finish(source));
        }
        let notices = Self { list: self.notices, ..Self::default() };
        Ok(notices.finish(source))
    }
}

/// How far a line was walked: problems come in order, and a line can be as long as its file.
#[derive(Default)]
struct Cursor {
    file: usize,
    line: usize,
    skipped: usize,
    byte: usize,
}

impl Cursor {
    /// The line from the first character that is shown of it.
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

/// The lines of a text, whichever way they end.
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

    /// Kind of the problem, e.g. `unknown-key`.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }

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

    /// Place and message on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let Place { line, column, .. } = self.at;
        format!("{}:{line}:{column}: {}", self.file, printable(&self.message).replace('\n', " "))
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
        self.rest().map_or(Ok(()), |rest| writeln!(out, "\n{rest}"))
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

/// A message of at most a few lines, whatever the spec has in the place of a name.
fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MAX_MESSAGE) {
        message.truncate(end);
        message.push('…');
    }
    message
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
    text.chars().map(|character| if crate::safe_text::is_hostile(character) { '\u{fffd}' } else { character }).collect()
}

impl std::error::Error for Diagnostics {}
