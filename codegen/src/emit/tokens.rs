//! Names and documentation as tokens.

use crate::docs::Doc;
use crate::names::Name;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let make = if self.is_raw() { Ident::new_raw } else { Ident::new };
        make(self.as_str(), Span::call_site()).to_tokens(tokens);
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in self.as_lines() {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}
