//! Schemas: the types of bodies and parameters.

use crate::names::Name;
use crate::tree::Place;
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Source of facts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// The vendor's page.
    pub(crate) page: String,
    /// Date of its last update or of reading it, `YYYY-MM-DD` or [`NO_DATE`](Self::NO_DATE).
    pub(crate) date: String,
    /// Its revision.
    pub(crate) revision: String,
}

impl Origin {
    /// The date of a page whose copy has no date.
    pub(crate) const NO_DATE: &str = "unknown";
}

/// A named schema.
#[derive(Debug)]
pub(crate) struct Definition {
    /// Position in the spec.
    pub(crate) at: Place,
    /// The name in the spec.
    pub(crate) wire: String,
    /// Names of the Rust type and of the static with its schema.
    pub(crate) reference: Reference,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page only; may be empty.
    pub(crate) notes: String,
    /// Source of the facts.
    pub(crate) source: Origin,
    /// The shape.
    pub(crate) shape: Shape,
    /// True if a request body can contain it, so it needs a constructor and setters.
    pub(crate) sent: bool,
    /// Fields of a page, if it is a page of a listing.
    pub(crate) page: Option<PageShape>,
}

/// The named schemas, in the order of the spec.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    all: Vec<Definition>,
    positions: BTreeMap<Reference, usize>,
}

impl Definitions {
    pub(crate) fn push(&mut self, definition: Definition) {
        // A duplicate name is an error in the spec. The first schema is used.
        self.positions.entry(definition.reference.clone()).or_insert(self.all.len());
        self.all.push(definition);
    }

    pub(crate) fn find(&self, reference: &Reference) -> Option<&Definition> {
        self.all.get(*self.positions.get(reference)?)
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

/// Shape of a named schema.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An object with named fields.
    Struct(Vec<Field>),
    /// A string with known values.
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
    /// Position in the spec.
    pub(crate) at: Place,
    /// The name on the wire.
    pub(crate) wire: String,
    /// The name in Rust.
    pub(crate) name: Name,
    /// True if it is always present.
    pub(crate) required: bool,
    /// Condition that makes an optional field required.
    pub(crate) required_when: Option<RequiredWhen>,
    /// Name of the field in requests, if it differs.
    pub(crate) request_name: Option<RequestName>,
    /// True if it is boxed, because the type contains itself.
    pub(crate) boxed: bool,
    /// Its type.
    pub(crate) ty: Type,
    /// Its only value. Such a field is the discriminator of a union, and has no Rust field.
    pub(crate) constant: Option<Constant>,
    /// Default of the service.
    pub(crate) default: Option<String>,
    /// A value for documented examples.
    pub(crate) example: Option<Literal>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on its documentation, Markdown, for the reference page only; may be empty.
    pub(crate) notes: String,
}

/// The only value of a field.
#[derive(Clone, Debug)]
pub(crate) struct Constant {
    /// Position in the spec.
    pub(crate) at: Place,
    /// The string on the wire.
    pub(crate) wire: String,
}

/// Name that requests have for a field of a response.
#[derive(Clone, Debug)]
pub(crate) struct RequestName {
    /// Position in the spec.
    pub(crate) at: Place,
    /// The name on the wire.
    pub(crate) wire: String,
}

/// Condition that makes a field required: another field of the object has one of the values.
#[derive(Clone, Debug)]
pub(crate) struct RequiredWhen {
    /// Position in the spec.
    pub(crate) at: Place,
    /// The other field, by its name on the wire.
    pub(crate) field: String,
    /// Its values.
    pub(crate) equals: Vec<String>,
}

/// A known value of a string.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The value on the wire.
    pub(crate) wire: String,
    /// The variant.
    pub(crate) name: Name,
    /// Outcome of a run in this state. `None` if the run continues.
    pub(crate) outcome: Option<Outcome>,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
}

/// Outcome of a run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    Success,
    Failure,
    Cancelled,
}

