//! What goes in and what comes out, as text.

use std::collections::BTreeMap;

/// A spec: its root file and the other files of its folder.
#[derive(Clone, Debug)]
pub struct Source {
    /// Name of the root file as diagnostics and headers show it, e.g. `spec/service.yaml`.
    pub name: String,
    /// Text of the root file.
    pub text: String,
    /// The other files of the folder: path relative to it, with `/`, and text.
    pub files: BTreeMap<String, String>,
    /// Name of the crate that the generated code becomes part of, as Rust code writes it, e.g. `my_client`.
    pub crate_name: String,
}

/// A generated file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct File {
    /// Name inside the folder of generated files, e.g. `models.rs`.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// A YAML or JSON file of a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document<'s> {
    /// Path relative to the spec's folder; `$ref` names the file by it.
    pub(crate) path: &'s str,
    /// The whole text.
    pub(crate) text: &'s str,
}

impl Source {
    /// The files that can be parts of the spec: first the root file, then the others by name.
    pub(crate) fn documents(&self) -> Vec<Document<'_>> {
        let path = self.name.rsplit('/').next().unwrap_or_default();
        let root = Document { path, text: &self.text };
        let others = self.files.iter().filter(|(path, _)| is_spec(path));
        std::iter::once(root).chain(others.map(|(path, text)| Document { path, text })).collect()
    }

    /// Name of the spec's folder as the root file's name gives it; empty when it gives none.
    pub(crate) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Name of a file of the folder as diagnostics show it.
    pub(crate) fn shown(&self, path: &str) -> String {
        match self.folder() {
            "" => path.to_owned(),
            folder => format!("{folder}/{path}"),
        }
    }
}

/// JSON is YAML too.
fn is_spec(path: &str) -> bool {
    [".yaml", ".yml", ".json"].iter().any(|end| path.ends_with(end))
}
