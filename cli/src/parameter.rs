//! Parameters of the path and the query as arguments.

use crate::help;
use crate::value::{self, Checks};
use crate::wait;
use crate::words;
use clap::Arg;
use clap::builder::ValueParser;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::{Operation, Paging, Parameter, Place};
use std::collections::BTreeSet;

/// Flags of the program itself. A parameter or a field of such a name is set by `--param-NAME`.
///
/// The generator has the same list, to tell the writer of a spec: a test compares them with each other and with the
/// commands.
pub(crate) const RESERVED: [&str; 22] = [
    "allow-unknown",
    "by-id",
    "color",
    "emulator",
    "endpoint",
    "file",
    "help",
    "limit",
    "no-paginate",
    "output",
    "page",
    "page-size",
    "profile",
    "report-drift",
    "request-timeout",
    "state",
    "timeout",
    "unchecked",
    "verbose",
    "version",
    "wait",
    "yes",
];

/// The arguments of all parameters: positional in the path, flags in the query.
pub(crate) fn args(operation: &'static Operation, checks: Checks) -> Vec<Arg> {
    let mut flags = flags(operation).into_iter();
    let args = operation.parameters.iter().map(|parameter| {
        let arg = Arg::new(id(parameter))
            .required(parameter.required)
            .value_name(value_name(operation, parameter))
            .value_parser(checked(parameter, checks))
            // `--page-size -1` is a value out of its range, not another flag.
            .allow_negative_numbers(true)
            .help(help::parameter(operation, parameter));
        match parameter.place {
            Place::Path => arg,
            Place::Query => arg.long(flags.next().unwrap_or_default()),
        }
    });
    args.collect()
}

/// The id of a parameter's argument. Ids of other arguments begin in other ways, whatever the parameter is called.
pub(crate) fn id(parameter: &Parameter) -> String {
    id_of(parameter.name)
}

/// The id of the argument of a parameter that is known by its name.
pub(crate) fn id_of(name: &str) -> String {
    format!(":param:{name}")
}

/// The text as it is sent, once the table allows it. The range is told before anything is sent.
fn checked(parameter: &'static Parameter, checks: Checks) -> ValueParser {
    ValueParser::from(move |text: &str| match check::parameter(parameter, text) {
        Some(violation) if checks == Checks::Ranges => Err(format!("expected {}", violation.expected)),
        _ => value::read(parameter.schema, text, checks).map(|_| text.to_owned()),
    })
}

/// The flag of a query parameter.
pub(crate) fn flag(operation: &Operation, parameter: &Parameter) -> String {
    let queries = operation.parameters.iter().filter(|parameter| parameter.place == Place::Query);
    let mut flags = queries.zip(flags(operation)).filter(|(other, _)| other.name == parameter.name);
    flags.next().map(|(_, flag)| flag).unwrap_or_default()
}

/// The flags of the query parameters, in their order.
pub(crate) fn flags(operation: &Operation) -> Vec<String> {
    let queries = operation.parameters.iter().filter(|parameter| parameter.place == Place::Query);
    let mut taken = BTreeSet::new();
    queries.map(|parameter| free_flag(operation, &own_flag(operation, parameter), &mut taken)).collect()
}

/// The two parameters of a listing are named by what they do, whatever the API calls them.
fn own_flag(operation: &Operation, parameter: &Parameter) -> String {
    match &operation.paging {
        Some(paging) if paging.page == parameter.name => "page".to_owned(),
        Some(paging) if paging.limit == parameter.name => "page-size".to_owned(),
        _ => unreserved(operation, words::flag(parameter.name)),
    }
}

/// The flag itself, unless it is empty or the command line needs it for something else.
pub(crate) fn unreserved(operation: &Operation, flag: String) -> String {
    match flag.as_str() {
        "" => "param".to_owned(),
        flag if is_reserved(operation, flag) => format!("param-{flag}"),
        _ => flag,
    }
}

/// The flag with the first number that makes it another one than those that are taken.
pub(crate) fn free_flag(operation: &Operation, flag: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = flag.to_owned();
    let mut number = 1;
    while taken.contains(&free) || (number > 1 && is_reserved(operation, &free)) {
        number += 1;
        free = format!("{flag}-{number}");
    }
    taken.insert(free.clone());
    free
}

/// Whether the command line needs a flag for something else.
pub(crate) fn is_reserved(operation: &Operation, flag: &str) -> bool {
    RESERVED.contains(&flag) || (wait::of(operation).is_some() && flag == wait::INTERVAL_FLAG)
}

fn value_name(operation: &Operation, parameter: &Parameter) -> String {
    let counts = |paging: &Paging| paging.page == parameter.name || paging.limit == parameter.name;
    match operation.paging.as_ref().is_some_and(counts) {
        true => "N".to_owned(),
        false => words::value_name(parameter.name),
    }
}
