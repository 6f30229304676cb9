//! Imports between the files of a crate, and their cycles.
//!
//! A name is followed through `use` to the file that defines it, so a re-export is not an import. A method belongs to
//! the file of its type.

use super::sources::{Crate, Module};
use std::collections::{BTreeMap, BTreeSet};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Item, Token, UseTree};

/// Meaning of a name in a module: an item of the module, or a path to another item.
enum Named {
    Here,
    At(Vec<String>),
}

#[derive(Default)]
struct Scope {
    names: BTreeMap<String, Named>,
    /// Modules that are imported with a glob.
    globs: Vec<Vec<String>>,
    /// Paths that the code uses, as written.
    paths: BTreeSet<Vec<String>>,
}

/// Returns the cycles of files that import each other: each once, sorted.
pub(super) fn cycles(of: &Crate) -> Vec<Vec<String>> {
    let graph = graph(of);
    let reach = |from: &str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = open.pop() {
            open.extend(graph[&file].iter().filter(|next| seen.insert((*next).clone())).cloned());
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = graph.keys().map(|file| (file, reach(file))).collect();
    let cycle = |file: &String| -> Vec<String> {
        reached[file].iter().filter(|other| reached[*other].contains(file)).cloned().collect()
    };
    let cycles: BTreeSet<Vec<String>> = graph.keys().map(cycle).filter(|cycle| cycle.len() > 1).collect();
    cycles.into_iter().collect()
}

fn graph(of: &Crate) -> BTreeMap<String, BTreeSet<String>> {
    let scopes: BTreeMap<Module, Scope> =
        of.files.iter().map(|(module, (_, file))| (module.clone(), scope(&file.items))).collect();
    let file = |module: &Module| of.files[module].0.clone();
    let imports = |(module, scope): (&Module, &Scope)| {
        let used = scope.paths.iter().filter_map(|path| definition(&scopes, module, path, 0));
        (file(module), used.filter(|other| other != module).map(|other| file(&other)).collect())
    };
    scopes.iter().map(imports).collect()
}

/// Returns the module that defines the item of a path. `None` if the item is not in this crate.
fn definition(scopes: &BTreeMap<Module, Scope>, module: &Module, path: &[String], depth: usize) -> Option<Module> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        _ if depth > 16 => None,
        "crate" => inside(scopes, Vec::new(), rest, depth),
        "self" => inside(scopes, module.clone(), rest, depth),
        "super" => inside(scopes, module[..module.len().checked_sub(1)?].to_vec(), rest, depth),
        _ => inside(scopes, module.clone(), path, depth),
    }
}

fn inside(scopes: &BTreeMap<Module, Scope>, module: Module, path: &[String], depth: usize) -> Option<Module> {
    let Some((first, rest)) = path.split_first() else {
        // A module itself is not an item. Its used items have their own paths.
        return None;
    };
    if first == "super" {
        return inside(scopes, module[..module.len().checked_sub(1)?].to_vec(), rest, depth);
    }
    let child: Module = module.iter().chain([first]).cloned().collect();
    let scope = scopes.get(&module)?;
    match scope.names.get(first) {
        Some(Named::Here) => Some(module),
        Some(Named::At(other)) => {
            let path: Vec<String> = other.iter().chain(rest).cloned().collect();
            definition(scopes, &module, &path, depth + 1)
        }
        None if scopes.contains_key(&child) => inside(scopes, child, rest, depth + 1),
        None => scope.globs.iter().find_map(|glob| {
            let path: Vec<String> = glob.iter().chain(path).cloned().collect();
            definition(scopes, &module, &path, depth + 1)
        }),
    }
}

/// Returns the names that a file has, and the paths that it uses.
fn scope(items: &[Item]) -> Scope {
    let mut scope = Scope::default();
    items.iter().for_each(|item| scope.visit_item(item));
    scope
}

impl Scope {
    fn define(&mut self, name: &syn::Ident) {
        self.names.insert(name.to_string(), Named::Here);
    }

    fn import(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &syn::Ident| before.iter().cloned().chain([name.to_string()]).collect::<Vec<_>>();
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &with(&path.ident)),
            UseTree::Name(name) if name.ident == "self" => self.alias(before.last().cloned(), before.to_vec()),
            UseTree::Name(name) => self.alias(Some(name.ident.to_string()), with(&name.ident)),
            UseTree::Rename(rename) => self.alias(Some(rename.rename.to_string()), with(&rename.ident)),
            UseTree::Glob(_) => self.globs.push(before.to_vec()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before)),
        }
    }

    fn alias(&mut self, name: Option<String>, path: Vec<String>) {
        // `use clap;` would refer to itself.
        if let Some(name) = name.filter(|name| path.as_slice() != [name.clone()]) {
            self.names.entry(name).or_insert(Named::At(path));
        }
    }
}

impl<'s> Visit<'s> for Scope {
    fn visit_item(&mut self, item: &'s Item) {
        match item {
            Item::Struct(item) => self.define(&item.ident),
            Item::Enum(item) => self.define(&item.ident),
            Item::Union(item) => self.define(&item.ident),
            Item::Type(item) => self.define(&item.ident),
            Item::Trait(item) => self.define(&item.ident),
            Item::Const(item) => self.define(&item.ident),
            Item::Static(item) => self.define(&item.ident),
            Item::Fn(item) => self.define(&item.sig.ident),
            Item::Macro(item) => item.ident.iter().for_each(|name| self.define(name)),
            // An inline module belongs to its file.
            Item::Mod(item) if item.content.is_some() => self.define(&item.ident),
            Item::Use(item) => self.import(&item.tree, &[]),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_path(&mut self, path: &'s syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'s syn::Macro) {
        // The arguments of macros such as `format!`, `vec!` and `matches!`.
        if let Ok(arguments) = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) {
            arguments.iter().for_each(|argument| self.visit_expr(argument));
        }
        visit::visit_macro(self, call);
    }
}
