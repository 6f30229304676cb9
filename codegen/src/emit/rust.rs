//! A Rust file on its way from tokens to text.

use super::layout::lay_out;
use super::on_threads;
use crate::docs::Doc;
use crate::model::Api;
use crate::source::File;
use crate::sync::MARK;
use proc_macro2::{TokenStream, TokenTree};

/// Between the lines of a documentation comment on its way through tokens: a character that no description has, because
/// `Doc` replaces all of its kind. A comment is one token that way, where an attribute for each line would be nine.
pub(super) const BREAK: &str = "\u{1}";

/// What a thread has enough to do with. Files of usual size need one.
const ON_A_THREAD: usize = 1024;

/// A file that is being written. Each item is printed as soon as it is there, so that the tokens of one are in memory.
#[derive(Debug, Default)]
pub(super) struct RustFile {
    name: &'static str,
    head: String,
    imports: String,
    items: String,
    /// Names that can be imported, and whether data has them.
    importable: Vec<(&'static str, bool)>,
    problem: Option<String>,
}

impl RustFile {
    pub(super) fn new(api: &Api, name: &'static str) -> Self {
        let head = format!("// {MARK} {} by codegen; do not edit.\n", api.spec);
        Self { name, head, ..Self::default() }
    }

    /// Watches out for names that data may have.
    pub(super) fn watch(&mut self, names: &[&'static str]) {
        self.importable.extend(names.iter().map(|name| (*name, false)));
    }

    /// Those of the names that data had.
    pub(super) fn seen(&self, names: &[&str]) -> Vec<TokenStream> {
        let seen = self.importable.iter().filter(|(name, is_seen)| *is_seen && names.contains(name));
        seen.filter_map(|(name, _)| name.parse().ok()).collect()
    }

    /// Adds the items of each of many, which are made on several threads.
    pub(super) fn each<T: Sync>(&mut self, many: &[T], emit: impl Fn(&T, &mut Self) + Sync) {
        let (name, names) = (self.name, &self.importable);
        let emit = &emit;
        let parts = many.chunks(ON_A_THREAD).map(|some| {
            move || {
                let mut part = Self { name, importable: names.clone(), ..Self::default() };
                some.iter().for_each(|one| emit(one, &mut part));
                part
            }
        });
        for part in on_threads(parts) {
            self.items.push_str(&part.items);
            let seen = self.importable.iter_mut().zip(part.importable);
            seen.for_each(|((_, is_seen), (_, seen_there))| *is_seen |= seen_there);
            self.problem = self.problem.take().or(part.problem);
        }
    }

    /// Adds an item, or several.
    pub(super) fn item(&mut self, tokens: TokenStream) {
        let text = self.print(tokens);
        self.items.push_str(&text);
    }

    /// Adds constant data, or a call of a macro.
    pub(super) fn data(&mut self, doc: &Doc, tokens: TokenStream) {
        if !self.importable.is_empty() {
            see(tokens.clone(), &mut self.importable);
        }
        self.items.push('\n');
        for line in doc.as_lines() {
            self.items.extend(["///", if line.is_empty() { "" } else { " " }, line, "\n"]);
        }
        self.items.push_str(&lay_out(tokens));
    }

    /// Adds what stands before all items.
    pub(super) fn imports(&mut self, tokens: TokenStream) {
        if !tokens.is_empty() {
            self.imports = self.print(tokens);
        }
    }

    /// The file; an error is a mistake of the generator, never of a spec.
    pub(super) fn finish(self) -> Result<File, String> {
        match self.problem {
            None => Ok(File { name: self.name.to_owned(), text: self.head + &self.imports + &self.items }),
            Some(problem) => Err(format!("{}: {problem}", self.name)),
        }
    }

    fn print(&mut self, tokens: TokenStream) -> String {
        match syn::parse2(tokens) {
            Ok(item) => spaced(&prettyplease::unparse(&item)),
            Err(problem) => {
                self.problem.get_or_insert(problem.to_string());
                String::new()
            }
        }
    }
}

/// Marks the names that these tokens have.
fn see(tokens: TokenStream, names: &mut [(&'static str, bool)]) {
    for tree in tokens {
        match tree {
            TokenTree::Ident(word) => {
                names.iter_mut().filter(|(name, _)| word == name).for_each(|(_, is_seen)| *is_seen = true);
            }
            TokenTree::Group(group) => see(group.stream(), names),
            _ => {}
        }
    }
}

/// The lines of an item behind an empty one: each line of a documentation comment on its own, and an empty line behind
/// the last of a method and before a signature that follows another.
fn spaced(lines: &str) -> String {
    let mut text = String::with_capacity(lines.len() + lines.len() / 8);
    text.push('\n');
    let mut before = "";
    for line in lines.lines() {
        let follows_body = before == "    }" && line.starts_with("    ");
        let follows_signature = before.ends_with(';') && line.starts_with("    fn ");
        if follows_body || follows_signature {
            text.push('\n');
        }
        let (indent, _) = line.split_at(line.len() - line.trim_start().len());
        for (index, part) in line.split(BREAK).enumerate() {
            text.push_str(if index == 0 { "" } else { indent });
            text.push_str(if index == 0 { "" } else { "///" });
            text.push_str(part);
            text.push('\n');
        }
        before = line;
    }
    text
}
