//! Lets the generator progenitor read an OpenAPI 3.0 document and prints how many operations it made of it.
//!
//! `progenitor-reads-the-spec FILE` ends with 1 and progenitor's own words if it cannot.

use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    let path = std::env::args().nth(1).unwrap_or_default();
    match operations(&path) {
        Ok(count) => {
            println!("{count}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Generates a client and counts its methods by the line of documentation that each begins with.
fn operations(path: &str) -> Result<usize, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let document: openapiv3::OpenAPI = serde_json::from_str(&text)?;
    let tokens = progenitor_impl::Generator::default().generate_tokens(&document)?;
    let client: syn::File = syn::parse2(tokens)?;
    let methods = client.items.iter().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() && is_client(block) => Some(block),
        _ => None,
    });
    let asynchronous = |item: &&syn::ImplItem| matches!(item, syn::ImplItem::Fn(method) if method.sig.asyncness.is_some());
    Ok(methods
        .map(|block| block.items.iter().filter(asynchronous).count())
        .sum())
}

fn is_client(block: &syn::ItemImpl) -> bool {
    matches!(&*block.self_ty, syn::Type::Path(path) if path.path.is_ident("Client"))
}
