//! `models.rs`: the types of bodies.

mod choice;
mod listing;
mod record;

use super::paths::Paths;
use super::rust::RustFile;
use super::types::{Models, Types};
use crate::model::{Api, Definition, Shape};

/// The types of bodies, in the order of the spec. Names of plain types have none.
pub(super) fn emit_models(api: &Api) -> RustFile {
    let mut file = RustFile::default();
    let with_types = api.definitions.iter().filter(|definition| !matches!(definition.shape, Shape::Alias(_)));
    let with_types: Vec<&Definition> = with_types.collect();
    if with_types.is_empty() {
        return file;
    }
    file.import_runtime();
    let paths = Paths::next_to(with_types.iter().map(|definition| &definition.reference.name));
    let types = Types { paths: &paths, models: Models::Here };
    with_types.into_iter().for_each(|definition| emit_model(definition, &types, &mut file));
    file
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
