//! Objects with named fields.

use super::super::docs::document;
use super::super::rust::RustFile;
use super::super::types::{Types, converted, is_converted, many_arguments};
use crate::docs::{Doc, code_span, condition, limits};
use crate::model::{Definition, Field, Type};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Struct, constructor and setters, reading and writing. Constants have no Rust field.
pub(super) fn emit_record(definition: &Definition, all: &[Field], types: &Types<'_>, file: &mut RustFile) {
    let (fields, constants): (Vec<&Field>, Vec<&Field>) = all.iter().partition(|field| field.constant.is_none());
    let doc = constants.into_iter().fold(document(definition), |doc, field| doc.line(always(field)));
    let docs = [doc].into_iter().chain(fields.iter().map(|field| describe(field))).collect();
    file.documented(emit_struct(definition, &fields, types), docs);
    if definition.sent {
        emit_builder(definition, &fields, types, file);
    }
    file.item(emit_places(definition, all));
}

/// The sentence on a constant, which has no Rust field.
fn always(field: &Field) -> String {
    let constant = field.constant.iter().map(|constant| code_span(&constant.wire)).collect::<String>();
    format!("Its {} is always {constant}. The struct has no field for it.", code_span(&field.wire))
}

fn emit_struct(definition: &Definition, fields: &[&Field], types: &Types<'_>) -> TokenStream {
    let name = &definition.reference.name;
    let fields = fields.iter().map(|field| {
        let (name, ty) = (&field.name, types.field(&field.ty, field.required, field.boxed));
        quote!(pub #name: #ty)
    });
    quote! {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct #name {
            #(#fields,)*
            /// Unknown fields, and fields that were received in an undocumented form.
            pub unknown_fields: rt::UnknownFields,
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

fn emit_builder(definition: &Definition, fields: &[&Field], types: &Types<'_>, file: &mut RustFile) {
    let name = &definition.reference.name;
    let (required, optional): (Vec<&Field>, Vec<&Field>) = fields.iter().copied().partition(|field| field.required);
    let taken = required.iter().map(|field| emit_argument(field, types));
    let many = many_arguments(required.len());
    let given = required.iter().map(|field| {
        let (name, value) = (&field.name, emit_value(field, types));
        if field.boxed || is_converted(&field.ty) { quote!(#name: #value) } else { quote!(#name) }
    });
    let fill = if optional.is_empty() {
        quote!(unknown_fields: rt::UnknownFields::default())
    } else {
        quote!(..Self::default())
    };
    let doc = if required.is_empty() { "An empty one." } else { "One with what is required." };
    let setters = optional.iter().map(|field| emit_setter(field, types));
    let methods = quote! {
        impl #name {
            #[must_use]
            #many
            #[inline]
            pub fn new(#(#taken),*) -> Self {
                Self { #(#given,)* #fill }
            }
            #(#setters)*
        }
    };
    let docs =
        [Doc::default(), Doc::default().line(doc)].into_iter().chain(optional.into_iter().map(describe)).collect();
    file.documented(methods, docs);
}

fn emit_argument(field: &Field, types: &Types<'_>) -> TokenStream {
    let (name, ty) = (&field.name, types.argument(&field.ty));
    quote!(#name: #ty)
}

/// The argument as the field holds it, inside its option.
fn emit_value(field: &Field, types: &Types<'_>) -> TokenStream {
    let value = converted(&field.name, &field.ty);
    let make = types.paths.boxed();
    match (field.boxed, field.ty.plain()) {
        (false, _) => value,
        (true, Type::Nullable(_)) => {
            let (into, option, name) = (types.paths.into(), types.owned(&field.ty, false), &field.name);
            quote!(#into::<#option>::into(#name).map(#make::new))
        }
        (true, _) => quote!(#make::new(#value)),
    }
}

fn emit_setter(field: &Field, types: &Types<'_>) -> TokenStream {
    let name = &field.name;
    let (argument, value) = (emit_argument(field, types), emit_value(field, types));
    quote! {
        #[must_use]
        #[inline]
        pub fn #name(mut self, #argument) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

/// Which field stands at which place of the schema; how an object is read and written by that stands in the runtime.
fn emit_places(definition: &Definition, fields: &[Field]) -> TokenStream {
    let (name, constant) = (&definition.reference.name, &definition.reference.constant);
    let variable = fields.iter().enumerate().filter(|(_, field)| field.constant.is_none());
    let places = variable.map(|(place, field)| {
        let (place, name) = (Literal::usize_unsuffixed(place), &field.name);
        quote!(#place => #name)
    });
    let sent = definition.sent.then(|| quote!(, sent));
    let list = definition.page.as_ref().filter(|page| page.items_required);
    let list = list.and_then(|page| fields.iter().position(|field| field.name == page.items));
    let page = list.map(Literal::usize_unsuffixed).map(|list| quote!(, page #list));
    quote!(rt::record!(#name, super::schemas::#constant, [#(#places),*] #page #sent);)
}
