//! Moves resources between accounts and files: saves them as documents, compares documents with an account, and creates
//! or updates what they describe.

mod account;
mod apply;
mod arguments;
mod change;
mod diff;
mod document;
mod export;
mod merge;
mod open;
mod plan;
mod problems;
mod references;
mod template;

use crate::session::OperatorCommand;

/// The commands, in the order of help.
pub(crate) const COMMANDS: &[&OperatorCommand] =
    &[&export::JOB_EXPORT, &export::WORKFLOW_EXPORT, &export::TRIGGER_EXPORT, &apply::APPLY, &diff::DIFF];
