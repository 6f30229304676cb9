//! Walks over a value and its schema. Used by checks of requests, drift of responses, unknown fields, and the emulator.

use super::schema::{Field, Schema, Shape};
use serde_json::Value;
use std::borrow::Cow;
use std::fmt;

/// Place of a value in a body. Displayed as `nodes[2].name`; empty for the body itself.
#[derive(Clone, Copy, Debug)]
pub struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root(&'p str),
    Name(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    /// Returns the path of a whole value with a name; an empty name for a body.
    #[must_use]
    pub fn root(name: &'p str) -> Self {
        Self { parent: None, step: Step::Root(name) }
    }

    /// Returns the path of a field of the object at this path.
    #[must_use]
    pub fn field(&'p self, name: &'p str) -> Self {
        Self { parent: Some(self), step: Step::Name(name) }
    }

    fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// Returns the path as a JSON pointer (RFC 6901), e.g. `/nodes/2/name`.
    #[must_use]
    pub fn pointer(&self) -> String {
        let parent = self.parent.map(Self::pointer).unwrap_or_default();
        match self.step {
            Step::Root(_) => parent,
            Step::Name(name) => format!("{parent}/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => format!("{parent}/{index}"),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self.step, Step::Root(""))
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parent.map_or(Ok(()), |parent| parent.fmt(formatter))?;
        let dot = if self.parent.is_some_and(|parent| !parent.is_empty()) { "." } else { "" };
        match self.step {
            Step::Root(name) => formatter.write_str(name),
            Step::Name(name) => write!(formatter, "{dot}{name}"),
            Step::Index(index) => write!(formatter, "[{index}]"),
        }
    }
}

/// A value as its schema describes it, with unions and nullable schemas resolved.
#[derive(Debug)]
pub struct Found<'s, 'v> {
    /// The schema of the value: not a union, not nullable. The union itself if no variant fits.
    pub schema: &'s Schema,
    /// The value in its documented form.
    pub value: Cow<'v, Value>,
    /// Result of comparing the value with the schema.
    pub fit: Fit<'s>,
    /// True if several variants of a union share this schema.
    pub is_shared: bool,
}

/// Result of comparing a value with a schema. Limits are not checked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fit<'s> {
    /// It has the documented JSON type.
    Documented,
    /// It is null where null is allowed.
    Null,
    /// It has another JSON type.
    OtherType,
    /// The discriminator of a union is missing or is not a string.
    NoTag(&'s str),
    /// The discriminator of a union has an undocumented value.
    UnknownTag(&'s str),
}

impl<'s, 'v> Found<'s, 'v> {
    fn new(mut schema: &'s Schema, value: &'v Value) -> Self {
        let (mut value, mut is_shared) = (Cow::Borrowed(value), false);
        let fit = loop {
            let next = match &schema.shape {
                Shape::Nullable(_) if value.is_null() => break Fit::Null,
                Shape::Nullable(inner) => inner,
                shape @ Shape::Also { schema: inner, .. } => {
                    if let Some(documented) = shape.documented(&value) {
                        value = Cow::Owned(documented);
                    }
                    inner
                }
                Shape::OneOf(members) => match members.iter().find(|member| member.shape.accepts_kind(&value)) {
                    Some(member) => member,
                    None => break Fit::OtherType,
                },
                Shape::Tagged { property, variants } if value.is_object() => {
                    let Some(tag) = value.get(*property).and_then(Value::as_str) else {
                        break Fit::NoTag(property);
                    };
                    let Some((_, variant)) = variants.iter().find(|(known, _)| *known == tag) else {
                        break Fit::UnknownTag(property);
                    };
                    is_shared = variants.iter().filter(|(_, other)| std::ptr::eq(*other, *variant)).count() > 1;
                    variant
                }
                shape if shape.accepts_kind(&value) => break Fit::Documented,
                _ => break Fit::OtherType,
            };
            schema = next;
        };
        Self { schema, value, fit, is_shared }
    }
}

/// Visits the values of a body.
pub trait Visitor {
    /// Visits a value before its parts. `schema` is the one that names it: perhaps nullable or a union.
    fn value(&mut self, path: &Path<'_>, schema: &Schema, value: &Value, found: &Found<'_, '_>);

    /// Visits a field that an object does not have.
    fn absent(&mut self, _path: &Path<'_>, _field: &Field, _object: &Value) {}

    /// Visits a field that the schema of an object does not have.
    fn unknown(&mut self, _path: &Path<'_>, _name: &str, _known: &[Field], _found: &Found<'_, '_>) {}

    /// Returns true if a field that is null counts as absent, unless it is required.
    fn null_is_absent(&self) -> bool {
        false
    }
}

/// Visits a value and all its parts, fields in the order of the schema.
pub fn walk(schema: &Schema, value: &Value, path: &Path<'_>, visitor: &mut dyn Visitor) {
    let found = Found::new(schema, value);
    visitor.value(path, schema, value, &found);
    if found.fit != Fit::Documented {
        return;
    }
    match (&found.schema.shape, &*found.value) {
        (Shape::Object { fields }, Value::Object(object)) => {
            for field in *fields {
                let is_null = |value: &&Value| value.is_null() && !field.required && visitor.null_is_absent();
                let path = path.field(field.name);
                match object.get(field.name).filter(|value| !is_null(value)) {
                    Some(value) => walk(field.schema, value, &path, visitor),
                    None => visitor.absent(&path, field, &found.value),
                }
            }
            for name in object.keys().filter(|name| fields.iter().all(|field| field.name != *name)) {
                visitor.unknown(&path.field(name), name, fields, &found);
            }
        }
        (Shape::Map { values }, Value::Object(object)) => {
            object.iter().for_each(|(name, value)| walk(values, value, &path.field(name), visitor));
        }
        (Shape::Array { items }, Value::Array(list)) => {
            list.iter().enumerate().for_each(|(index, value)| walk(items, value, &path.index(index), visitor));
        }
        _ => {}
    }
}

/// Changes a value and all its parts, parts first. Stops and returns true as soon as `change` returns true.
///
/// `change` gets the resolved schema of each value that has the documented JSON type.
pub fn walk_mut(schema: &Schema, value: &mut Value, change: &mut dyn FnMut(&Schema, &mut Value) -> bool) -> bool {
    let Found { schema, fit, .. } = Found::new(schema, value);
    if fit != Fit::Documented {
        return false;
    }
    let is_done = match (&schema.shape, &mut *value) {
        (Shape::Object { fields }, Value::Object(object)) => fields
            .iter()
            .any(|field| object.get_mut(field.name).is_some_and(|value| walk_mut(field.schema, value, change))),
        (Shape::Map { values }, Value::Object(object)) => {
            object.iter_mut().any(|(_, value)| walk_mut(values, value, change))
        }
        (Shape::Array { items }, Value::Array(list)) => list.iter_mut().any(|item| walk_mut(items, item, change)),
        _ => false,
    };
    is_done || change(schema, value)
}

#[cfg(test)]
mod tests {
    use super::{Path, walk_mut};
    use crate::table::schema::{Field, Schema, Shape};
    use serde_json::{Value, json};

    const fn of(shape: Shape) -> Schema {
        Schema::unnamed(shape)
    }

    const fn field(name: &'static str, schema: &'static Schema) -> Field {
        Field::optional(name, schema, "")
    }

    static COLOR: Schema = of(Shape::one_of_values(&["RED"], &[]));
    static MAP: Schema = of(Shape::Map { values: &COLOR });
    static LEAF: Schema = of(Shape::Object { fields: &[field("color", &COLOR)] });
    static UNION: Schema = of(Shape::OneOf(&[&MAP, &COLOR]));
    static TAGGED: Schema = of(Shape::Tagged { property: "type", variants: &[("LEAF", &LEAF)] });
    static LIST: Schema = of(Shape::Array { items: &TAGGED });
    static TREE: Schema = of(Shape::Object { fields: &[field("union", &UNION), field("list", &LIST)] });

    #[test]
    fn a_path_is_shown_with_dots_or_as_a_pointer() {
        let root = Path::root("");
        let (nodes, name) = (root.field("nodes"), "a/b~");
        let node = nodes.index(2);
        let path = node.field(name);
        assert_eq!(path.to_string(), "nodes[2].a/b~");
        assert_eq!(path.pointer(), "/nodes/2/a~1b~0");
        assert_eq!(Path::root("id").to_string(), "id");
    }

    #[test]
    fn changes_reach_maps_unions_and_tagged_objects() {
        let mut value = json!({
            "union": {"a": "RED"},
            "list": [{"type": "LEAF", "color": "RED"}, {"type": "ROCK", "color": "RED"}],
        });
        let mut recolor = |schema: &Schema, value: &mut Value| {
            if matches!(&schema.shape, Shape::String { values, .. } if !values.is_empty()) {
                *value = json!("BLUE");
            }
            false
        };
        walk_mut(&TREE, &mut value, &mut recolor);
        // The content of an undocumented variant is unknown.
        assert_eq!(
            value,
            json!({
                "union": {"a": "BLUE"},
                "list": [{"type": "LEAF", "color": "BLUE"}, {"type": "ROCK", "color": "RED"}],
            })
        );
    }

    #[test]
    fn changes_stop_when_change_returns_true() {
        let mut value = json!({"union": "RED", "list": [{"type": "LEAF", "color": "RED"}]});
        let is_done = walk_mut(&TREE, &mut value, &mut |_, value| {
            *value = json!("BLUE");
            true
        });
        assert!(is_done);
        assert_eq!(value, json!({"union": "BLUE", "list": [{"type": "LEAF", "color": "RED"}]}));
    }
}
