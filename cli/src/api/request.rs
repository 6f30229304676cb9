//! Builds the request of an operation from the arguments.

use crate::api::resolve::PathArgs;
use crate::args::flags::parameter_id;
use crate::json::Json;
use crate::table::UNCHECKED;
use clap::ArgMatches;
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::runtime::{Options, Request};

/// Returns the request with all arguments.
pub(crate) fn build(
    client: &Client,
    operation: &'static Operation,
    matches: &ArgMatches,
    path_args: &PathArgs,
    ranges: &[(&'static str, String)],
    body: Option<&Json>,
) -> Request {
    let mut request = client.request(operation);
    let mut options = Options::new();
    if matches.try_get_one::<bool>(UNCHECKED).ok().flatten() == Some(&true) {
        options = options.unchecked();
    }
    path_args.apply(&mut request);
    for parameter in operation.parameters {
        // A command of an operator may start a job without having the parameters of the operation.
        let given = matches.try_get_one::<String>(&parameter_id(parameter.name)).ok().flatten();
        if let Some(value) = given.filter(|_| parameter.place != Place::Path) {
            request.set(parameter.name, value);
        }
    }
    for (name, value) in ranges {
        request.set(name, value);
    }
    if let Some(body) = body {
        request.raw_body(&body.to_string());
    }
    request.with(options);
    request
}
