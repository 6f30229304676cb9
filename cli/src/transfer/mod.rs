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
mod plan;
mod problems;
mod references;
mod template;

pub(crate) use apply::APPLY;
pub(crate) use diff::DIFF;
pub(crate) use export::{JOB_EXPORT, TRIGGER_EXPORT, WORKFLOW_EXPORT};
