//! Lowers trees to the model: resolves references, chooses names and adds defaults.
//!
//! Each invalid part is reported and replaced by a placeholder, so one run finds all problems.

mod body;
mod call;
mod components;
mod constants;
mod cycles;
mod definition;
mod error_shape;
mod extension;
mod graph;
mod lowering;
mod operation;
mod outline;
mod parameter;
mod reference;
mod root;
mod schema;
mod security;
mod union;
mod unread;

pub use parameter::RESERVED_HEADERS;

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Definitions, Reference};
use crate::names::{Case, Scope};
use crate::object::Object;
use crate::parse::{Part, Tree};
use crate::source::Source;
use crate::tree::Place;
use components::Key;
use lowering::Lowering;
use std::collections::BTreeMap;

/// Builds the model. Returns `None` if a file could not be parsed.
pub(crate) fn lower(parts: &[Part], source: &Source, diagnostics: &mut Diagnostics) -> Option<Api> {
    if parts.iter().any(|part| matches!(part, Part::Broken)) {
        return None;
    }
    let trees = parts.iter().enumerate();
    let trees: Vec<(usize, &Tree)> = trees.filter_map(|(file, part)| Some((file, part.tree()?))).collect();
    let components = components::index(&trees, diagnostics);
    let (_, first) = trees.first()?;
    let root = Object::of(&first.root, "OpenAPI document", diagnostics)?;
    let unread = unread::unread(&first.root, &components);
    let mut lowering = Lowering {
        diagnostics,
        components,
        references: BTreeMap::new(),
        unread,
        definitions: Definitions::default(),
        aliases: BTreeMap::new(),
        following: Vec::new(),
        roots: Vec::new(),
        tests: Scope::new("example", Case::Snake, &[]),
    };
    lowering.name_schemas();
    lowering.lower_schemas();
    constants::set_constants(&mut lowering.definitions, lowering.diagnostics);
    graph::relax_infinite_fields(&mut lowering.definitions, lowering.diagnostics);
    let mut api = lowering.root(root, source);
    // A broken reference makes its target look unused, so unused components are reported only without other problems.
    let is_whole = lowering.diagnostics.is_empty();
    graph::connect(&mut api, std::mem::take(&mut lowering.definitions), lowering.diagnostics);
    if is_whole {
        lowering.report_unused();
        graph::report_unused(&api, &lowering.roots, lowering.diagnostics);
    }
    Some(api)
}

impl<'t> Lowering<'t, '_> {
    /// Chooses the names of all schemas, so references can be lowered in any order.
    fn name_schemas(&mut self) {
        let mut types = Scope::new("schema", Case::Camel, &[]);
        let mut constants = Scope::new("schema", Case::Shouty, &[]);
        let mut schemas: Vec<(Key<'t>, Place)> = self.components.schemas();
        schemas.retain(|(key, _)| !self.unread.contains(key));
        for (key, at) in schemas {
            let Some(node) = self.components.node(key) else {
                continue;
            };
            // Two files may have schemas with the same name.
            let name = types.claim_again(key.name, at, self.diagnostics);
            let constant = constants.claim_again(key.name, at, &mut Diagnostics::default());
            self.references.insert(key, (Reference { name, constant }, outline::outline(node)));
        }
    }

    fn report_unused(&mut self) {
        for (at, section, name) in self.components.unused(&self.unread) {
            self.diagnostics.unused_component(at, section, name);
        }
    }
}
