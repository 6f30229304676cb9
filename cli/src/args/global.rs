//! The flags of all commands.

use crate::args::time_limit;
use crate::output::{Format, query};
use crate::table::{
    COLOR, DATA, EMULATOR, ENDPOINT, ERROR_FORMAT, NO_RECORD, OUTPUT, PROFILE, QUERY, QUIET, REPORT_DRIFT,
    REQUEST_TIMEOUT, UTC, VERBOSE,
};
use crate::terminal::{color, error_format};
use clap::builder::EnumValueParser;
use clap::{Arg, ArgAction};

/// Returns the flags of all commands.
pub(crate) fn args() -> impl Iterator<Item = Arg> {
    let args = output_args().into_iter().chain(connection_args());
    args.map(|arg| arg.global(true).hide_short_help(true).help_heading("Global options"))
}

fn output_args() -> [Arg; 8] {
    [
        Arg::new(OUTPUT)
            .short('o')
            .long("output")
            .value_name("FORMAT")
            .value_parser(EnumValueParser::<Format>::new())
            .default_value("table")
            .hide_possible_values(true)
            .help("Output format: table, wide, json, jsonl, yaml, csv or name"),
        Arg::new(QUERY)
            .long("query")
            .value_name("EXPR")
            .value_parser(query::parse)
            .help("Print the part of the response, or of all rows, that this JMESPath expression selects"),
        Arg::new(COLOR)
            .long(color::FLAG)
            .value_name("WHEN")
            .value_parser(color::CHOICES)
            .default_value("auto")
            .hide_possible_values(true)
            .help("When to use colors: auto, always or never"),
        Arg::new(UTC)
            .long("utc")
            .action(ArgAction::SetTrue)
            .help("Show exact times in UTC in tables, not short times in the local time zone"),
        Arg::new(VERBOSE)
            .short('v')
            .long("verbose")
            .action(ArgAction::Count)
            .help("Log requests and the credential source to stderr; -vv adds headers and bodies"),
        Arg::new(QUIET)
            .short('q')
            .long("quiet")
            .action(ArgAction::SetTrue)
            .help("Print no notes and warnings to stderr, only errors"),
        Arg::new(ERROR_FORMAT)
            .long(error_format::FLAG)
            .value_name("FORMAT")
            .value_parser(error_format::CHOICES)
            .default_value("text")
            .hide_possible_values(true)
            .help("Format of errors: text, or json for one JSON object on stderr and no notes"),
        Arg::new(REPORT_DRIFT)
            .long("report-drift")
            .action(ArgAction::SetTrue)
            .help("Report differences between responses and the API description to stderr"),
    ]
}

fn connection_args() -> [Arg; 6] {
    [
        Arg::new(PROFILE)
            .long("profile")
            .value_name("NAME")
            .help("Section of ~/.ncloud/configure to read credentials from; overrides the environment"),
        Arg::new(ENDPOINT)
            .long("endpoint")
            .value_name("URL")
            .help("URL of the service: https://host[:port][/prefix]; plain http for loopback addresses only"),
        Arg::new(EMULATOR)
            .long("emulator")
            .action(ArgAction::SetTrue)
            .help("Call the built-in emulator; no account needed"),
        Arg::new(DATA).long("data").value_name("FILE").help("Database file that keeps the data of the emulator"),
        Arg::new(NO_RECORD)
            .long("no-record")
            .action(ArgAction::SetTrue)
            .help("Do not keep runs in the local record; NCLOUD_DATAFLOW_NO_RECORD does the same"),
        Arg::new(REQUEST_TIMEOUT)
            .long("request-timeout")
            .value_name("TIME")
            .value_parser(time_limit::parse)
            .help("Maximum time of one request including retries, e.g. 90s or 5m [default: 60s]"),
    ]
}
