//! Names and documentation as tokens and attributes.

use crate::docs::Doc;
use crate::names::Name;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue};

impl Name {
    /// The name as an identifier.
    pub(super) fn ident(&self) -> Ident {
        let make = if self.is_raw() { Ident::new_raw } else { Ident::new };
        make(self.as_str(), Span::call_site())
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.ident().to_tokens(tokens);
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in lines(self) {
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

/// Documentation as attributes, which are printed as `///`.
pub(super) fn doc_attributes(doc: &Doc) -> Vec<Attribute> {
    lines(doc)
        .map(|line| Attribute {
            pound_token: Default::default(),
            style: AttrStyle::Outer,
            bracket_token: Default::default(),
            meta: Meta::NameValue(MetaNameValue {
                path: Ident::new("doc", Span::call_site()).into(),
                eq_token: Default::default(),
                value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Str(LitStr::new(&line, Span::call_site())) }),
            }),
        })
        .collect()
}

fn lines(doc: &Doc) -> impl Iterator<Item = String> {
    doc.as_lines().iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
}
