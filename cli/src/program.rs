//! Programs that are run for the user: their arguments, and errors of starting them.

use crate::failure::{CliError, Failure};
use clap::{Arg, ArgAction, ArgMatches};
use std::ffi::OsString;
use std::io;
use std::process::Command as Program;

/// ID of the argument with the program and its arguments.
const COMMAND: &str = ":command";

/// Returns the argument that has the program and its arguments, after `--`.
pub(crate) fn arg() -> Arg {
    Arg::new(COMMAND)
        .value_name("COMMAND")
        .value_parser(clap::value_parser!(OsString))
        .action(ArgAction::Append)
        .num_args(1..)
        .required(true)
        .last(true)
        .help("Program and its arguments")
}

/// Returns the program with its arguments.
pub(crate) fn read(matches: &ArgMatches) -> Result<Program, Failure> {
    let mut words = matches.get_many::<OsString>(COMMAND).into_iter().flatten();
    let Some(name) = words.next() else {
        return Err(CliError::usage("no program is given".to_owned(), "put it after '--'").into());
    };
    let mut program = Program::new(name);
    program.args(words);
    Ok(program)
}

/// Returns the error of a program that could not be started, with the exit code of a shell.
pub(crate) fn not_started(program: &Program, error: &io::Error) -> Failure {
    let name = program.get_program().to_string_lossy();
    match error.kind() {
        io::ErrorKind::NotFound => {
            CliError::not_started(127, format!("no program '{name}' was found"), "check the name and PATH")
        }
        _ => CliError::not_started(126, format!("cannot run '{name}': {error}"), "check that the file is a program"),
    }
    .into()
}
