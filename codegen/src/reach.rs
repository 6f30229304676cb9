//! Which parts of a spec are read: all but the bodies of error responses, and what nothing but those refers to.
//!
//! The runtime reads the bodies of error responses in every shape that is known of the gateway, whatever their schemas
//! say. So these need not be in the accepted subset.

use crate::tree::{Kind, Node};
use std::collections::BTreeSet;

/// The nodes of a root file whose references are followed, and those whose references are not.
#[derive(Debug, Default)]
pub(crate) struct Split<'t> {
    /// What is read.
    pub(crate) read: Vec<&'t Node>,
    /// Bodies of error responses.
    pub(crate) unread: Vec<&'t Node>,
}

/// Names of the files that a file refers to from what is read of it. `is_root` says whether it has paths.
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
                // Whether its body is read depends on where it is used, and the files of one that is are named there.
                _ => split.read.push(node),
            }
        }
    }
}

impl<'t> Split<'t> {
    /// Splits the operations of a path.
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

/// The texts of all references in a node.
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
