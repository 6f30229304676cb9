//! Set-up: saves credentials, and shows and checks which ones are used.

mod configure;
mod mask;
mod profile_file;
mod profile_text;
mod unused;

use crate::session::OperatorCommand;

/// The commands, in the order of help.
pub(crate) const COMMANDS: &[&OperatorCommand] = &[&configure::CONFIGURE];
