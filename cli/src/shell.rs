//! Words of a shell, for commands that are printed.

/// A text as one word of a shell.
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
    fn a_word_of_a_shell_is_one_word() {
        assert_eq!(word("fKE22JFX4PAu"), "fKE22JFX4PAu");
        assert_eq!(word("a b; rm -r '$HOME'"), r"'a b; rm -r '\''$HOME'\'''");
        assert_eq!(word(""), "''");
    }
}
