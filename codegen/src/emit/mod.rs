//! Model to text: one renderer per generated file, and the order of the files.

mod census;
mod client;
mod entry;
mod examples;
mod literal;
mod models;
mod operations;
mod paths;
mod reference;
mod requests;
mod schemas;
mod shapes;
mod types;

use crate::docs::Doc;
use crate::model::Api;
use crate::names::Name;
use crate::source::File;
use crate::sync::MARK;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

/// Renders all files; an error is a mistake of the generator, never of a spec.
pub(crate) fn emit(api: &Api) -> Result<Vec<File>, String> {
    Ok(vec![
        File { name: "census.md".to_owned(), text: census::render_census(api) },
        rust(api, "client.rs", client::emit_client(api))?,
        rust(api, "examples.rs", examples::emit_examples(api))?,
        rust(api, "mod.rs", entry::emit_entry())?,
        rust(api, "models.rs", models::emit_models(api))?,
        rust(api, "operations.rs", operations::emit_operations(api))?,
        File { name: "reference.md".to_owned(), text: reference::render_reference(api) },
        rust(api, "requests.rs", requests::emit_requests(api))?,
        rust(api, "schemas.rs", schemas::emit_schemas(api))?,
    ])
}

/// The text of a Rust file, an empty line between its items and between methods.
fn rust(api: &Api, name: &str, items: Vec<TokenStream>) -> Result<File, String> {
    let mut text = format!("// {MARK} {} by codegen; do not edit.\n", api.spec);
    for tokens in items {
        let item: syn::File = syn::parse2(tokens).map_err(|error| format!("{name}: {error}"))?;
        let mut lines = prettyplease::unparse(&item);
        while let Some(position) = lines.find("\n    }\n    ") {
            lines.insert(position + "\n    }".len(), '\n');
        }
        text.push('\n');
        text.push_str(&lines.replace(";\n    fn ", ";\n\n    fn "));
    }
    Ok(File { name: name.to_owned(), text })
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let make = if self.is_raw() { Ident::new_raw } else { Ident::new };
        make(self.as_str(), Span::call_site()).to_tokens(tokens);
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in self.clone().into_lines() {
            let line = if line.is_empty() { line } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

/// `#[expect]` for functions with more arguments than the lint likes: each is a value that a call cannot do without.
fn many_arguments(count: usize) -> Option<TokenStream> {
    (count > 7).then(|| quote!(#[expect(clippy::too_many_arguments, reason = "all are required by the API")]))
}
