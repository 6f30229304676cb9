//! Fields of a body as flags.
//!
//! | Field | Flag |
//! | --- | --- |
//! | `name`, at the top level | `--name` |
//! | `jobCondition.numWorker`, the only `numWorker` | `--num-worker`, alias `--job-condition-num-worker` |
//! | `triggerRule.type`, if there is another `type` | `--trigger-rule-type` |
//! | `jobCondition.timeout`, as `--timeout` is taken | `--job-condition-timeout` |

use crate::args::flags::{self, flag_name};
use crate::args::values::{self, Checks};
use crate::json::Json;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::runtime::operation::Operation;
use ncloud_dataflow::runtime::schema::{RequiredWhen, Schema, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a body that has no fields of its own.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Keys from the top of the body to the field.
    pub(crate) path: Vec<&'static str>,
    /// Flag without its dashes.
    pub(crate) flag: String,
    /// Alias with the full path, if [`flag`](Self::flag) is shorter.
    pub(crate) whole: Option<String>,
    /// Kind of value that its flag takes.
    pub(crate) kind: FieldKind,
    pub(crate) schema: &'static Schema,
    pub(crate) description: &'static str,
    /// Whether every body must have it.
    pub(crate) required: bool,
    /// Condition on another field of the same object that makes this one required.
    pub(crate) required_when: Option<&'static RequiredWhen>,
}

/// Kind of value that the flag of a field takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FieldKind {
    /// One value.
    Scalar,
    /// Values of this schema, separated by commas or one per flag.
    List(&'static Schema),
    /// Pairs `KEY=VALUE`, one per flag, with values of this schema.
    Map(&'static Schema),
    /// None: the field has no flag and is set by `--file`.
    File,
}

impl Field {
    /// Returns the path, with dots.
    pub(crate) fn name(&self) -> String {
        self.path.join(".")
    }

    /// Returns the path of another field of the same object, with dots.
    pub(crate) fn sibling(&self, other: &'static str) -> String {
        let outer = self.path.iter().take(self.path.len().saturating_sub(1));
        outer.copied().chain([other]).collect::<Vec<_>>().join(".")
    }

    /// Returns the ID of the argument. Keys may contain dots, but no control characters.
    fn id(&self) -> String {
        format!(":body:{}", self.path.join("\u{1}"))
    }

    /// Returns whether it has a flag.
    pub(crate) fn has_flag(&self) -> bool {
        !matches!(self.kind, FieldKind::File)
    }

    /// Returns its own key.
    pub(crate) fn key(&self) -> &'static str {
        self.path.last().copied().unwrap_or_default()
    }
}

/// Returns all fields of the operation's body, in the order of the spec.
pub(crate) fn fields(operation: &'static Operation) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(body) = &operation.body {
        collect(body.schema, &mut Vec::new(), true, &mut fields);
    }
    assign_flags(operation, &mut fields);
    fields
}

/// Maximum depth of an object whose fields have flags.
const MAX_DEPTH: usize = 6;
/// Number of fields at which no further objects are opened: the number of paths through nested objects can grow
/// exponentially.
const MAX_FIELDS: usize = 500;

/// Adds the fields of an object. An object that contains itself has no flag.
fn collect(
    schema: &'static Schema,
    path: &mut Vec<(&'static str, &'static Schema)>,
    required: bool,
    fields: &mut Vec<Field>,
) {
    let Shape::Object { fields: known } = &schema.shape else {
        return;
    };
    for field in *known {
        let inner = inner(field.schema);
        let repeats = std::ptr::eq(inner, schema) || path.iter().any(|(_, outer)| std::ptr::eq(*outer, inner));
        path.push((field.name, schema));
        match inner.shape {
            Shape::Object { .. } if !repeats && path.len() <= MAX_DEPTH && fields.len() < MAX_FIELDS => {
                collect(inner, path, required && field.required, fields);
            }
            _ => fields.push(Field {
                path: path.iter().map(|(key, _)| *key).collect(),
                flag: String::new(),
                whole: None,
                kind: kind(inner),
                schema: field.schema,
                description: field.description,
                required: required && field.required,
                required_when: field.required_when.as_ref(),
            }),
        }
        path.pop();
    }
}

