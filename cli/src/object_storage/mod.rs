//! Object Storage, where runs write their console logs.

mod connector;
mod endpoint;
mod exception;
mod failure;
mod folder;
pub(crate) mod last_lines;
pub(crate) mod lines;
mod location;
mod log_tail;
mod part;
mod signing;
mod store;

pub(crate) use endpoint::{ENDPOINT_VARIABLE, endpoint_arg};
pub(crate) use failure::LogError;
pub(crate) use folder::address as folder_address;
pub(crate) use location::is_bucket;
pub(crate) use log_tail::log_tail;
pub(crate) use part::Part;
pub(crate) use store::{Store, check_bucket};
