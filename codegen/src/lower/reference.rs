//! `$ref`: what stands under `components`, and how it is found.

use super::Lowering;
use crate::diagnostic::Diagnostics;
use crate::object::{self, Object, nearest};
use crate::parse::Tree;
use crate::tree::{Node, Place};
use std::collections::{BTreeMap, BTreeSet};

/// A named component: its file, its section and its name.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Key<'t> {
    /// Index of the file.
    pub(super) file: usize,
    /// Key under `components`.
    pub(super) section: &'static str,
    /// Key under the section.
    pub(super) name: &'t str,
}

/// Sections of `components`. Schemas are looked for by reachability, the others by whether they were referred to.
const SECTIONS: [&str; 5] = ["securitySchemes", "parameters", "responses", "pathItems", "schemas"];

/// All components of all files.
#[derive(Debug)]
pub(super) struct Components<'t> {
    files: Vec<&'t str>,
    found: BTreeMap<Key<'t>, (Place, &'t Node)>,
    /// In the order of the files.
    order: Vec<Key<'t>>,
    used: BTreeSet<Key<'t>>,
}

/// Gathers what stands under `components` in all files.
pub(super) fn index<'t>(trees: &[&'t Tree], diagnostics: &mut Diagnostics) -> Components<'t> {
    let files = trees.iter().map(|tree| tree.path.as_str()).collect();
    let mut components = Components { files, found: BTreeMap::new(), order: Vec::new(), used: BTreeSet::new() };
    for (file, tree) in trees.iter().enumerate() {
        if file > 0 {
            check_further_file(&tree.root, diagnostics);
        }
        if let Some(mut sections) =
            tree.root.get("components").and_then(|node| Object::of(node, "components", diagnostics))
        {
            for section in SECTIONS {
                let named = sections.take(section).and_then(|node| object::entries(node, section, diagnostics));
                for (name, node) in named.unwrap_or_default() {
                    let key = Key { file, section, name: name.key() };
                    components.found.insert(key, (name.at, node));
                    components.order.push(key);
                }
            }
            sections.finish(diagnostics);
        }
    }
    components
}

fn check_further_file(root: &Node, diagnostics: &mut Diagnostics) {
    if let Some(mut object) = Object::of(root, "further file of the spec", diagnostics) {
        object.require("components", diagnostics);
        object.finish(diagnostics);
    }
}

impl<'t> Components<'t> {
    /// The schemas, in the order of the files.
    pub(super) fn schemas(&self) -> Vec<(Key<'t>, Place)> {
        let schemas = self.order.iter().filter(|key| key.section == "schemas");
        schemas.filter_map(|key| Some((*key, self.found.get(key)?.0))).collect()
    }

    /// The node of a component.
    pub(super) fn node(&self, key: Key<'t>) -> Option<&'t Node> {
        self.found.get(&key).map(|(_, node)| *node)
    }

    /// The node of a component by file, section and name.
    pub(super) fn find(&self, file: usize, section: &'static str, name: &'t str) -> Option<&'t Node> {
        self.node(Key { file, section, name })
    }

    /// A component of the root file by its name; it counts as used.
    pub(super) fn named(&mut self, section: &'static str, name: &'t str) -> Option<&'t Node> {
        let key = Key { file: 0, section, name };
        self.used.insert(key);
        self.node(key)
    }

    /// Names of a section of a file.
    pub(super) fn names(&self, file: usize, section: &str) -> impl Iterator<Item = &'t str> {
        self.order.iter().filter(move |key| key.file == file && key.section == section).map(|key| key.name)
    }

    /// Components, schemas aside, that nothing referred to.
    pub(super) fn unused(&self) -> Vec<(Place, &'static str, &'t str)> {
        let idle = self.order.iter().filter(|key| key.section != "schemas" && !self.used.contains(key));
        idle.filter_map(|key| Some((self.found.get(key)?.0, key.section, key.name))).collect()
    }
}

impl<'t> Lowering<'t, '_> {
    /// The component that the text of a `$ref` means, and its node.
    pub(super) fn resolve(&mut self, reference: &'t Node, section: &'static str) -> Option<(Key<'t>, &'t Node)> {
        let text = object::text(reference, self.diagnostics)?;
        let (file, pointer) = text.split_once('#').unwrap_or((text, ""));
        let prefix = format!("/components/{section}/");
        let name = pointer.strip_prefix(&prefix).filter(|name| !name.is_empty() && !name.contains(['/', '~', '%']));
        let file = match file {
            "" => Some(reference.at.file),
            file => self.components.files.iter().position(|path| *path == file),
        };
        let (Some(name), Some(file)) = (name, file) else {
            self.diagnostics.bad_reference(reference.at, text, section);
            return None;
        };
        let key = Key { file, section, name };
        let Some(node) = self.components.node(key) else {
            let similar = nearest(name, self.components.names(file, section));
            self.diagnostics.dangling_reference(reference.at, text, similar);
            return None;
        };
        self.components.used.insert(key);
        Some((key, node))
    }

    /// The node itself, or the component that its `$ref` means. Components must not refer on.
    pub(super) fn follow(&mut self, node: &'t Node, section: &'static str) -> Option<&'t Node> {
        let Some(reference) = node.get("$ref") else {
            return Some(node);
        };
        let mut object = self.object(node, "reference")?;
        object.take("$ref");
        self.finish(object);
        let (_, target) = self.resolve(reference, section)?;
        if let Some(second) = target.get("$ref") {
            self.diagnostics.reference_to_reference(second.at);
            return None;
        }
        Some(target)
    }
}
