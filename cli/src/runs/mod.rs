//! Commands over runs: search them, explain them, start them again, watch them.

pub(crate) mod chosen;
pub(crate) mod failed;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod follow;
pub(crate) mod list;
pub(crate) mod log_reader;
pub(crate) mod logs;
pub(crate) mod moment;
pub(crate) mod one;
pub(crate) mod search;
pub(crate) mod wait_log;
