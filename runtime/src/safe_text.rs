//! Makes text from other sources safe to display, so it cannot forge log lines.

/// Returns text as one safe line of limited length in bytes.
pub(crate) fn clean(text: &str, most: usize) -> String {
    let mut line = String::new();
    for word in text.split(|character: char| character.is_whitespace() || is_invisible(character)) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > most {
            let end = (0..=most).rfind(|end| line.is_char_boundary(*end));
            line.truncate(end.unwrap_or_default());
            break;
        }
    }
    line
}

/// Returns true for control characters and characters that change the text direction. They could forge a log line.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Returns text in quotes for a message: escaped and shortened.
pub(crate) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(40).flat_map(char::escape_debug).collect();
    let more = if text.chars().nth(40).is_some() { "…" } else { "" };
    format!("'{shown}{more}'")
}
