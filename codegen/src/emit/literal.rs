//! Literals.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A string literal on one line, with every character that is not plain to see written as an escape.
pub(super) fn text(text: &str) -> Literal {
    Literal::string(text)
}

/// `Some(literal)` or `None`, as the text of tokens.
pub(super) fn option<T: quote::ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}

/// A 64-bit integer without suffix.
pub(super) fn integer(value: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}

/// A finite number without suffix.
pub(super) fn number(value: f64) -> TokenStream {
    let digits = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#digits) } else { quote!(#digits) }
}

/// A count without suffix.
pub(super) fn count(value: usize) -> TokenStream {
    let digits = Literal::usize_unsuffixed(value);
    quote!(#digits)
}
