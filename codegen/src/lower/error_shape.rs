//! `x-error-shapes` of the root: paths of code and message in error bodies.

use super::lowering::Lowering;
use crate::model::ErrorShape;
use crate::object::{self, Object};
use crate::tree::Node;

/// Form of a path, for messages.
const PATH: &str = "field names separated by dots, e.g. 'error.errorCode'";

impl<'t> Lowering<'t, '_> {
    /// Lowers the shapes. `None` means the shapes that the gateway documents.
    pub(super) fn error_shapes(&mut self, root: &mut Object<'t>) -> Option<Vec<ErrorShape>> {
        let list = root.take("x-error-shapes")?;
        let shapes = self.elements(Some(list), "x-error-shapes");
        // Without a shape, only the status would describe an error.
        if shapes.is_empty() {
            self.diagnostics.expected(list.at, "at least one shape", "an empty list");
        }
        Some(shapes.iter().filter_map(|node| self.error_shape(node)).collect())
    }

    fn error_shape(&mut self, node: &'t Node) -> Option<ErrorShape> {
        let mut shape = self.object(node, "error shape")?;
        let (code, message) = (shape.require("code", self.diagnostics), shape.require("message", self.diagnostics));
        let details = shape.take("details");
        let seen = shape.text_or_empty("seen", self.diagnostics);
        self.finish(shape);
        let code = self.field_path(code?, "code");
        let message = self.field_path(message?, "message");
        let details = details.map(|details| self.field_path(details, "details"));
        if code == message {
            self.diagnostics.expected(node.at, "different fields for code and message", "the same");
        }
        Some(ErrorShape { code, message, details, seen })
    }

    fn field_path(&mut self, node: &'t Node, key: &str) -> String {
        let Some(path) = object::text(node, self.diagnostics) else {
            return String::new();
        };
        let is_name = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
        if !path.split('.').all(is_name) {
            self.diagnostics.malformed(node.at, key, path, PATH);
        }
        path.to_owned()
    }
}
