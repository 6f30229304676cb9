//! `schemas.rs`: the shapes of the named types, as constant data.

use super::rust::RustFile;
use super::shapes::{Shapes, enumeration};
use crate::docs::{Doc, code_span};
use crate::model::{Api, Definition, Field, RequiredWhen, Shape};
use crate::safe_text::clean;
use proc_macro2::TokenStream;
use quote::quote;

/// Returns the statics, in the order of the spec.
pub(super) fn emit_schemas(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    if !api.definitions.is_empty() {
        file.import_runtime();
    }
    let shapes = Shapes::new(TokenStream::new());
    for definition in api.definitions.iter() {
        let doc =
            Doc::default().text_or(&definition.description, &format!("{} of the API.", code_span(&definition.wire)));
        let item = emit_schema(definition, &shapes);
        file.item(quote!(#doc #item));
    }
    file
}

fn emit_schema(definition: &Definition, shapes: &Shapes) -> TokenStream {
    let Definition { wire, reference, .. } = definition;
    let constant = &reference.constant;
    let description = clean(&definition.description);
    let shape = match &definition.shape {
        Shape::Struct(fields) => {
            let fields = fields.iter().map(|field| emit_field(field, shapes));
            quote!(rt::Shape::Object { fields: &[#(#fields),*] })
        }
        Shape::Enum(variants) => enumeration(variants),
        Shape::Kinds(alternatives) => {
            let members = alternatives.iter().map(|alternative| shapes.schema(&alternative.ty));
            quote!(rt::Shape::OneOf(&[#(#members),*]))
        }
        Shape::Tagged { property, variants } => {
            let members = variants.iter().map(|variant| (&variant.tag, shapes.schema(&variant.ty)));
            let members = members.map(|(tag, schema)| quote!((#tag, #schema)));
            quote!(rt::Shape::Tagged { property: #property, variants: &[#(#members),*] })
        }
        Shape::Alias(ty) => shapes.shape(ty),
    };
    quote!(pub static #constant: rt::Schema = rt::Schema::new(#wire, #description, #shape);)
}

fn emit_field(field: &Field, shapes: &Shapes) -> TokenStream {
    let Field { wire, required, .. } = field;
    let (description, schema) = (clean(&field.description), shapes.schema(&field.ty));
    let make = if *required { quote!(required) } else { quote!(optional) };
    let when = field.required_when.as_ref().map(|when| {
        let RequiredWhen { field, equals, .. } = when;
        quote!(.when(#field, &[#(#equals),*]))
    });
    quote!(rt::Field::#make(#wire, #schema, #description) #when)
}
