//! A service as a whole.

use super::operation::{Note, Operation};
use super::schema::{Definition, Definitions, Field, Shape, Type};

/// A service.
#[derive(Debug)]
pub(crate) struct Api {
    /// Title, for documentation.
    pub(crate) title: String,
    /// Version of the API.
    pub(crate) version: String,
    /// What the service is, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on the documentation of the service as a whole, for the reference page alone.
    pub(crate) notes: Vec<Note>,
    /// Scheme and host.
    pub(crate) endpoint: String,
    /// Environment variable that replaces the endpoint.
    pub(crate) endpoint_variable: String,
    /// Shapes of the bodies of errors; none for the one that the gateway documents.
    pub(crate) error_shapes: Option<Vec<ErrorShape>>,
    /// Name of the root file, for headers, e.g. `spec/service.yaml`.
    pub(crate) spec: String,
    /// Folder of the spec, for included examples, e.g. `spec`; may be empty.
    pub(crate) folder: String,
    /// Crate that the generated code becomes part of, for documented examples.
    pub(crate) crate_name: String,
    /// The groups of operations, in the order of the spec.
    pub(crate) tags: Vec<Tag>,
    /// The operations, in the order of the spec.
    pub(crate) operations: Vec<Operation>,
    /// The named schemas, in the order of the spec.
    pub(crate) definitions: Definitions,
}

/// A group of operations.
#[derive(Debug)]
pub(crate) struct Tag {
    /// Its name in the spec.
    pub(crate) name: String,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
}

/// A shape of the bodies of errors. A dot of a path descends into an object.
#[derive(Debug)]
pub(crate) struct ErrorShape {
    /// Path of the error code.
    pub(crate) code: String,
    /// Path of the message.
    pub(crate) message: String,
    /// Path of a longer explanation.
    pub(crate) details: Option<String>,
    /// Where the shape was seen.
    pub(crate) seen: String,
}

impl Api {
    /// The named schema that a struct, enum or union is made from.
    pub(crate) fn definition(&self, ty: &Type) -> Option<&Definition> {
        let (Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference)) = ty.plain() else {
            return None;
        };
        self.definitions.find(reference)
    }

    /// The fields of an object; none for other types.
    pub(crate) fn fields(&self, ty: &Type) -> Option<&[Field]> {
        match &self.definition(ty)?.shape {
            Shape::Struct(fields) => Some(fields),
            _ => None,
        }
    }
}
