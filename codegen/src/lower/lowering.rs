//! What lowering knows while it walks the trees, and how it reads a node.

use super::components::{Components, Key};
use super::outline::Outline;
use crate::diagnostic::Diagnostics;
use crate::model::{Definitions, Reference, Type};
use crate::names::Scope;
use crate::object::{self, Object};
use crate::tree::Node;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What lowering knows while it walks the trees.
pub(super) struct Lowering<'t, 'd> {
    pub(super) diagnostics: &'d mut Diagnostics,
    pub(super) components: Components<'t>,
    /// Names of the schemas, decided before any is lowered.
    pub(super) references: BTreeMap<Key<'t>, (Reference, Outline)>,
    /// Components that only bodies of error responses lead to. They are not lowered.
    pub(super) unread: BTreeSet<Key<'t>>,
    /// The schemas so far; all of them once operations are lowered.
    pub(super) definitions: Definitions,
    /// The types of aliases, which are lowered once.
    pub(super) aliases: BTreeMap<Key<'t>, Option<Arc<Type>>>,
    /// Aliases that are being followed, to find circles.
    pub(super) following: Vec<Key<'t>>,
    /// Types that operations name, for finding schemas that nothing uses.
    pub(super) roots: Vec<Type>,
    /// Names of the tests of examples.
    pub(super) tests: Scope,
}

impl<'t> Lowering<'t, '_> {
    pub(super) fn object(&mut self, node: &'t Node, what: &'static str) -> Option<Object<'t>> {
        Object::of(node, what, self.diagnostics)
    }

    pub(super) fn finish(&mut self, object: Object<'t>) {
        object.finish(self.diagnostics);
    }

    pub(super) fn text(&mut self, object: &mut Object<'t>, key: &'static str) -> String {
        object.text(key, self.diagnostics).unwrap_or_default().to_owned()
    }

    /// `x-notes`: where a fact comes from, and what is doubtful about it. The reference page alone prints it.
    pub(super) fn notes(&mut self, object: &mut Object<'t>) -> String {
        object.take("x-notes").map(|node| self.note(node)).unwrap_or_default()
    }

    /// The Markdown of a note; empty text is reported.
    pub(super) fn note(&mut self, node: &'t Node) -> String {
        let text = object::text(node, self.diagnostics);
        if text.is_some_and(|text| text.trim().is_empty()) {
            self.diagnostics.expected(node.at, "the notes in 'x-notes'", "no text");
        }
        text.unwrap_or_default().to_owned()
    }

    pub(super) fn entries(&mut self, node: Option<&'t Node>, what: &str) -> &'t [(Node, Node)] {
        node.and_then(|node| object::entries(node, what, self.diagnostics)).unwrap_or_default()
    }

    pub(super) fn elements(&mut self, node: Option<&'t Node>, what: &str) -> &'t [Node] {
        node.and_then(|node| object::elements(node, what, self.diagnostics)).unwrap_or_default()
    }
}
