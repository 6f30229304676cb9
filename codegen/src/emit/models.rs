//! `models.rs`: the types of bodies.

mod choice;
mod listing;
mod record;

use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types};
use crate::docs::{Doc, code_span};
use crate::model::{Api, Definition, Origin, Shape};
use proc_macro2::TokenStream;

/// The types of bodies, in the order of the spec. Names of plain types have none.
pub(super) fn emit_models(api: &Api, file: &mut RustFile) {
    let with_types = api.definitions.iter().filter(|definition| !matches!(definition.shape, Shape::Alias(_)));
    let paths = Paths::beside(with_types.map(|definition| &definition.reference.name));
    let types = Types { paths: &paths, models: Models::Here };
    api.definitions.iter().flat_map(|definition| emit_model(definition, &types)).for_each(|item| file.item(item));
    file.imports(paths.imports());
}

fn emit_model(definition: &Definition, types: &Types<'_>) -> Vec<TokenStream> {
    match &definition.shape {
        Shape::Struct(fields) => {
            let mut items = record::emit_record(definition, fields, types);
            items.extend(definition.page.as_ref().map(|page| listing::emit_page(definition, page, types)));
            items
        }
        Shape::Enum(variants) => choice::emit_enum(definition, variants, types),
        Shape::Kinds(alternatives) => choice::emit_kinds(definition, alternatives, types),
        Shape::Tagged { property, variants } => choice::emit_tagged(definition, property, variants, types),
        Shape::Alias(_) => Vec::new(),
    }
}

/// Documentation of a type: meaning and source.
fn document(definition: &Definition) -> Doc {
    Doc::default()
        .text_or(&definition.description, &format!("{} of the API.", code_span(&definition.wire)))
        .line(source_line(&definition.source))
}

/// Where facts come from, as a line of documentation.
pub(super) fn source_line(source: &Origin) -> String {
    let (page, revision) = (code_span(&source.page), code_span(&source.revision));
    format!("Source: vendor page {page}, {}, revision {revision}.", source.date)
}
