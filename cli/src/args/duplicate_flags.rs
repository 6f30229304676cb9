//! Duplicate flags and keys, where one of the two values would be lost.
//!
//! clap rejects a flag that is given twice to one command. It accepts a global flag both before and after the command,
//! and its matches keep the last value only, so [`check`] reads the unparsed arguments. clap does not check the keys of
//! `KEY=VALUE` pairs.

use crate::terminal::escape;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, Error};
use std::collections::HashSet;
use std::ffi::OsString;

/// Returns an error for the first flag or key that is given twice.
pub(crate) fn check(command: &Command, args: &[OsString], matches: &ArgMatches) -> Result<(), Error> {
    check_global(command, args)?;
    check_keys(command, matches)
}

fn check_global(command: &Command, args: &[OsString]) -> Result<(), Error> {
    let words = args.iter().filter_map(|arg| arg.to_str()).take_while(|word| *word != "--");
    let words: Vec<&str> = words.collect();
    let valued = |arg: &&Arg| arg.is_global_set() && arg.get_action().takes_values();
    for arg in command.get_arguments().filter(valued) {
        if words.iter().filter(|word| sets(arg, word)).count() > 1 {
            let mut error = Error::new(ErrorKind::ArgumentConflict).with_cmd(command);
            let name = arg.to_string();
            error.insert(ContextKind::InvalidArg, ContextValue::String(name.clone()));
            error.insert(ContextKind::PriorArg, ContextValue::String(name));
            return Err(error);
        }
    }
    Ok(())
}

/// Checks the `KEY=VALUE` pairs of the command.
fn check_keys(command: &Command, matches: &ArgMatches) -> Result<(), Error> {
    if let Some((name, matches)) = matches.subcommand() {
        return command.find_subcommand(name).map_or(Ok(()), |command| check_keys(command, matches));
    }
    for arg in command.get_arguments().filter(|arg| takes_pairs(arg)) {
        let mut keys = HashSet::new();
        for pair in matches.get_raw(arg.get_id().as_str()).into_iter().flatten() {
            let pair = pair.to_string_lossy();
            let key = pair.split('=').next().unwrap_or_default();
            if !keys.insert(key.to_owned()) {
                let message = format!("'{arg}' sets '{}' twice; give it once", escape::text(key));
                return Err(command.clone().error(ErrorKind::ArgumentConflict, message));
            }
        }
    }
    Ok(())
}

/// Returns whether the values of an argument are `KEY=VALUE` pairs.
fn takes_pairs(arg: &Arg) -> bool {
    arg.get_value_names().unwrap_or_default().iter().any(|name| name.contains('='))
}

/// Returns whether a word sets the flag. It cannot be a value, as clap accepts no values that begin with a hyphen.
fn sets(arg: &Arg, word: &str) -> bool {
    match word.strip_prefix("--") {
        Some(long) => arg.get_long() == long.split('=').next(),
        // Other short flags may precede it, e.g. `-vo`.
        None => word.strip_prefix('-').is_some_and(|shorts| {
            let first = shorts.trim_start_matches(['v', 'q']).chars().next();
            first.is_some() && first == arg.get_short()
        }),
    }
}
