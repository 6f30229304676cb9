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
    /// In the module next to it.
    NextTo,
    /// In another crate.
    Of(TokenStream),
}

impl Types<'_> {
    fn model(&self, name: &Name) -> TokenStream {
        match &self.models {
            Models::Here => quote!(#name),
            Models::NextTo => quote!(super::models::#name),
            Models::Of(crate_name) => quote!(#crate_name::models::#name),
        }
    }

    /// The type itself.
    pub(super) fn owned(&self, ty: &Type, boxed: bool) -> TokenStream {
        match ty.plain() {
            Type::Any(_) => quote!(rt::serde_json::Value),
            Type::Boolean | Type::True => quote!(bool),
            Type::Integer { .. } => quote!(i64),
            Type::Number { .. } => quote!(f64),
            Type::Text { .. } => quote!(rt::Text),
            Type::DateTime | Type::DateTimeLocal => quote!(rt::DateTime),
            Type::Array(of) => {
                let (vec, item) = (self.paths.vec(), self.owned(of, false));
                quote!(#vec<#item>)
            }
            Type::Map(of) => {
                let (key, value) = (self.paths.string(), self.owned(of, false));
                quote!(::std::collections::BTreeMap<#key, #value>)
            }
            Type::Nullable(of) => self.optional(&self.owned(of, boxed)),
            Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) => {
                let model = self.model(&reference.name);
                let make = self.paths.boxed();
                if boxed { quote!(#make<#model>) } else { model }
            }
            Type::Alias(_, of) | Type::Also(_, of) => self.owned(of, boxed),
        }
    }

    fn optional(&self, ty: &TokenStream) -> TokenStream {
        let option = self.paths.option();
        quote!(#option<#ty>)
    }

    /// The type of a field: an option unless the field is always there.
    pub(super) fn field(&self, ty: &Type, required: bool, boxed: bool) -> TokenStream {
        let owned = self.owned(ty, boxed);
        if required { owned } else { self.optional(&owned) }
    }

    /// The type of an argument.
    pub(super) fn argument(&self, ty: &Type) -> TokenStream {
        let owned = self.owned(ty, false);
        if is_converted(ty) {
            let into = self.paths.into();
            quote!(impl #into<#owned>)
        } else {
            owned
        }
    }

    /// Returns true if the type of an argument is written with a path into the runtime.
    pub(super) fn is_of_runtime(&self, ty: &Type) -> bool {
        match ty.plain() {
            Type::Any(_) | Type::Text { .. } | Type::DateTime | Type::DateTimeLocal => true,
            Type::Array(of) | Type::Map(of) | Type::Nullable(of) => self.is_of_runtime(of),
            _ => false,
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

/// Returns the attribute of a function with more arguments than the lint likes: a call cannot do without any of them.
pub(super) fn many_arguments(count: usize) -> Option<TokenStream> {
    (count > 7).then(|| quote!(#[expect(clippy::too_many_arguments, reason = "all are required by the API")]))
}

/// Returns true if an argument takes anything that converts into the type.
pub(super) fn is_converted(ty: &Type) -> bool {
    matches!(
        ty.plain(),
        Type::Text { .. } | Type::DateTime | Type::DateTimeLocal | Type::Enum(_) | Type::Any(_) | Type::Nullable(_)
    )
}

/// The argument as a value of its type.
pub(super) fn converted(name: &Name, ty: &Type) -> TokenStream {
    if is_converted(ty) { quote!(#name.into()) } else { quote!(#name) }
}