/// A type of a union whose members differ in their JSON kind.
#[derive(Debug)]
pub(crate) struct Alternative {
    /// The kind, which is also the name of the variant.
    pub(crate) kind: JsonKind,
    /// The type.
    pub(crate) ty: Type,
    /// True if it is boxed, because the type contains itself.
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
    /// True if it is boxed, because the type contains itself.
    pub(crate) boxed: bool,
    /// True if the object alone determines the variant: its discriminator is constant, and no other variant has it.
    pub(crate) is_from_object: bool,
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

/// Fields of a page of a listing.
#[derive(Debug)]
pub(crate) struct PageShape {
    /// The field with the items.
    pub(crate) items: Name,
    /// True if that field is always present.
    pub(crate) items_required: bool,
    /// Type of an item.
    pub(crate) item: Type,
    /// The field with the page size, if the response has one, and true if it is always present.
    pub(crate) limit: Option<(Name, bool)>,
    /// The field of an item that identifies it.
    pub(crate) key: Name,
    /// True if that field is always present.
    pub(crate) key_required: bool,
}

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    /// Any JSON value, with the reason for the open type.
    Any(String),
    /// `true` or `false`.
    Boolean,
    /// Only `true`.
    True,
    /// A 64-bit integer.
    Integer {
        /// Minimum.
        minimum: Option<i64>,
        /// Maximum.
        maximum: Option<i64>,
    },
    /// A number.
    Number {
        /// Minimum.
        minimum: Option<f64>,
        /// Maximum.
        maximum: Option<f64>,
    },
    /// A string.
    Text {
        /// Minimum number of characters.
        min_length: Option<usize>,
        /// Maximum number of characters.
        max_length: Option<usize>,
        /// Regular expression that the string must match.
        pattern: Option<String>,
        /// What the pattern accepts, in words.
        expected: Option<String>,
    },
    /// A string with date, time and offset.
    DateTime,
    /// A string with date and time, without offset.
    DateTimeLocal,
    /// A list.
    Array(Box<Type>),
    /// An object with arbitrary keys.
    Map(Box<Type>),
    /// A value or null.
    Nullable(Box<Type>),
    /// A value that is also accepted and sent in other forms.
    Also(Vec<Form>, Arc<Type>),
    /// A named object.
    Struct(Reference),
    /// A named string with known values.
    Enum(Reference),
    /// A named union.
    Union(Reference),
    /// A named type without a separate Rust type.
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

    /// Returns the name in the spec.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::One => "one",
        }
    }

    /// Returns true if a type can have this form.
    pub(crate) fn is_of(self, ty: &Type) -> bool {
        matches!(
            (self, ty),
            (Self::Text, Type::Integer { .. } | Type::Number { .. } | Type::Boolean)
                | (Self::Number | Self::Boolean, Type::Text { .. })
                | (Self::One, Type::Array(_))
        )
    }

    /// Returns the wording in documentation.
    pub(crate) fn phrase(self) -> &'static str {
        match self {
            Self::Text => "as text",
            Self::Number => "as a number",
            Self::Boolean => "as a boolean",
            Self::One => "as one item without a list",
        }
    }
}

/// Names of a named schema.
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
    /// Returns the type without aliases and other forms.
    pub(crate) fn plain(&self) -> &Type {
        match self {
            Self::Alias(_, of) | Self::Also(_, of) => of.plain(),
            other => other,
        }
    }
}

impl Type {
    /// Returns the nesting depth of lists, maps and null.
    pub(crate) fn levels(&self) -> usize {
        match self {
            Self::Array(of) | Self::Map(of) | Self::Nullable(of) => of.levels() + 1,
            Self::Alias(_, of) | Self::Also(_, of) => of.levels(),
            _ => 0,
        }
    }
}

impl Shape {
    /// Returns the fields of an object. Empty for other shapes.
    pub(crate) fn fields(&self) -> &[Field] {
        match self {
            Self::Struct(fields) => fields,
            _ => &[],
        }
    }
}

impl JsonKind {
    /// Returns the name of the kind, which is also the name of its variant.
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
    /// Returns the first known value of a string.
    pub(crate) fn first_value(&self) -> Option<&str> {
        self.values().first().copied()
    }

    /// Returns the known values of a string. Empty for other shapes.
    pub(crate) fn values(&self) -> Vec<&str> {
        match &self.shape {
            Shape::Enum(variants) => variants.iter().map(|variant| variant.wire.as_str()).collect(),
            _ => Vec::new(),
        }
    }
}
