//! Set-up: saves credentials, and shows, checks and passes on the ones that are used.

mod configure;
mod doctor;
mod exec;
mod finding;
mod local;
mod mask;
mod network;
mod profile_file;
mod profile_lines;
mod profile_text;
mod remote;
mod settings;
pub(crate) mod unused;
mod whoami;

pub(crate) use configure::CONFIGURE;
pub(crate) use doctor::DOCTOR;
pub(crate) use exec::EXEC;
pub(crate) use whoami::WHOAMI;
