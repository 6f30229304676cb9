//! State of lowering, and functions to read nodes.

use super::components::{Components, Key};
use super::outline::Outline;
use crate::diagnostic::Diagnostics;
use crate::model::{Definitions, Reference, Type};
use crate::names::Scope;
use crate::object::{self, Object};
use crate::tree::Node;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// State of lowering.
pub(super) struct Lowering<'t, 'd> {
    pub(super) diagnostics: &'d mut Diagnostics,
    pub(super) components: Components<'t>,
    /// Names of the schemas. They are chosen before the first schema is lowered.
    pub(super) references: BTreeMap<Key<'t>, (Reference, Outline)>,
    /// Components that only bodies of error responses refer to. They are not lowered.
    pub(super) unread: BTreeSet<Key<'t>>,
    /// Lowered schemas. They are complete before operations are lowered.
    pub(super) definitions: Definitions,
    /// Types of aliases. Each alias is lowered once.
    pub(super) aliases: BTreeMap<Key<'t>, Option<Arc<Type>>>,
    /// Aliases that are being resolved, to detect cycles.
    pub(super) following: Vec<Key<'t>>,
    /// Types that operations name, to find unused schemas.
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

    /// Returns `x-notes`: sources of a fact and doubts about it. Only the reference page prints it.
    pub(super) fn notes(&mut self, object: &mut Object<'t>) -> String {
        object.take("x-notes").map(|node| self.note(node)).unwrap_or_default()
    }

    /// Returns the Markdown of a note. Reports an empty note.
    pub(super) fn note(&mut self, node: &'t Node) -> String {
        let text = object::text(node, self.diagnostics);
        if text.is_some_and(|text| text.trim().is_empty()) {
            self.diagnostics.expected(node.at, "notes in 'x-notes'", "an empty string");
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
