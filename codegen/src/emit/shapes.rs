//! Types of the model as constant schemas.

use super::data::{boolean, call, count, integer, list, member, number, option, pair, path, record, reference, text};
use crate::model::{Form, Outcome, Type, Variant};
use syn::Expr;

/// Writes shapes for a file.
#[derive(Debug)]
pub(super) struct Shapes {
    /// Module of the schema statics, as seen from the file.
    pub(super) module: &'static str,
}

impl Shapes {
    /// A reference to the schema of a type.
    pub(super) fn schema(&self, ty: &Type) -> Expr {
        let constant = match ty {
            Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) | Type::Alias(reference, _) => {
                member(self.module, &reference.constant)
            }
            Type::Any(_) => path("rt::Schema::ANY"),
            Type::Boolean => path("rt::Schema::BOOLEAN"),
            Type::True => path("rt::Schema::TRUE"),
            Type::Integer { minimum: None, maximum: None } => path("rt::Schema::INTEGER"),
            Type::Number { minimum: None, maximum: None } => path("rt::Schema::NUMBER"),
            Type::Text { min_length: None, max_length: None, pattern: None, .. } => path("rt::Schema::TEXT"),
            Type::DateTime => path("rt::Schema::DATE_TIME"),
            Type::DateTimeLocal => path("rt::Schema::DATE_TIME_LOCAL"),
            _ => call("rt::Schema::unnamed", [self.shape(ty)]),
        };
        reference(constant)
    }

    /// The shape of a type.
    pub(super) fn shape(&self, ty: &Type) -> Expr {
        match ty {
            Type::Any(_) => path("rt::Shape::Any"),
            Type::Boolean => path("rt::Shape::Boolean"),
            Type::True => call("rt::Shape::Const", [boolean(true)]),
            Type::Integer { minimum, maximum } => {
                let [minimum, maximum] = [minimum, maximum].map(|limit| option(limit.map(integer)));
                record("rt::Shape::Integer", [("minimum", minimum), ("maximum", maximum)])
            }
            Type::Number { minimum, maximum } => {
                let [minimum, maximum] = [minimum, maximum].map(|limit| option(limit.map(number)));
                record("rt::Shape::Number", [("minimum", minimum), ("maximum", maximum)])
            }
            Type::Text { min_length, max_length, pattern, expected } => {
                let [minimum, maximum] = [min_length, max_length].map(|limit| option(limit.map(count)));
                let shape = call("rt::Shape::text", [minimum, maximum, option(pattern.as_deref().map(text))]);
                match expected {
                    Some(words) => call("rt::Shape::expecting", [shape, text(words)]),
                    None => shape,
                }
            }
            Type::DateTime => call("rt::Shape::date", [path("rt::Format::DateTime")]),
            Type::DateTimeLocal => call("rt::Shape::date", [path("rt::Format::DateTimeLocal")]),
            Type::Array(of) => record("rt::Shape::Array", [("items", self.schema(of))]),
            Type::Map(of) => record("rt::Shape::Map", [("values", self.schema(of))]),
            Type::Nullable(of) => call("rt::Shape::Nullable", [self.schema(of)]),
            Type::Also(forms, of) => {
                let forms = list(forms.iter().map(|form| path(form_path(*form))));
                record("rt::Shape::Also", [("schema", self.schema(of)), ("forms", forms)])
            }
            Type::Alias(_, of) => self.shape(of),
            // Named types are referred to; lowering rejects a schema that is only another name of one.
            Type::Struct(_) | Type::Enum(_) | Type::Union(_) => path("rt::Shape::Any"),
        }
    }
}

/// The shape of a string with known values.
pub(super) fn enumeration(variants: &[Variant]) -> Expr {
    let values = variants.iter().map(|variant| text(&variant.wire));
    let outcomes = variants.iter().filter_map(|variant| Some(pair(text(&variant.wire), outcome(variant.outcome?))));
    call("rt::Shape::one_of_values", [list(values), list(outcomes)])
}

/// A reference to the schema of a constant.
pub(super) fn only(constant: &str) -> Expr {
    reference(call("rt::Schema::unnamed", [call("rt::Shape::only", [text(constant)])]))
}

/// How a run ended.
pub(super) fn outcome(outcome: Outcome) -> Expr {
    path(match outcome {
        Outcome::Success => "rt::Outcome::Success",
        Outcome::Failure => "rt::Outcome::Failure",
        Outcome::Cancelled => "rt::Outcome::Cancelled",
    })
}

fn form_path(form: Form) -> &'static str {
    match form {
        Form::Text => "rt::Form::Text",
        Form::Number => "rt::Form::Number",
        Form::Boolean => "rt::Form::Boolean",
        Form::One => "rt::Form::One",
    }
}
