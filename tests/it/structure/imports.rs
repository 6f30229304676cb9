//! Which file of a crate uses something that another file defines, and the cycles of that.
//!
//! A name is followed through `use` to the file that defines it, so a re-export is no import. A method belongs to the
//! file that has the type.

use super::sources::{Crate, Module};
use std::collections::{BTreeMap, BTreeSet};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Item, Token, UseTree};

/// What a module has by a name: something of its own, or a path to something else.
enum Named {
    Here,
    At(Vec<String>),
}

#[derive(Default)]
struct Scope {
    names: BTreeMap<String, Named>,
    /// Modules that are imported as a whole.
    globs: Vec<Vec<String>>,
    /// Paths that the code uses, as written.
    paths: BTreeSet<Vec<String>>,
}

/// Files that import each other, each cycle once, sorted.
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

/// The module that defines what a path names; none if that is not of this crate.
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
        // A module as a whole is no item; what is used of it is a path of its own.
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

/// The names that a file has, and the paths that it uses.
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
        // `use clap;` would name itself.
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
            // A module inside a file belongs to the file.
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
        // The arguments of `format!`, `vec!`, `matches!` and the like.
        if let Ok(arguments) = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) {
            arguments.iter().for_each(|argument| self.visit_expr(argument));
        }
        visit::visit_macro(self, call);
    }
}
