//! Root of the document: the service and its paths.

use super::lowering::Lowering;
use crate::docs::code_span;
use crate::model::{Api, Definitions, Note, Tag};
use crate::names::{Case, RESERVED_METHODS, RESERVED_STATICS, Scope};
use crate::object::{self, Object};
use crate::source::Source;
use crate::tree::Node;

/// Scopes of the names of operations.
pub(super) struct OperationNames {
    pub(super) functions: Scope,
    pub(super) requests: Scope,
    pub(super) constants: Scope,
}

impl<'t> Lowering<'t, '_> {
    /// Lowers the service, without its schemas.
    pub(super) fn root(&mut self, mut root: Object<'t>, source: &Source) -> Api {
        self.version(&mut root);
        let (title, version, description, note) = self.info(&mut root);
        let mut notes: Vec<Note> = Note::of(String::new(), note).into_iter().collect();
        let (endpoint, note) = self.server(&mut root);
        notes.extend(Note::of("Address".to_owned(), note));
        let endpoint_variable = self.endpoint_variable(&mut root);
        let error_shapes = self.error_shapes(&mut root);
        let security = root.take("security");
        notes.extend(self.security(security));
        let tags = self.tags(&mut root, &mut notes);
        let paths = root.require("paths", self.diagnostics);
        let _ = root.take("components");
        let known = tags.iter().map(|tag| tag.name.as_str()).collect();
        let operations = self.operations(paths, &known);
        self.finish(root);
        Api {
            title,
            version,
            description,
            notes,
            endpoint,
            endpoint_variable,
            error_shapes,
            spec: source.name.clone(),
            folder: source.folder().to_owned(),
            crate_name: source.crate_name.clone(),
            tags,
            operations,
            definitions: Definitions::default(),
        }
    }

    fn version(&mut self, root: &mut Object<'t>) {
        if let Some(node) = root.require("openapi", self.diagnostics)
            && let Some(version) = object::text(node, self.diagnostics)
            && !version.starts_with("3.1.")
        {
            self.diagnostics.malformed(node.at, "openapi", version, "3.1.0 or another 3.1 version");
        }
    }

    fn info(&mut self, root: &mut Object<'t>) -> (String, String, String, String) {
        let info = root.require("info", self.diagnostics);
        let Some(mut info) = info.and_then(|info| self.object(info, "info")) else {
            return Default::default();
        };
        let title = info.text_or_empty("title", self.diagnostics);
        let version = info.text_or_empty("version", self.diagnostics);
        let summary = self.text(&mut info, "summary");
        let description = self.text(&mut info, "description");
        let notes = self.notes(&mut info);
        if let Some(mut license) = info.take("license").and_then(|license| self.object(license, "license")) {
            self.text(&mut license, "name");
            self.text(&mut license, "identifier");
            self.finish(license);
        }
        self.finish(info);
        (title, version, format!("{summary}\n\n{description}").trim().to_owned(), notes)
    }

    /// Lowers the server. Returns its address and notes.
    fn server(&mut self, root: &mut Object<'t>) -> (String, String) {
        let Some(servers) = root.require("servers", self.diagnostics) else {
            return Default::default();
        };
        let [server] = self.elements(Some(servers), "servers") else {
            self.diagnostics.expected(servers.at, "exactly one server", "another number");
            return Default::default();
        };
        let Some(mut server) = self.object(server, "server") else {
            return Default::default();
        };
        self.text(&mut server, "description");
        let notes = self.notes(&mut server);
        let url = server.require("url", self.diagnostics);
        self.finish(server);
        (url.map(|node| self.address(node)).unwrap_or_default(), notes)
    }

    fn address(&mut self, node: &'t Node) -> String {
        let url = object::text(node, self.diagnostics).unwrap_or_default();
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        let plain = |character: char| character.is_ascii_alphanumeric() || ".-:[]".contains(character);
        if host.is_empty() || !host.chars().all(plain) {
            self.diagnostics.malformed(node.at, "url", url, "scheme and host, without path and trailing slash");
        }
        url.to_owned()
    }

    fn endpoint_variable(&mut self, root: &mut Object<'t>) -> String {
        let Some(node) = root.require("x-endpoint-variable", self.diagnostics) else {
            return String::new();
        };
        let name = object::text(node, self.diagnostics).unwrap_or_default();
        let fits = |character: char| character.is_ascii_uppercase() || character.is_ascii_digit() || character == '_';
        if !name.starts_with(|first: char| first.is_ascii_uppercase()) || !name.chars().all(fits) {
            self.diagnostics.malformed(
                node.at,
                "x-endpoint-variable",
                name,
                "uppercase letters, digits and '_', starting with a letter",
            );
        }
        name.to_owned()
    }

    fn tags(&mut self, root: &mut Object<'t>, notes: &mut Vec<Note>) -> Vec<Tag> {
        let tags = root.take("tags");
        let mut known = Vec::new();
        for tag in self.elements(tags, "tags") {
            let Some(mut tag) = self.object(tag, "tag") else {
                continue;
            };
            let name = tag.require_text("name", self.diagnostics).unwrap_or_default().to_owned();
            if known.iter().any(|other: &Tag| other.name == name) {
                self.diagnostics.expected(tag.at, "a unique tag", "a duplicate");
            }
            let description = self.text(&mut tag, "description");
            notes.extend(Note::of(format!("Tag {}", code_span(&name)), self.notes(&mut tag)));
            known.push(Tag { name, description });
            self.finish(tag);
        }
        known
    }
}

impl OperationNames {
    pub(super) fn new() -> Self {
        Self {
            functions: Scope::new("operation", Case::Snake, RESERVED_METHODS),
            requests: Scope::new("request", Case::Camel, &[]),
            constants: Scope::new("operation", Case::Shouty, RESERVED_STATICS),
        }
    }
}
