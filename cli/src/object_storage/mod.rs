//! Object Storage, where runs write their console logs.

mod connector;
mod exception;
mod failure;
pub(crate) mod last_lines;
pub(crate) mod lines;
mod location;
mod log_tail;
mod signing;
mod store;

pub(crate) use failure::LogError;
#[allow(unused_imports, reason = "for `execution why`, which is being written")]
pub(crate) use log_tail::{LogTail, log_tail};
#[allow(unused_imports, reason = "for `doctor`, which is being written")]
pub(crate) use store::{Part, Store, check_bucket};

use clap::Arg;

/// ID of the argument with the address.
pub(crate) const ENDPOINT: &str = ":object-storage-endpoint";

/// Variable with the address.
const ENDPOINT_VARIABLE: &str = "NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT";

/// Returns the argument with the address. A command that reads logs has it.
pub(crate) fn endpoint_arg() -> Arg {
    Arg::new(ENDPOINT)
        .long("object-storage-endpoint")
        .value_name("URL")
        .hide_short_help(true)
        .help("URL of Object Storage [default: NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT, then the public one]")
}
