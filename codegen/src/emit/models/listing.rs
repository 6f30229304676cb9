//! Pages of listings.

use super::super::types::Types;
use crate::model::{Definition, PageShape};
use proc_macro2::TokenStream;
use quote::quote;

/// How a page is taken apart.
pub(super) fn emit_page(definition: &Definition, page: &PageShape, types: &Types<'_>) -> TokenStream {
    let name = &definition.reference.name;
    let PageShape { items, key, .. } = page;
    let (option, vec) = (types.paths.option(), types.paths.vec());
    let item = types.owned(&page.item, false);
    let (borrowed, owned) = match page.items_required {
        true => (quote!(Some(&self.#items)), quote!(self.#items)),
        false => (quote!(self.#items.as_deref()), quote!(self.#items.unwrap_or_default())),
    };
    let limit = match &page.limit {
        Some((limit, true)) => quote!(Some(self.#limit)),
        Some((limit, false)) => quote!(self.#limit),
        None => quote!(None),
    };
    let identity = match page.key_required {
        true => quote!(Some(item.#key.as_str())),
        false => quote!(item.#key.as_deref()),
    };
    quote! {
        impl rt::Page for #name {
            type Item = #item;

            fn items(&self, _paging: &rt::Paging) -> #option<&[#item]> {
                #borrowed
            }

            fn into_items(self, _paging: &rt::Paging) -> #vec<#item> {
                #owned
            }

            fn limit(&self, _paging: &rt::Paging) -> #option<i64> {
                #limit
            }

            fn key<'a>(item: &'a #item, _paging: &rt::Paging) -> #option<&'a str> {
                #identity
            }
        }
    }
}
