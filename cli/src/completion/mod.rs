//! Completion of the command line while it is typed.
//!
//! The scripts of the shells call the program with the words so far ([`request`]). It answers with one candidate on each
//! line, and never with an error.

mod answer;
mod cache;
mod names;
mod request;
mod subject;

pub(crate) use answer::answer;
pub(crate) use request::Request;

use clap_complete::Shell;

/// Returns the script of a shell.
pub(crate) fn script(shell: Shell) -> Option<&'static str> {
    match shell {
        Shell::Bash => Some(include_str!("scripts/bash.bash")),
        Shell::Elvish => Some(include_str!("scripts/elvish.elv")),
        Shell::Fish => Some(include_str!("scripts/fish.fish")),
        Shell::PowerShell => Some(include_str!("scripts/powershell.ps1")),
        Shell::Zsh => Some(include_str!("scripts/zsh.zsh")),
        _ => None,
    }
}
