//! Set-up: saves credentials, and shows, checks and passes on the ones that are used.

mod configure;
mod doctor;
mod exec;
mod finding;
mod local;
mod log_bucket;
mod mask;
mod network;
mod profile_file;
mod profile_lines;
mod profile_text;
mod remote;
mod settings;
pub(crate) mod unused;
mod whoami;

use crate::session::OperatorCommand;

/// The commands, in the order of help.
pub(crate) const COMMANDS: &[&OperatorCommand] =
    &[&configure::CONFIGURE, &whoami::WHOAMI, &doctor::DOCTOR, &exec::EXEC];
