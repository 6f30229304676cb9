//! Paths of types of the standard library.

use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// The names of a file's own items. One of them may hide a type of the prelude, which then needs its whole path.
#[derive(Debug, Default)]
pub(super) struct Paths {
    taken: BTreeSet<String>,
}

impl Paths {
    /// Returns the paths of a file whose items have these names.
    pub(super) fn next_to<'n>(names: impl Iterator<Item = &'n Name>) -> Self {
        Self { taken: names.map(|name| name.as_str().to_owned()).collect() }
    }

    pub(super) fn boxed(&self) -> TokenStream {
        self.short_or("Box", quote!(Box), quote!(::std::boxed::Box))
    }

    pub(super) fn into(&self) -> TokenStream {
        self.short_or("Into", quote!(Into), quote!(::std::convert::Into))
    }

    pub(super) fn option(&self) -> TokenStream {
        self.short_or("Option", quote!(Option), quote!(::std::option::Option))
    }

    pub(super) fn string(&self) -> TokenStream {
        self.short_or("String", quote!(String), quote!(::std::string::String))
    }

    pub(super) fn vec(&self) -> TokenStream {
        self.short_or("Vec", quote!(Vec), quote!(::std::vec::Vec))
    }

    fn short_or(&self, name: &str, short: TokenStream, whole: TokenStream) -> TokenStream {
        if self.taken.contains(name) { whole } else { short }
    }
}
