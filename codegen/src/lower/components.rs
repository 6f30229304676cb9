//! Named components of all files.

use crate::diagnostic::Diagnostics;
use crate::names;
use crate::object::{self, Object};
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

/// Sections of `components`. Unused schemas are found by reachability, other unused components by their references.
const SECTIONS: [&str; 5] = ["securitySchemes", "parameters", "responses", "pathItems", "schemas"];

/// All components of all files.
#[derive(Debug)]
pub(super) struct Components<'t> {
    /// Indices of the files, by path.
    files: BTreeMap<&'t str, usize>,
    found: BTreeMap<Key<'t>, (Place, &'t Node)>,
    /// Keys in the order of the files.
    order: Vec<Key<'t>>,
    pub(super) used: BTreeSet<Key<'t>>,
}

/// Collects the `components` of all files.
pub(super) fn index<'t>(trees: &[(usize, &'t Tree)], diagnostics: &mut Diagnostics) -> Components<'t> {
    // If two files have the same name, the first one is used.
    let files = trees.iter().rev().map(|(file, tree)| (tree.path.as_str(), *file)).collect();
    let mut components = Components { files, found: BTreeMap::new(), order: Vec::new(), used: BTreeSet::new() };
    for (file, tree) in trees {
        let file = *file;
        if file > 0 {
            check_further_file(&tree.root, diagnostics);
        }
        if let Some(mut sections) =
            tree.root.get("components").and_then(|node| Object::of(node, "components", diagnostics))
        {
            for section in SECTIONS {
                let named = sections.take(section).and_then(|node| object::entries(node, section, diagnostics));
                for (name, node) in named.unwrap_or_default() {
                    check_name(name, diagnostics);
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

/// Checks that OpenAPI allows a name.
fn check_name(name: &Node, diagnostics: &mut Diagnostics) {
    let plain = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
    if name.key().is_empty() || !name.key().chars().all(plain) {
        diagnostics.bad_name(name.at, "component", name.key(), "letters, digits and '._-'");
    }
    names::check_length(name.key(), name.at, diagnostics);
}

fn check_further_file(root: &Node, diagnostics: &mut Diagnostics) {
    if let Some(mut object) = Object::of(root, "further file of the spec", diagnostics) {
        object.require("components", diagnostics);
        object.finish(diagnostics);
    }
}

impl<'t> Components<'t> {
    /// Returns the schemas in the order of the files.
    pub(super) fn schemas(&self) -> Vec<(Key<'t>, Place)> {
        let schemas = self.order.iter().filter(|key| key.section == "schemas");
        schemas.filter_map(|key| Some((*key, self.found.get(key)?.0))).collect()
    }

    /// Returns the component that a reference in a file means. The component may not exist.
    pub(super) fn key(&self, text: &'t str, file: usize) -> Option<Key<'t>> {
        let (path, pointer) = text.split_once('#')?;
        let (section, name) = pointer.strip_prefix("/components/")?.split_once('/')?;
        let section = SECTIONS.iter().find(|known| **known == section)?;
        let file = if path.is_empty() { file } else { *self.files.get(path)? };
        (!name.is_empty() && !name.contains(['/', '~', '%'])).then_some(Key { file, section, name })
    }

    /// Returns the node of a component.
    pub(super) fn node(&self, key: Key<'t>) -> Option<&'t Node> {
        self.found.get(&key).map(|(_, node)| *node)
    }

    /// Returns a component of the root file by name and marks it as used.
    pub(super) fn named(&mut self, section: &'static str, name: &'t str) -> Option<&'t Node> {
        let key = Key { file: 0, section, name };
        self.used.insert(key);
        self.node(key)
    }

    /// Returns the names in a section of a file.
    pub(super) fn names(&self, file: usize, section: &'static str) -> impl Iterator<Item = &'t str> {
        self.order.iter().filter(move |key| key.file == file && key.section == section).map(|key| key.name)
    }

    /// Returns the components, except schemas, that neither lowered parts nor `unread` bodies refer to.
    pub(super) fn unused(&self, unread: &BTreeSet<Key<'t>>) -> Vec<(Place, &'static str, &'t str)> {
        let is_unused = |key: &&Key<'t>| !self.used.contains(key) && !unread.contains(key);
        let unused = self.order.iter().filter(|key| key.section != "schemas").filter(is_unused);
        unused.filter_map(|key| Some((self.found.get(key)?.0, key.section, key.name))).collect()
    }
}
