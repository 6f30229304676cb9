//! Makes text of a spec safe to display: removes characters that hide, reorder or break text.

/// Returns true if a character can hide, reorder or break displayed text.
pub(crate) fn is_hostile(character: char) -> bool {
    let is_bidi =
        matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_break = matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    character.is_control() || is_bidi || is_break
}

/// Returns the text with LF line ends, spaces for tabs, and a replacement character for each hostile character.
pub(crate) fn clean(text: &str) -> String {
    let is_plain = |byte: u8| matches!(byte, b'\n' | b' '..=b'~');
    if text.bytes().all(is_plain) || !text.contains(|character| character != '\n' && is_hostile(character)) {
        return text.trim_end().to_owned();
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n").replace('\t', "    ");
    let replace = |character: char| {
        if is_hostile(character) && character != '\n' { '\u{fffd}' } else { character }
    };
    text.chars().map(replace).collect::<String>().trim_end().to_owned()
}
