//! Tests of the generator: snapshots of small specs and broken specs, and invariants for all specs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, outside of test functions too"
)]

mod accepted;
mod broken;
mod figures;
mod fixtures;
mod hostile;
mod notes;
mod promises;
mod sync;

use ncloud_codegen::{File, Source, generate};
use std::collections::BTreeMap;
use std::path::Path;

/// Common end of all fixtures. It follows the fixture, so line numbers stay correct.
const FOOT: &str = "
openapi: 3.1.0
info: { title: Library, version: v2 }
servers: [{ url: 'https://library.example.com' }]
x-endpoint-variable: LIBRARY_ENDPOINT
";

/// Returns the source of a fixture, with three documented bodies.
fn source(fixture: &str) -> Source {
    let book = "{\"isbn\": \"1\"}";
    let files = [("examples/book.json", book), ("examples/shelf.json", book), ("examples/broken.json", "{")];
    Source {
        name: "spec/library.yaml".to_owned(),
        text: format!("{fixture}{FOOT}"),
        files: files.map(|(path, text)| (path.to_owned(), text.to_owned())).into(),
        crate_name: "library".to_owned(),
    }
}

/// Generates the files of a valid source.
fn generated(source: &Source) -> BTreeMap<String, String> {
    let generated = generate(source).unwrap_or_else(|problems| panic!("{problems}"));
    generated.files.into_iter().map(|File { name, text }| (name, text)).collect()
}

/// Returns the fixtures of a folder, by name.
fn fixtures(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(folder);
    let mut fixtures: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
        .collect();
    fixtures.sort();
    fixtures
}
