//! YAML text as a value, by the core schema of YAML 1.2.
//!
//! Anchors, aliases, merge keys and the standard tags of scalars are applied. What JSON has not is refused with its
//! place: it is never sent as something else. Keys are texts as they are written.

use super::merge::{self, Entry};
use super::parsed::{Parsed, Problem};
use super::scalar;
use crate::json::{Json, MAX_DEPTH};
use granit_parser::{Event, Marker, Parser, ScalarStyle, Tag};
use std::collections::{HashMap, HashSet};

/// Maximum size of all that aliases stand for, in bytes of JSON, as much as a file may have.
const MAX_EXPANDED: usize = 16 * 1024 * 1024;

/// Reads the one document of a text; none is null.
pub(super) fn parse(text: &str) -> Result<Parsed, Problem> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let unended = unended(text);
    let mut composer = Composer::default();
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| problem(*error.marker(), format!("not YAML: {}", error.info())))?;
        let is_last = unended == Some(span.end.index());
        composer
            .event(if is_last { without_added_break(event) } else { event })
            .map_err(|message| problem(span.start, message))?;
    }
    Ok(Parsed { value: composer.root.unwrap_or(Json::Null), has_anchors: !composer.anchors.is_empty() })
}

/// The length in characters of a text whose last line has no line break; none for other texts.
fn unended(text: &str) -> Option<usize> {
    let last = text.rsplit(['\n', '\r']).next().unwrap_or_default();
    (!last.trim().is_empty()).then(|| text.chars().count())
}

/// Removes the line break that the parser adds to a block scalar at the end of a text without one: by YAML 1.2.2,
/// section 8.1.1.2, only a break that is there is kept.
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
    Problem { message, place: Some((at.line().max(1), at.col() + 1)) }
}

/// A list or an object whose end was not reached yet.
struct Open {
    /// Number of its anchor; 0 without one.
    anchor: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Json>),
    Object { entries: Vec<Entry>, key: Option<Key>, seen: HashSet<String> },
}

enum Key {
    Text(String),
    Merge,
}

/// What an alias stands for.
struct Anchored {
    value: Json,
    /// Size of its JSON in bytes, about.
    size: usize,
    depth: usize,
}

/// Builds the value from events, with a stack of its own instead of recursion.
#[derive(Default)]
struct Composer {
    open: Vec<Open>,
    root: Option<Json>,
    documents: usize,
    anchors: HashMap<usize, Anchored>,
    /// Size of all copies that were made for anchors and aliases.
    expanded: usize,
}

impl Composer {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::DocumentStart(_, version) => {
                if let Some(version) = version.filter(|version| (version.major, version.minor) != (1, 2)) {
                    return Err(format!(
                        "%YAML {}.{} is not applied, only 1.2 is: words such as yes and 012 mean something else there; \
                         remove the line, and quote such words if they are texts",
                        version.major, version.minor
                    ));
                }
                self.documents += 1;
                if self.documents > 1 {
                    return Err("a second document begins, but a body is one document; \
                                keep one in the file, and remove '---' after it"
                        .to_owned());
                }
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style == ScalarStyle::Plain, anchor, tag.as_deref())
            }
            Event::SequenceStart(_, anchor, tag) => self.start(Kind::List(Vec::new()), anchor, tag.as_deref()),
            Event::MappingStart(_, anchor, tag) => {
                let kind = Kind::Object { entries: Vec::new(), key: None, seen: HashSet::new() };
                self.start(kind, anchor, tag.as_deref())
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.alias(anchor),
            Event::UnresolvedAlias(name) => Err(format!("no anchor '&{name}' stands before this alias")),
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: &str, is_plain: bool, anchor: usize, tag: Option<&Tag>) -> Result<(), String> {
        if self.awaits_key() {
            let is_merge =
                text == "<<" && is_plain && tag.is_none_or(|tag| scalar::standard(tag).as_deref() == Some("merge"));
            let key = if is_merge { Key::Merge } else { Key::Text(scalar::key(text, is_plain, tag)?) };
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
            return Err("the alias stands inside of what it names, which has no end".to_owned());
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
            (true, Json::Text(text) | Json::Number(text)) => self.key(Key::Text(scalar::key(&text, false, None)?)),
            (true, _) => Err(scalar::no_key("an alias of another value")),
        }
    }

    fn start(&mut self, kind: Kind, anchor: usize, tag: Option<&Tag>) -> Result<(), String> {
        let (name, fitting) = match kind {
            Kind::List(_) => ("a list", "seq"),
            Kind::Object { .. } => ("a mapping", "map"),
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
        self.open.push(Open { anchor, kind });
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        let Some(Open { anchor, kind }) = self.open.pop() else {
            return Ok(());
        };
        let value = match kind {
            Kind::List(items) => Json::List(items),
            Kind::Object { entries, seen, .. } => merge::apply(entries, &seen),
        };
        self.keep(anchor, &value)?;
        self.add(value)
    }

    fn awaits_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { kind: Kind::Object { key: None, .. }, .. }))
    }

    fn key(&mut self, new: Key) -> Result<(), String> {
        if let Some(Open { kind: Kind::Object { key, seen, .. }, .. }) = self.open.last_mut() {
            let text = match &new {
                Key::Text(text) => text,
                Key::Merge => "<<",
            };
            if !seen.insert(text.to_owned()) {
                return Err(format!("the key '{text}' stands twice"));
            }
            *key = Some(new);
        }
        Ok(())
    }

    /// Adds a value to what is open, or takes it for the whole.
    fn add(&mut self, value: Json) -> Result<(), String> {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(value),
            Some(Kind::List(items)) => items.push(value),
            Some(Kind::Object { entries, key, .. }) => match key.take() {
                Some(Key::Text(key)) => entries.push(Entry::Own(key, value)),
                Some(Key::Merge) => entries.push(merge::entry(value)?),
                None => {}
            },
        }
        Ok(())
    }

    /// Keeps a copy of a value with an anchor.
    fn keep(&mut self, anchor: usize, value: &Json) -> Result<(), String> {
        if anchor == 0 {
            return Ok(());
        }
        let (size, depth) = extent(value);
        self.expanded += size;
        if self.expanded > MAX_EXPANDED {
            return Err(too_large());
        }
        self.anchors.insert(anchor, Anchored { value: value.clone(), size, depth });
        Ok(())
    }
}

fn too_deep() -> String {
    format!("more than {MAX_DEPTH} lists and mappings contain one another")
}

fn too_large() -> String {
    format!("anchors and aliases stand for more than {MAX_EXPANDED} bytes; write less, or fewer of them")
}

/// The size of a value in bytes of JSON, about, and how many lists and objects contain one another.
fn extent(value: &Json) -> (usize, usize) {
    // A value, even an empty one, costs some memory.
    const EACH: usize = 8;
    let sum = |(size, depth): (usize, usize), value| {
        let (inner_size, inner_depth) = extent(value);
        (size + inner_size, depth.max(inner_depth + 1))
    };
    match value {
        Json::Null | Json::Bool(_) => (EACH, 0),
        Json::Number(text) | Json::Text(text) => (text.len() + EACH, 0),
        Json::List(items) => items.iter().fold((EACH, 1), sum),
        Json::Object(entries) => {
            let (size, depth) = entries.iter().map(|(_, value)| value).fold((EACH, 1), sum);
            (size + entries.iter().map(|(key, _)| key.len()).sum::<usize>(), depth)
        }
    }
}
