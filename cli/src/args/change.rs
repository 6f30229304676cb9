//! Arguments of commands that change something.

use crate::table::{DRY_RUN, YES};
use clap::{Arg, ArgAction};

/// Help of `--yes` for commands that ask before they start or cancel something.
pub(crate) const NO_QUESTION: &str = "Do not ask; required if there is no terminal";

/// Help of `--dry-run` for commands that send several requests.
pub(crate) const PRINT_ONLY: &str = "Print what would be sent, and change nothing";

/// Returns the argument that answers the question.
pub(crate) fn yes_arg(help: &'static str) -> Arg {
    Arg::new(YES).long("yes").action(ArgAction::SetTrue).help(help)
}

/// Returns the argument that only prints.
pub(crate) fn dry_run_arg(help: &'static str) -> Arg {
    Arg::new(DRY_RUN).long("dry-run").action(ArgAction::SetTrue).help(help)
}
