//! Descriptions of the spec as documentation that can do no harm.
//!
//! Markdown stays Markdown, but no text of a spec becomes a doctest, raw HTML, a link inside the documentation, or a
//! character that hides or reorders what a reader sees. Block structure is rebuilt line by line, so that no line can
//! become an indented code block and lists satisfy the lints on documentation.

mod blocks;
mod inline;

use crate::model::{Form, RequiredWhen, Type};
pub(crate) use blocks::harmless;
use inline::code;

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
        if markdown.trim().is_empty() { self.line(line) } else { self.text(markdown) }
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

/// What a type allows, in words: `Range 0-10. Default `2`.`; empty if there is nothing to say.
pub(crate) fn limits(ty: &Type, default: Option<&str>) -> String {
    let mut said = match ty.plain() {
        Type::Integer { minimum, maximum } => {
            vec![range(minimum.as_ref(), maximum.as_ref(), "Range ", "")]
        }
        Type::Number { minimum, maximum } => {
            vec![range(minimum.as_ref(), maximum.as_ref(), "Range ", "")]
        }
        Type::Text { min_length, max_length, pattern } => {
            let pattern = pattern.as_ref().map(|pattern| format!("Pattern {}.", code(pattern)));
            let unit = if max_length.or(*min_length) == Some(1) { " character" } else { " characters" };
            vec![range(min_length.as_ref(), max_length.as_ref(), "", unit), pattern.unwrap_or_default()]
        }
        Type::Nullable(of) => vec![limits(of, None), "May be null.".to_owned()],
        _ => Vec::new(),
    };
    said.extend(forms(ty));
    said.extend(default.map(|default| format!("Default {}.", code(default))));
    said.retain(|part| !part.is_empty());
    said.join(" ")
}

/// The other forms of a type, and of the items of a list.
fn forms(ty: &Type) -> Vec<String> {
    let named = |forms: &[Form]| forms.iter().map(|form| form.phrase()).collect::<Vec<_>>().join(" or ");
    match ty {
        Type::Alias(_, of) => forms(of),
        Type::Also(own, of) => [format!("Also {}.", named(own))].into_iter().chain(forms(of)).collect(),
        Type::Array(of) => match of.as_ref() {
            Type::Also(own, _) => vec![format!("Its items also {}.", named(own))],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// When an optional field has to be sent; empty if there is nothing to say.
pub(crate) fn condition(when: Option<&RequiredWhen>) -> String {
    let Some(when) = when else {
        return String::new();
    };
    let values: Vec<String> = when.equals.iter().map(|value| code(value)).collect();
    let (other, values) = (code(&when.field), values.join(" or "));
    format!("Required when {other} is {values}.")
}

fn range<T: std::fmt::Display>(least: Option<&T>, most: Option<&T>, before: &str, unit: &str) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("{before}{least}-{most}{unit}."),
        (Some(least), None) => format!("At least {least}{unit}."),
        (None, Some(most)) => format!("At most {most}{unit}."),
        (None, None) => String::new(),
    }
}

/// One line that ends with a full stop.
pub(crate) fn sentence(summary: &str) -> String {
    let line = clean(summary).split_whitespace().collect::<Vec<_>>().join(" ");
    let ends = line.is_empty() || line.ends_with(['.', '!', '?', ':']);
    if ends { line } else { format!("{line}.") }
}

/// Whether a character can hide, reorder or break what a reader sees.
pub(crate) fn is_hostile(character: char) -> bool {
    let is_bidi =
        matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_break = matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    character.is_control() || is_bidi || is_break
}

/// The text with plain line ends, spaces for tabs, and a replacement character for every hostile one.
pub(crate) fn clean(text: &str) -> String {
    if !text.contains(|character| character != '\n' && is_hostile(character)) {
        return text.trim_end().to_owned();
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n").replace('\t', "    ");
    let seen = |character: char| {
        if is_hostile(character) && character != '\n' { '\u{fffd}' } else { character }
    };
    text.chars().map(seen).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_words() {
        let integer = |minimum, maximum| Type::Integer { minimum, maximum };
        assert_eq!(limits(&integer(Some(0), Some(1440)), Some("360")), "Range 0-1440. Default `360`.");
        assert_eq!(limits(&integer(Some(0), None), None), "At least 0.");
        assert_eq!(limits(&integer(None, None), None), "");
    }
}
