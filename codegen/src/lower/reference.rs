//! `$ref`: the component that a reference means.

use super::components::Key;
use super::lowering::Lowering;
use crate::object;
use crate::tree::Node;

impl<'t> Lowering<'t, '_> {
    /// The component that the text of a `$ref` means, and its node.
    pub(super) fn resolve(&mut self, reference: &'t Node, section: &'static str) -> Option<(Key<'t>, &'t Node)> {
        let text = object::text(reference, self.diagnostics)?;
        let Some(key) = self.components.key(text, reference.at.file).filter(|key| key.section == section) else {
            self.diagnostics.bad_reference(reference.at, text, section);
            return None;
        };
        let Key { file, name, .. } = key;
        let Some(node) = self.components.node(key) else {
            let similar = self.diagnostics.similar(name, self.components.names(file, section));
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
