//! Security requirements. The client signs every request for the gateway and supports no other scheme.

use super::lowering::Lowering;
use crate::docs::code_span;
use crate::model::Note;
use crate::object;
use crate::tree::{Node, Value};

/// Headers that the runtime adds to every request.
const HEADERS: [&str; 3] = ["x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-apigw-signature-v2"];

impl<'t> Lowering<'t, '_> {
    /// Checks a list of alternative security requirements and returns the notes on their schemes.
    pub(super) fn security(&mut self, node: Option<&'t Node>) -> Vec<Note> {
        let mut notes = Vec::new();
        let Some(node) = node else {
            return notes;
        };
        let mut is_empty = true;
        for requirement in self.elements(Some(node), "security") {
            for (name, scopes) in self.entries(Some(requirement), "security requirement") {
                is_empty = false;
                if !self.elements(Some(scopes), "scopes").is_empty() {
                    self.diagnostics.expected(scopes.at, "an empty list", "scopes");
                }
                let note = self.security_scheme(name).unwrap_or_default();
                notes.extend(Note::of(format!("Security scheme {}", code_span(name.key())), note));
            }
        }
        if is_empty && matches!(node.kind, crate::tree::Kind::Sequence(_)) {
            self.diagnostics.no_security(node.at);
        }
        notes
    }

    /// Checks a security scheme and returns its notes. Returns `None` if an error was reported.
    fn security_scheme(&mut self, name: &'t Node) -> Option<String> {
        let Some(scheme) = self.components.named("securitySchemes", name.key()) else {
            let names = self.components.names(0, "securitySchemes");
            let similar = self.diagnostics.similar(name.key(), names);
            self.diagnostics.unknown_name(name.at, "security scheme", name.key(), similar);
            return None;
        };
        let word = |key| scheme.get(key).map_or("", Node::key);
        let what = match (word("type"), word("in")) {
            ("apiKey", "header") => format!("header '{}'", word("name")),
            ("apiKey", place) => format!("an API key in '{place}'"),
            ("http", _) => format!("HTTP authentication '{}'", word("scheme")),
            (ty, _) => format!("'{ty}'"),
        };
        let is_header = (word("type"), word("in")) == ("apiKey", "header");
        if !is_header || !HEADERS.iter().any(|header| header.eq_ignore_ascii_case(word("name"))) {
            self.diagnostics.unknown_security(name.at, name.key(), &what, &HEADERS);
            return None;
        }
        let mut scheme = self.object(scheme, "security scheme")?;
        for key in ["type", "in", "name", "description"] {
            if let Some(node) = scheme.take(key)
                && !matches!(node.value(), Some(Value::Text(_)))
            {
                object::text(node, self.diagnostics);
            }
        }
        let notes = self.notes(&mut scheme);
        self.finish(scheme);
        Some(notes)
    }
}
