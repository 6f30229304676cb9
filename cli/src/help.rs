//! The words of the help texts, taken from the operations table.

use crate::body::{self, Field, Kind};
use crate::table::{Operations, PROGRAM};
use crate::{example, names};
use ncloud_dataflow::runtime::operation::{Method, Operation, Parameter};
use ncloud_dataflow::runtime::schema::{Format, Shape};
use std::fmt::Write;

/// Below the help of the program: examples, exit codes, where keys are looked for.
pub(crate) fn root(operations: Operations) -> String {
    let mut text = String::from("Examples:\n");
    if let Some(operation) = example::first(operations) {
        let call = example::call(operation);
        let _ = writeln!(text, "  {PROGRAM} {call}");
        let _ = writeln!(text, "  {PROGRAM} --emulator {call}");
    }
    let _ = write!(text, "  {PROGRAM} emulator --port 8080\n  {PROGRAM} completion bash\n\n{KEYS}\n\n{EXIT_CODES}");
    text
}

const KEYS: &str =
    "Keys: NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, else ~/.ncloud/configure, else the role of the server.";

const EXIT_CODES: &str = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 time over while waiting, 4 keys or permission, \
     5 the run failed or was cancelled, 6 not found, 7 outcome unknown, 130 interrupted.";

/// Below the help of an operation: what it calls, what is known of it, examples, and where its facts come from.
pub(crate) fn operation(operation: &'static Operation) -> String {
    let mut text = format!("Calls {} {}\n", operation.method.as_str(), operation.path);
    let description = unwrapped(operation.description);
    if !description.is_empty() && description.trim_end_matches('.') != operation.summary.trim_end_matches('.') {
        let _ = writeln!(text, "\n{description}");
    }
    for note in notes(operation) {
        let _ = writeln!(text, "\n{note}");
    }
    text.push_str("\nExamples:\n");
    for line in example::lines(operation) {
        let _ = writeln!(text, "  {}", folded(&line));
    }
    let source = &operation.source;
    let _ = write!(text, "\nSource: {} of the vendor's API guide ({}, {})", source.page, source.revision, source.date);
    text
}

/// A command of several lines if it is too long for one, so that it can be copied whatever the terminal.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut width = 0;
    for (index, part) in line.split(" --").enumerate() {
        let part = match index {
            0 => part.to_owned(),
            _ => format!(" --{part}"),
        };
        if width + part.len() > WIDEST {
            folded.push_str(" \\\n   ");
            width = 0;
        }
        width += part.len();
        folded.push_str(&part);
    }
    folded
}

/// Most columns of an example.
const WIDEST: usize = 90;

/// What the arguments of the operation do that their own help has no room for.
fn notes(operation: &'static Operation) -> Vec<String> {
    let mut notes = Vec::new();
    if names::are_taken(operation) {
        notes.push(match operation.method {
            Method::Get => NAMES_READ.to_owned(),
            _ => NAMES_CHANGE.to_owned(),
        });
    }
    let fields = body::fields(operation);
    let whole = fields.iter().find_map(|field| Some((field, field.whole.as_ref()?)));
    if let Some((field, whole)) = whole {
        notes.push(format!(
            "A field inside another is set by its own name, or by its whole path: --{} or --{whole}.",
            field.flag
        ));
    }
    let of_files = fields.iter().filter(|field| !field.has_flag());
    let of_files: Vec<String> = of_files.map(Field::name).collect();
    if !of_files.is_empty() {
        notes.push(format!("Set by --file only: {}.", of_files.join(", ")));
    }
    notes
}

const NAMES_READ: &str = "A name may stand for an id: what the service does not know as an id is looked up as a name.";

const NAMES_CHANGE: &str = "A name may stand for an id: it is looked up before the call, and an id wins over a name.";

/// Meaning, range and default of a parameter.
pub(crate) fn parameter(operation: &Operation, parameter: &Parameter) -> String {
    let mut text = match &operation.paging {
        Some(paging) if paging.limit == parameter.name => "Rows to ask for in one request".to_owned(),
        Some(paging) if paging.page == parameter.name => "Page to start with".to_owned(),
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

/// Meaning and range of a field of the body.
pub(crate) fn field(field: &Field) -> String {
    let mut text = sentence(field.description);
    let shape = match field.kind {
        Kind::List(items) => {
            text.push_str("; several with commas, or one flag each");
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
        let other = field.beside(condition.field);
        let values = condition.equals.join(" or ");
        let _ = write!(text, " [required when {other} is {values}]");
    }
    text
}

/// What the rows of a listing are called: `workflow list` has workflows, `workflow executions` has executions.
pub(crate) fn rows(operation: &Operation) -> String {
    match operation.command.verb {
        "list" => plural(operation.command.noun),
        other => other.to_owned(),
    }
}

/// More than one of a noun.
pub(crate) fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with('s') => noun.to_owned(),
        _ => format!("{noun}s"),
    }
}

fn limits(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Integer { minimum, maximum } => range(minimum.as_ref(), maximum.as_ref()),
        Shape::Number { minimum, maximum } => range(minimum.as_ref(), maximum.as_ref()),
        Shape::Boolean | Shape::True => Some("true or false".to_owned()),
        Shape::Nullable(schema) | Shape::Also { schema, .. } => limits(&schema.shape),
        Shape::String { format: Format::DateTime, .. } => Some("date and time with offset, ISO 8601".to_owned()),
        Shape::String { format: Format::DateTimeLocal, .. } => {
            Some("date and time without offset, ISO 8601".to_owned())
        }
        Shape::String { values, .. } if !values.is_empty() => Some(format!("known values: {}", values.join(", "))),
        _ => None,
    }
}

fn range<T: std::fmt::Display>(least: Option<&T>, most: Option<&T>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) => Some(format!("range: {least} to {most}")),
        (Some(least), None) => Some(format!("range: {least} or more")),
        (None, Some(most)) => Some(format!("range: at most {most}")),
        (None, None) => None,
    }
}

/// The first sentence of a description, without its full stop.
fn sentence(description: &str) -> String {
    let flat = unwrapped(description);
    let first = flat.split("\n\n").next().unwrap_or_default();
    let first = first.split(". ").next().unwrap_or_default();
    first.trim_end_matches('.').to_owned()
}

/// Markdown paragraphs, each on one line: the terminal wraps them anew.
fn unwrapped(text: &str) -> String {
    let paragraphs =
        text.trim().split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::{plural, sentence, unwrapped};

    #[test]
    fn makes_plurals() {
        let nouns = ["execution", "job", "history", "statistics", "key"].map(plural);
        assert_eq!(nouns, ["executions", "jobs", "histories", "statistics", "keys"]);
    }

    #[test]
    fn shortens_descriptions() {
        assert_eq!(sentence("Id of the job."), "Id of the job");
        assert_eq!(sentence("Most items of a\npage, from 0. No maximum.\n\nMore."), "Most items of a page, from 0");
        assert_eq!(unwrapped("a\nb\n\nc\n"), "a b\n\nc");
        assert_eq!(sentence(""), "");
    }
}
