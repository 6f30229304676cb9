//! Tree to model: references resolved, names decided, defaults filled in.
//!
//! What is wrong is reported and replaced by something harmless, so that one run finds every problem.

mod body;
mod call;
mod circles;
mod definition;
mod error_shape;
mod extension;
mod graph;
mod operation;
mod parameter;
mod reference;
mod root;
mod schema;
mod security;
mod union;
mod unread;

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Definitions, Reference, Type};
use crate::names::{Case, Scope};
use crate::object::{self, Object};
use crate::parse::{Part, Tree};
use crate::source::Source;
use crate::tree::{Node, Place};
use reference::{Components, Key};
use schema::Outline;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What lowering knows while it walks the trees.
struct Lowering<'t, 'd> {
    diagnostics: &'d mut Diagnostics,
    components: Components<'t>,
    /// Names of the schemas, decided before any is lowered.
    references: BTreeMap<Key<'t>, (Reference, Outline)>,
    /// Components that only bodies of error responses lead to. They are not lowered.
    unread: BTreeSet<Key<'t>>,
    /// The schemas so far; all of them once operations are lowered.
    definitions: Definitions,
    /// The types of aliases, which are lowered once.
    aliases: BTreeMap<Key<'t>, Option<Arc<Type>>>,
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
pub(crate) fn lower(forest: &[Part], source: &Source, diagnostics: &mut Diagnostics) -> Option<Api> {
    if forest.iter().any(|part| matches!(part, Part::Broken)) {
        return None;
    }
    let trees = forest.iter().enumerate();
    let trees: Vec<(usize, &Tree)> = trees.filter_map(|(file, part)| Some((file, part.tree()?))).collect();
    let components = reference::index(&trees, diagnostics);
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
    graph::loosen_endless(&mut lowering.definitions, lowering.diagnostics);
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

    /// `x-notes`: where a fact comes from, and what is doubtful about it. The reference page alone prints it.
    fn notes(&mut self, object: &mut Object<'t>) -> String {
        object.take("x-notes").map(|node| self.note(node)).unwrap_or_default()
    }

    /// The Markdown of a note; empty text is reported.
    fn note(&mut self, node: &'t Node) -> String {
        let text = object::text(node, self.diagnostics);
        if text.is_some_and(|text| text.trim().is_empty()) {
            self.diagnostics.expected(node.at, "the notes in 'x-notes'", "no text");
        }
        text.unwrap_or_default().to_owned()
    }

    fn entries(&mut self, node: Option<&'t Node>, what: &str) -> &'t [(Node, Node)] {
        node.and_then(|node| object::entries(node, what, self.diagnostics)).unwrap_or_default()
    }

    fn elements(&mut self, node: Option<&'t Node>, what: &str) -> &'t [Node] {
        node.and_then(|node| object::elements(node, what, self.diagnostics)).unwrap_or_default()
    }

    /// Decides the names of all schemas, so that references can be lowered in any order.
    fn name_schemas(&mut self) {
        let mut types = Scope::new("schema", Case::Camel, &[]);
        let mut constants = Scope::new("schema", Case::Shouty, &[]);
        let mut schemas: Vec<(Key<'t>, Place)> = self.components.schemas();
        schemas.retain(|(key, _)| !self.unread.contains(key));
        for (key, at) in schemas {
            let Some(node) = self.components.node(key) else {
                continue;
            };
            // Two files may have schemas of one name.
            let name = types.claim_again(key.name, at, self.diagnostics);
            let constant = constants.claim_again(key.name, at, &mut Diagnostics::default());
            self.references.insert(key, (Reference { name, constant }, schema::outline(node)));
        }
    }

    fn report_unused(&mut self) {
        for (at, section, name) in self.components.unused(&self.unread) {
            self.diagnostics.unused_component(at, section, name);
        }
    }
}
