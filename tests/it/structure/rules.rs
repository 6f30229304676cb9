//! Invariants of `ARCHITECTURE.md` that the source text alone can show.

use super::sources::Crate;
use ncloud_dataflow::operations::OPERATIONS;
use ncloud_runtime::schema::{Schema, Shape};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Expr, File, Item, LitStr, UseTree};

/// String literals in code, without documentation.
#[derive(Default)]
struct Literals(BTreeSet<String>);

impl<'s> Visit<'s> for Literals {
    fn visit_attribute(&mut self, _attribute: &'s syn::Attribute) {}

    fn visit_lit_str(&mut self, text: &'s LitStr) {
        self.0.insert(text.value());
    }

    fn visit_macro(&mut self, call: &'s syn::Macro) {
        for token in call.tokens.clone() {
            collect(token, &mut self.0);
        }
    }
}

fn collect(token: proc_macro2::TokenTree, found: &mut BTreeSet<String>) {
    match token {
        proc_macro2::TokenTree::Group(group) => group.stream().into_iter().for_each(|token| collect(token, found)),
        proc_macro2::TokenTree::Literal(literal) => {
            if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                found.insert(text.value());
            }
        }
        _ => {}
    }
}

/// Returns names and values that only this API has: camel-case fields, upper-case enum values, and paths.
fn facts() -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let mut open: Vec<&Schema> = Vec::new();
    for operation in OPERATIONS {
        facts.insert(operation.path.to_owned());
        facts.extend(operation.parameters.iter().map(|parameter| parameter.name.to_owned()));
        open.extend(operation.parameters.iter().map(|parameter| parameter.schema));
        open.extend(operation.body.iter().map(|body| body.schema).chain(operation.response));
    }
    let mut seen = BTreeSet::new();
    while let Some(schema) = open.pop() {
        if !seen.insert(std::ptr::from_ref(schema)) {
            continue;
        }
        match &schema.shape {
            Shape::Object { fields } => {
                facts.extend(fields.iter().map(|field| field.name.to_owned()));
                open.extend(fields.iter().map(|field| field.schema));
            }
            Shape::String { values, .. } => facts.extend(values.iter().map(|value| (*value).to_owned())),
            Shape::Array { items: inner } | Shape::Map { values: inner } => open.push(inner),
            Shape::Nullable(inner) | Shape::Also { schema: inner, .. } => open.push(inner),
            Shape::OneOf(members) => open.extend(*members),
            Shape::Tagged { variants, .. } => open.extend(variants.iter().map(|(_, schema)| *schema)),
            _ => {}
        }
    }
    // Common words such as `name` or `NONE` prove nothing. `DEFAULT` is also a profile, and the nouns of resources are
    // titles of columns.
    let is_common = |fact: &String| ["DEFAULT", "TRIGGER", "WORKFLOW"].contains(&fact.as_str());
    let is_own = |fact: &String| {
        fact.starts_with('/')
            || fact.starts_with(char::is_lowercase) && fact.contains(char::is_uppercase)
            || fact.len() > 4 && fact.chars().all(|character| character.is_uppercase() || character == '_')
    };
    facts.into_iter().filter(is_own).filter(|fact| !is_common(fact)).collect()
}

#[test]
fn facts_of_the_api_are_in_the_spec_only() {
    let facts = facts();
    assert!(facts.contains("jobExecutionId") && facts.contains("COMPLETED") && facts.len() > 80, "{facts:?}");
    let mut found = Vec::new();
    for folder in ["runtime/src", "codegen/src", "emulator/src", "cli/src"] {
        for (name, file) in Crate::read(folder).files.values() {
            let mut literals = Literals::default();
            literals.visit_file(file);
            found.extend(literals.0.intersection(&facts).map(|fact| format!("{folder}/{name}: {fact}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Returns the files of a folder with this word in a path.
fn files_that_name(folder: &str, word: &str) -> Vec<String> {
    struct Paths<'w>(&'w str, bool);
    impl<'s> Visit<'s> for Paths<'_> {
        fn visit_ident(&mut self, word: &'s proc_macro2::Ident) {
            self.1 |= word == self.0;
        }
    }
    let names = |file: &File| {
        let mut paths = Paths(word, false);
        paths.visit_file(file);
        paths.1
    };
    Crate::read(folder).files.into_values().filter(|(_, file)| names(file)).map(|(name, _)| name).collect()
}

#[test]
fn one_file_names_the_http_crate() {
    assert_eq!(files_that_name("runtime/src", "reqwest"), ["call/http_client.rs"]);
    for folder in ["src", "cli/src", "emulator/src", "codegen/src"] {
        assert!(files_that_name(folder, "reqwest").is_empty(), "{folder}");
    }
}

#[test]
fn the_generator_opens_files_in_one_place() {
    assert_eq!(files_that_name("codegen/src", "fs"), ["sync.rs"]);
}

#[test]
fn one_printer_prints_generated_code() {
    assert_eq!(files_that_name("codegen/src", "prettyplease"), ["emit/rust.rs"]);
}

/// Finds code that generated files must not have: loops, awaits, input and output.
#[derive(Default)]
struct Effects(Vec<String>);

impl<'s> Visit<'s> for Effects {
    fn visit_expr(&mut self, expression: &'s Expr) {
        let effect = match expression {
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => Some("a loop"),
            Expr::Unsafe(_) => Some("unsafe code"),
            Expr::Async(_) => Some("an async block"),
            _ => None,
        };
        self.0.extend(effect.map(str::to_owned));
        visit::visit_expr(self, expression);
    }

    fn visit_path(&mut self, path: &'s syn::Path) {
        let words: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let forbidden = ["fs", "io", "net", "process", "thread", "env", "sleep"];
        self.0.extend(words.iter().filter(|word| forbidden.contains(&word.as_str())).cloned());
        visit::visit_path(self, path);
    }
}

#[test]
fn generated_code_has_one_import_and_no_effects() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated");
    for name in ["client.rs", "models.rs", "operations.rs", "requests.rs", "schemas.rs"] {
        let file = syn::parse_file(&fs::read_to_string(folder.join(name)).unwrap()).unwrap();
        let mut effects = Effects::default();
        effects.visit_file(&file);
        assert!(effects.0.is_empty(), "{name}: {:?}", effects.0);
        let mut imports = file.items.iter().filter_map(|item| match item {
            Item::Use(item) => Some(&item.tree),
            _ => None,
        });
        let is_runtime = |tree: &UseTree| matches!(tree, UseTree::Rename(name) if name.ident == "ncloud_runtime" && name.rename == "rt");
        assert!(imports.next().is_some_and(is_runtime) && imports.next().is_none(), "{name}");
    }
}

#[test]
fn a_literal_in_a_macro_is_found() {
    let file = "fn a() { format!(\"jobExecutionId\"); } #[cfg(test)] mod tests { const B: &str = \"b\"; }";
    let mut literals = Literals::default();
    Crate::of(&[("lib.rs", file)]).files.values().for_each(|(_, file)| literals.visit_file(file));
    assert_eq!(literals.0.into_iter().collect::<Vec<_>>(), ["jobExecutionId"]);
}
