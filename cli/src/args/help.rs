//! Help texts, built from the operations table.

use crate::args::examples;
use crate::args::fields::{self, Field, FieldKind};
use crate::table::{Operations, PROGRAM, accepts_names, awaited_run};
use clap::Command;
use clap::builder::Resettable;
use ncloud_dataflow::runtime::operation::{Method, Operation, Parameter};
use ncloud_dataflow::runtime::schema::{Format, Shape};
use std::ffi::OsString;
use std::fmt::Write;

/// Order of the parts: purpose, usage, examples, then arguments, options and global options, then notes.
pub(crate) const TEMPLATE: &str = "\
{about-with-newline}
{usage-heading} {usage}

{before-help}{all-args}{after-help}";

/// Maximum width of help, in columns.
pub(crate) const MAX_WIDTH: usize = 80;

/// Returns the arguments with `help NOUN VERB` as `NOUN VERB --help`.
pub(crate) fn without_help_command(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|first| first == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// Returns the program with the long help of the command that `args` name in columns.
///
/// clap prints each description of long help on its own line, with an empty line after it, which takes three times as
/// many lines. So the long texts of the command become its short texts.
pub(crate) fn in_columns(command: Command, args: &[OsString]) -> Command {
    let named = args.iter().enumerate().find(|(_, arg)| command.find_subcommand(arg).is_some());
    let name = named.and_then(|(index, arg)| Some((arg.to_str()?.to_owned(), args.get(index + 1..)?)));
    let command = own_in_columns(command);
    match name {
        Some((name, rest)) => command.mut_subcommand(name, |inner| in_columns(inner, rest)),
        None => command,
    }
}

fn own_in_columns(command: Command) -> Command {
    let about = command.get_long_about().or(command.get_about()).cloned();
    let before = command.get_before_long_help().cloned();
    // The short help ends with a note about the long help.
    let after = command.get_after_long_help().cloned();
    let command = command.long_about(None::<&str>).before_long_help(None::<&str>).after_long_help(None::<&str>);
    let command = command.about(Resettable::from(about)).before_help(Resettable::from(before));
    command.after_help(Resettable::from(after)).mut_args(|arg| {
        let help = arg.get_long_help().or(arg.get_help()).cloned();
        arg.hide_short_help(false).long_help(None::<&str>).help(Resettable::from(help))
    })
}

/// Adds a note to the short help that says what the long help adds.
pub(crate) fn with_summary_note(command: Command) -> Command {
    let hidden = command.get_arguments().filter(|arg| arg.is_hide_short_help_set()).count();
    let options = match hidden {
        0 => String::new(),
        1 => "one more option, ".to_owned(),
        count => format!("{count} more options, "),
    };
    let examples = if command.get_before_long_help().is_some() { "examples and " } else { "" };
    command.after_help(format!("'--help' adds {options}{examples}global options, such as -o (output format)."))
}

/// Sets the usage to several lines if it is too long for one.
pub(crate) fn with_folded_usage(command: Command, path: &str) -> Command {
    let usage = command.clone().bin_name(path).render_usage().to_string();
    match usage.strip_prefix("Usage: ") {
        Some(line) if usage.len() > MAX_WIDTH => command.override_usage(line.replacen(" --", "\n         --", 1)),
        _ => command,
    }
}

/// Returns the examples of the program.
pub(crate) fn root_examples(operations: Operations) -> String {
    let mut text = String::from("Examples:\n");
    if let Some(operation) = examples::first(operations) {
        let call = examples::call(operation);
        let _ = writeln!(text, "  {PROGRAM} {call}");
        let _ = writeln!(text, "  {PROGRAM} --emulator {call}");
    }
    let _ = write!(text, "  {PROGRAM} emulator --port 8080\n  {PROGRAM} completion bash");
    text
}

/// Last line of the short help.
pub(crate) const ROOT_SUMMARY_NOTE: &str =
    "'--help' adds examples, global options, sources of credentials and exit codes.";

/// Sources of credentials, and exit codes.
pub(crate) const ROOT_NOTES: &str = "\
The first credentials found are used:
  1. NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY
  2. ~/.ncloud/configure
  3. the IAM role of the server

Exit codes:
  0    succeeded
  1    failed: connection, request timeout or error response
  2    invalid usage; nothing was sent
  3    timed out while waiting; the run continues
  4    credentials missing or rejected, or permission denied
  5    with --wait: the run failed or was canceled
  6    not found, or the name is ambiguous
  7    outcome unknown; check the resource before you retry
  130  interrupted";

/// Returns the purpose of an operation: its summary and its description.
pub(crate) fn purpose(operation: &'static Operation) -> String {
    let summary = operation.summary.trim_end_matches('.');
    let description = unwrapped(operation.description);
    match description.is_empty() || description.trim_end_matches('.') == summary {
        true => summary.to_owned(),
        false => format!("{summary}\n\n{description}"),
    }
}

/// Returns the examples of an operation.
pub(crate) fn operation_examples(operation: &'static Operation) -> String {
    let lines = examples::lines(operation).into_iter().map(|line| format!("\n  {}", folded(&line)));
    format!("Examples:{}", lines.collect::<String>())
}

/// Returns the notes on an operation, its endpoint and its source.
pub(crate) fn operation_notes(operation: &'static Operation) -> String {
    let mut text = String::new();
    for note in notes(operation) {
        let _ = writeln!(text, "{note}\n");
    }
    let source = &operation.source;
    let _ = writeln!(text, "Endpoint: {} {}", operation.method.as_str(), operation.path);
    let _ = write!(text, "Source: vendor page {} ({}, {})", source.page, source.revision, source.date);
    text
}

/// Splits a long command into several lines that can still be pasted into a shell.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut width = 0;
    for (index, part) in line.split(" --").enumerate() {
        let part = match index {
            0 => part.to_owned(),
            _ => format!(" --{part}"),
        };
        if width > 0 && width + part.len() > MAX_EXAMPLE_WIDTH {
            folded.push_str(" \\\n   ");
            width = 0;
        }
        width += part.len();
        folded.push_str(&part);
    }
    folded
}

