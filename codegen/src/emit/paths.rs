//! Paths of what a file names: short where the name is free, whole where the spec has a type of that name.

use crate::names::Name;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where a short name comes from.
const TYPES: &[(&str, &str)] = &[
    ("Any", "ncloud_runtime::model"),
    ("BTreeMap", "std::collections"),
    ("Box", "prelude std::boxed"),
    ("Cell", "ncloud_runtime::operation"),
    ("Client", "crate"),
    ("Column", "ncloud_runtime::operation"),
    ("Command", "ncloud_runtime::operation"),
    ("DateTime", "ncloud_runtime::model"),
    ("Duration", "std::time"),
    ("Error", "ncloud_runtime"),
    ("Into", "prelude std::convert"),
    ("Items", "ncloud_runtime"),
    ("Option", "prelude std::option"),
    ("Options", "ncloud_runtime"),
    ("Outcome", "ncloud_runtime::schema"),
    ("Page", "ncloud_runtime::model"),
    ("Pages", "ncloud_runtime"),
    ("Paging", "ncloud_runtime::model"),
    ("Request", "ncloud_runtime"),
    ("ResumeToken", "ncloud_runtime"),
    ("Result", "prelude std::result"),
    ("Schema", "ncloud_runtime::model"),
    ("ResponseFuture", "ncloud_runtime"),
    ("Step", "ncloud_runtime::model"),
    ("String", "prelude std::string"),
    ("Text", "ncloud_runtime::model"),
    ("UnknownFields", "ncloud_runtime::model"),
    ("Value", "ncloud_runtime::model"),
    ("Vec", "prelude std::vec"),
    ("models", "crate::generated"),
    ("operations", "crate::generated"),
    ("requests", "crate::generated"),
    ("schemas", "crate::generated"),
];

/// The foreign types that a generated file uses.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// Names that the file's own items have.
    taken: BTreeSet<String>,
    used: Mutex<BTreeSet<&'static str>>,
}

impl Paths {
    /// The paths of a file whose items have these names.
    pub(super) fn beside<'n>(names: impl Iterator<Item = &'n Name>) -> Self {
        Self { taken: names.map(|name| name.as_str().to_owned()).collect(), used: Mutex::default() }
    }

    /// The path of a type of the table.
    pub(super) fn get(&self, short: &'static str) -> TokenStream {
        let name = Ident::new(short, Span::call_site());
        if self.taken.contains(short) {
            let module = module(short).unwrap_or_default();
            let whole = if module.starts_with("crate") { module.to_owned() } else { format!("::{module}") };
            let module: TokenStream = whole.parse().unwrap_or_default();
            return quote!(#module::#name);
        }
        self.used().insert(short);
        quote!(#name)
    }

    fn used(&self) -> MutexGuard<'_, BTreeSet<&'static str>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The imports of what was asked for so far.
    pub(super) fn imports(&self) -> TokenStream {
        let mut modules: BTreeMap<&str, Vec<Ident>> = BTreeMap::new();
        for short in self.used().iter() {
            let entry = TYPES.iter().find(|(name, module)| name == short && !module.starts_with("prelude"));
            if let Some((name, module)) = entry {
                modules.entry(module).or_default().push(Ident::new(name, Span::call_site()));
            }
        }
        let uses = modules.into_iter().map(|(module, names)| {
            let module: TokenStream = module.parse().unwrap_or_default();
            match names.as_slice() {
                [name] => quote!(use #module::#name;),
                names => quote!(use #module::{#(#names),*};),
            }
        });
        quote!(#(#uses)*)
    }
}

fn module(short: &str) -> Option<&'static str> {
    let (_, module) = TYPES.iter().find(|(name, _)| *name == short)?;
    Some(module.trim_start_matches("prelude "))
}
