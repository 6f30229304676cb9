//! The root of the document: what the service is, and its paths.

use super::lowering::Lowering;
use crate::model::{Api, Definitions};
use crate::names::{Case, RESERVED_METHODS, RESERVED_STATICS, Scope};
use crate::object::{self, Object};
use crate::source::Source;
use std::collections::BTreeSet;

/// The names that operations must not share.
pub(super) struct OperationNames {
    pub(super) functions: Scope,
    pub(super) requests: Scope,
    pub(super) constants: Scope,
}

impl<'t> Lowering<'t, '_> {
    /// The service, without its schemas.
    pub(super) fn root(&mut self, mut root: Object<'t>, source: &Source) -> Api {
        self.version(&mut root);
        let (title, version, description) = self.info(&mut root);
        let endpoint = self.server(&mut root);
        let endpoint_variable = self.endpoint_variable(&mut root);
        let error_shapes = self.error_shapes(&mut root);
        let security = root.take("security");
        self.security(security);
        let tags = self.tags(&mut root);
        let paths = root.require("paths", self.diagnostics);
        let _ = root.take("components");
        let operations = self.operations(paths, &tags);
        self.finish(root);
        Api {
            title,
            version,
            description,
            endpoint,
            endpoint_variable,
            error_shapes,
            spec: source.name.clone(),
            folder: source.folder().to_owned(),
            crate_name: source.crate_name.clone(),
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

    fn info(&mut self, root: &mut Object<'t>) -> (String, String, String) {
        let info = root.require("info", self.diagnostics);
        let Some(mut info) = info.and_then(|info| self.object(info, "info")) else {
            return Default::default();
        };
        let title = info.text_or_empty("title", self.diagnostics);
        let version = info.text_or_empty("version", self.diagnostics);
        let summary = self.text(&mut info, "summary");
        let description = self.text(&mut info, "description");
        if let Some(mut license) = info.take("license").and_then(|license| self.object(license, "license")) {
            self.text(&mut license, "name");
            self.text(&mut license, "identifier");
            self.finish(license);
        }
        self.finish(info);
        (title, version, format!("{summary}\n\n{description}").trim().to_owned())
    }

    fn server(&mut self, root: &mut Object<'t>) -> String {
        let Some(servers) = root.require("servers", self.diagnostics) else {
            return String::new();
        };
        let [server] = self.elements(Some(servers), "servers") else {
            self.diagnostics.expected(servers.at, "one server", "another number of them");
            return String::new();
        };
        let Some(mut server) = self.object(server, "server") else {
            return String::new();
        };
        self.text(&mut server, "description");
        let url = server.require("url", self.diagnostics);
        self.finish(server);
        let Some(node) = url else {
            return String::new();
        };
        let url = object::text(node, self.diagnostics).unwrap_or_default();
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        let plain = |character: char| character.is_ascii_alphanumeric() || ".-:[]".contains(character);
        if host.is_empty() || !host.chars().all(plain) {
            self.diagnostics.malformed(node.at, "url", url, "scheme and host, without path and slash at the end");
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
            self.diagnostics.malformed(node.at, "x-endpoint-variable", name, "capital letters, digits and '_'");
        }
        name.to_owned()
    }

    fn tags(&mut self, root: &mut Object<'t>) -> BTreeSet<&'t str> {
        let tags = root.take("tags");
        let mut names = BTreeSet::new();
        for tag in self.elements(tags, "tags") {
            let Some(mut tag) = self.object(tag, "tag") else {
                continue;
            };
            names.extend(tag.require_text("name", self.diagnostics));
            self.text(&mut tag, "description");
            self.finish(tag);
        }
        names
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