/// Maximum width of a line of an example, without its indentation.
const MAX_EXAMPLE_WIDTH: usize = 72;

/// Returns notes on arguments that do not fit into the help of one argument.
fn notes(operation: &'static Operation) -> Vec<String> {
    let mut notes = Vec::new();
    if accepts_names(operation) {
        notes.push(match operation.method {
            Method::Get => NAMES_READ.to_owned(),
            _ => NAMES_CHANGE.to_owned(),
        });
    }
    let fields = fields::fields(operation);
    let nested = fields.iter().find_map(|field| Some((field, field.whole.as_ref()?)));
    if let Some((field, whole)) = nested {
        notes.push(format!("Nested fields have two flags: --{} is the same as --{whole}.", field.flag));
    }
    let without_flag = fields.iter().filter(|field| !field.has_flag());
    let without_flag: Vec<String> = without_flag.map(Field::name).collect();
    if !without_flag.is_empty() {
        notes.push(format!("Fields that only --file can set: {}.", without_flag.join(", ")));
    }
    let setting = fields.iter().find(|field| field.flag.ends_with("-timeout"));
    if let Some(setting) = setting.filter(|_| awaited_run(operation).is_some()) {
        notes.push(format!(
            "Timeouts: --{} is a setting of the run on the service, --timeout limits how long this command waits for \
             it, and --request-timeout limits each request.",
            setting.flag
        ));
    }
    notes
}

const NAMES_READ: &str = "You can pass a name instead of an ID. If the ID is not found, it is looked up as a name.";

const NAMES_CHANGE: &str =
    "You can pass a name instead of an ID. It is looked up before the call. A matching ID takes precedence.";

/// Returns the help of a parameter: meaning, range and default.
pub(crate) fn parameter(operation: &Operation, parameter: &Parameter) -> String {
    let mut text = match &operation.paging {
        Some(paging) if paging.limit == parameter.name => "Rows per request".to_owned(),
        Some(paging) if paging.page == parameter.name => "First page to fetch".to_owned(),
        _ => sentence(parameter.description),
    };
    if let Some(limits) = limits(&parameter.schema.shape) {
        let _ = write!(text, " [{limits}]");
    }
    if let Some(default) = parameter.default {
        let _ = write!(text, " [default: {default}]");
    }
    text
}

/// Returns the help of a field of the body: meaning and range.
pub(crate) fn field(field: &Field) -> String {
    let mut text = sentence(field.description);
    let shape = match field.kind {
        FieldKind::List(items) => {
            text.push_str("; separate values with commas, or repeat the flag");
            &items.shape
        }
        _ => &field.schema.shape,
    };
    if let Some(limits) = limits(shape) {
        let _ = write!(text, " [{limits}]");
    }
    if field.required {
        text.push_str(" [required]");
    }
    if let Some(condition) = field.required_when {
        let other = field.sibling(condition.field);
        let values = condition.equals.join(" or ");
        let _ = write!(text, " [required when {other} is {values}]");
    }
    text
}

/// Returns the limits of a value.
pub(crate) fn limits(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Integer { minimum, maximum } => range(minimum.as_ref(), maximum.as_ref()),
        Shape::Number { minimum, maximum } => range(minimum.as_ref(), maximum.as_ref()),
        Shape::Boolean | Shape::Const(_) => Some("true or false".to_owned()),
        Shape::ConstString(only) => Some(format!("always {}", only.0)),
        Shape::Nullable(schema) | Shape::Also { schema, .. } => limits(&schema.shape),
        Shape::String { format: Format::DateTime, .. } => Some("date and time with offset, ISO 8601".to_owned()),
        Shape::String { format: Format::DateTimeLocal, .. } => {
            Some("date and time without offset, ISO 8601".to_owned())
        }
        Shape::String { values, .. } if !values.is_empty() => Some(format!("known values: {}", values.join(", "))),
        Shape::String { min_length: Some(min), max_length: Some(max), .. } => Some(format!("length: {min} to {max}")),
        _ => None,
    }
}

fn range<T: std::fmt::Display>(minimum: Option<&T>, maximum: Option<&T>) -> Option<String> {
    match (minimum, maximum) {
        (Some(minimum), Some(maximum)) => Some(format!("range: {minimum} to {maximum}")),
        (Some(minimum), None) => Some(format!("range: {minimum} or more")),
        (None, Some(maximum)) => Some(format!("range: at most {maximum}")),
        (None, None) => None,
    }
}

/// Returns the first sentence of a description, without its full stop.
fn sentence(description: &str) -> String {
    let flat = unwrapped(description);
    let first = flat.split("\n\n").next().unwrap_or_default();
    let first = first.split(". ").next().unwrap_or_default();
    first.trim_end_matches('.').to_owned()
}

/// Returns Markdown paragraphs, each on one line, as clap wraps them.
pub(crate) fn unwrapped(text: &str) -> String {
    let paragraphs =
        text.trim().split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::{sentence, unwrapped};

    #[test]
    fn shortens_descriptions() {
        assert_eq!(sentence("Id of the job."), "Id of the job");
        assert_eq!(sentence("Most items of a\npage, from 0. No maximum.\n\nMore."), "Most items of a page, from 0");
        assert_eq!(unwrapped("a\nb\n\nc\n"), "a b\n\nc");
        assert_eq!(sentence(""), "");
    }
}
