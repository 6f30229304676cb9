//! Examples for help, with values of the documented bodies, so they work with the emulator.

use crate::args::fields::{self, Field};
use crate::args::flags::{self, value_name};
use crate::args::nouns;
use crate::table::{Operations, PROGRAM, awaited_run, needs_confirmation};
use ncloud_dataflow::operations::{EXAMPLES, OPERATIONS};
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::{Method, Operation, Parameter, Place, Role};
use ncloud_dataflow::runtime::schema::{Format, Schema, Shape};
use serde_json::Value;
use std::sync::LazyLock;

/// The documented bodies, parsed when help is first built.
static DOCUMENTED: LazyLock<Vec<Documented>> = LazyLock::new(|| {
    let read = EXAMPLES.iter().filter_map(|example| {
        Some(Documented {
            operation: example.operation,
            role: example.role,
            body: serde_json::from_str(example.text).ok()?,
        })
    });
    read.collect()
});

struct Documented {
    operation: &'static str,
    role: Role,
    body: Value,
}

/// The words of an example, and whether they are complete.
struct ExampleCommand {
    words: Vec<String>,
    complete: bool,
}

/// Returns the example `noun verb VALUES` of an operation.
pub(crate) fn call(operation: &'static Operation) -> String {
    assemble(operation).words.join(" ")
}

/// Returns the operation for the first example: the first listing with a path parameter and a documented body.
pub(crate) fn first(operations: Operations) -> Option<&'static Operation> {
    let is_listing = |operation: &&&Operation| operation.paging.is_some();
    let mut listings = operations.iter().filter(is_listing);
    let shown = listings.clone().find(|operation| {
        let in_path = |parameter: &Parameter| parameter.place == Place::Path;
        operation.parameters.iter().any(in_path) && documented(operation.id).next().is_some()
    });
    shown.or_else(|| listings.next()).or(operations.first()).copied()
}

/// Returns the examples of an operation, one per line.
pub(crate) fn lines(operation: &'static Operation) -> Vec<String> {
    let ExampleCommand { words, complete } = assemble(operation);
    let call = words.join(" ");
    let noun = operation.command.noun;
    let mut lines = vec![format!("{PROGRAM} {call}")];
    if operation.paging.is_some() {
        lines.push(format!("{PROGRAM} {call} --limit 4 -o json"));
        lines.push(format!("{PROGRAM} {call} -o csv > {}.csv", nouns::rows(operation)));
    } else if operation.body.is_some() {
        let path = path_words(operation).words.join(" ");
        let file = format!("{PROGRAM} {path} -f {noun}.yaml");
        lines.retain(|_| works_without_file(operation));
        lines.push(file);
    } else if operation.method == Method::Get {
        lines.push(format!("{PROGRAM} {call} -o yaml"));
    }
    if awaited_run(operation).is_some() {
        lines.push(format!("{PROGRAM} {call} --wait --timeout 30m"));
    }
    // A POST without a body may not apply to the state of the documented resources.
    let depends_on_state = operation.method == Method::Post && operation.body.is_none();
    if complete && !depends_on_state && works_without_file(operation) {
        lines.push(format!("{PROGRAM} --emulator {call}"));
    }
    lines
}

/// Returns whether flags alone can build the body.
fn works_without_file(operation: &'static Operation) -> bool {
    let fields = fields::fields(operation);
    !fields.iter().any(|field| field.required && !field.has_flag())
}

fn assemble(operation: &'static Operation) -> ExampleCommand {
    let mut call = path_words(operation);
    for (index, parameter) in required_queries(operation).enumerate() {
        let flag = flags::parameter_flag(operation, parameter);
        match sample(parameter.schema, index) {
            Some(value) => call.words.push(format!("--{flag} {value}")),
            None => call.placeholder(&flag, parameter.name),
        }
    }
    match request_flags(operation) {
        Some(flags) => call.words.extend(flags),
        None => {
            for field in example_fields(operation) {
                match sample(field.schema, 0) {
                    Some(value) => call.words.push(format!("--{} {value}", field.flag)),
                    None => call.placeholder(&field.flag, field.key()),
                }
            }
        }
    }
    if needs_confirmation(operation) {
        call.words.push("--yes".to_owned());
    }
    call
}

/// Returns the fields that an example must set: the required fields, or one field if the body must not be empty.
fn example_fields(operation: &'static Operation) -> Vec<Field> {
    let Some(body) = &operation.body else {
        return Vec::new();
    };
    let mut fields = fields::fields(operation);
    fields.retain(Field::has_flag);
    let (required, rest): (Vec<_>, Vec<_>) = fields.into_iter().partition(|field| field.required);
    let empty = Value::Object(serde_json::Map::new());
    if required.is_empty() && !check::value(body.schema, &empty).is_empty() {
        let sampled = |field: &Field| sample(field.schema, 0).is_some();
        return rest.into_iter().find(sampled).into_iter().collect();
    }
    required
}

