//! Finds the parts of a spec that are read: all except bodies of error responses and the components that only they use.
//!
//! The runtime reads error bodies in all known shapes of the gateway and does not use their schemas. So these schemas
//! may use unsupported features.

use crate::tree::{Kind, Node};
use std::collections::BTreeSet;

/// Nodes of a spec, split by whether their references are followed.
#[derive(Debug, Default)]
pub(crate) struct Split<'t> {
    /// Nodes that are read.
    pub(crate) read: Vec<&'t Node>,
    /// Bodies of error responses.
    pub(crate) unread: Vec<&'t Node>,
}

/// Returns the names of the files that the read parts of a file refer to. The root file has paths.
pub(crate) fn files(root: &Node, is_root: bool) -> BTreeSet<&str> {
    let mut split = Split::default();
    for (key, value) in entries(root) {
        match key.key() {
            "paths" if is_root => entries(value).iter().for_each(|(_, item)| split.path_item(item)),
            "components" => split_components(value, &mut split),
            _ => split.read.push(value),
        }
    }
    let texts = split.read.into_iter().flat_map(references).map(Node::key);
    texts.filter_map(|text| text.split_once('#').map(|(file, _)| file)).filter(|file| !file.is_empty()).collect()
}

fn split_components<'t>(components: &'t Node, split: &mut Split<'t>) {
    for (section, named) in entries(components) {
        for (_, node) in entries(named) {
            match section.key() {
                "pathItems" => split.path_item(node),
                // All other components are followed, including responses that only errors use.
                _ => split.read.push(node),
            }
        }
    }
}

impl<'t> Split<'t> {
    /// Splits the nodes of a path.
    pub(crate) fn path_item(&mut self, item: &'t Node) {
        for (key, value) in entries(item) {
            match key.key() {
                "get" | "post" | "put" | "patch" | "delete" => self.operation(value),
                _ => self.read.push(value),
            }
            if key.key() == "$ref" {
                self.read.push(item);
            }
        }
    }

    fn operation(&mut self, operation: &'t Node) {
        for (key, value) in entries(operation) {
            if key.key() != "responses" {
                self.read.push(value);
                continue;
            }
            for (code, response) in entries(value) {
                match code.key().starts_with('2') {
                    true => self.read.push(response),
                    false => self.unread.push(response),
                }
            }
        }
    }
}

/// Returns the nodes of all references in a node.
pub(crate) fn references(node: &Node) -> Vec<&Node> {
    let mut found = Vec::new();
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        match &node.kind {
            Kind::Scalar { .. } => {}
            Kind::Sequence(items) => waiting.extend(items),
            Kind::Mapping(entries) => {
                for (key, value) in entries {
                    if key.key() == "$ref" {
                        found.push(value);
                    }
                    waiting.push(value);
                }
            }
        }
    }
    found
}

fn entries(node: &Node) -> &[(Node, Node)] {
    match &node.kind {
        Kind::Mapping(entries) => entries,
        _ => &[],
    }
}
