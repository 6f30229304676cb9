//! Parameters of the path and the query as arguments.

use crate::help;
use crate::value::{self, Checks};
use crate::wait;
use crate::words;
use clap::Arg;
use clap::builder::ValueParser;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::{Operation, Paging, Parameter, Place};

/// Flags that mean the same in every command; a parameter or a field of such a name is set by `--param-NAME`.
const RESERVED: [&str; 21] = [
    "profile",
    "endpoint",
    "emulator",
    "state",
    "output",
    "color",
    "verbose",
    "request-timeout",
    "timeout",
    "limit",
    "page",
    "page-size",
    "no-paginate",
    "help",
    "version",
    "file",
    "allow-unknown",
    "unchecked",
    "yes",
    "by-id",
    "wait",
];

/// The argument of a parameter: positional in the path, a flag in the query. Its id is the name on the wire.
pub(crate) fn arg(operation: &'static Operation, parameter: &'static Parameter, checks: Checks) -> Arg {
    let arg = Arg::new(parameter.name)
        .required(parameter.required)
        .value_name(value_name(operation, parameter))
        .value_parser(checked(parameter, checks))
        // `--page-size -1` is a value out of its range, not another flag.
        .allow_negative_numbers(true)
        .help(help::parameter(operation, parameter));
    match parameter.place {
        Place::Path => arg,
        Place::Query => arg.long(flag(operation, parameter)),
    }
}

/// The text as it is sent, once the table allows it. The range is told before anything is sent.
fn checked(parameter: &'static Parameter, checks: Checks) -> ValueParser {
    ValueParser::from(move |text: &str| match check::parameter(parameter, text) {
        Some(violation) if checks == Checks::Ranges => Err(format!("expected {}", violation.expected)),
        _ => value::read(parameter.schema, text, checks).map(|_| text.to_owned()),
    })
}

/// The flag of a query parameter. The two of a listing are named by what they do, whatever the API calls them.
pub(crate) fn flag(operation: &Operation, parameter: &Parameter) -> String {
    match &operation.paging {
        Some(paging) if paging.page == parameter.name => "page".to_owned(),
        Some(paging) if paging.limit == parameter.name => "page-size".to_owned(),
        _ => unreserved(operation, words::kebab(parameter.name)),
    }
}

/// The flag itself, unless the command line needs it for something else.
fn unreserved(operation: &Operation, flag: String) -> String {
    if is_reserved(operation, &flag) { format!("param-{flag}") } else { flag }
}

/// Whether the command line needs a flag for something else.
pub(crate) fn is_reserved(operation: &Operation, flag: &str) -> bool {
    RESERVED.contains(&flag) || (wait::of(operation).is_some() && flag == wait::INTERVAL_FLAG)
}

fn value_name(operation: &Operation, parameter: &Parameter) -> String {
    let counts = |paging: &Paging| paging.page == parameter.name || paging.limit == parameter.name;
    match operation.paging.as_ref().is_some_and(counts) {
        true => "N".to_owned(),
        false => words::shout(parameter.name),
    }
}
