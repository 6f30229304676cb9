//! Tree to model: references resolved, names decided, defaults filled in.
//!
//! What is wrong is reported and replaced by something harmless, so that one run finds every problem.

mod body;
mod call;
mod definition;
mod extension;
mod graph;
mod operation;
mod parameter;
mod reference;
mod root;
mod schema;
mod union;

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Definitions, Reference, Type};
use crate::names::{self, Case, Scope};
use crate::object::{self, Object};
use crate::parse::Tree;
use crate::source::Source;
use crate::tree::{Node, Place};
use reference::{Components, Key};
use std::collections::BTreeMap;

/// What lowering knows while it walks the trees.
struct Lowering<'t, 'd> {
    diagnostics: &'d mut Diagnostics,
    components: Components<'t>,
    /// Names of the schemas, decided before any is lowered.
    references: BTreeMap<Key<'t>, Reference>,
    /// The schemas so far; all of them once operations are lowered.
    definitions: Definitions,
    /// Aliases that are being followed, to find circles.
    following: Vec<Key<'t>>,
    /// Types that operations name, for finding schemas that nothing uses.
    roots: Vec<Type>,
    /// Names of the tests of examples.
    tests: Scope,
}

/// Makes the model; none if the root file could not be read.
///
/// Other files that could not be read were reported, and what they hold counts as there but unknown.
pub(crate) fn lower(forest: &[Option<Tree>], source: &Source, diagnostics: &mut Diagnostics) -> Option<Api> {
    if forest.iter().any(Option::is_none) {
        return None;
    }
    let trees: Vec<&Tree> = forest.iter().flatten().collect();
    let components = reference::index(&trees, diagnostics);
    let root = Object::of(&trees.first()?.root, "OpenAPI document", diagnostics)?;
    let mut lowering = Lowering {
        diagnostics,
        components,
        references: BTreeMap::new(),
        definitions: Definitions::default(),
        following: Vec::new(),
        roots: Vec::new(),
        tests: Scope::new("examples", Case::Snake, &[]),
    };
    lowering.name_schemas();
    lowering.lower_schemas();
    let mut api = lowering.root(root, source);
    // A reference that leads nowhere makes its target look unused, so that is said only when nothing else is wrong.
    let is_whole = lowering.diagnostics.is_empty();
    graph::connect(&mut api, std::mem::take(&mut lowering.definitions), lowering.diagnostics);
    if is_whole {
        lowering.report_unused();
        graph::report_unused(&api, &lowering.roots, lowering.diagnostics);
    }
    Some(api)
}

impl<'t> Lowering<'t, '_> {
    fn object(&mut self, node: &'t Node, what: &'static str) -> Option<Object<'t>> {
        Object::of(node, what, self.diagnostics)
    }

    fn finish(&mut self, object: Object<'t>) {
        object.finish(self.diagnostics);
    }

    fn text(&mut self, object: &mut Object<'t>, key: &'static str) -> String {
        object.text(key, self.diagnostics).unwrap_or_default().to_owned()
    }

    fn entries(&mut self, node: Option<&'t Node>, what: &str) -> &'t [(Node, Node)] {
        node.and_then(|node| object::entries(node, what, self.diagnostics)).unwrap_or_default()
    }

    fn elements(&mut self, node: Option<&'t Node>, what: &str) -> &'t [Node] {
        node.and_then(|node| object::elements(node, what, self.diagnostics)).unwrap_or_default()
    }

    /// Decides the names of all schemas, so that references can be lowered in any order.
    fn name_schemas(&mut self) {
        let mut types = Scope::new("schemas", Case::Camel, &[]);
        let schemas: Vec<(Key<'t>, Place)> = self.components.schemas();
        for (key, at) in schemas {
            let name = types.claim(key.name, at, self.diagnostics);
            let constant = names::name(key.name, Case::Shouty, &[]);
            self.references.insert(key, Reference { name, constant });
        }
    }

    fn report_unused(&mut self) {
        for (at, section, name) in self.components.unused() {
            self.diagnostics.unused_component(at, section, name);
        }
    }
}
