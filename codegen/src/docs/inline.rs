//! The inside of a block: text of the source with what could be markup of another kind escaped.

use crate::safe_text::{clean, is_hostile};

/// Adds text of the source, as it is written there.
///
/// Brackets, angle brackets, bars, backticks and stray emphasis are escaped, and bare addresses become links, except in
/// a link. Escapes and entities of the source stay.
pub(super) fn copy(out: &mut String, source: &str, in_link: bool) {
    let mut rest = source;
    let mut before = None;
    while let Some((plain, marked)) = rest.bytes().position(is_mark).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        before = plain.chars().next_back().or(before);
        let length = copy_mark(out, marked, before, in_link);
        let (done, next) = marked.split_at_checked(length).unwrap_or((marked, ""));
        before = done.chars().next_back();
        rest = next;
    }
    out.push_str(rest);
}

/// Whether a byte may begin markup, or a bare address.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'`' | b'[' | b']' | b'<' | b'>' | b'|' | b'\\' | b'*' | b'_' | b'~' | b'h')
}

/// Adds the mark at the start of a text, escaped, and returns how many bytes of the text it was.
fn copy_mark(out: &mut String, text: &str, before: Option<char>, in_link: bool) -> usize {
    let mut characters = text.chars();
    let Some(mark) = characters.next() else {
        return 0;
    };
    match mark {
        'h' => return copy_address(out, text, in_link),
        '*' | '_' | '~' => return copy_run(out, text, mark, before),
        '\\' => match characters.next() {
            Some(escaped) if escaped.is_ascii_punctuation() => {
                out.extend([mark, escaped]);
                return 2;
            }
            // An `h` may become the angle bracket of an address.
            Some(plain) if plain.is_alphanumeric() && plain != 'h' => out.push(mark),
            _ => out.push_str("\\\\"),
        },
        _ => out.extend(['\\', mark]),
    }
    1
}

/// Adds a run of what could be emphasis. It cannot be between spaces, and underscores cannot inside of a word.
fn copy_run(out: &mut String, text: &str, mark: char, before: Option<char>) -> usize {
    let behind = text.trim_start_matches(mark);
    let run = text.len() - behind.len();
    let after = behind.chars().next();
    let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    let is_plain = both(char::is_whitespace) || mark == '_' && both(char::is_alphanumeric);
    for _ in 0..run {
        out.extend((!is_plain).then_some('\\'));
        out.push(mark);
    }
    run
}

/// Adds a bare address as a link. What only looks like one gets an escape, as tools would take it for one.
fn copy_address(out: &mut String, text: &str, in_link: bool) -> usize {
    let scheme = ["http://", "https://"].into_iter().find(|scheme| !in_link && text.starts_with(scheme));
    match (scheme, scheme.and_then(|_| address(text))) {
        (_, Some(address)) => {
            // No entity is read in a link of this form.
            out.extend(["<", &address.replace("&amp;", "&"), ">"]);
            address.len()
        }
        (Some(scheme), None) => {
            let name = scheme.trim_end_matches("://");
            out.extend([name, "\\:"]);
            name.len() + 1
        }
        (None, None) => {
            out.push('h');
            1
        }
    }
}

/// Adds text that starts a line, where a heading, a list item or an underline would begin.
pub(super) fn copy_at_start(out: &mut String, source: &str) {
    let source = source.trim_start();
    let digits = source.len() - source.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    let (number, rest) = source.split_at_checked(digits).unwrap_or_default();
    let opens =
        if number.is_empty() { rest.starts_with(['-', '+', '=', ':', '#']) } else { rest.starts_with(['.', ')']) };
    out.push_str(number);
    let (mark, rest) = rest.split_at_checked(usize::from(opens)).unwrap_or_default();
    if opens {
        out.extend(["\\", mark]);
    }
    copy(out, rest, false);
}

/// Adds words that are no Markdown on one line.
pub(super) fn copy_words(out: &mut String, words: &str) {
    for (number, word) in words.split_whitespace().enumerate() {
        out.extend((number > 0).then_some(' '));
        for character in word.chars() {
            let is_markup = character.is_ascii_punctuation() && !"-./=?,;%+@".contains(character);
            out.extend(is_markup.then_some('\\'));
            out.push(if is_hostile(character) { '\u{fffd}' } else { character });
        }
    }
}

/// The target of a link as Markdown, if it is a web address.
pub(super) fn web_target(target: &str) -> Option<String> {
    // An ampersand of the address is none of an entity.
    let target = if target.contains(';') { target.replace('&', "&amp;") } else { target.to_owned() };
    if is_address(&target) {
        return Some(target);
    }
    is_address(&target.replace(['(', ')'], "")).then(|| format!("<{target}>"))
}

/// Maximum bytes of a bare address: what may be one is looked for at every mark of a line, and a line can be long.
const MAX_ADDRESS: usize = 512;

/// The start of a text in which an address has to end.
fn window(text: &str) -> &str {
    let end = text.len().min(MAX_ADDRESS);
    // A character takes at most four bytes.
    (0..4).find_map(|less| text.get(..end.checked_sub(less)?)).unwrap_or_default()
}

/// A bare web address, without the punctuation behind it.
fn address(text: &str) -> Option<&str> {
    if !text.starts_with("http") {
        return None;
    }
    let text = window(text);
    let ends =
        |character: char| character.is_whitespace() || "<>()[]{}\"'`\\^|*".contains(character) || !character.is_ascii();
    let in_entity = |character: char| character.is_ascii_alphanumeric() || character == '#';
    let is_entity = |at: &usize| {
        let rest = text.get(at + 1..).unwrap_or_default();
        rest.trim_start_matches(in_entity).starts_with(';') && !rest.starts_with("amp;")
    };
    let end = text.find(ends).unwrap_or(text.len());
    let end = text.match_indices('&').map(|(at, _)| at).find(is_entity).map_or(end, |at| end.min(at));
    let address = text.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', '_']);
    is_address(address).then_some(address)
}

pub(super) fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |character: char| character.is_alphanumeric() || "-._~/?#@!$&'*+,;=%:".contains(character);
    host.is_some_and(|host| host.starts_with(char::is_alphanumeric) && host.chars().all(plain))
}

/// A word as a code span, whatever it holds.
///
/// The delimiter is the shortest that the word lacks: a long one looks like the fence of a block.
pub(super) fn code(word: &str) -> String {
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'`') {
        return format!("`{word}`");
    }
    let word = clean(word).replace('\n', " ");
    let mut runs: Vec<usize> = word.split(|character| character != '`').map(str::len).collect();
    runs.sort_unstable();
    let length = runs.into_iter().fold(1, |length, run| if run == length { length + 1 } else { length });
    let fence = "`".repeat(length);
    let is_spaced = word.starts_with(' ') && word.ends_with(' ') && !word.trim().is_empty();
    let pad = if is_spaced || word.starts_with('`') || word.ends_with('`') || word.is_empty() { " " } else { "" };
    format!("{fence}{pad}{word}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_word_can_be_code() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}
