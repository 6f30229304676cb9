//! Parses YAML by the core schema of YAML 1.2.
//!
//! Anchors, aliases, merge keys and the standard tags of scalars are applied. Values that JSON cannot express are errors
//! with a position. Keys are strings as written.

use crate::body::merge::{self, Entry};
use crate::body::parsed::{Parsed, Problem};
use crate::body::scalar;
use crate::json::{Json, MAX_DEPTH};
use granit_parser::{Event, Marker, Parser, ScalarStyle, Tag};
use std::collections::{HashMap, HashSet};

/// Maximum total size of expanded aliases, in bytes of JSON: the maximum size of a file.
const MAX_EXPANDED: usize = 16 * 1024 * 1024;

/// Parses the only document of a text. An empty text is null.
pub(super) fn parse(text: &str) -> Result<Parsed, Problem> {
    let mut documents = documents(text, 1)?;
    Ok(documents.pop().unwrap_or(Parsed { value: Json::Null, has_anchors: false, line: 1 }))
}

/// Parses all documents of a text.
pub(super) fn parse_all(text: &str) -> Result<Vec<Parsed>, Problem> {
    documents(text, usize::MAX)
}

fn documents(text: &str, maximum: usize) -> Result<Vec<Parsed>, Problem> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let unterminated_length = length_without_final_break(text);
    let mut composer = Composer { maximum, ..Composer::default() };
    let mut documents = Vec::new();
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| problem(*error.marker(), format!("not YAML: {}", error.info())))?;
        if matches!(event, Event::DocumentEnd) {
            documents.extend(composer.finish());
        }
        let is_last = unterminated_length == Some(span.end.index());
        composer.line = span.start.line().max(1);
        composer
            .event(if is_last { without_added_break(event) } else { event })
            .map_err(|message| problem(span.start, message))?;
    }
    documents.extend(composer.finish());
    Ok(documents)
}

/// Returns the length in characters of a text without a final line break; `None` for other texts.
fn length_without_final_break(text: &str) -> Option<usize> {
    let last = text.rsplit(['\n', '\r']).next().unwrap_or_default();
    (!last.trim().is_empty()).then(|| text.chars().count())
}

/// Removes the line break that the parser adds to a block scalar at the end of a text without one. By YAML 1.2.2,
/// section 8.1.1.2, only an existing line break is kept.
fn without_added_break(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Scalar(text, style @ (ScalarStyle::Literal | ScalarStyle::Folded), anchor, tag) => {
            let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
            Event::Scalar(text.into(), style, anchor, tag)
        }
        other => other,
    }
}

fn problem(at: Marker, message: String) -> Problem {
    Problem { message, position: Some((at.line().max(1), at.col() + 1)) }
}

/// A sequence or mapping that has not ended yet.
struct OpenCollection {
    /// ID of its anchor; 0 without one.
    anchor: usize,
    kind: Collection,
}

enum Collection {
    List(Vec<Json>),
    Object { entries: Vec<Entry>, key: Option<MappingKey>, seen: HashSet<String> },
}

enum MappingKey {
    Text(String),
    Merge,
}

/// The value of an anchor.
struct Anchored {
    value: Json,
    /// Approximate size of its JSON, in bytes.
    size: usize,
    depth: usize,
}

/// Builds the value from events, with an explicit stack instead of recursion.
#[derive(Default)]
struct Composer {
    open: Vec<OpenCollection>,
    root: Option<Json>,
    documents: usize,
    /// Maximum number of documents.
    maximum: usize,
    /// Line of the current event.
    line: usize,
    /// Line of the first value of the document.
    first_line: Option<usize>,
    anchors: HashMap<usize, Anchored>,
    /// Total size of the copies for anchors and aliases.
    expanded: usize,
}

