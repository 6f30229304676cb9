//! Schemas: the types of bodies and parameters.

use crate::names::Name;
use crate::tree::Place;
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Where facts come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// The vendor's page.
    pub(crate) page: String,
    /// When it was updated or read, `YYYY-MM-DD`.
    pub(crate) date: String,
    /// Its revision.
    pub(crate) revision: String,
}

/// A named schema.
#[derive(Debug)]
pub(crate) struct Definition {
    /// Where it stands.
    pub(crate) at: Place,
    /// The name in the spec.
    pub(crate) wire: String,
    /// The Rust type and the static with its schema.
    pub(crate) reference: Reference,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page alone; may be empty.
    pub(crate) notes: String,
    /// Where the facts come from.
    pub(crate) source: Origin,
    /// The shape.
    pub(crate) shape: Shape,
    /// Whether a request body can hold it, so that it needs constructor and setters.
    pub(crate) sent: bool,
    /// How a page of a listing is taken apart.
    pub(crate) page: Option<PageShape>,
}

/// The named schemas, in the order of the spec.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    all: Vec<Definition>,
    places: BTreeMap<Reference, usize>,
}

impl Definitions {
    pub(crate) fn push(&mut self, definition: Definition) {
        // Of two with the same name, which is a mistake of the spec, the first one counts.
        self.places.entry(definition.reference.clone()).or_insert(self.all.len());
        self.all.push(definition);
    }

    pub(crate) fn find(&self, reference: &Reference) -> Option<&Definition> {
        self.all.get(*self.places.get(reference)?)
    }
}

impl Deref for Definitions {
    type Target = [Definition];

    fn deref(&self) -> &[Definition] {
        &self.all
    }
}

impl DerefMut for Definitions {
    fn deref_mut(&mut self) -> &mut [Definition] {
        &mut self.all
    }
}

/// What a named schema is.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An object with named fields.
    Struct(Vec<Field>),
    /// A text with known values.
    Enum(Vec<Variant>),
    /// One of several types that differ in JSON kind.
    Kinds(Vec<Alternative>),
    /// One of several objects, distinguished by the value of a field.
    Tagged {
        /// The field.
        property: String,
        /// Its values and their objects.
        variants: Vec<Tagged>,
    },
    /// Another name of a type.
    Alias(Type),
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    /// Where it stands.
    pub(crate) at: Place,
    /// The name on the wire.
    pub(crate) wire: String,
    /// The name in Rust.
    pub(crate) name: Name,
    /// Whether it is always there.
    pub(crate) required: bool,
    /// When a field that is not always there has to be sent.
    pub(crate) required_when: Option<RequiredWhen>,
    /// Whether it is boxed, because the type contains itself.
    pub(crate) boxed: bool,
    /// Its type.
    pub(crate) ty: Type,
    /// What the service takes when it is absent.
    pub(crate) default: Option<String>,
    /// A value for documented examples.
    pub(crate) example: Option<Literal>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page alone; may be empty.
    pub(crate) notes: String,
}

/// The condition under which a field has to be sent: another field of the object has one of some values.
#[derive(Clone, Debug)]
pub(crate) struct RequiredWhen {
    /// Where it stands.
    pub(crate) at: Place,
    /// The other field, by its name on the wire.
    pub(crate) field: String,
    /// Its values.
    pub(crate) equals: Vec<String>,
}

/// A known value of a text.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The text on the wire.
    pub(crate) wire: String,
    /// The variant.
    pub(crate) name: Name,
    /// How a run in this state has ended; none while it goes on.
    pub(crate) outcome: Option<Outcome>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    Success,
    Failure,
    Cancelled,
}

/// A type of a union whose members differ in their JSON kind.
#[derive(Debug)]
pub(crate) struct Alternative {
    /// The kind, also the variant's name.
    pub(crate) kind: JsonKind,
    /// The type.
    pub(crate) ty: Type,
    /// Whether it is boxed, because the type contains itself.
    pub(crate) boxed: bool,
}

