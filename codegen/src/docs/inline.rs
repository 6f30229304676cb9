//! The inside of a line: code spans and links stay, everything that could be markup of another kind is escaped.

use std::borrow::Cow;

/// The line with brackets, angle brackets and stray backticks escaped and with bare addresses made links.
pub(super) fn inline(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((plain, marked)) = rest.find(MARKS).and_then(|at| rest.split_at_checked(at)) {
        let (text, length) = span(marked);
        out.push_str(plain);
        out.push_str(&text);
        rest = marked.get(length..).unwrap_or_default();
    }
    out + rest
}

/// What may begin markup, or a bare address.
const MARKS: [char; 9] = ['`', '[', ']', '<', '>', '|', '\\', '!', 'h'];

/// What the mark at the start of the text becomes, and how many bytes that takes, with what belongs to it.
fn span(text: &str) -> (Cow<'_, str>, usize) {
    let first = text.chars().next().unwrap_or_default();
    let kept = match first {
        '`' => code_span(text),
        '[' => link(text),
        '<' => autolink(text),
        '\\' => escape(text),
        _ => None,
    };
    if let Some(kept) = kept {
        return (kept.into(), kept.len());
    }
    if let Some(address) = address(text) {
        return (format!("<{address}>").into(), address.len());
    }
    match first {
        '`' => {
            let run = text.len() - text.trim_start_matches('`').len();
            ("\\`".repeat(run).into(), run)
        }
        '!' if text.starts_with("![") => ("\\!".into(), 1),
        '!' | 'h' => (text.get(..1).unwrap_or_default().into(), 1),
        _ => (format!("\\{first}").into(), first.len_utf8()),
    }
}

/// A code span, unless it opens with what a reader of lines would take for the fence of a block.
fn code_span(text: &str) -> Option<&str> {
    let run = text.len() - text.trim_start_matches('`').len();
    let mut at = if run < 3 { run } else { return None };
    loop {
        at += text.get(at..)?.find('`')?;
        let rest = text.get(at..)?;
        let closing = rest.len() - rest.trim_start_matches('`').len();
        at += closing;
        if closing == run {
            return text.get(..at);
        }
    }
}

/// Most bytes of a link: what may be one is looked for at every mark of a line, and a line can be long.
const MAX_LINK: usize = 512;

/// The start of a text in which a link has to end.
fn window(text: &str) -> &str {
    let end = text.len().min(MAX_LINK);
    // A character takes at most four bytes.
    (0..4).find_map(|less| text.get(..end.checked_sub(less)?)).unwrap_or_default()
}

fn link(text: &str) -> Option<&str> {
    let text = window(text);
    let (label, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (target, _) = rest.split_once(')')?;
    let is_plain = !label.is_empty() && !label.contains(['[', ']', '`', '<', '>', '\\', '!']);
    (is_plain && is_address(target)).then(|| text.get(..label.len() + target.len() + 4)).flatten()
}

fn autolink(text: &str) -> Option<&str> {
    let text = window(text);
    let (target, _) = text.strip_prefix('<')?.split_once('>')?;
    is_address(target).then(|| text.get(..target.len() + 2)).flatten()
}

/// A backslash with the punctuation that it escapes.
fn escape(text: &str) -> Option<&str> {
    let escaped = text.chars().nth(1)?;
    escaped.is_ascii_punctuation().then(|| text.get(..2)).flatten()
}

/// A bare web address, without the punctuation behind it.
fn address(text: &str) -> Option<&str> {
    if !text.starts_with("http") {
        return None;
    }
    let text = window(text);
    let ends =
        |character: char| character.is_whitespace() || "<>()[]{}\"'`\\^|*".contains(character) || !character.is_ascii();
    let end = text.find(ends).unwrap_or(text.len());
    let address = text.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', '_']);
    is_address(address).then_some(address)
}

fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |character: char| character.is_ascii_alphanumeric() || "-._~/?#@!$&'*+,;=%:".contains(character);
    host.is_some_and(|host| host.starts_with(|first: char| first.is_ascii_alphanumeric()) && host.chars().all(plain))
}

/// A word as a code span, whatever it holds.
pub(super) fn code(word: &str) -> String {
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'`') {
        return format!("`{word}`");
    }
    let word = crate::safe_text::clean(word).replace('\n', " ");
    let longest = word.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if word.starts_with('`') || word.ends_with('`') || word.is_empty() { " " } else { "" };
    format!("{fence}{pad}{word}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        assert_eq!(inline(line), expected, "{line}");
    }

    #[test]
    fn code_spans_stay() {
        check("a `b<c>[d]` e", "a `b<c>[d]` e");
        check("``a`b`` c", "``a`b`` c");
    }

    #[test]
    fn stray_markup_is_escaped() {
        check("a ` b", "a \\` b");
        check("``` a(); ```", "\\`\\`\\` a(); \\`\\`\\`");
        check("Vec<T> and [Foo] and ![x](y)", "Vec\\<T\\> and \\[Foo\\] and \\!\\[x\\](y)");
        check("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
        check("\\<b>", "\\<b\\>");
        check("\\\\<b>", "\\\\\\<b\\>");
        check("ends in \\", "ends in \\\\");
    }

    #[test]
    fn addresses_become_links() {
        check("see https://example.com/a?b=c.", "see <https://example.com/a?b=c>.");
        check("<https://example.com>", "<https://example.com>");
        check("[docs](https://example.com)", "[docs](https://example.com)");
        check("[docs](javascript:alert(1))", "\\[docs\\](javascript:alert(1))");
        check("[foo](crate::Foo)", "\\[foo\\](crate::Foo)");
    }

    #[test]
    fn any_word_can_be_code() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}
