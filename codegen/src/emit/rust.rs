//! A Rust file: its items as tokens, and their printing.

use super::tokens::doc_attributes;
use crate::docs::Doc;
use crate::model::Api;
use crate::source::File;
use crate::sync::MARK;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, ImplItem, Item};

/// The items of a file, in order.
#[derive(Default)]
pub(super) struct RustFile {
    items: Vec<Part>,
}

/// An item, or several that belong together.
enum Part {
    /// Code as tokens, and the documentation of the item and its members, which needs no parsing.
    Code(TokenStream, Vec<Doc>),
    /// Constant data, as syntax.
    Data(Box<Item>),
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

    /// Adds an item with the documentation of itself and of its first members: fields, variants or methods.
    pub(super) fn documented(&mut self, tokens: TokenStream, docs: Vec<Doc>) {
        self.items.push(Part::Code(tokens, docs));
    }

    /// Adds constant data.
    pub(super) fn data(&mut self, item: Item) {
        self.items.push(Part::Data(Box::new(item)));
    }

    /// Returns the printed file. An error is a mistake of the generator, never of a spec.
    pub(super) fn print(self, api: &Api, name: &str) -> Result<File, String> {
        let mut text = format!("// {MARK} {} by codegen; do not edit.\n", api.spec);
        for item in self.items {
            let items = match item {
                Part::Code(tokens, docs) => {
                    let mut items: syn::File = syn::parse2(tokens).map_err(|error| format!("{name}: {error}"))?;
                    items.items.first_mut().into_iter().for_each(|item| document(item, &docs));
                    items
                }
                Part::Data(item) => {
                    syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![*item] }
                }
            };
            text.push('\n');
            text.push_str(&prettyplease::unparse(&items));
        }
        Ok(File { name: name.to_owned(), text })
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
