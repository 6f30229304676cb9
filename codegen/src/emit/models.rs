//! `models.rs`: the types of bodies.

mod choice;
mod listing;
mod record;

use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types};
use crate::docs::{Doc, code_span};
use crate::model::{Api, Definition, Origin, Shape};

/// The types of bodies, in the order of the spec. Names of plain types have none.
pub(super) fn emit_models(api: &Api, file: &mut RustFile) {
    let with_types = api.definitions.iter().filter(|definition| !matches!(definition.shape, Shape::Alias(_)));
    let paths = Paths::beside(with_types.map(|definition| &definition.reference.name));
    file.each(&api.definitions, |definition, file| {
        emit_model(definition, &Types { paths: &paths, models: Models::Here }, file);
    });
    file.imports(paths.imports());
}

fn emit_model(definition: &Definition, types: &Types<'_>, file: &mut RustFile) {
    match &definition.shape {
        Shape::Struct(fields) => record::emit_record(definition, fields, types, file),
        Shape::Enum(variants) => choice::emit_enum(definition, variants, types, file),
        Shape::Kinds(alternatives) => choice::emit_kinds(definition, alternatives, types, file),
        Shape::Tagged { property, variants } => choice::emit_tagged(definition, property, variants, types, file),
        Shape::Alias(_) => {}
    }
    if let Some(page) = &definition.page {
        file.item(listing::emit_page(definition, page, types));
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
