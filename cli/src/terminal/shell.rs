//! Shell quoting, for commands that are printed.

/// Quotes a string as one shell word.
pub(crate) fn word(text: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_.,:/@%+=".contains(character);
    match !text.is_empty() && text.chars().all(is_plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn quotes_one_shell_word() {
        assert_eq!(word("fKE22JFX4PAu"), "fKE22JFX4PAu");
        assert_eq!(word("a b; rm -r '$HOME'"), r"'a b; rm -r '\''$HOME'\'''");
        assert_eq!(word(""), "''");
    }
}
