//! Values of a document without an existing resource.

use crate::body::{fields, plain};
use crate::json::{self, Json};
use crate::resource::Kind;
use crate::transfer::references;
use ncloud_dataflow::operations::EXAMPLES;
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::Role;
use ncloud_dataflow::runtime::schema::{Field, Format, Schema, Shape};

/// Key of the field that `--type` sets.
pub(super) const TYPE: &str = "type";

/// A template.
pub(super) struct Template {
    /// The documented example if it is valid, else the required fields.
    pub(super) body: Json,
    /// Samples of all fields.
    pub(super) all: Json,
}

/// Returns the values that a kind's `--type` takes; empty if it has no such field.
pub(super) fn types(kind: &Kind) -> &'static [&'static str] {
    let field = fields(kind.request).iter().find(|field| field.name == TYPE);
    match field.map(|field| &plain(field.schema).shape) {
        Some(Shape::String { values, .. }) => values,
        _ => &[],
    }
}

/// Returns the template of a kind.
pub(super) fn template(kind: &Kind, ty: Option<&str>) -> Template {
    let all = sample(kind.request, kind, true);
    let own = || references::sample(kind).unwrap_or_else(|| sample(kind.request, kind, false));
    let mut body = example(kind).unwrap_or_else(own);
    if let Some(ty) = ty
        && let Some(found) = body.entry(TYPE)
    {
        *found = Json::String(ty.to_owned());
    }
    Template { body, all }
}

/// Returns the documented body that creates a resource, if it is valid today.
fn example(kind: &Kind) -> Option<Json> {
    let mut examples = EXAMPLES.iter();
    let own = examples.find(|example| example.operation == kind.create.id && example.role == Role::Request)?;
    let body = json::read(own.text).ok()?;
    // Examples of older editions lack fields that are required today, or show masked IDs.
    let is_valid = check::value(kind.request, &body.to_value()).is_empty() && !own.text.contains("**");
    is_valid.then_some(body)
}

fn sample(schema: &Schema, kind: &Kind, is_whole: bool) -> Json {
    let schema = plain(schema);
    match &schema.shape {
        Shape::Boolean | Shape::Const(_) => Json::Bool(true),
        Shape::Integer { minimum, .. } => Json::Number(minimum.unwrap_or(1).to_string()),
        Shape::Number { minimum, .. } => Json::Number(minimum.unwrap_or(1.0).to_string()),
        Shape::ConstString(only) => Json::String(only.0.to_owned()),
        Shape::String { format, values, .. } => Json::String(match (values.first(), format) {
            (Some(value), _) => (*value).to_owned(),
            (None, Format::DateTime) => "2026-01-01T00:00:00+09:00".to_owned(),
            (None, Format::DateTimeLocal) => "2026-01-01T00:00:00".to_owned(),
            (None, Format::Text) => format!("my-{}", kind.noun),
        }),
        Shape::Array { items } if is_whole && is_scalar(items) => Json::Array(vec![sample(items, kind, is_whole)]),
        Shape::Array { .. } => Json::Array(Vec::new()),
        Shape::Object { fields } => {
            let shown = fields.iter().filter(|field| is_whole || field.required);
            Json::Object(shown.map(|field| (field.name.to_owned(), field_sample(field, kind, is_whole))).collect())
        }
        Shape::Map { .. } | Shape::Tagged { .. } => Json::Object(Vec::new()),
        Shape::OneOf(members) => members.first().map_or(Json::Null, |member| sample(member, kind, is_whole)),
        Shape::Any | Shape::Nullable(_) | Shape::Also { .. } => Json::Null,
    }
}

fn field_sample(field: &Field, kind: &Kind, is_whole: bool) -> Json {
    match &plain(field.schema).shape {
        // The value of a free text says what it is.
        Shape::String { format: Format::Text, values: [], .. } if field.name != kind.resolve.by => {
            Json::String(String::new())
        }
        _ => sample(field.schema, kind, is_whole),
    }
}

fn is_scalar(schema: &Schema) -> bool {
    !matches!(
        plain(schema).shape,
        Shape::Object { .. } | Shape::Tagged { .. } | Shape::Array { .. } | Shape::Map { .. }
    )
}
