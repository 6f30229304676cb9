//! Resolves `$ref`.

use super::components::Key;
use super::lowering::Lowering;
use crate::object;
use crate::tree::Node;

impl<'t> Lowering<'t, '_> {
    /// Returns the component that a `$ref` means, and its node. Reports a broken reference.
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

    /// Returns the node, or the component that its `$ref` means. A component must not be a `$ref` itself.
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
