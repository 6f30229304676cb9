//! A Rust file: its items as tokens, and their printing.

use crate::model::Api;
use crate::source::File;
use crate::sync::MARK;
use proc_macro2::TokenStream;
use quote::quote;

/// The items of a file, in order.
#[derive(Debug, Default)]
pub(super) struct RustFile {
    items: Vec<TokenStream>,
}

impl RustFile {
    /// Imports the runtime, which every path of a runtime type starts from.
    pub(super) fn import_runtime(&mut self) {
        self.item(quote!(
            use ncloud_runtime as rt;
        ));
    }

    /// Adds an item, or several that belong together.
    pub(super) fn item(&mut self, tokens: TokenStream) {
        self.items.push(tokens);
    }

    /// Returns the printed file. An error is a mistake of the generator, never of a spec.
    pub(super) fn print(self, api: &Api, name: &str) -> Result<File, String> {
        let mut text = format!("// {MARK} {} by codegen; do not edit.\n", api.spec);
        for item in self.items {
            let item = syn::parse2(item).map_err(|error| format!("{name}: {error}"))?;
            text.push('\n');
            text.push_str(&prettyplease::unparse(&item));
        }
        Ok(File { name: name.to_owned(), text })
    }
}
