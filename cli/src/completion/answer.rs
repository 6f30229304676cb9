//! Answers a shell: candidates of the commands and flags, and of what the values name.

use crate::completion::names::{Account, Candidate};
use crate::completion::request::Request;
use crate::completion::subject::{self, Wanted};
use crate::context::Context;
use crate::table::Operations;
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use clap::Command;
use clap_complete::Shell;
use clap_complete::engine::{self, CompletionCandidate};
use std::collections::HashSet;
use std::sync::PoisonError;

/// Prints the candidates, one on each line, with a text after a tab if the shell shows one. Prints no error.
pub(crate) async fn answer(
    command: Command,
    operations: Operations,
    request: &Request,
    context: &Context,
    streams: &mut Streams<'_>,
) {
    let wanted = Wanted::default();
    let mut command = subject::watch(command, operations, &wanted);
    let (words, index) = (request.words.clone(), request.words.len().saturating_sub(1));
    let folder = std::env::current_dir().ok();
    let found = engine::complete(&mut command, words, index, folder.as_deref()).unwrap_or_default();
    let wanted = wanted.lock().unwrap_or_else(PoisonError::into_inner).take();
    let mut candidates = Vec::new();
    if let Some((subject, beginning)) = wanted {
        // Of `--job=nig`, the completed value is `nig`.
        let before = request.current().strip_suffix(beginning.as_str()).unwrap_or_default();
        let named = Account::new(request, operations, context).candidates(subject, &beginning).await;
        let fitting = named.into_iter().filter(|candidate| candidate.value.starts_with(&beginning));
        candidates
            .extend(fitting.map(|candidate| Candidate { value: format!("{before}{}", candidate.value), ..candidate }));
    }
    candidates.extend(found.iter().map(of_engine));
    print(&chosen(candidates, request.current()), request.shell, streams);
}

fn of_engine(candidate: &CompletionCandidate) -> Candidate {
    let text = candidate.get_help().map(|help| help.to_string().lines().next().unwrap_or_default().to_owned());
    Candidate { value: candidate.get_value().to_string_lossy().into_owned(), text: text.unwrap_or_default() }
}

/// Leaves out flags until the word begins like one, if there is anything else, and what cannot stand on a command line as
/// it is.
fn chosen(candidates: Vec<Candidate>, current: &str) -> Vec<Candidate> {
    let is_flag = |candidate: &Candidate| candidate.value.starts_with('-');
    let without_flags = !current.starts_with('-') && candidates.iter().any(|candidate| !is_flag(candidate));
    let mut seen = HashSet::new();
    let kept = candidates.into_iter().filter(|candidate| {
        !(without_flags && is_flag(candidate)) && is_plain(&candidate.value) && seen.insert(candidate.value.clone())
    });
    kept.collect()
}

/// Returns whether no shell changes a word. Names come from the service, and a shell would run `$(…)` in one.
fn is_plain(word: &str) -> bool {
    let is_plain = |character: char| {
        character.is_ascii_alphanumeric()
            || "-_./:@%+=,".contains(character)
            || (!character.is_ascii() && !escape::is_harmful(character) && !character.is_whitespace())
    };
    !word.is_empty() && word.chars().all(is_plain)
}

fn print(candidates: &[Candidate], shell: Shell, streams: &mut Streams<'_>) {
    let shows_text = matches!(shell, Shell::Fish | Shell::Zsh | Shell::PowerShell);
    for Candidate { value, text } in candidates {
        let line = match shows_text && !text.is_empty() {
            true => format!("{value}\t{}\n", escape::text(text)),
            false => format!("{value}\n"),
        };
        if streams.out().write_all(line.as_bytes()).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn words_that_a_shell_would_change_are_left_out() {
        for word in ["nightly-etl", "@last", "--job=a_b", "작업-1", "a/b.log", "fKE22JFX4PAu"] {
            assert!(is_plain(word), "{word}");
        }
        for word in [
            "",
            "a b",
            "$(id)",
            "`id`",
            "a;b",
            "a|b",
            "a\nb",
            "a\tb",
            "~a",
            "a*",
            "a'b",
            "a\"b",
            "a\\b",
            "\u{202e}a",
            "a\u{3000}b",
        ] {
            assert!(!is_plain(word), "{word:?}");
        }
    }
}