fn path_words(operation: &Operation) -> ExampleCommand {
    let command = &operation.command;
    let mut call = ExampleCommand { words: vec![command.noun.to_owned(), command.verb.to_owned()], complete: true };
    let path: Vec<&str> = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.place == Place::Path)
        .map(|parameter| parameter.name)
        .collect();
    match path_values(operation, &path).or_else(|| names(operation, &path)) {
        Some(values) => call.words.extend(values),
        None => {
            call.complete = path.is_empty();
            call.words.extend(path.into_iter().map(value_name));
        }
    }
    call
}

/// Returns documented names, for operations that accept names and whose documented IDs are masked.
fn names(operation: &Operation, path: &[&str]) -> Option<Vec<String>> {
    let name = |parameter: &&str| {
        let resolve = operation.parameter(parameter)?.resolve.as_ref()?;
        let noun = of(resolve.operation)?.command.noun;
        let mut documented =
            DOCUMENTED.iter().filter(|documented| of(documented.operation).is_some_and(|it| it.command.noun == noun));
        documented.find_map(|documented| named(row(&documented.body), resolve.by))
    };
    path.iter().map(name).collect()
}

fn of(id: &str) -> Option<&'static Operation> {
    let mut operations = OPERATIONS.iter();
    operations.find(|operation| operation.id == id).copied()
}

impl ExampleCommand {
    fn placeholder(&mut self, flag: &str, name: &str) {
        self.complete = false;
        self.words.push(format!("--{flag} {}", value_name(name)));
    }
}

fn required_queries(operation: &Operation) -> impl Iterator<Item = &'static Parameter> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| parameter.required && parameter.place == Place::Query)
}

fn documented(operation: &str) -> impl Iterator<Item = &'static Documented> {
    DOCUMENTED.iter().filter(move |documented| documented.operation == operation)
}

/// Returns IDs from one documented response: of the operation if possible, else the first with all of them.
fn path_values(operation: &Operation, names: &[&str]) -> Option<Vec<String>> {
    let responses =
        documented(operation.id).chain(DOCUMENTED.iter()).filter(|documented| documented.role == Role::Response);
    let values = |response: &'static Documented| -> Option<Vec<String>> {
        let row = row(&response.body);
        names.iter().map(|name| named(row, name)).collect()
    };
    responses.filter_map(values).next()
}

/// Returns the first row of a response with a listing, or the response.
fn row(response: &Value) -> &Value {
    match response.as_object().and_then(|object| object.values().next()) {
        Some(Value::Array(list)) => list.first().unwrap_or(response),
        _ => response,
    }
}

/// Returns the string of a field with that name or suffix: `jobExecutionId` matches `executionId`.
fn named(row: &Value, name: &str) -> Option<String> {
    let fields = row.as_object()?;
    let tail = name.to_lowercase();
    let ending = |(key, _): &(&String, &Value)| key.to_lowercase().ends_with(&tail);
    let value = fields.get(name).or_else(|| fields.iter().find(ending).map(|(_, value)| value));
    // The vendor masks some values with stars.
    let plain = |text: &&str| text.chars().all(|part| part.is_alphanumeric() || "-_".contains(part));
    value?.as_str().filter(plain).map(str::to_owned)
}

/// Returns flags for a documented body, if it is valid today and flags can express it.
fn request_flags(operation: &'static Operation) -> Option<Vec<String>> {
    let schema = operation.body.as_ref()?.schema;
    let fields = fields::fields(operation);
    documented(operation.id)
        .filter(|documented| documented.role == Role::Request)
        .filter(|documented| check::value(schema, &documented.body).is_empty())
        .filter_map(|documented| flags(&fields, &documented.body))
        .next()
}

fn flags(fields: &[Field], body: &Value) -> Option<Vec<String>> {
    let mut values = Vec::new();
    scalars(String::new(), body, &mut values)?;
    let flag = |(path, value): (String, String)| {
        let field = fields.iter().find(|field| field.name() == path)?;
        field.has_flag().then(|| format!("--{} {value}", field.flag))
    };
    values.into_iter().map(flag).collect()
}

/// Collects the scalars of a body with their paths; `None` if it has arrays or nulls.
fn scalars(path: String, value: &Value, values: &mut Vec<(String, String)>) -> Option<()> {
    match value {
        Value::Object(object) => object.iter().try_for_each(|(key, value)| {
            let path = match path.as_str() {
                "" => key.clone(),
                outer => format!("{outer}.{key}"),
            };
            scalars(path, value, values)
        }),
        Value::Array(_) | Value::Null => None,
        Value::String(text) => {
            values.push((path, text.clone()));
            Some(())
        }
        other => {
            values.push((path, other.to_string()));
            Some(())
        }
    }
}

/// Returns a value that a schema allows; `None` for free text.
fn sample(schema: &Schema, index: usize) -> Option<String> {
    match &schema.plain().shape {
        Shape::Integer { minimum, .. } => Some(minimum.unwrap_or(1).to_string()),
        Shape::String { values, .. } if !values.is_empty() => values.first().map(|value| (*value).to_owned()),
        // Consecutive days, as the operations take ranges.
        Shape::String { format, .. } => match format {
            Format::DateTimeLocal => Some(format!("2025-03-{}T00:00:00", 21 + index)),
            Format::DateTime => Some(format!("2025-03-{}T00:00:00+09:00", 21 + index)),
            Format::Text => None,
        },
        _ => None,
    }
}
