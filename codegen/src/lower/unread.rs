//! Components that only bodies of error responses use. They are not lowered.

use super::components::{Components, Key};
use crate::reach::{Split, references};
use crate::tree::Node;
use std::collections::BTreeSet;

/// Returns the components that only bodies of error responses refer to.
pub(super) fn unread<'t>(root: &'t Node, components: &Components<'t>) -> BTreeSet<Key<'t>> {
    let mut split = Split::default();
    if let Some(crate::tree::Kind::Mapping(paths)) = root.get("paths").map(|paths| &paths.kind) {
        for (_, item) in paths {
            let target = item.get("$ref").and_then(|text| components.key(text.key(), text.at.file));
            split.path_item(target.and_then(|key| components.node(key)).unwrap_or(item));
        }
    }
    let read = reachable(split.read, components);
    let unread = reachable(split.unread, components);
    unread.difference(&read).copied().collect()
}

/// Returns all components that the nodes refer to, directly or indirectly.
fn reachable<'t>(nodes: Vec<&'t Node>, components: &Components<'t>) -> BTreeSet<Key<'t>> {
    let mut found = BTreeSet::new();
    let mut queue = nodes;
    while let Some(node) = queue.pop() {
        for text in references(node) {
            let key = components.key(text.key(), text.at.file);
            let target = key.and_then(|key| Some((key, components.node(key)?)));
            if let Some((key, target)) = target
                && found.insert(key)
            {
                queue.push(target);
            }
        }
    }
    found
}
