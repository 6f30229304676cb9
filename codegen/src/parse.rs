//! Parses YAML into a tree. Anchors, aliases, tags, merge keys and duplicate keys are errors; sizes are limited.

use crate::diagnostic::Diagnostics;
use crate::reach;
use crate::source::{Document, Source};
use crate::tree::{Kind, Node, Place};
use granit_parser::{Event, Marker, Parser, ScalarStyle, Span};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Maximum size of a file, in bytes.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// Maximum nesting depth. It allows later passes to recurse.
const MAX_DEPTH: usize = 64;
/// Maximum number of nodes in a file, including keys.
const MAX_NODES: usize = 500_000;

/// A parsed YAML file.
#[derive(Debug)]
pub(crate) struct Tree {
    /// Path relative to the spec's folder.
    pub(crate) path: String,
    /// The root node.
    pub(crate) root: Node,
}

/// A file of a source.
#[derive(Debug)]
pub(crate) enum Part {
    /// Its tree.
    Tree(Tree),
    /// It could not be parsed. The error was reported.
    Broken,
    /// No other file refers to it, so it is not part of the spec.
    Unread,
}

impl Part {
    /// Returns the tree, if the file was parsed.
    pub(crate) fn tree(&self) -> Option<&Tree> {
        match self {
            Self::Tree(tree) => Some(tree),
            Self::Broken | Self::Unread => None,
        }
    }
}

/// Parses the root file of a source and the files that it refers to, directly or indirectly. The list has one part
/// for each document of the source, in the same order.
pub(crate) fn parse(source: &Source, diagnostics: &mut Diagnostics) -> Vec<Part> {
    let documents = source.documents();
    let indices: BTreeMap<&str, usize> =
        documents.iter().enumerate().rev().map(|(file, document)| (document.path, file)).collect();
    let mut parts: Vec<Part> = documents.iter().map(|_| Part::Unread).collect();
    let mut waiting = BTreeSet::from([0]);
    while let Some(file) = waiting.pop_first() {
        let (Some(document), Some(part)) = (documents.get(file), parts.get_mut(file)) else {
            continue;
        };
        *part = match parse_document(file, document, diagnostics) {
            Some(tree) => Part::Tree(tree),
            None => Part::Broken,
        };
        let named: Vec<usize> = part
            .tree()
            .into_iter()
            .flat_map(|tree| reach::files(&tree.root, file == 0))
            .filter_map(|path| indices.get(path).copied())
            .collect();
        waiting.extend(named.into_iter().filter(|file| matches!(parts.get(*file), Some(Part::Unread))));
    }
    parts
}

fn parse_document(file: usize, document: &Document<'_>, diagnostics: &mut Diagnostics) -> Option<Tree> {
    let start = Place { file, line: 1, column: 1, width: 1 };
    if document.text.len() > MAX_BYTES {
        diagnostics.file_too_large(start, MAX_BYTES);
        return None;
    }
    let text = match is_json(document) {
        true => without_tabs(document.text),
        false => Cow::Borrowed(document.text),
    };
    if let Some(at) = first_tab(file, &text) {
        diagnostics.tab(at);
        return None;
    }
    let root = compose(file, &text, diagnostics)?;
    let Some(root) = root else {
        diagnostics.empty_file(start);
        return None;
    };
    Some(Tree { path: document.path.to_owned(), root })
}

fn is_json(document: &Document<'_>) -> bool {
    let is_object = || document.text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let reads =
        || serde_json::from_str::<&serde_json::value::RawValue>(document.text.trim_start_matches('\u{feff}')).is_ok();
    document.path.ends_with(".json") || (is_object() && reads())
}

/// Replaces the tabs between the values of JSON by single spaces, which keeps all columns.
fn without_tabs(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let (mut is_text, mut is_escaped) = (false, false);
    let spaced = text.chars().map(|character| {
        match character {
            '\t' if !is_text => return ' ',
            '"' if !is_escaped => is_text = !is_text,
            _ => {}
        }
        is_escaped = is_text && character == '\\' && !is_escaped;
        character
    });
    Cow::Owned(spaced.collect())
}

/// Returns the root node: `Some(None)` for an empty file, `None` after an error that was reported.
fn compose(file: usize, text: &str, diagnostics: &mut Diagnostics) -> Option<Option<Node>> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut composer = Composer { file, diagnostics, open: Vec::new(), root: None, nodes: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => composer.event(event, span)?,
            Err(error) => {
                diagnostics.not_yaml(place(file, *error.marker(), 1), &error.info());
                return None;
            }
        }
    }
    Some(composer.root)
}

fn first_tab(file: usize, text: &str) -> Option<Place> {
    let before = text.split_once('\t')?.0;
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Some(Place { file, line, column, width: 1 })
}

fn place(file: usize, marker: Marker, width: usize) -> Place {
    Place { file, line: marker.line().max(1), column: marker.col() + 1, width: width.max(1) }
}

