//! The command `completion`.

use crate::args::help;
use crate::failure::Failure;
use crate::table::PROGRAM;
use crate::terminal::output_streams::Streams;
use clap::builder::EnumValueParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

/// Name of the command.
pub(crate) const NAME: &str = "completion";

const SHELL: &str = ":shell";

const EXAMPLES: &str = "Examples:
  source <(ncloud-dataflow completion bash)
  ncloud-dataflow completion zsh > \"${fpath[1]}/_ncloud-dataflow\"
  ncloud-dataflow completion fish | source
  ncloud-dataflow completion powershell | Out-String | Invoke-Expression";

/// Returns the command.
pub(crate) fn command() -> Command {
    let command = Command::new(NAME)
        .about("Prints completions for a shell")
        .help_template(help::TEMPLATE)
        .before_long_help(EXAMPLES)
        .arg(
            Arg::new(SHELL)
                .value_name("SHELL")
                .required(true)
                .value_parser(EnumValueParser::<Shell>::new())
                .help("Shell to complete in"),
        );
    help::with_summary_note(command)
}

/// Prints the completions of `root`.
pub(crate) fn run(mut root: Command, matches: &ArgMatches, streams: &mut Streams<'_>) -> Result<(), Failure> {
    if let Some(shell) = matches.get_one::<Shell>(SHELL) {
        // Write to memory first: the generator panics if a write fails.
        let mut script = Vec::new();
        clap_complete::generate(*shell, &mut root, PROGRAM, &mut script);
        streams.out().write_all(&script)?;
    }
    Ok(())
}
