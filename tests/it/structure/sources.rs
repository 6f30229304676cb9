//! Parsed files of a crate, by module.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::Item;

/// Path of a module from the root of its crate.
pub(super) type Module = Vec<String>;

/// Files of a crate, without programs and test-only items.
pub(super) struct Crate {
    pub(super) files: BTreeMap<Module, (String, syn::File)>,
}

impl Crate {
    /// Reads a folder of the repository.
    pub(super) fn read(folder: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut files = Vec::new();
        collect(&root, &root, &mut files);
        Self::of(&files)
    }

    /// Parses files, given by name.
    pub(super) fn of(files: &[(impl AsRef<str>, impl AsRef<str>)]) -> Self {
        let parsed = files.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).map(|(name, text)| {
            let mut file = syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            file.items.retain(|item| !is_of_tests(item));
            (module(name), (name.to_owned(), file))
        });
        Self { files: parsed.collect() }
    }
}

fn is_of_tests(item: &Item) -> bool {
    let attributes = match item {
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}

fn module(name: &str) -> Module {
    let path = name.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    match path {
        "lib" | "main" => Vec::new(),
        _ => path.split('/').map(str::to_owned).collect(),
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let has_library = root.join("lib.rs").exists();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        if path.is_dir() {
            collect(root, &path, files);
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") && !(has_library && name == "main.rs") {
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}
