//! Model to text: one renderer per generated file, and the order of the files.

mod census;
mod client;
mod entry;
mod examples;
mod layout;
mod literal;
mod models;
mod operations;
mod paths;
mod reference;
mod requests;
mod rust;
mod schemas;
mod shapes;
mod types;

use crate::docs::Doc;
use crate::model::Api;
use crate::names::Name;
use crate::source::File;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use rust::{BREAK, RustFile};
use std::panic::resume_unwind;
use std::thread;

/// Renders all files, each on a thread of its own; an error is a mistake of the generator, never of a spec.
pub(crate) fn emit(api: &Api) -> Result<Vec<File>, String> {
    let renderers: [(&str, Renderer); 9] = [
        ("census.md", Renderer::Page(census::render_census)),
        ("client.rs", Renderer::Rust(client::emit_client)),
        ("examples.rs", Renderer::Rust(examples::emit_examples)),
        ("mod.rs", Renderer::Rust(entry::emit_entry)),
        ("models.rs", Renderer::Rust(models::emit_models)),
        ("operations.rs", Renderer::Rust(operations::emit_operations)),
        ("reference.md", Renderer::Page(reference::render_reference)),
        ("requests.rs", Renderer::Rust(requests::emit_requests)),
        ("schemas.rs", Renderer::Rust(schemas::emit_schemas)),
    ];
    let files = renderers.into_iter().map(|(name, renderer)| move || renderer.render(api, name));
    on_threads(files).into_iter().collect()
}

/// What the jobs make, in their order, each on a thread of its own.
fn on_threads<T: Send, J: FnOnce() -> T + Send>(jobs: impl Iterator<Item = J>) -> Vec<T> {
    thread::scope(|scope| {
        let threads: Vec<_> = jobs.map(|job| scope.spawn(job)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

/// What makes a file.
enum Renderer {
    Page(fn(&Api) -> String),
    Rust(fn(&Api, &mut RustFile)),
}

impl Renderer {
    fn render(self, api: &Api, name: &'static str) -> Result<File, String> {
        match self {
            Self::Page(render) => Ok(File { name: name.to_owned(), text: render(api) }),
            Self::Rust(emit) => {
                let mut file = RustFile::new(api, name);
                emit(api, &mut file);
                file.finish()
            }
        }
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let make = if self.is_raw() { Ident::new_raw } else { Ident::new };
        make(self.as_str(), Span::call_site()).to_tokens(tokens);
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut text = String::new();
        for (index, line) in self.as_lines().iter().enumerate() {
            text.push_str(if index == 0 { "" } else { BREAK });
            text.push_str(if line.is_empty() { "" } else { " " });
            text.push_str(line);
        }
        if !text.is_empty() {
            tokens.extend(quote!(#[doc = #text]));
        }
    }
}

/// `#[expect]` for functions with more arguments than the lint likes: each is a value that a call cannot do without.
fn many_arguments(count: usize) -> Option<TokenStream> {
    (count > 7).then(|| quote!(#[expect(clippy::too_many_arguments, reason = "all are required by the API")]))
}
