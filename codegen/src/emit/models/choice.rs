//! Enumerations and unions. All are open: what the spec does not know is kept as it came.

use super::super::docs::document;
use super::super::rust::RustFile;
use super::super::types::Types;
use crate::docs::{Doc, code_span};
use crate::model::{Alternative, Definition, JsonKind, Outcome, Tagged, Variant};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// A text with known values.
pub(super) fn emit_enum(definition: &Definition, variants: &[Variant], types: &Types<'_>, file: &mut RustFile) {
    let name = &definition.reference.name;
    let docs = variants
        .iter()
        .map(|variant| Doc::default().text_or(&variant.description, &format!("{}.", code_span(&variant.wire))));
    let docs = [document(definition)].into_iter().chain(docs).collect();
    let names: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
    let wires = variants.iter().map(|variant| &variant.wire);
    let choice = quote! {
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        pub enum #name {
            #(#names,)*
            /// A value that the documentation does not name, as it came.
            Other(rt::Text),
        }
    };
    file.documented(choice, docs);
    if let Some(outcome) = emit_outcome(variants, types) {
        file.item(quote!(impl #name { #outcome }));
    }
    file.item(quote!(rt::open_enum!(#name, [#(#names => #wires),*]);));
}

/// How a run ended, for states.
fn emit_outcome(variants: &[Variant], types: &Types<'_>) -> Option<TokenStream> {
    let ends: Vec<_> = variants.iter().filter_map(|variant| Some((&variant.wire, variant.outcome?))).collect();
    if ends.is_empty() {
        return None;
    }
    let option = types.paths.option();
    let pairs = ends.iter().map(|(wire, end)| {
        let end = match end {
            Outcome::Success => quote!(Success),
            Outcome::Failure => quote!(Failure),
            Outcome::Cancelled => quote!(Cancelled),
        };
        quote!((#wire, rt::Outcome::#end))
    });
    Some(quote! {
        /// Returns how a run in this state has ended; `None` while it continues, and for a state that is not documented.
        ///
        /// The case of letters does not matter.
        #[must_use]
        #[inline]
        pub fn outcome(&self) -> #option<rt::Outcome> {
            rt::schema::outcome(self.as_str(), &[#(#pairs),*])
        }
    })
}

/// One of several types that differ in JSON kind.
pub(super) fn emit_kinds(
    definition: &Definition,
    alternatives: &[Alternative],
    types: &Types<'_>,
    file: &mut RustFile,
) {
    let parts: Vec<Part> = alternatives
        .iter()
        .map(|Alternative { kind, ty, boxed }| {
            let name = Ident::new(kind.as_str(), Span::call_site());
            Part {
                doc: Doc::default().line(noun_of(*kind)),
                chosen_by: kind.as_str().to_lowercase(),
                ty: types.owned(ty, *boxed),
                name: quote!(#name),
            }
        })
        .collect();
    emit_union(definition, &parts, &quote!(kind), &[], file);
}

/// One of several objects, distinguished by the value of a field.
pub(super) fn emit_tagged(
    definition: &Definition,
    property: &str,
    variants: &[Tagged],
    types: &Types<'_>,
    file: &mut RustFile,
) {
    let parts: Vec<Part> = variants
        .iter()
        .map(|Tagged { tag, name, ty, boxed, .. }| Part {
            doc: Doc::default().line(format!("An object whose {} is {}.", code_span(property), code_span(tag))),
            chosen_by: tag.clone(),
            ty: types.owned(ty, *boxed),
            name: quote!(#name),
        })
        .collect();
    let made: Vec<TokenStream> = variants
        .iter()
        .filter(|variant| variant.is_from_object)
        .map(|Tagged { name, ty, .. }| (name, types.owned(ty, false)))
        .map(|(name, ty)| quote!(#name(#ty)))
        .collect();
    emit_union(definition, &parts, &quote!(#property), &made, file);
}

/// A variant of a union.
struct Part {
    doc: Doc,
    /// The text of the field, or the JSON kind, by which it is chosen.
    chosen_by: String,
    name: TokenStream,
    ty: TokenStream,
}

/// The enum. `made` are the variants that are created from their object alone.
fn emit_union(
    definition: &Definition,
    parts: &[Part],
    told_by: &TokenStream,
    made: &[TokenStream],
    file: &mut RustFile,
) {
    let name = &definition.reference.name;
    let docs = [document(definition)].into_iter().chain(parts.iter().map(|part| part.doc.clone())).collect();
    let names: Vec<_> = parts.iter().map(|part| &part.name).collect();
    let held = parts.iter().map(|part| &part.ty);
    let texts = parts.iter().map(|part| &part.chosen_by);
    let choice = quote! {
        #[derive(Clone, Debug, PartialEq)]
        pub enum #name {
            #(#names(#held),)*
            /// A value that the documentation does not describe, as it came.
            Other(rt::serde_json::Value),
        }
    };
    file.documented(choice, docs);
    let from = (!made.is_empty()).then(|| quote!(, from [#(#made),*]));
    file.item(quote!(rt::one_of!(#name, #told_by, [#(#names => #texts),*] #from);));
}

fn noun_of(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Object => "An object.",
        JsonKind::Array => "A list.",
        JsonKind::String => "A text.",
        JsonKind::Number => "A number.",
        JsonKind::Boolean => "A boolean.",
    }
}
