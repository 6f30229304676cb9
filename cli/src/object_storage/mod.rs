//! Object Storage, where runs write their console logs.

mod connector;
mod endpoint;
mod exception;
mod failure;
pub(crate) mod last_lines;
pub(crate) mod lines;
mod location;
mod log_tail;
mod signing;
mod store;

pub(crate) use endpoint::endpoint_arg;
pub(crate) use failure::LogError;
pub(crate) use location::is_bucket;
pub(crate) use log_tail::log_tail;
pub(crate) use store::{Part, Store, check_bucket};
