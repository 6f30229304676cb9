//! The command `report`: the runs of all jobs as one HTML file.

mod charts;
mod command;
mod figures;
mod grid;
mod html;
mod missed;
mod page;
mod tables;
mod target;
mod values;

use crate::session::OperatorCommand;

/// The commands, in the order of help.
pub(crate) const COMMANDS: &[&OperatorCommand] = &[&command::COMMAND];
