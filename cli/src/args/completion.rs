//! The command `completion`.

use crate::args::help;
use crate::completion;
use crate::failure::Failure;
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

const LONG_ABOUT: &str = "\
Prints completions for a shell

The shell asks the program for each completion: commands, flags, values, files, profiles, names and execution IDs. Names \
are read from the service with the credentials and the endpoint of the command line, for at most 2 s, and kept for one \
minute in $XDG_CACHE_HOME/ncloud-dataflow. Execution IDs come from the local record. What cannot be read is left out.";

/// Returns the command.
pub(crate) fn command() -> Command {
    let command = Command::new(NAME)
        .about("Prints completions for a shell")
        .long_about(LONG_ABOUT)
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

/// Prints the script of a shell.
pub(crate) fn run(matches: &ArgMatches, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let script = matches.get_one::<Shell>(SHELL).and_then(|shell| completion::script(*shell));
    streams.out().write_all(script.unwrap_or_default().as_bytes())?;
    Ok(())
}
