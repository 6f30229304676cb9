//! Types of the model as Rust types.

use super::paths::Paths;
use crate::model::{Argument, Type};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

/// How a file writes types: its paths, and where the models are.
#[derive(Debug)]
pub(super) struct Types<'p> {
    pub(super) paths: &'p Paths,
    pub(super) models: Models,
}

/// Where the models are, seen from a file.
#[derive(Debug)]
pub(super) enum Models {
    /// In the file itself.
    Here,
    /// In the module beside it.
    Beside,
    /// In another crate.
    Of(TokenStream),
}

impl Types<'_> {
    fn model(&self, name: &Name) -> TokenStream {
        match &self.models {
            Models::Here => quote!(#name),
            Models::Beside => {
                let models = self.paths.get("models");
                quote!(#models::#name)
            }
            Models::Of(crate_name) => quote!(#crate_name::models::#name),
        }
    }

    /// The type itself.
    pub(super) fn owned(&self, ty: &Type, boxed: bool) -> TokenStream {
        match ty.plain() {
            Type::Any(_) => self.paths.get("Any"),
            Type::Boolean | Type::True => quote!(bool),
            Type::Integer { .. } => quote!(i64),
            Type::Number { .. } => quote!(f64),
            Type::Text { .. } => self.paths.get("Text"),
            Type::DateTime | Type::DateTimeLocal => self.paths.get("DateTime"),
            Type::Array(of) => self.around("Vec", &self.element(of)),
            Type::Map(of) => {
                let (map, key, value) = (self.paths.get("BTreeMap"), self.paths.get("String"), self.element(of));
                quote!(#map<#key, #value>)
            }
            Type::Nullable(of) => self.around("Option", &self.owned(of, boxed)),
            Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) => {
                let model = self.model(&reference.name);
                if boxed { self.around("Box", &model) } else { model }
            }
            Type::Alias(_, of) | Type::Also(_, of) => self.owned(of, boxed),
        }
    }

    /// The type in a list or a map, which users fill with the texts that they have.
    fn element(&self, ty: &Type) -> TokenStream {
        match ty.plain() {
            Type::Text { .. } => self.paths.get("String"),
            _ => self.owned(ty, false),
        }
    }

    fn around(&self, outer: &'static str, inner: &TokenStream) -> TokenStream {
        let outer = self.paths.get(outer);
        quote!(#outer<#inner>)
    }

    /// The type of a field: an option unless the field is always there.
    pub(super) fn field(&self, ty: &Type, required: bool, boxed: bool) -> TokenStream {
        let owned = self.owned(ty, boxed);
        if required { owned } else { self.around("Option", &owned) }
    }

    /// The type of an argument.
    pub(super) fn argument(&self, ty: &Type) -> TokenStream {
        let owned = self.owned(ty, false);
        if is_converted(ty) {
            let into = self.paths.get("Into");
            quote!(impl #into<#owned>)
        } else {
            owned
        }
    }

    /// `name: Type` of arguments as they are taken from a caller.
    pub(super) fn taken(&self, arguments: &[Argument]) -> Vec<TokenStream> {
        arguments
            .iter()
            .map(|Argument { name, ty, .. }| (name, self.argument(ty)))
            .map(|(name, ty)| quote!(#name: #ty))
            .collect()
    }

    /// `name: Type` of arguments as they are handed on.
    pub(super) fn handed(&self, arguments: &[Argument]) -> Vec<TokenStream> {
        arguments
            .iter()
            .map(|Argument { name, ty, .. }| (name, self.owned(ty, false)))
            .map(|(name, ty)| quote!(#name: #ty))
            .collect()
    }
}

/// Whether an argument takes anything that can become the type.
fn is_converted(ty: &Type) -> bool {
    matches!(
        ty.plain(),
        Type::Text { .. } | Type::DateTime | Type::DateTimeLocal | Type::Enum(_) | Type::Any(_) | Type::Nullable(_)
    )
}

/// The argument as a value of its type.
pub(super) fn converted(name: &Name, ty: &Type) -> TokenStream {
    if is_converted(ty) { quote!(#name.into()) } else { quote!(#name) }
}