/// An object of a union with a discriminator.
#[derive(Debug)]
pub(crate) struct Tagged {
    /// The field's value.
    pub(crate) tag: String,
    /// The variant.
    pub(crate) name: Name,
    /// The object.
    pub(crate) ty: Type,
    /// Whether it is boxed, because the type contains itself.
    pub(crate) boxed: bool,
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum JsonKind {
    Object,
    Array,
    String,
    Number,
    Boolean,
}

/// How a page of a listing is taken apart.
#[derive(Debug)]
pub(crate) struct PageShape {
    /// The field with the items.
    pub(crate) items: Name,
    /// Whether that field is always there.
    pub(crate) items_required: bool,
    /// Type of an item.
    pub(crate) item: Type,
    /// The field that tells the page size, if the answer has one, and whether it is always there.
    pub(crate) limit: Option<(Name, bool)>,
    /// The field of an item that identifies it.
    pub(crate) key: Name,
    /// Whether that field is always there.
    pub(crate) key_required: bool,
}

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    /// Any JSON value, and why the content is open.
    Any(String),
    /// `true` or `false`.
    Boolean,
    /// `true` alone.
    True,
    /// A whole number of 64 bits.
    Integer {
        /// Smallest value.
        minimum: Option<i64>,
        /// Largest value.
        maximum: Option<i64>,
    },
    /// A number.
    Number {
        /// Smallest value.
        minimum: Option<f64>,
        /// Largest value.
        maximum: Option<f64>,
    },
    /// Text.
    Text {
        /// Fewest characters.
        min_length: Option<usize>,
        /// Most characters.
        max_length: Option<usize>,
        /// Regular expression of the whole text.
        pattern: Option<String>,
    },
    /// Text that holds a date and time with offset.
    DateTime,
    /// Text that holds a date and time without offset.
    DateTimeLocal,
    /// A list.
    Array(Box<Type>),
    /// An object with free keys.
    Map(Box<Type>),
    /// A value or null.
    Nullable(Box<Type>),
    /// A value that is also taken and given in other forms.
    Also(Vec<Form>, Arc<Type>),
    /// A named object.
    Struct(Reference),
    /// A named text with known values.
    Enum(Reference),
    /// A named union.
    Union(Reference),
    /// A named type that has no Rust type of its own.
    Alias(Reference, Arc<Type>),
}

/// Another form of a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    Text,
    Number,
    Boolean,
    One,
}

impl Form {
    pub(crate) const ALL: [Self; 4] = [Self::Text, Self::Number, Self::Boolean, Self::One];

    /// The name in the spec.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::One => "one",
        }
    }

    /// Whether a type also has this form.
    pub(crate) fn is_of(self, ty: &Type) -> bool {
        matches!(
            (self, ty),
            (Self::Text, Type::Integer { .. } | Type::Number { .. } | Type::Boolean)
                | (Self::Number | Self::Boolean, Type::Text { .. })
                | (Self::One, Type::Array(_))
        )
    }

    /// How it is called in documentation.
    pub(crate) fn phrase(self) -> &'static str {
        match self {
            Self::Text => "as text",
            Self::Number => "as a number",
            Self::Boolean => "as a boolean",
            Self::One => "as one item without a list",
        }
    }
}

/// The names of a named schema.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Reference {
    /// The Rust type.
    pub(crate) name: Name,
    /// The static with its schema.
    pub(crate) constant: Name,
}

/// A value of a documented example.
#[derive(Clone, Debug)]
pub(crate) enum Literal {
    Text(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    /// The type's default.
    Default,
}

impl Type {
    /// The type behind other names and forms of it.
    pub(crate) fn plain(&self) -> &Type {
        match self {
            Self::Alias(_, of) | Self::Also(_, of) => of.plain(),
            other => other,
        }
    }
}

impl Type {
    /// How deep lists, maps and null are nested.
    pub(crate) fn levels(&self) -> usize {
        match self {
            Self::Array(of) | Self::Map(of) | Self::Nullable(of) => of.levels() + 1,
            Self::Alias(_, of) | Self::Also(_, of) => of.levels(),
            _ => 0,
        }
    }
}

impl JsonKind {
    /// The name of the kind, which is also the name of its variant.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Object => "Object",
            Self::Array => "Array",
            Self::String => "String",
            Self::Number => "Number",
            Self::Boolean => "Boolean",
        }
    }
}

impl Definition {
    /// The first known value of a text.
    pub(crate) fn first_value(&self) -> Option<&str> {
        self.values().first().copied()
    }

    /// The known values of a text; none for other shapes.
    pub(crate) fn values(&self) -> Vec<&str> {
        match &self.shape {
            Shape::Enum(variants) => variants.iter().map(|variant| variant.wire.as_str()).collect(),
            _ => Vec::new(),
        }
    }
}
