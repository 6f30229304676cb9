//! `schemas.rs`: the shapes of the named types, as constant data.

use super::literal;
use super::rust::RustFile;
use super::shapes::{Shapes, enumeration};
use crate::docs::{Doc, clean, code_span};
use crate::model::{Api, Definition, Field, RequiredWhen, Shape};
use proc_macro2::TokenStream;
use quote::quote;

/// What a schema may be made of.
const NAMES: [&str; 7] = ["Field", "Form", "Format", "Outcome", "RequiredWhen", "Schema", "Shape"];

/// The statics, in the order of the spec.
pub(super) fn emit_schemas(api: &Api, file: &mut RustFile) {
    file.watch(&NAMES);
    file.each(&api.definitions, |definition, file| {
        let doc =
            Doc::default().text_or(&definition.description, &format!("{} of the API.", code_span(&definition.wire)));
        file.data(&doc, emit_schema(definition, &Shapes::new(TokenStream::new())));
    });
    let names = file.seen(&NAMES);
    if !names.is_empty() {
        file.imports(quote!(use ncloud_runtime::schema::{#(#names),*};));
    }
}

fn emit_schema(definition: &Definition, shapes: &Shapes) -> TokenStream {
    let Definition { wire, reference, .. } = definition;
    let constant = &reference.constant;
    let description = clean(&definition.description);
    let shape = match &definition.shape {
        Shape::Struct(fields) => {
            let fields = fields.iter().map(|field| emit_field(field, shapes));
            quote!(Shape::Object { fields: &[#(#fields),*] })
        }
        Shape::Enum(variants) => enumeration(variants),
        Shape::Kinds(alternatives) => {
            let members = alternatives.iter().map(|alternative| shapes.schema(&alternative.ty));
            quote!(Shape::OneOf(&[#(#members),*]))
        }
        Shape::Tagged { property, variants } => {
            let members = variants.iter().map(|variant| (&variant.tag, shapes.schema(&variant.ty)));
            let members = members.map(|(tag, schema)| quote!((#tag, #schema)));
            quote!(Shape::Tagged { property: #property, variants: &[#(#members),*] })
        }
        Shape::Alias(ty) => shapes.shape(ty),
    };
    quote!(pub static #constant: Schema = Schema { name: #wire, description: #description, shape: #shape };)
}

fn emit_field(field: &Field, shapes: &Shapes) -> TokenStream {
    let Field { wire, required, .. } = field;
    let (description, schema) = (clean(&field.description), shapes.schema(&field.ty));
    let when = literal::option(field.required_when.as_ref().map(|when| {
        let RequiredWhen { field, equals, .. } = when;
        quote!(RequiredWhen { field: #field, equals: &[#(#equals),*] })
    }));
    quote! {
        Field {
            name: #wire,
            required: #required,
            required_when: #when,
            description: #description,
            schema: #schema,
        }
    }
}
