//! A Rust file: items are added as tokens or syntax, and printed.

use super::tokens::doc_attributes;
use crate::docs::Doc;
use crate::model::Api;
use crate::source::File;
use crate::sync::MARK;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, ImplItem, Item};

/// The printed items of a file. Each is printed when it is added, so only one is kept as syntax.
#[derive(Default)]
pub(super) struct RustFile {
    text: String,
    /// The first tokens that are no item.
    problem: Option<syn::Error>,
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
        self.documented(tokens, Vec::new());
    }

    /// Adds an item with the documentation of itself and of its first members: fields, variants or methods. The
    /// documentation needs no parsing.
    pub(super) fn documented(&mut self, tokens: TokenStream, docs: Vec<Doc>) {
        match syn::parse2::<syn::File>(tokens) {
            Ok(mut file) => {
                file.items.first_mut().into_iter().for_each(|item| document(item, &docs));
                self.write(&file);
            }
            Err(error) => {
                self.problem.get_or_insert(error);
            }
        }
    }

    /// Adds constant data.
    pub(super) fn data(&mut self, item: Item) {
        self.write(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    }

    fn write(&mut self, file: &syn::File) {
        self.text.push('\n');
        self.text.push_str(&prettyplease::unparse(file));
    }

    /// Returns the file with its head. An error is a mistake of the generator, never of a spec.
    pub(super) fn finish(self, api: &Api, name: &str) -> Result<File, String> {
        match self.problem {
            Some(error) => Err(format!("{name}: {error}")),
            None => {
                let text = format!("// {MARK} {} by codegen; do not edit.\n{}", api.spec, self.text);
                Ok(File { name: name.to_owned(), text })
            }
        }
    }
}

/// Writes documentation before the other attributes of an item and its members.
fn document(item: &mut Item, docs: &[Doc]) {
    let mut places: Vec<&mut Vec<Attribute>> = Vec::new();
    match item {
        Item::Struct(item) => {
            places.push(&mut item.attrs);
            places.extend(item.fields.iter_mut().map(|field| &mut field.attrs));
        }
        Item::Enum(item) => {
            places.push(&mut item.attrs);
            places.extend(item.variants.iter_mut().map(|variant| &mut variant.attrs));
        }
        Item::Impl(item) => {
            places.push(&mut item.attrs);
            places.extend(item.items.iter_mut().filter_map(|member| match member {
                ImplItem::Fn(method) => Some(&mut method.attrs),
                _ => None,
            }));
        }
        _ => {}
    }
    for (attributes, doc) in places.into_iter().zip(docs) {
        attributes.splice(0..0, doc_attributes(doc));
    }
}
