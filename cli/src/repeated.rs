//! Global flags that are given twice.
//!
//! clap refuses a flag that is given twice to one command. Of a global flag that stands both before and after the
//! command, it takes the last value in silence.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
use std::ffi::OsString;

/// Reports the first global flag with a value that is given twice.
pub(crate) fn check(command: &Command, args: &[OsString]) -> Result<(), Error> {
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

/// Whether a word gives the flag. No value can be such a word: clap takes none that begins with a hyphen.
fn sets(arg: &Arg, word: &str) -> bool {
    match word.strip_prefix("--") {
        Some(long) => arg.get_long() == long.split('=').next(),
        // Flags without a value may stand before it.
        None => word.strip_prefix('-').is_some_and(|shorts| {
            let first = shorts.trim_start_matches('v').chars().next();
            first.is_some() && first == arg.get_short()
        }),
    }
}
