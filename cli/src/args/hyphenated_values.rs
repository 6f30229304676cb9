//! Values that begin with a hyphen: clap reads them as flags, so the error shows the command that works.
//!
//! They are not accepted as values: `job run --wiat` would then pass a mistyped flag as a name.

use crate::terminal::{escape, shell};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, Error};
use std::ffi::OsString;
use std::iter;

/// Short flags without a value, which can be combined after one hyphen.
const SWITCHES: &str = "hVvq";

/// Adds a tip to an error caused by a value that looks like a flag.
pub(crate) fn explain(command: &Command, args: &[OsString], error: Error) -> Error {
    let Some(words) = args.iter().map(|arg| arg.to_str()).collect::<Option<Vec<_>>>() else {
        return error;
    };
    let mut error = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match words.iter().find(|word| hides_help(word)) {
            Some(word) => unexpected(command, word),
            None => return error,
        },
        _ => error,
    };
    // A command with escaped characters could not be copied.
    let is_hidden = words.iter().any(|word| word.contains(escape::is_harmful));
    if error.get(ContextKind::SuggestedArg).is_some() || is_hidden {
        return error;
    }
    let candidates = (1..words.len()).filter(|index| is_candidate(command, &words, *index));
    let found = candidates.take(4).find_map(|index| Some((index, remedy(command, &words, index)?)));
    if let Some((index, remedy)) = found {
        let word = words.get(index).copied().unwrap_or_default();
        if error.kind() == ErrorKind::UnknownArgument {
            error.insert(ContextKind::InvalidArg, ContextValue::String(word.to_owned()));
        }
        let line = remedy.iter().map(|word| shell::word(word)).collect::<Vec<_>>().join(" ");
        tip(&mut error, format!("to pass '{word}' as a value, run: {line}"));
    } else if error.kind() == ErrorKind::InvalidSubcommand {
        // clap suggests `--` before the word, but a command takes no values where it takes subcommands.
        error.remove(ContextKind::Suggested);
    } else if error.get(ContextKind::Suggested).is_some() {
        tip(&mut error, "put values that begin with a hyphen after '--', and flags before it".to_owned());
    }
    error
}

fn tip(error: &mut Error, text: String) {
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![text.into()]));
}

/// Returns whether clap reads a value such as `-hourly` as `-h`, `-V`, `-v` or `-q`.
fn hides_help(word: &str) -> bool {
    let letters = word.strip_prefix('-').filter(|letters| !letters.starts_with('-'));
    letters.is_some_and(|letters| {
        letters.starts_with(['h', 'V', 'v', 'q']) && !letters.chars().all(|it| SWITCHES.contains(it))
    })
}

fn unexpected(command: &Command, word: &str) -> Error {
    let mut error = Error::new(ErrorKind::UnknownArgument).with_cmd(command);
    error.insert(ContextKind::InvalidArg, ContextValue::String(word.to_owned()));
    error
}

/// Returns whether a word may be a value that clap read as a flag or as the end of the flags.
fn is_candidate(command: &Command, words: &[&str], index: usize) -> bool {
    let word = words.get(index).copied().unwrap_or_default();
    let before = words.get(..index).unwrap_or_default();
    let is_hyphenated = word.starts_with('-') && word.len() > 1;
    is_hyphenated && !before.contains(&"--") && !chain(command, words).any(|arg| is_flag(arg, word))
}

/// Returns the arguments of the command and of its parent commands.
fn chain<'c>(command: &'c Command, words: &[&str]) -> impl Iterator<Item = &'c Arg> {
    let mut commands = vec![command];
    for word in words {
        commands.extend(commands.last().and_then(|last| last.find_subcommand(word)));
    }
    commands.into_iter().flat_map(Command::get_arguments)
}

/// Returns whether a word is this flag, with or without a value.
fn is_flag(arg: &Arg, word: &str) -> bool {
    match word.strip_prefix("--") {
        Some(long) => {
            let name = long.split('=').next().unwrap_or_default();
            let aliases = arg.get_all_aliases().unwrap_or_default();
            arg.get_long().into_iter().chain(aliases).any(|known| known == name)
        }
        None => arg.get_short().is_some_and(|short| word.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4]))),
    }
}

/// Returns an equivalent command line that clap parses as intended.
fn remedy(command: &Command, words: &[&str], index: usize) -> Option<Vec<String>> {
    let (before, rest) = words.split_at_checked(index)?;
    let (word, after) = rest.split_first()?;
    let (flag, start) = before.split_last()?;
    let takes_value = |arg: &Arg| is_flag(arg, flag) && arg.get_action().takes_values();
    if flag.starts_with("--") && !flag.contains('=') && chain(command, words).any(takes_value) {
        let joined = format!("{flag}={word}");
        let joined = start.iter().copied().chain([joined.as_str()]).chain(after.iter().copied());
        return accepted(command, words, joined);
    }
    // Flags after the value move before `--`. Other values after it may look like flags too.
    let hyphenated = after.iter().position(|word| word.starts_with('-'));
    let known = after.iter().position(|word| chain(command, words).any(|arg| is_flag(arg, word)));
    let ends = [None, hyphenated, known];
    ends.into_iter().find_map(|end| {
        let (values, flags) = after.split_at_checked(end.unwrap_or(after.len()))?;
        let values = iter::once(word).chain(values);
        accepted(command, words, before.iter().chain(flags).copied().chain(["--"]).chain(values.copied()))
    })
}

/// Returns the words if they parse, with the positional values in their original order.
fn accepted<'w>(command: &Command, given: &[&str], words: impl Iterator<Item = &'w str>) -> Option<Vec<String>> {
    let words: Vec<String> = words.map(str::to_owned).collect();
    let matches = command.clone().try_get_matches_from(&words).ok()?;
    let mut given = given.iter();
    let in_order = path_values(command, &matches).iter().all(|value| given.any(|word| word == value));
    in_order.then_some(words)
}

fn path_values(command: &Command, matches: &ArgMatches) -> Vec<String> {
    match matches.subcommand() {
        Some((name, matches)) => command.find_subcommand(name).map(|it| path_values(it, matches)).unwrap_or_default(),
        None => {
            let values = command.get_positionals().filter_map(|arg| matches.get_raw(arg.get_id().as_str()));
            values.flatten().map(|value| value.to_string_lossy().into_owned()).collect()
        }
    }
}
