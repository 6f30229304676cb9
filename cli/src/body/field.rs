//! Fields of a body as flags.
//!
//! | Field | Flag |
//! | --- | --- |
//! | `name`, at the top | `--name` |
//! | `jobCondition.numWorker`, the only `numWorker` | `--num-worker`, and `--job-condition-num-worker` too |
//! | `triggerRule.type` beside `type` | `--trigger-rule-type` |
//! | `jobCondition.timeout`, as `--timeout` is taken | `--job-condition-timeout` |

use crate::help;
use crate::json::Json;
use crate::parameter;
use crate::value::{self, Checks};
use crate::words;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::runtime::operation::Operation;
use ncloud_dataflow::runtime::schema::{RequiredWhen, Schema, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a body that has no fields itself.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The keys that lead to it, its own last.
    pub(crate) path: Vec<&'static str>,
    /// The flag without its dashes.
    pub(crate) flag: String,
    /// The flag that spells the whole path, where [`flag`](Self::flag) is shorter.
    pub(crate) whole: Option<String>,
    /// How a flag sets it.
    pub(crate) kind: Kind,
    pub(crate) schema: &'static Schema,
    pub(crate) description: &'static str,
    /// Whether every body has it.
    pub(crate) required: bool,
    /// When a body has to have it all the same: by another field of the same object.
    pub(crate) required_when: Option<&'static RequiredWhen>,
}

/// How a flag sets a field.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// By a value.
    Scalar,
    /// By values of this shape, with commas between them or one flag each.
    List(&'static Schema),
    /// By texts `KEY=VALUE`, one flag each, with values of this shape.
    Map(&'static Schema),
    /// Not at all: it takes a file.
    File,
}

impl Field {
    /// The path with dots.
    pub(crate) fn name(&self) -> String {
        self.path.join(".")
    }

    /// The path with dots of another field of the same object.
    pub(crate) fn beside(&self, other: &'static str) -> String {
        let outer = self.path.iter().take(self.path.len().saturating_sub(1));
        outer.copied().chain([other]).collect::<Vec<_>>().join(".")
    }

    /// Keys may hold dots, but no character that is not to be seen.
    fn id(&self) -> String {
        format!(":body:{}", self.path.join("\u{1}"))
    }

    /// Whether there is a flag for it.
    pub(crate) fn has_flag(&self) -> bool {
        !matches!(self.kind, Kind::File)
    }

    /// Its own key.
    pub(crate) fn last(&self) -> &'static str {
        self.path.last().copied().unwrap_or_default()
    }
}

/// All fields of the operation's body, in the order of the spec.
pub(crate) fn fields(operation: &'static Operation) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(body) = &operation.body {
        gather(body.schema, &mut Vec::new(), true, &mut fields);
    }
    name(operation, &mut fields);
    fields
}

/// Deepest object whose fields have flags.
const MAX_DEPTH: usize = 6;
/// Number of fields from which on no more objects are opened: objects that hold each other in many ways have no end of
/// fields.
const MAX_FIELDS: usize = 500;

