//! The commands, built from the operations table: one `noun verb` for each operation.

use crate::api::resume;
use crate::args::flags::parameter_id;
use crate::args::values::Checks;
use crate::args::wait::{log_args, wait_args};
use crate::args::{change, fields, global, help, nouns, parameters, range};
use crate::operator;
use crate::session::OperatorCommand;
use crate::table::{
    ALLOW_UNKNOWN, AwaitedRun, BY_ID, FILE, LIMIT, NO_PAGINATE, Operations, PROGRAM, RESUME, UNCHECKED, accepts_names,
    awaited_run, changes_something, needs_confirmation,
};
use clap::{Arg, ArgAction, ArgMatches, Command};
use ncloud_dataflow::runtime::operation::{Operation, Paging};

/// Returns the program with a command for each operation.
pub(crate) fn root(operations: Operations, checks: Checks) -> Command {
    let root = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about("Command line for NAVER Cloud Platform's Data Flow API")
        .help_template(help::TEMPLATE)
        .before_long_help(help::root_examples(operations))
        .after_help(help::ROOT_SUMMARY_NOTE)
        .after_long_help(help::ROOT_NOTES)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .max_term_width(help::MAX_WIDTH)
        .disable_version_flag(true)
        .arg(version_arg())
        .args(global::args());
    let root =
        nouns(operations).into_iter().fold(root, |root, noun| root.subcommand(noun_command(operations, noun, checks)));
    operator::commands().filter(|command| command.noun.is_none()).fold(root, |root, command| {
        let path = format!("{PROGRAM} {}", command.verb);
        root.subcommand(finished((command.build)(Command::new(command.verb)), &path))
    })
}

/// The short help fits on a screen of 24 lines without it.
fn version_arg() -> Arg {
    Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .hide_short_help(true)
        .help("Print version")
}

/// Returns the operation of the command and its arguments; `None` for a command that is not an operation.
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
        .about(format!("Commands for {}", nouns::plural(noun)))
        .help_template(help::TEMPLATE)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true);
    let command = verbs.fold(help::with_summary_note(command), |command, operation| {
        command.subcommand(verb_command(operation, checks))
    });
    let is_own = |command: &&OperatorCommand| command.noun == Some(noun) && !is_operation(operations, command);
    operator::commands().filter(is_own).fold(command, |command, own| {
        let path = format!("{PROGRAM} {noun} {}", own.verb);
        command.subcommand(finished((own.build)(Command::new(own.verb)), &path))
    })
}

/// Returns whether a command is an addition to the command of an operation.
fn is_operation(operations: Operations, command: &OperatorCommand) -> bool {
    let same =
        |operation: &&Operation| Some(operation.command.noun) == command.noun && operation.command.verb == command.verb;
    operations.iter().any(same)
}

/// Adds what the help of all commands has.
fn finished(command: Command, path: &str) -> Command {
    help::with_folded_usage(help::with_summary_note(command.help_template(help::TEMPLATE)), path)
}

fn verb_command(operation: &'static Operation, checks: Checks) -> Command {
    let command = Command::new(operation.command.verb)
        .about(operation.summary.trim_end_matches('.'))
        .long_about(help::purpose(operation))
        .help_template(help::TEMPLATE)
        .before_long_help(help::operation_examples(operation))
        .after_long_help(help::operation_notes(operation))
        .args(parameter_args(operation, checks))
        .args(range::arg(operation))
        .args(operation.paging.iter().flat_map(listing_args))
        .args(field_args(operation, checks))
        .args(operation.body.iter().flat_map(|_| body_args()))
        .args(accepts_names(operation).then(by_id_arg))
        .args(awaited_run(operation).into_iter().flat_map(|_| wait_args()))
        .args((awaited_run(operation) == Some(AwaitedRun::Job)).then(log_args).into_iter().flatten())
        .args(needs_confirmation(operation).then(|| change::yes_arg(DELETE)))
        .args(changes_something(operation).then(|| change::dry_run_arg(PRINT).hide_short_help(true)))
        .arg(unchecked_arg());
    let (noun, verb) = (operation.command.noun, operation.command.verb);
    let command = match operator::find(Some(noun), verb) {
        Some(addition) => (addition.build)(command),
        None => command,
    };
    finished(command, &format!("{PROGRAM} {noun} {verb}"))
}

fn parameter_args(operation: &'static Operation, checks: Checks) -> impl Iterator<Item = Arg> {
    let args = parameters::args(operation, checks).into_iter();
    args.map(|(parameter, arg)| arg.help(help::parameter(operation, parameter)))
}

/// Maximum number of fields for which `-h` lists the optional ones.
const MAX_SHORT_FIELDS: usize = 5;

fn field_args(operation: &'static Operation, checks: Checks) -> impl Iterator<Item = Arg> {
    let args = fields::args(operation, checks);
    let are_many = args.len() > MAX_SHORT_FIELDS;
    args.into_iter().map(move |(field, arg)| arg.help(help::field(&field)).hide_short_help(are_many && !field.required))
}

fn body_args() -> [Arg; 2] {
    [
        Arg::new(FILE)
            .short('f')
            .long("file")
            .value_name("FILE")
            .help("JSON or YAML file with the body, or - for standard input; flags override its fields"),
        Arg::new(ALLOW_UNKNOWN)
            .long("allow-unknown")
            .action(ArgAction::SetTrue)
            .hide_short_help(true)
            .help("Allow fields in the file that are not in the API description"),
    ]
}

fn by_id_arg() -> Arg {
    Arg::new(BY_ID)
        .long("by-id")
        .action(ArgAction::SetTrue)
        .hide_short_help(true)
        .help("Treat the value as an ID; do not look up a name")
}

/// Help of `--yes` for a deletion.
const DELETE: &str = "Delete without confirmation; required if there is no terminal";

/// Help of `--dry-run` for one request.
const PRINT: &str = "Print the request and do not send it; names are still looked up";

fn unchecked_arg() -> Arg {
    Arg::new(UNCHECKED)
        .long("unchecked")
        .action(ArgAction::SetTrue)
        .hide_short_help(true)
        .help("Send values outside the documented ranges")
}

fn listing_args(paging: &Paging) -> [Arg; 3] {
    [
        Arg::new(LIMIT)
            .long("limit")
            .value_name("N")
            .allow_negative_numbers(true)
            .value_parser(|text: &str| text.parse::<u64>().map_err(|_| "expected an integer of 0 or more"))
            .help("Maximum number of rows; 0 sends no request [default: all]"),
        Arg::new(NO_PAGINATE)
            .long("no-paginate")
            .action(ArgAction::SetTrue)
            .hide_short_help(true)
            .help("Fetch one page only"),
        Arg::new(RESUME)
            .long("resume")
            .value_name("TOKEN")
            .value_parser(resume::parse)
            .conflicts_with_all([NO_PAGINATE.to_owned(), parameter_id(paging.page), parameter_id(paging.limit)])
            .hide_short_help(true)
            .help("Continue a listing that broke off, with the token that it printed; csv output has no header then"),
    ]
}
