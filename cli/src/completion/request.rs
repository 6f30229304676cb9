//! What a shell asks: the words so far, and which of them is completed.

use clap_complete::Shell;
use std::ffi::OsString;

/// First argument of a call by a shell's script: `__complete SHELL INDEX -- WORD...`.
const FLAG: &str = "__complete";

/// A request for candidates.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Request {
    pub(super) shell: Shell,
    /// The words of the line, from the program's name to the word that is completed.
    pub(super) words: Vec<OsString>,
}

impl Request {
    /// Returns the request in the program's arguments. `None` if it is a call by a user, `Some(None)` if a script of
    /// another version sends what this one does not understand.
    pub(crate) fn read(args: &[OsString]) -> Option<Option<Self>> {
        let [_, flag, rest @ ..] = args else {
            return None;
        };
        (flag == FLAG).then(|| {
            let [shell, index, _, words @ ..] = rest else {
                return None;
            };
            let shell: Shell = shell.to_str()?.parse().ok()?;
            let index: usize = index.to_str()?.parse().ok()?;
            // A shell may drop an empty word.
            let is_dropped = index >= words.len();
            let mut words: Vec<OsString> = words.iter().take(index.saturating_add(1)).cloned().collect();
            if is_dropped {
                words.push(OsString::new());
            }
            if matches!(shell, Shell::Bash | Shell::Fish | Shell::Zsh) {
                words = words.into_iter().map(without_quotes).collect();
            }
            Some(Self { shell, words })
        })
    }

    /// Returns the word that is completed.
    pub(super) fn current(&self) -> &str {
        self.words.last().and_then(|word| word.to_str()).unwrap_or_default()
    }

    /// Returns the value of a flag of the program that takes one, before the word that is completed.
    pub(super) fn flag(&self, flag: &str) -> Option<&str> {
        let words: Vec<&str> = self.before().collect();
        let assigned = |word: &str| word.strip_prefix(flag)?.strip_prefix('=').map(str::len);
        let at = words.iter().rposition(|word| *word == flag || assigned(word).is_some())?;
        match words.get(at)?.split_once('=') {
            Some((_, value)) => Some(value),
            None => words.get(at + 1).copied(),
        }
    }

    /// Returns whether a flag without a value is on the line.
    pub(super) fn has(&self, flag: &str) -> bool {
        self.before().any(|word| word == flag)
    }

    fn before(&self) -> impl Iterator<Item = &str> {
        let before = self.words.split_last().map_or(&[][..], |(_, before)| before);
        before.iter().filter_map(|word| word.to_str())
    }
}

/// Removes quotes and backslashes, as a shell does. A quote may be open.
fn without_quotes(word: OsString) -> OsString {
    let Some(text) = word.to_str().filter(|text| text.contains(['"', '\'', '\\'])) else {
        return word;
    };
    let (mut plain, mut quote) = (String::new(), None);
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (character, quote) {
            ('\\', None | Some('"')) => plain.extend(characters.next()),
            ('"' | '\'', None) => quote = Some(character),
            (character, Some(open)) if character == open => quote = None,
            (character, _) => plain.push(character),
        }
    }
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::Request;
    use std::ffi::OsString;

    fn words(args: &[&str]) -> Option<Vec<OsString>> {
        let args: Vec<_> = args.iter().map(OsString::from).collect();
        Request::read(&args).flatten().map(|request| request.words)
    }

    #[test]
    fn reads_the_words() {
        assert_eq!(words(&["x", "__complete", "bash", "2", "--", "x", "job", "li"]).unwrap(), ["x", "job", "li"]);
        assert_eq!(words(&["x", "__complete", "bash", "1", "--", "x", "job", "li"]).unwrap(), ["x", "job"]);
        assert_eq!(words(&["x", "__complete", "powershell", "2", "--", "x", "job"]).unwrap(), ["x", "job", ""]);
        let quoted = words(&["x", "__complete", "bash", "3", "--", "x", "\"a b\"", "c\\ d", "'e"]).unwrap();
        assert_eq!(quoted, ["x", "a b", "c d", "e"]);
        for other in
            [&["x", "job", "list"][..], &["x", "__complete", "tcsh", "1", "--", "x"], &["x", "__complete"], &["x"]]
        {
            assert_eq!(words(other), None, "{other:?}");
        }
    }

    #[test]
    fn finds_flags() {
        let read = |words: &[&str]| {
            let args = [&["x", "__complete", "zsh", "6", "--"], words].concat();
            Request::read(&args.iter().map(OsString::from).collect::<Vec<_>>()).flatten().unwrap()
        };
        let request = read(&["x", "--profile", "one", "job", "--endpoint=http://a=b", "--emulator", ""]);
        assert_eq!(request.flag("--profile"), Some("one"));
        assert_eq!(request.flag("--endpoint"), Some("http://a=b"));
        assert_eq!(request.flag("--data"), None);
        assert!(request.has("--emulator") && !request.has("--no-record"));
    }
}
