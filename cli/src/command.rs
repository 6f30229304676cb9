//! The commands, built from the operations table: one `noun verb` per operation.

use crate::output::Format;
use crate::table::{
    EMULATOR, ENDPOINT, LIMIT, NO_PAGINATE, OUTPUT, Operations, PROFILE, PROGRAM, REPORT_DRIFT, REQUEST_TIMEOUT, STATE,
    VERBOSE,
};
use crate::value::{Checks, UNCHECKED_FLAG};
use crate::{body, color, completion, confirm, emulator, help, names, parameter, time_limit, wait};
use clap::builder::EnumValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use ncloud_dataflow::runtime::operation::Operation;

const COLOR: &str = ":color";

/// The whole command line.
pub(crate) fn of(operations: Operations, checks: Checks) -> Command {
    let root = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about("Command line of NAVER Cloud Platform's Data Flow API")
        .after_help(help::root(operations))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .max_term_width(100)
        .args(global_args());
    nouns(operations)
        .into_iter()
        .fold(root, |root, noun| root.subcommand(noun_command(operations, noun, checks)))
        .subcommand(emulator::command())
        .subcommand(completion::command())
}

/// The operation that the arguments name, with its own arguments; none for a command that is no operation.
pub(crate) fn chosen(operations: Operations, matches: &ArgMatches) -> Option<(&'static Operation, &ArgMatches)> {
    let (noun, matches) = matches.subcommand()?;
    let (verb, matches) = matches.subcommand()?;
    let named = |operation: &&&'static Operation| operation.command.noun == noun && operation.command.verb == verb;
    operations.iter().find(named).map(|operation| (*operation, matches))
}

fn nouns(operations: Operations) -> Vec<&'static str> {
    let mut nouns = Vec::new();
    for operation in operations {
        if !nouns.contains(&operation.command.noun) {
            nouns.push(operation.command.noun);
        }
    }
    nouns
}

fn noun_command(operations: Operations, noun: &'static str, checks: Checks) -> Command {
    let verbs = operations.iter().filter(|operation| operation.command.noun == noun);
    let command = Command::new(noun)
        .about(format!("Commands on {}", help::plural(noun)))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true);
    verbs.fold(command, |command, operation| command.subcommand(verb_command(operation, checks)))
}

fn verb_command(operation: &'static Operation, checks: Checks) -> Command {
    Command::new(operation.command.verb)
        .about(operation.summary.trim_end_matches('.'))
        .after_help(help::operation(operation))
        .args(parameter::args(operation, checks))
        .args(operation.paging.iter().flat_map(|_| listing_args()))
        .args(body::args(operation, checks))
        .args(operation.body.iter().flat_map(|_| body_args()))
        .args(names::are_taken(operation).then(by_id_arg))
        .args(wait::of(operation).into_iter().flat_map(|_| wait::args()))
        .args(confirm::is_needed(operation).then(yes_arg))
        .arg(unchecked_arg())
}

fn body_args() -> [Arg; 2] {
    [
        Arg::new(body::FILE)
            .short('f')
            .long("file")
            .value_name("FILE")
            .help("JSON or YAML file with the whole body, - for standard input; flags override its fields"),
        Arg::new(body::ALLOW_UNKNOWN)
            .long("allow-unknown")
            .action(ArgAction::SetTrue)
            .help("Send fields of the file that the API is not known to have"),
    ]
}

fn by_id_arg() -> Arg {
    Arg::new(names::BY_ID).long("by-id").action(ArgAction::SetTrue).help("Take the value as an id, never as a name")
}

fn yes_arg() -> Arg {
    Arg::new(confirm::YES)
        .long("yes")
        .action(ArgAction::SetTrue)
        .help("Delete without asking; needed where there is no terminal to ask on")
}

fn unchecked_arg() -> Arg {
    Arg::new(body::UNCHECKED)
        .long(UNCHECKED_FLAG)
        .action(ArgAction::SetTrue)
        .help("Send values out of the documented ranges")
}

fn listing_args() -> [Arg; 2] {
    [
        Arg::new(LIMIT)
            .long("limit")
            .value_name("N")
            .allow_negative_numbers(true)
            .value_parser(|text: &str| text.parse::<u64>().map_err(|_| "expected an integer of 0 or more"))
            .help("Print at most N rows in all; 0 prints none and calls nothing [default: all]"),
        Arg::new(NO_PAGINATE).long("no-paginate").action(ArgAction::SetTrue).help("Fetch one page only"),
    ]
}

fn global_args() -> impl Iterator<Item = Arg> {
    let args = output_args().into_iter().chain(connection_args());
    args.map(|arg| arg.global(true).help_heading("Global options"))
}

fn output_args() -> [Arg; 4] {
    [
        Arg::new(OUTPUT)
            .short('o')
            .long("output")
            .value_name("FORMAT")
            .value_parser(EnumValueParser::<Format>::new())
            .default_value("table")
            .hide_possible_values(true)
            .help("How results are written: table, json, jsonl, yaml, csv or name"),
        Arg::new(COLOR)
            .long(color::FLAG)
            .value_name("WHEN")
            .value_parser(color::CHOICES)
            .default_value("auto")
            .hide_possible_values(true)
            .help("Colour: auto, always or never"),
        Arg::new(VERBOSE)
            .short('v')
            .long("verbose")
            .action(ArgAction::SetTrue)
            .help("Say on standard error what is called, where the keys come from, and how long it took"),
        Arg::new(REPORT_DRIFT)
            .long("report-drift")
            .action(ArgAction::SetTrue)
            .help("Say on standard error where answers differ from the API as it is described"),
    ]
}

fn connection_args() -> [Arg; 5] {
    [
        Arg::new(PROFILE)
            .long("profile")
            .value_name("NAME")
            .help("Section of ~/.ncloud/configure to take the keys from; beats the environment"),
        Arg::new(ENDPOINT)
            .long("endpoint")
            .value_name("URL")
            .help("Address of the service: https://host[:port][/prefix], plain http on this machine only"),
        Arg::new(EMULATOR)
            .long("emulator")
            .action(ArgAction::SetTrue)
            .help("Call an emulator started for this call; no account needed"),
        Arg::new(STATE)
            .long("state")
            .value_name("FILE")
            .help("File that an emulator keeps its data in from one call to the next"),
        Arg::new(REQUEST_TIMEOUT)
            .long("request-timeout")
            .value_name("TIME")
            .value_parser(time_limit::parse)
            .help("Longest time of one request with its repetitions, e.g. 90s or 5m [default: 60s]"),
    ]
}
