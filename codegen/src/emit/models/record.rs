//! Objects with named fields.

use super::super::many_arguments;
use super::super::types::{Types, converted};
use super::document;
use crate::docs::{Doc, code_span, condition, limits};
use crate::model::{Definition, Field, Type};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Struct, constructor and setters, reading and writing.
pub(super) fn emit_record(definition: &Definition, fields: &[Field], types: &Types<'_>) -> Vec<TokenStream> {
    let name = &definition.reference.name;
    let mut items = vec![emit_struct(definition, fields, types)];
    if definition.sent {
        items.push(emit_builder(definition, fields, types));
    }
    let sent = definition.sent.then(|| quote!(, sent));
    items.extend([emit_impl(definition, fields, types), quote!(ncloud_runtime::record!(#name #sent);)]);
    items
}

fn emit_struct(definition: &Definition, fields: &[Field], types: &Types<'_>) -> TokenStream {
    let (doc, name) = (document(definition), &definition.reference.name);
    let unknown = types.paths.get("UnknownFields");
    let fields = fields.iter().map(|field| {
        let (doc, name, ty) = (describe(field), &field.name, types.field(&field.ty, field.required, field.boxed));
        quote!(#doc pub #name: #ty)
    });
    quote! {
        #doc
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            unknown_fields: #unknown,
        }
    }
}

fn describe(field: &Field) -> Doc {
    Doc::default()
        .text_or(&field.description, &format!("{} of the API.", code_span(&field.wire)))
        .line(limits(&field.ty, field.default.as_deref()))
        .line(condition(field.required_when.as_ref()))
        .line(absence(field))
}

/// What an absent field and a null one are in Rust, where both are possible.
fn absence(field: &Field) -> &'static str {
    match (field.required, field.ty.plain()) {
        (false, Type::Nullable(_)) => "`None` is absent, `Some(None)` is null.",
        _ => "",
    }
}

fn emit_builder(definition: &Definition, fields: &[Field], types: &Types<'_>) -> TokenStream {
    let name = &definition.reference.name;
    let (required, optional): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.required);
    let taken = required.iter().map(|field| emit_argument(field, types));
    let many = many_arguments(required.len());
    let given = required.iter().map(|field| {
        let (name, value) = (&field.name, emit_value(field, types));
        if value.to_string() == name.to_string() { quote!(#name) } else { quote!(#name: #value) }
    });
    let fill = if optional.is_empty() {
        let unknown = types.paths.get("UnknownFields");
        quote!(unknown_fields: #unknown::default())
    } else {
        quote!(..Self::default())
    };
    let doc = if required.is_empty() { "An empty one." } else { "One with what is required." };
    let doc = Doc::default().line(doc);
    let setters = optional.iter().map(|field| emit_setter(field, types));
    quote! {
        impl #name {
            #doc
            #[must_use]
            #many
            pub fn new(#(#taken),*) -> Self {
                Self { #(#given,)* #fill }
            }
            #(#setters)*
        }
    }
}

fn emit_argument(field: &Field, types: &Types<'_>) -> TokenStream {
    let (name, ty) = (&field.name, types.argument(&field.ty));
    quote!(#name: #ty)
}

/// The argument as the field holds it, inside its option.
fn emit_value(field: &Field, types: &Types<'_>) -> TokenStream {
    let value = converted(&field.name, &field.ty);
    let make = types.paths.get("Box");
    match (field.boxed, field.ty.plain()) {
        (false, _) => value,
        (true, Type::Nullable(_)) => {
            let (into, option, name) = (types.paths.get("Into"), types.owned(&field.ty, false), &field.name);
            quote!(#into::<#option>::into(#name).map(#make::new))
        }
        (true, _) => quote!(#make::new(#value)),
    }
}

fn emit_setter(field: &Field, types: &Types<'_>) -> TokenStream {
    let (doc, name) = (describe(field), &field.name);
    let (argument, value) = (emit_argument(field, types), emit_value(field, types));
    quote! {
        #doc
        #[must_use]
        pub fn #name(mut self, #argument) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

fn emit_impl(definition: &Definition, fields: &[Field], types: &Types<'_>) -> TokenStream {
    let (name, constant) = (&definition.reference.name, &definition.reference.constant);
    let [record, schema, schemas, fields_path] =
        ["Record", "Schema", "schemas", "Fields"].map(|path| types.paths.get(path));
    let [serialize_map, result] = ["SerializeMap", "Result"].map(|path| types.paths.get(path));
    let read = emit_read(fields);
    let writes = fields.iter().map(emit_write);
    quote! {
        impl #record for #name {
            const SCHEMA: &'static #schema = &#schemas::#constant;

            fn read<'de, A: #fields_path<'de>>(&mut self, field: usize, from: &mut A) -> #result<(), A::Error> {
                #read
                Ok(())
            }

            fn write<M: #serialize_map>(&self, to: &mut M) -> #result<(), M::Error> {
                #(#writes)*
                Ok(())
            }
        }
    }
}

/// The last field takes every other number: the runtime numbers by the same schema.
fn emit_read(fields: &[Field]) -> TokenStream {
    let Some((last, first)) = fields.split_last() else {
        return TokenStream::new();
    };
    let last = emit_read_field(last);
    if first.is_empty() {
        return quote! {
            let _ = field;
            #last;
        };
    }
    let arms = first.iter().enumerate().map(|(number, field)| {
        let (number, read) = (Literal::usize_unsuffixed(number), emit_read_field(field));
        quote!(#number => #read)
    });
    quote! {
        match field {
            #(#arms,)*
            _ => #last,
        }
    }
}

/// Where absent and null differ, a null that was read is not taken for absent.
fn emit_read_field(field: &Field) -> TokenStream {
    let name = &field.name;
    match (field.required, field.ty.plain()) {
        (false, Type::Nullable(_)) => quote!(from.fill(self.#name.insert(None))?),
        _ => quote!(from.fill(&mut self.#name)?),
    }
}

fn emit_write(field: &Field) -> TokenStream {
    let (wire, name) = (&field.wire, &field.name);
    if field.required {
        return quote!(to.serialize_entry(#wire, &self.#name)?;);
    }
    quote! {
        if let Some(value) = &self.#name {
            to.serialize_entry(#wire, value)?;
        }
    }
}
