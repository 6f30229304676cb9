//! Commands that call an operation: the client, names resolved to IDs, confirmations, the call, listings and waits.

pub(crate) mod call;
pub(crate) mod confirm;
pub(crate) mod connection;
pub(crate) mod data_file;
pub(crate) mod drift;
pub(crate) mod dry_run;
pub(crate) mod formatter;
pub(crate) mod list;
pub(crate) mod next_step;
pub(crate) mod progress;
mod request;
mod request_log;
pub(crate) mod resolve;
mod response;
pub(crate) mod resume;
pub(crate) mod start_notes;
pub(crate) mod verdict;
pub(crate) mod wait;
