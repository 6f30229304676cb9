//! Blocks of Markdown, rebuilt line by line.

use super::inline::inline;
use crate::safe_text::clean;

/// Markdown of the spec as lines of harmless Markdown.
pub(crate) fn harmless(markdown: &str) -> Vec<String> {
    let text = clean(markdown);
    let mut blocks = Blocks::default();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let (indent, rest) = indentation(line);
        if let Some(fence) = fence(rest) {
            let content: Vec<&str> = lines.by_ref().take_while(|line| !closes(line, fence)).collect();
            blocks.code(&content, indent);
        } else if indent >= 4 && blocks.may_start_code() {
            let mut content = vec![line];
            while let Some(next) = lines.next_if(|next| next.trim().is_empty() || indentation(next).0 >= 4) {
                content.push(next);
            }
            blocks.code(&content, 4);
        } else {
            blocks.line(indent, rest);
        }
    }
    blocks.finish()
}

fn indentation(line: &str) -> (usize, &str) {
    let rest = line.trim_start();
    (line.len() - rest.len(), rest.trim_end())
}

/// The run of backticks or tildes that opens a code block.
fn fence(rest: &str) -> Option<&str> {
    let mark = rest.chars().next().filter(|first| matches!(first, '`' | '~'))?;
    let (run, info) = rest.split_at(rest.len() - rest.trim_start_matches(mark).len());
    let is_fence = run.len() >= 3 && !(mark == '`' && info.contains('`'));
    is_fence.then_some(run)
}

fn closes(line: &str, fence: &str) -> bool {
    let rest = line.trim();
    rest.starts_with(fence) && fence.chars().next().is_some_and(|mark| rest.chars().all(|character| character == mark))
}

/// Deepest indentation of a list item: it is written before every line of the item.
const MAX_INDENT: usize = 40;

/// The blocks so far.
#[derive(Default)]
struct Blocks {
    out: Vec<String>,
    /// The open list items: indentation in the source, and indentation of their content in the output.
    items: Vec<(usize, usize)>,
}

impl Blocks {
    fn after_blank(&self) -> bool {
        self.out.last().is_none_or(String::is_empty)
    }

    fn may_start_code(&self) -> bool {
        self.after_blank() && self.items.is_empty()
    }

    fn code(&mut self, content: &[&str], indent: usize) {
        let longest = content.iter().flat_map(|line| line.split(|character| character != '`')).map(str::len).max();
        let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
        self.items.clear();
        if !self.after_blank() {
            self.out.push(String::new());
        }
        self.out.push(format!("{fence}text"));
        for line in content {
            let own = indentation(line).0.min(indent);
            self.out.push(line.get(own..).unwrap_or_default().trim_end().to_owned());
        }
        while self.out.last().is_some_and(String::is_empty) {
            self.out.pop();
        }
        self.out.extend([fence, String::new()]);
    }

    fn line(&mut self, indent: usize, rest: &str) {
        if rest.is_empty() {
            if !self.after_blank() {
                self.out.push(String::new());
            }
            return;
        }
        let can_count = self.after_blank() || !self.items.is_empty();
        let Some((marker, content)) = item(rest, can_count) else {
            if self.after_blank() {
                while self.items.pop_if(|(source, _)| *source >= indent).is_some() {}
            }
            let own = self.items.last().map_or(0, |(_, own)| *own);
            self.out.push(format!("{}{}", " ".repeat(own), inline(&start_of_line(rest))));
            return;
        };
        while self.items.pop_if(|(source, _)| *source >= indent).is_some() {}
        let own = self.items.last().map_or(0, |(_, own)| *own);
        self.items.push((indent, (own + marker.len() + 1).min(MAX_INDENT)));
        self.out.push(format!("{}{marker} {}", " ".repeat(own), inline(&start_of_line(content))));
    }

    fn finish(mut self) -> Vec<String> {
        while self.out.last().is_some_and(String::is_empty) {
            self.out.pop();
        }
        self.out
    }
}

/// Marker and content of a list item. `can_count` says whether a number other than 1 may start one.
fn item(rest: &str, can_count: bool) -> Option<(&str, &str)> {
    let (marker, content) = rest.split_once(' ')?;
    let content = content.trim_start();
    let counts = marker.strip_suffix(['.', ')']).is_some_and(|number| {
        let digits = !number.is_empty() && number.len() < 10 && number.bytes().all(|byte| byte.is_ascii_digit());
        digits && (can_count || number == "1")
    });
    (!content.is_empty() && (counts || matches!(marker, "-" | "*" | "+"))).then_some((marker, content))
}

/// Text that would open a block at the start of a line, escaped.
fn start_of_line(text: &str) -> String {
    let number = text.len() - text.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    let behind = text.get(number..).unwrap_or_default();
    if number > 0 && behind.starts_with(['.', ')']) {
        return format!("{}\\{behind}", text.get(..number).unwrap_or_default());
    }
    let opens = text.starts_with(['-', '+', '>', '=', '~', ':']) || text == "*" || text.starts_with("* ");
    format!("{}{text}", if opens { "\\" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &[&str]) {
        assert_eq!(harmless(markdown), expected, "{markdown:?}");
    }

    #[test]
    fn code_never_runs() {
        check("```rust\nfn main() {}\n```", &["```text", "fn main() {}", "```"]);
        check("~~~\n```\n~~~", &["````text", "```", "````"]);
        check("a\n\n    panic!()\n\nb", &["a", "", "```text", "panic!()", "```", "", "b"]);
        check("```\nnever closed", &["```text", "never closed", "```"]);
        check("- ```rust\n  panic!()", &["- \\`\\`\\`rust", "  panic!()"]);
        check("- a\n\n          panic!()", &["- a", "", "  panic!()"]);
        check("-      panic!()", &["- panic!()"]);
        check("> ```\n> x", &["\\> \\`\\`\\`", "\\> x"]);
        check("a\n    b", &["a", "b"]);
    }

    #[test]
    fn lists_keep_their_shape() {
        check("- a\nb\n- c\n  - d\n    e\n\nf", &["- a", "  b", "- c", "  - d", "    e", "", "f"]);
        check("1. a\n2. b", &["1. a", "2. b"]);
        check("in\n2015. it was", &["in", "2015\\. it was"]);
        check("- - a", &["- \\- a"]);
        check("-\n===", &["\\-", "\\==="]);
    }

    #[test]
    fn hostile_characters_are_replaced() {
        check("a\u{0}b\u{202e}c\u{2028}d\re", &["a\u{fffd}b\u{fffd}c", "d", "e"]);
    }
}
