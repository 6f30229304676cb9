//! `schemas.rs`: the shapes of the named types, as constant data.

use super::data::{call, constant, list, method, pair, record, text, type_of};
use super::rust::RustFile;
use super::shapes::{Shapes, enumeration, only};
use crate::docs::{Doc, code_span};
use crate::model::{Api, Definition, Field, Shape};
use crate::safe_text::clean;
use syn::Expr;

/// Returns the statics, in the order of the spec.
pub(super) fn emit_schemas(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    if !api.definitions.is_empty() {
        file.import_runtime();
    }
    let shapes = Shapes { module: "" };
    for definition in api.definitions.iter() {
        let doc =
            Doc::default().text_or(&definition.description, &format!("{} of the API.", code_span(&definition.wire)));
        let (name, schema) = (definition.reference.constant.ident(), emit_schema(definition, &shapes));
        file.data(constant(&doc, name, type_of("rt::Schema"), schema));
    }
    file
}

fn emit_schema(definition: &Definition, shapes: &Shapes) -> Expr {
    let shape = match &definition.shape {
        Shape::Struct(fields) => {
            let fields = fields.iter().map(|field| emit_field(field, shapes));
            record("rt::Shape::Object", [("fields", list(fields))])
        }
        Shape::Enum(variants) => enumeration(variants),
        Shape::Kinds(alternatives) => {
            let members = alternatives.iter().map(|alternative| shapes.schema(&alternative.ty));
            call("rt::Shape::OneOf", [list(members)])
        }
        Shape::Tagged { property, variants } => {
            let variants = variants.iter().map(|variant| pair(text(&variant.tag), shapes.schema(&variant.ty)));
            record("rt::Shape::Tagged", [("property", text(property)), ("variants", list(variants))])
        }
        Shape::Alias(ty) => shapes.shape(ty),
    };
    call("rt::Schema::new", [text(&definition.wire), text(&clean(&definition.description)), shape])
}

fn emit_field(field: &Field, shapes: &Shapes) -> Expr {
    let make = if field.required { "rt::Field::required" } else { "rt::Field::optional" };
    let schema = match &field.constant {
        Some(constant) => only(&constant.wire),
        None => shapes.schema(&field.ty),
    };
    let made = call(make, [text(&field.wire), schema, text(&clean(&field.description))]);
    let made = match &field.required_when {
        Some(when) => method(made, "when", [text(&when.field), list(when.equals.iter().map(|value| text(value)))]),
        None => made,
    };
    match &field.request_name {
        Some(name) => method(made, "sent_as", [text(&name.wire)]),
        None => made,
    }
}
