//! Input and output of the generator.

use std::collections::BTreeMap;

/// A spec: its root file and the other files in its folder.
#[derive(Clone, Debug)]
pub struct Source {
    /// Name of the root file as diagnostics and headers show it, e.g. `spec/service.yaml`.
    pub name: String,
    /// Text of the root file.
    pub text: String,
    /// Other files in the folder, by path relative to it, with `/` as separator.
    pub files: BTreeMap<String, String>,
    /// Name of the crate that includes the generated code, as in Rust code, e.g. `my_client`.
    pub crate_name: String,
}

/// A generated file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct File {
    /// Name in the folder of generated files, e.g. `models.rs`.
    pub name: String,
    /// Full text.
    pub text: String,
}

/// A YAML or JSON file of a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document<'s> {
    /// Path relative to the spec's folder, as used in `$ref`.
    pub(crate) path: &'s str,
    /// Full text.
    pub(crate) text: &'s str,
}

impl Source {
    /// Returns the files that can be part of the spec: the root file, then the others by name.
    pub(crate) fn documents(&self) -> Vec<Document<'_>> {
        let path = self.name.rsplit('/').next().unwrap_or_default();
        let root = Document { path, text: &self.text };
        let others = self.files.iter().filter(|(path, _)| is_spec(path));
        std::iter::once(root).chain(others.map(|(path, text)| Document { path, text })).collect()
    }

    /// Returns the folder part of the root file's name; empty if there is none.
    pub(crate) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns the name of a file in the folder as diagnostics show it.
    pub(crate) fn shown(&self, path: &str) -> String {
        match self.folder() {
            "" => path.to_owned(),
            folder => format!("{folder}/{path}"),
        }
    }
}

/// Returns true for YAML and JSON files. JSON is also YAML.
fn is_spec(path: &str) -> bool {
    [".yaml", ".yml", ".json"].iter().any(|end| path.ends_with(end))
}
