//! Writes a document: YAML with a comment for each field that says what it is.

use crate::args::help;
use crate::body::plain;
use crate::failure::Failure;
use crate::json::{Json, last_entries};
use crate::output::yaml_document;
use crate::resource::{KIND, Kind};
use ncloud_dataflow::runtime::schema::{Field, Schema, Shape};
use std::collections::HashSet;
use std::fmt::Write;

/// Maximum width of a comment, in columns.
const WIDTH: usize = 100;

/// Returns the document of a resource. `hidden` are fields to show as comments, with these values.
pub(super) fn text(kind: &Kind, head: &[String], body: &Json, hidden: Option<&Json>) -> Result<String, Failure> {
    let mut writer = Writer { lines: vec!["---".to_owned()], described: HashSet::new() };
    for line in head {
        writer.comment(0, line);
    }
    writer.lines.push(format!("{KIND}: {}", kind.noun));
    writer.object(0, kind.request, body, hidden)?;
    writer.lines.push(String::new());
    Ok(writer.lines.join("\n"))
}

struct Writer {
    lines: Vec<String>,
    /// Fields that have a comment already, by the address of their description.
    described: HashSet<*const Field>,
}

impl Writer {
    fn comment(&mut self, indent: usize, text: &str) {
        let margin = " ".repeat(indent);
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && indent + 2 + line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.lines.push(format!("{margin}# {line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            self.lines.push(format!("{margin}# {line}"));
        }
    }

    /// Writes the fields of an object, in the order of the schema.
    fn object(&mut self, indent: usize, schema: &Schema, value: &Json, hidden: Option<&Json>) -> Result<(), Failure> {
        let Json::Object(entries) = value else {
            return Ok(());
        };
        let fields = fields_of(schema, value);
        for field in fields {
            let hidden = hidden.and_then(|hidden| hidden.get(field.name));
            match value.get(field.name) {
                Some(value) => {
                    self.describe(indent, field);
                    self.entry(indent, field.name, field.schema, value, hidden)?;
                }
                None => {
                    if let Some(hidden) = hidden {
                        self.describe(indent, field);
                        self.hidden(indent, field, hidden)?;
                    }
                }
            }
        }
        for (key, value) in last_entries(entries).filter(|(key, _)| fields.iter().all(|field| field.name != *key)) {
            self.plain(indent, key, value)?;
        }
        Ok(())
    }

    fn describe(&mut self, indent: usize, field: &Field) {
        if self.described.insert(std::ptr::from_ref(field)) {
            self.comment(indent, &comment(field));
        }
    }

    /// Writes an entry with comments inside of it, if its value has known fields.
    fn entry(
        &mut self,
        indent: usize,
        key: &str,
        schema: &Schema,
        value: &Json,
        hidden: Option<&Json>,
    ) -> Result<(), Failure> {
        let schema = plain(schema);
        match (&schema.shape, value) {
            (Shape::Object { .. } | Shape::Tagged { .. }, Json::Object(entries)) if !entries.is_empty() => {
                self.key(indent, key)?;
                self.object(indent + 2, schema, value, hidden)
            }
            (Shape::Array { items: schema }, Json::Array(items)) if are_objects(items) => {
                self.key(indent, key)?;
                items.iter().try_for_each(|item| self.item(indent, schema, item))
            }
            _ => self.plain(indent, key, value),
        }
    }

    /// Writes an item of a list. Comments before its first field come before its dash.
    fn item(&mut self, indent: usize, schema: &Schema, item: &Json) -> Result<(), Failure> {
        let start = self.lines.len();
        self.object(indent + 4, plain(schema), item, None)?;
        let margin = " ".repeat(indent + 4);
        for line in self.lines.iter_mut().skip(start) {
            let content = line.strip_prefix(&margin).unwrap_or(line).to_owned();
            let is_comment = content.starts_with('#');
            let dash = if is_comment { "" } else { "- " };
            *line = format!("{}{dash}{content}", " ".repeat(indent + 2));
            if !is_comment {
                break;
            }
        }
        Ok(())
    }

    fn key(&mut self, indent: usize, key: &str) -> Result<(), Failure> {
        let text = yaml_document(&Json::Object(vec![(key.to_owned(), Json::Null)]).to_string())?;
        let key = text.trim_end().strip_suffix(" null").unwrap_or(&text);
        self.lines.push(format!("{}{key}", " ".repeat(indent)));
        Ok(())
    }

    /// Writes an entry without comments.
    fn plain(&mut self, indent: usize, key: &str, value: &Json) -> Result<(), Failure> {
        let text = yaml_document(&Json::Object(vec![(key.to_owned(), value.clone())]).to_string())?;
        let margin = " ".repeat(indent);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        // A block of text may end with empty lines, which are part of it.
        self.lines.extend(text.split('\n').map(|line| match line {
            "" => String::new(),
            line => format!("{margin}{line}"),
        }));
        Ok(())
    }

    /// Writes an entry as a comment.
    fn hidden(&mut self, indent: usize, field: &Field, value: &Json) -> Result<(), Failure> {
        let start = self.lines.len();
        self.entry(indent, field.name, field.schema, value, None)?;
        let margin = " ".repeat(indent);
        for line in self.lines.iter_mut().skip(start) {
            let content = line.strip_prefix(&margin).unwrap_or(line);
            *line = format!("{margin}#{content}");
        }
        Ok(())
    }
}

/// Returns a comment on a field of a document: meaning and range.
fn comment(field: &Field) -> String {
    let text = help::unwrapped(field.description);
    let text = text.split("\n\n").next().unwrap_or_default();
    let shape = match &field.schema.plain().shape {
        Shape::Array { items } => &items.shape,
        shape => shape,
    };
    let mut text = text.to_owned();
    if let Some(limits) = help::limits(shape) {
        let _ = write!(text, " [{limits}]");
    }
    if let Some(condition) = &field.required_when {
        let _ = write!(text, " [required when {} is {}]", condition.field, condition.equals.join(" or "));
    }
    text
}

/// Returns the known fields of a value: for a union of objects, the fields of its variant.
fn fields_of<'s>(schema: &'s Schema, value: &Json) -> &'s [Field] {
    match &plain(schema).shape {
        Shape::Object { fields } => fields,
        Shape::Tagged { property, variants } => {
            let tag = value.get(property).and_then(Json::as_str);
            let variant = variants.iter().find(|(known, _)| Some(*known) == tag);
            variant.map(|(_, schema)| fields_of(schema, value)).unwrap_or_default()
        }
        _ => &[],
    }
}

fn are_objects(items: &[Json]) -> bool {
    let is_object = |item: &Json| matches!(item, Json::Object(entries) if !entries.is_empty());
    !items.is_empty() && items.iter().all(is_object)
}
