//! `x-error-shapes` of the root: where the bodies of errors hold what.

use super::lowering::Lowering;
use crate::model::ErrorShape;
use crate::object::{self, Object};
use crate::tree::Node;

/// What a path has to look like.
const PATH: &str = "names of fields, with a dot between each two, e.g. 'error.errorCode'";

impl<'t> Lowering<'t, '_> {
    /// The shapes; none if the spec leaves them to the gateway's documentation.
    pub(super) fn error_shapes(&mut self, root: &mut Object<'t>) -> Option<Vec<ErrorShape>> {
        let list = root.take("x-error-shapes")?;
        let shapes = self.elements(Some(list), "x-error-shapes");
        // Without any, an error would be told from its status alone.
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