/// The fields below an object. One that contains itself takes a file.
fn gather(
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
                gather(inner, path, required && field.required, fields);
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

fn kind(schema: &'static Schema) -> Kind {
    match schema.shape {
        Shape::Array { items } if is_scalar(items.plain()) => Kind::List(items),
        Shape::Map { values } if is_scalar(values) => Kind::Map(values),
        _ if is_scalar(schema) => Kind::Scalar,
        _ => Kind::File,
    }
}

fn is_scalar(schema: &Schema) -> bool {
    matches!(
        schema.shape,
        Shape::Boolean | Shape::True | Shape::Integer { .. } | Shape::Number { .. } | Shape::String { .. }
    )
}

/// Gives each field a flag: its own name where nothing else claims it, else the whole path. What that leaves equal gets
/// numbers in the order of the spec.
fn name(operation: &'static Operation, fields: &mut [Field]) {
    let mut taken: BTreeSet<String> = parameter::flags(operation).into_iter().collect();
    let mut lasts: BTreeMap<&str, usize> = BTreeMap::new();
    for field in fields.iter() {
        *lasts.entry(field.last()).or_default() += 1;
    }
    for field in fields.iter_mut() {
        let whole = words::flag(&field.path.join("-"));
        let short = words::flag(field.last());
        let alone = lasts.get(field.last()) == Some(&1);
        let free = |flag: &String, taken: &BTreeSet<String>| {
            !flag.is_empty() && !parameter::is_reserved(operation, flag) && !taken.contains(flag)
        };
        if field.path.len() > 1 && alone && free(&short, &taken) {
            taken.insert(short.clone());
            field.flag = short;
            field.whole = Some(whole).filter(|whole| free(whole, &taken));
            taken.extend(field.whole.clone());
        } else if free(&whole, &taken) {
            taken.insert(whole.clone());
            field.flag = whole;
        } else {
            let wanted = if whole.is_empty() { "param".to_owned() } else { format!("param-{whole}") };
            field.flag = parameter::free_flag(operation, &wanted, &mut taken);
        }
    }
}

/// The flags of the operation's body.
pub(crate) fn args(operation: &'static Operation, checks: Checks) -> Vec<Arg> {
    let fields = fields(operation).into_iter();
    fields.filter_map(|field| arg(&field, checks)).collect()
}

fn arg(field: &Field, checks: Checks) -> Option<Arg> {
    let shown = words::value_name(field.last());
    let arg = Arg::new(field.id())
        .long(field.flag.clone())
        .aliases(field.whole.clone())
        .help_heading("Fields of the body")
        // `--date-of-month -1` is a value, not another flag.
        .allow_negative_numbers(true)
        .help(help::field(field));
    Some(match field.kind {
        Kind::Scalar => arg.value_name(shown).value_parser(value::parser(field.schema, checks)),
        Kind::List(items) => arg
            .value_name(shown)
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(value::parser(items, checks)),
        Kind::Map(values) => arg
            .value_name("KEY=VALUE")
            .action(ArgAction::Append)
            .value_parser(move |text: &str| pair(values, text, checks)),
        Kind::File => return None,
    })
}

fn pair(values: &Schema, text: &str, checks: Checks) -> Result<(String, Json), String> {
    let (key, text) = text.split_once('=').filter(|(key, _)| !key.is_empty()).ok_or("expected KEY=VALUE")?;
    Ok((key.to_owned(), value::read(values, text, checks)?))
}

/// The fields that were given by flags, with their values.
pub(crate) fn given(operation: &'static Operation, matches: &ArgMatches) -> Vec<(Field, Json)> {
    let fields = fields(operation).into_iter();
    let given = fields.filter_map(|field| value_of(&field, matches).map(|value| (field, value)));
    given.collect()
}

fn value_of(field: &Field, matches: &ArgMatches) -> Option<Json> {
    let id = field.id();
    match field.kind {
        Kind::Scalar => matches.get_one::<Json>(&id).cloned(),
        Kind::List(_) => matches.get_many::<Json>(&id).map(|values| Json::List(values.cloned().collect())),
        // A repeated key was refused before.
        Kind::Map(_) => matches.get_many::<(String, Json)>(&id).map(|pairs| Json::Object(pairs.cloned().collect())),
        Kind::File => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, gather, name};
    use ncloud_dataflow::operations::CREATE_JOB;
    use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};

    const fn object(fields: &'static [Field]) -> Schema {
        Schema { name: "", description: "", shape: Shape::Object { fields } }
    }

    const fn field(name: &'static str, required: bool, schema: &'static Schema) -> Field {
        Field { name, required, required_when: None, schema, description: "" }
    }

    static TEXTS: Schema = Schema { name: "", description: "", shape: Shape::Array { items: &Schema::TEXT } };
    static MAYBE: Schema = Schema { name: "", description: "", shape: Shape::Nullable(&Schema::INTEGER) };
    // The lid of a lid: a flag for each would have no end.
    static LID: Schema =
        object(&[field("size", true, &MAYBE), field("name", true, &Schema::TEXT), field("lid", false, &LID)]);
    static BOX: Schema = object(&[
        field("name", true, &Schema::TEXT),
        field("timeout", false, &Schema::INTEGER),
        field("labels", false, &TEXTS),
        field("anything", true, &Schema::ANY),
        field("lid", true, &LID),
    ]);

    #[test]
    fn flags_are_short_where_nothing_else_has_the_name() {
        let mut fields = Vec::new();
        gather(&BOX, &mut Vec::new(), true, &mut fields);
        name(&CREATE_JOB, &mut fields);
        let flags = fields.iter().map(|field| {
            let kind = match field.kind {
                Kind::Scalar => "scalar",
                Kind::List(_) => "list",
                Kind::Map(_) => "map",
                Kind::File => "file",
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
