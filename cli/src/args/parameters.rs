//! Parameters of an operation as arguments.

use crate::args::flags::{parameter_flags, parameter_id, short_name, value_name};
use crate::args::range;
use crate::args::values::{self, Checks};
use clap::Arg;
use clap::builder::ValueParser;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::{Operation, Paging, Parameter, Place};

/// Returns an argument for each parameter, without help: positional in the path, otherwise a flag.
pub(crate) fn args(operation: &'static Operation, checks: Checks) -> Vec<(&'static Parameter, Arg)> {
    let mut flags = parameter_flags(operation).into_iter();
    let args = operation.parameters.iter().map(|parameter| {
        let arg = Arg::new(parameter_id(parameter.name))
            .required(parameter.required)
            .value_name(placeholder(operation, parameter))
            .value_parser(parser(parameter, checks))
            // `--page-size -1` is a value out of range, not another flag.
            .allow_negative_numbers(true);
        let arg = match parameter.place {
            Place::Path => arg,
            Place::Query | Place::Header => arg.long(flags.next().unwrap_or_default()),
        };
        let arg = range::accept(operation, parameter, arg, checks);
        (parameter, arg)
    });
    args.collect()
}

/// Returns a parser that checks a value and keeps its string, as that is what is sent.
fn parser(parameter: &'static Parameter, checks: Checks) -> ValueParser {
    ValueParser::from(move |text: &str| match check::parameter(parameter, text) {
        Some(violation) if checks == Checks::Ranges => Err(format!("expected {}", violation.expected)),
        _ => values::read(parameter.schema, text, checks).map(|_| text.to_owned()),
    })
}

fn placeholder(operation: &Operation, parameter: &Parameter) -> String {
    let counts = |paging: &Paging| paging.page == parameter.name || paging.limit == parameter.name;
    match operation.paging.as_ref().is_some_and(counts) {
        true => "N".to_owned(),
        false => value_name(short_name(parameter)),
    }
}
