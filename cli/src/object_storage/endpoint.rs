//! The address of Object Storage.

use crate::context::Context;
use crate::object_storage::failure::LogError;
use crate::table::EMULATOR;
use clap::{Arg, ArgMatches};
use ncloud_dataflow::{Client, operations};

/// Address of the vendor's Object Storage. Source: vendor page of Object Storage, read 2026-11.
const PUBLIC_ENDPOINT: &str = "https://kr.object.ncloudstorage.com";

/// ID of the argument with the address.
const ENDPOINT: &str = ":object-storage-endpoint";

/// Variable with the address.
pub(crate) const ENDPOINT_VARIABLE: &str = "NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT";

/// Returns the argument with the address. A command that reads logs has it.
pub(crate) fn endpoint_arg() -> Arg {
    Arg::new(ENDPOINT)
        .long("object-storage-endpoint")
        .value_name("URL")
        .hide_short_help(true)
        .help("URL of Object Storage, or file:///FOLDER [default: NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT, then the public one]")
}

/// Returns the address: of the flag, of the variable, or the public one.
///
/// The public one is for credentials of the public service only. Credentials of an emulator or of another site are not sent
/// to it.
pub(super) fn endpoint(client: &Client, matches: &ArgMatches, context: &Context) -> Result<String, LogError> {
    let flag = matches.try_get_one::<String>(ENDPOINT).ok().flatten().map(String::as_str);
    if let Some(given) = flag.or_else(|| context.environment.variable(ENDPOINT_VARIABLE)) {
        return Ok(given.trim().trim_end_matches('/').to_owned());
    }
    if matches.get_flag(EMULATOR) {
        return Err(LogError::usage(
            "the emulator has no Object Storage, so there are no logs".to_owned(),
            "give the address of another one with --object-storage-endpoint; it gets the emulator's access key",
        ));
    }
    match client.endpoint() == operations::SERVICE.endpoint {
        true => Ok(PUBLIC_ENDPOINT.to_owned()),
        false => Err(LogError::usage(
            format!("the address of Object Storage is not known for the service at {}", client.endpoint()),
            "give --object-storage-endpoint URL, or set NCLOUD_DATAFLOW_OBJECT_STORAGE_ENDPOINT; nothing was sent to it",
        )),
    }
}