/// A list or mapping whose end has not been reached.
enum Open {
    Sequence(Place, Vec<Node>),
    Mapping { at: Place, entries: Vec<(Node, Node)>, key: Option<Node>, seen: BTreeMap<String, Place> },
}

/// Builds the tree from events. It uses an explicit stack instead of recursion.
struct Composer<'d> {
    file: usize,
    diagnostics: &'d mut Diagnostics,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
}

impl Composer<'_> {
    /// Handles one event. `None` stops the parser.
    fn event(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let at = self.place(span);
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                self.diagnostics.multiple_documents(at);
                None
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.properties(at, anchor, tag.is_some());
                self.scalar(at, text.into_owned(), style == ScalarStyle::Plain)
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.diagnostics.alias(at);
                self.scalar(at, String::new(), true)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.properties(at, anchor, tag.is_some());
                self.start(Open::Sequence(at, Vec::new()), at)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.properties(at, anchor, tag.is_some());
                let seen = BTreeMap::new();
                self.start(Open::Mapping { at, entries: Vec::new(), key: None, seen }, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            _ => Some(()),
        }
    }

    fn place(&self, span: Span) -> Place {
        let one_line = span.start.line() == span.end.line();
        let width = if one_line { span.end.col().saturating_sub(span.start.col()) } else { 1 };
        place(self.file, span.start, width)
    }

    fn properties(&mut self, at: Place, anchor: usize, tagged: bool) {
        if anchor != 0 {
            self.diagnostics.anchor(at);
        }
        if tagged {
            self.diagnostics.tag(at);
        }
    }

    fn start(&mut self, open: Open, at: Place) -> Option<()> {
        if self.open.len() >= MAX_DEPTH {
            self.diagnostics.too_deep(at, MAX_DEPTH);
            return None;
        }
        self.open.push(open);
        Some(())
    }

    fn end(&mut self) -> Option<()> {
        match self.open.pop()? {
            Open::Sequence(at, items) => self.node(Node { at, kind: Kind::Sequence(items) }),
            Open::Mapping { at, entries, .. } => self.node(Node { at, kind: Kind::Mapping(entries) }),
        }
    }

    fn scalar(&mut self, at: Place, text: String, plain: bool) -> Option<()> {
        let kind = Kind::Scalar { text, plain };
        self.node(Node { at, kind })
    }

    fn node(&mut self, node: Node) -> Option<()> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.diagnostics.too_many_nodes(node.at, MAX_NODES);
            return None;
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence(_, items)) => items.push(node),
            Some(Open::Mapping { entries, key, seen, .. }) => match key.take() {
                None => {
                    check_key(&node, seen, self.diagnostics);
                    *key = Some(node);
                }
                Some(key) => entries.push((key, node)),
            },
        }
        Some(())
    }
}

fn check_key(key: &Node, seen: &mut BTreeMap<String, Place>, diagnostics: &mut Diagnostics) {
    let Kind::Scalar { text, plain } = &key.kind else {
        diagnostics.key_not_string(key.at);
        return;
    };
    if *plain && text == "<<" {
        diagnostics.merge_key(key.at);
    } else if let Some(first) = seen.get(text) {
        diagnostics.duplicate_key(key.at, text, *first);
    } else {
        seen.insert(text.clone(), key.at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> String {
        let source = Source {
            name: "spec/service.yaml".to_owned(),
            text: text.to_owned(),
            files: BTreeMap::new(),
            crate_name: "client".to_owned(),
        };
        let mut diagnostics = Diagnostics::default();
        let parts = parse(&source, &mut diagnostics);
        let output = diagnostics.finish(&source).to_string();
        assert_eq!(output.is_empty(), parts[0].tree().is_some() || text.contains("a: 1"), "{output}");
        output.lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_byte_order_mark_is_accepted() {
        assert_eq!(check("\u{feff}b: 2"), "");
    }

    #[test]
    fn deep_block_nesting_ends_early() {
        assert!(check(&"- ".repeat(50_000)).starts_with("spec/service.yaml:1:"));
    }

    #[test]
    fn deep_flow_nesting_ends_early() {
        assert!(check(&"[".repeat(2_000_000)).starts_with("spec/service.yaml:1:"));
    }

    #[test]
    fn too_many_nodes_are_rejected() {
        assert!(check(&"- 1\n".repeat(MAX_NODES + 1)).contains("more than 500000 nodes"));
    }

    #[test]
    fn large_files_are_rejected() {
        assert!(check(&"# filler\n".repeat(MAX_BYTES / 9 + 1)).contains("larger than 16 MiB"));
    }

    #[test]
    fn an_empty_file_is_rejected() {
        for text in ["", "\n\n", "# only a comment\n", "\u{feff}"] {
            assert!(check(text).contains("the file is empty"), "{text:?}");
        }
    }
}