impl Composer {
    /// Returns the document that has ended, if there is one.
    fn finish(&mut self) -> Option<Parsed> {
        let value = self.root.take()?;
        let line = self.first_line.take().unwrap_or(1);
        // Anchors belong to their document.
        let has_anchors = !std::mem::take(&mut self.anchors).is_empty();
        Some(Parsed { value, has_anchors, line })
    }

    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        if matches!(event, Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..)) {
            self.first_line.get_or_insert(self.line);
        }
        match event {
            Event::DocumentStart(_, version) => {
                if let Some(version) = version.filter(|version| (version.major, version.minor) != (1, 2)) {
                    return Err(format!(
                        "%YAML {}.{} is not supported, only 1.2; \
                         remove the line, and quote strings such as yes and 012",
                        version.major, version.minor
                    ));
                }
                self.documents += 1;
                if self.documents > self.maximum {
                    return Err("the file has a second document; keep one, and remove the '---' after it".to_owned());
                }
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style == ScalarStyle::Plain, anchor, tag.as_deref())
            }
            Event::SequenceStart(_, anchor, tag) => self.start(Collection::List(Vec::new()), anchor, tag.as_deref()),
            Event::MappingStart(_, anchor, tag) => {
                let kind = Collection::Object { entries: Vec::new(), key: None, seen: HashSet::new() };
                self.start(kind, anchor, tag.as_deref())
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.alias(anchor),
            Event::UnresolvedAlias(name) => Err(format!("unknown alias '*{name}': no anchor '&{name}' before it")),
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: &str, is_plain: bool, anchor: usize, tag: Option<&Tag>) -> Result<(), String> {
        if self.awaits_key() {
            let is_merge =
                text == "<<" && is_plain && tag.is_none_or(|tag| scalar::standard(tag).as_deref() == Some("merge"));
            let key = if is_merge { MappingKey::Merge } else { MappingKey::Text(scalar::key(text, is_plain, tag)?) };
            if anchor != 0 {
                self.keep(anchor, &scalar::value(text, is_plain, tag)?)?;
            }
            return self.key(key);
        }
        let value = scalar::value(text, is_plain, tag)?;
        self.keep(anchor, &value)?;
        self.add(value)
    }

    fn alias(&mut self, anchor: usize) -> Result<(), String> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err("the alias is inside its own anchor".to_owned());
        };
        if self.open.len() + anchored.depth > MAX_DEPTH {
            return Err(too_deep());
        }
        self.expanded += anchored.size;
        let value = anchored.value.clone();
        if self.expanded > MAX_EXPANDED {
            return Err(too_large());
        }
        match (self.awaits_key(), value) {
            (false, value) => self.add(value),
            (true, Json::String(text) | Json::Number(text)) => {
                self.key(MappingKey::Text(scalar::key(&text, false, None)?))
            }
            (true, _) => Err(scalar::no_key("an alias of another value")),
        }
    }

    fn start(&mut self, kind: Collection, anchor: usize, tag: Option<&Tag>) -> Result<(), String> {
        let (name, fitting) = match kind {
            Collection::List(_) => ("a list", "seq"),
            Collection::Object { .. } => ("a mapping", "map"),
        };
        if self.awaits_key() {
            return Err(scalar::no_key(name));
        }
        if let Some(tag) =
            tag.filter(|tag| scalar::standard(tag).as_deref() != Some(fitting) && !scalar::is_plain_tag(tag))
        {
            return Err(scalar::unknown_tag(tag));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(too_deep());
        }
        self.open.push(OpenCollection { anchor, kind });
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        let Some(OpenCollection { anchor, kind }) = self.open.pop() else {
            return Ok(());
        };
        let value = match kind {
            Collection::List(items) => Json::Array(items),
            Collection::Object { entries, seen, .. } => merge::apply(entries, &seen),
        };
        self.keep(anchor, &value)?;
        self.add(value)
    }

    fn awaits_key(&self) -> bool {
        matches!(self.open.last(), Some(OpenCollection { kind: Collection::Object { key: None, .. }, .. }))
    }

    fn key(&mut self, new: MappingKey) -> Result<(), String> {
        if let Some(OpenCollection { kind: Collection::Object { key, seen, .. }, .. }) = self.open.last_mut() {
            let text = match &new {
                MappingKey::Text(text) => text,
                MappingKey::Merge => "<<",
            };
            if !seen.insert(text.to_owned()) {
                return Err(format!("duplicate key '{text}'"));
            }
            *key = Some(new);
        }
        Ok(())
    }

    /// Adds a value to the innermost open collection, or sets the root.
    fn add(&mut self, value: Json) -> Result<(), String> {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(value),
            Some(Collection::List(items)) => items.push(value),
            Some(Collection::Object { entries, key, .. }) => match key.take() {
                Some(MappingKey::Text(key)) => entries.push(Entry::Own(key, value)),
                Some(MappingKey::Merge) => entries.push(merge::entry(value)?),
                None => {}
            },
        }
        Ok(())
    }

    /// Stores a copy of an anchored value.
    fn keep(&mut self, anchor: usize, value: &Json) -> Result<(), String> {
        if anchor == 0 {
            return Ok(());
        }
        let (size, depth) = size_and_depth(value);
        self.expanded += size;
        if self.expanded > MAX_EXPANDED {
            return Err(too_large());
        }
        self.anchors.insert(anchor, Anchored { value: value.clone(), size, depth });
        Ok(())
    }
}

fn too_deep() -> String {
    format!("nested more than {MAX_DEPTH} levels deep")
}

fn too_large() -> String {
    format!("anchors and aliases expand to more than {MAX_EXPANDED} bytes; use fewer aliases")
}

/// Returns the approximate size of a value in bytes of JSON, and its depth.
fn size_and_depth(value: &Json) -> (usize, usize) {
    // Even an empty value needs memory.
    const EACH: usize = 8;
    let sum = |(size, depth): (usize, usize), value| {
        let (inner_size, inner_depth) = size_and_depth(value);
        (size + inner_size, depth.max(inner_depth + 1))
    };
    match value {
        Json::Null | Json::Bool(_) => (EACH, 0),
        Json::Number(text) | Json::String(text) => (text.len() + EACH, 0),
        Json::Array(items) => items.iter().fold((EACH, 1), sum),
        Json::Object(entries) => {
            let (size, depth) = entries.iter().map(|(_, value)| value).fold((EACH, 1), sum);
            (size + entries.iter().map(|(key, _)| key.len()).sum::<usize>(), depth)
        }
    }
}