fn inner(schema: &'static Schema) -> &'static Schema {
    match schema.shape {
        Shape::Nullable(inner) | Shape::Also { schema: inner, .. } => inner,
        _ => schema,
    }
}

fn kind(schema: &'static Schema) -> FieldKind {
    match schema.shape {
        Shape::Array { items } if is_scalar(items.plain()) => FieldKind::List(items),
        Shape::Map { values } if is_scalar(values) => FieldKind::Map(values),
        _ if is_scalar(schema) => FieldKind::Scalar,
        _ => FieldKind::File,
    }
}

fn is_scalar(schema: &Schema) -> bool {
    matches!(
        schema.shape,
        Shape::Boolean
            | Shape::Const(_)
            | Shape::ConstString(_)
            | Shape::Integer { .. }
            | Shape::Number { .. }
            | Shape::String { .. }
    )
}

/// Assigns a flag to each field: its own name if it is unique and free, else the full path. Flags that are still equal
/// get numbers, in the order of the spec.
fn assign_flags(operation: &'static Operation, fields: &mut [Field]) {
    let mut taken: BTreeSet<String> = flags::parameter_flags(operation).into_iter().collect();
    let mut key_counts: BTreeMap<&str, usize> = BTreeMap::new();
    for field in fields.iter() {
        *key_counts.entry(field.key()).or_default() += 1;
    }
    for field in fields.iter_mut() {
        let whole = flag_name(&field.path.join("-"));
        let short = flag_name(field.key());
        let is_unique = key_counts.get(field.key()) == Some(&1);
        let free = |flag: &String, taken: &BTreeSet<String>| {
            !flag.is_empty() && !flags::is_reserved(operation, flag) && !taken.contains(flag)
        };
        if field.path.len() > 1 && is_unique && free(&short, &taken) {
            taken.insert(short.clone());
            field.flag = short;
            field.whole = Some(whole).filter(|whole| free(whole, &taken));
            taken.extend(field.whole.clone());
        } else if free(&whole, &taken) {
            taken.insert(whole.clone());
            field.flag = whole;
        } else {
            let wanted = if whole.is_empty() { "param".to_owned() } else { format!("param-{whole}") };
            field.flag = flags::free_flag(operation, &wanted, &mut taken);
        }
    }
}

/// Returns an argument for each field that has a flag, without help.
pub(crate) fn args(operation: &'static Operation, checks: Checks) -> Vec<(Field, Arg)> {
    let args = fields(operation).into_iter().filter_map(|field| arg(&field, checks).map(|arg| (field, arg)));
    args.collect()
}

fn arg(field: &Field, checks: Checks) -> Option<Arg> {
    let shown = flags::value_name(field.key());
    let arg = Arg::new(field.id())
        .long(field.flag.clone())
        .aliases(field.whole.clone())
        .help_heading("Fields of the body")
        // `--date-of-month -1` is a value, not another flag.
        .allow_negative_numbers(true);
    Some(match field.kind {
        FieldKind::Scalar => arg.value_name(shown).value_parser(values::parser(field.schema, checks)),
        FieldKind::List(items) => arg
            .value_name(shown)
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(values::parser(items, checks)),
        FieldKind::Map(values) => arg
            .value_name("KEY=VALUE")
            .action(ArgAction::Append)
            .value_parser(move |pair_text: &str| pair(values, pair_text, checks)),
        FieldKind::File => return None,
    })
}

fn pair(values: &Schema, text: &str, checks: Checks) -> Result<(String, Json), String> {
    let (key, text) = text.split_once('=').filter(|(key, _)| !key.is_empty()).ok_or("expected KEY=VALUE")?;
    Ok((key.to_owned(), values::read(values, text, checks)?))
}

/// Returns the fields that are set by flags, with their values.
pub(crate) fn given(operation: &'static Operation, matches: &ArgMatches) -> Vec<(Field, Json)> {
    let fields = fields(operation).into_iter();
    let given = fields.filter_map(|field| value_of(&field, matches).map(|value| (field, value)));
    given.collect()
}

fn value_of(field: &Field, matches: &ArgMatches) -> Option<Json> {
    let id = field.id();
    match field.kind {
        FieldKind::Scalar => matches.get_one::<Json>(&id).cloned(),
        FieldKind::List(_) => matches.get_many::<Json>(&id).map(|values| Json::Array(values.cloned().collect())),
        // Duplicate keys have been rejected before.
        FieldKind::Map(_) => {
            matches.get_many::<(String, Json)>(&id).map(|pairs| Json::Object(pairs.cloned().collect()))
        }
        FieldKind::File => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldKind, assign_flags, collect};
    use ncloud_dataflow::operations::CREATE_JOB;
    use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};

    const fn object(fields: &'static [Field]) -> Schema {
        Schema::unnamed(Shape::Object { fields })
    }

    const fn field(name: &'static str, required: bool, schema: &'static Schema) -> Field {
        Field { name, required, required_when: None, request_name: None, schema, description: "" }
    }

    static STRINGS: Schema = Schema::unnamed(Shape::Array { items: &Schema::TEXT });
    static MAYBE: Schema = Schema::unnamed(Shape::Nullable(&Schema::INTEGER));
    // The lid of a lid: a flag for each would have no end.
    static LID: Schema =
        object(&[field("size", true, &MAYBE), field("name", true, &Schema::TEXT), field("lid", false, &LID)]);
    static BOX: Schema = object(&[
        field("name", true, &Schema::TEXT),
        field("timeout", false, &Schema::INTEGER),
        field("labels", false, &STRINGS),
        field("anything", true, &Schema::ANY),
        field("lid", true, &LID),
    ]);

    #[test]
    fn flags_are_short_where_nothing_else_has_the_name() {
        let mut fields = Vec::new();
        collect(&BOX, &mut Vec::new(), true, &mut fields);
        assign_flags(&CREATE_JOB, &mut fields);
        let flags = fields.iter().map(|field| {
            let kind = match field.kind {
                FieldKind::Scalar => "scalar",
                FieldKind::List(_) => "list",
                FieldKind::Map(_) => "map",
                FieldKind::File => "file",
            };
            (field.name(), field.flag.as_str(), field.whole.as_deref(), kind, field.required)
        });
        let expected = [
            ("name", "name", None, "scalar", true),
            // The command line needs it for itself.
            ("timeout", "param-timeout", None, "scalar", false),
            ("labels", "labels", None, "list", false),
            ("anything", "anything", None, "file", true),
            ("lid.size", "size", Some("lid-size"), "scalar", true),
            ("lid.name", "lid-name", None, "scalar", true),
            ("lid.lid", "lid", Some("lid-lid"), "file", false),
        ];
        let expected =
            expected.map(|(path, flag, whole, kind, required)| (path.to_owned(), flag, whole, kind, required));
        assert_eq!(flags.collect::<Vec<_>>(), expected);
    }
}
