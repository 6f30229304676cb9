//! `ncloud-dataflow completion SHELL`: completions for a shell.

use crate::failure::Failure;
use crate::streams::Streams;
use crate::table::PROGRAM;
use clap::builder::EnumValueParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

/// Name of the command.
pub(crate) const NAME: &str = "completion";

const SHELL: &str = ":shell";

const EXAMPLES: &str = "Examples:
  source <(ncloud-dataflow completion bash)
  ncloud-dataflow completion zsh > \"${fpath[1]}/_ncloud-dataflow\"
  ncloud-dataflow completion fish > ~/.config/fish/completions/ncloud-dataflow.fish
  ncloud-dataflow completion powershell | Out-String | Invoke-Expression";

pub(crate) fn command() -> Command {
    Command::new(NAME).about("Writes the completions for a shell").after_help(EXAMPLES).arg(
        Arg::new(SHELL)
            .value_name("SHELL")
            .required(true)
            .value_parser(EnumValueParser::<Shell>::new())
            .help("The shell"),
    )
}

/// Writes the completions of `root`.
pub(crate) fn run(mut root: Command, matches: &ArgMatches, streams: &mut Streams<'_>) -> Result<(), Failure> {
    if let Some(shell) = matches.get_one::<Shell>(SHELL) {
        // Into memory first: the generator ends the program when a write fails.
        let mut script = Vec::new();
        clap_complete::generate(*shell, &mut root, PROGRAM, &mut script);
        streams.out().write_all(&script)?;
    }
    Ok(())
}
