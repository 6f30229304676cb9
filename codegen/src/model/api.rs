//! The service.

use super::operation::{Note, Operation};
use super::schema::{Definition, Definitions, Field, Shape, Type};

/// A service.
#[derive(Debug)]
pub(crate) struct Api {
    /// Title, for documentation.
    pub(crate) title: String,
    /// Version of the API.
    pub(crate) version: String,
    /// Description of the service, Markdown; may be empty.
    pub(crate) description: String,
    /// Notes on the documentation of the service, for the reference page only.
    pub(crate) notes: Vec<Note>,
    /// Scheme and host.
    pub(crate) endpoint: String,
    /// Name of the environment variable that overrides the endpoint.
    pub(crate) endpoint_variable: String,
    /// Shapes of error bodies. `None` for the shape that the gateway documents.
    pub(crate) error_shapes: Option<Vec<ErrorShape>>,
    /// Name of the root file, for headers, e.g. `spec/service.yaml`.
    pub(crate) spec: String,
    /// Folder of the spec, e.g. `spec`, for included examples; may be empty.
    pub(crate) folder: String,
    /// Name of the crate that includes the generated code, for documented examples.
    pub(crate) crate_name: String,
    /// Groups of operations, in the order of the spec.
    pub(crate) tags: Vec<Tag>,
    /// Operations, in the order of the spec.
    pub(crate) operations: Vec<Operation>,
    /// Named schemas, in the order of the spec.
    pub(crate) definitions: Definitions,
}

/// A group of operations.
#[derive(Debug)]
pub(crate) struct Tag {
    /// Name in the spec.
    pub(crate) name: String,
    /// Meaning, Markdown; may be empty.
    pub(crate) description: String,
}

/// A shape of error bodies. Dots in a path separate nested fields.
#[derive(Debug)]
pub(crate) struct ErrorShape {
    /// Path of the error code.
    pub(crate) code: String,
    /// Path of the message.
    pub(crate) message: String,
    /// Path of a longer explanation.
    pub(crate) details: Option<String>,
    /// Place where the shape was seen.
    pub(crate) seen: String,
}

impl Api {
    /// Returns the named schema of a struct, enum or union.
    pub(crate) fn definition(&self, ty: &Type) -> Option<&Definition> {
        let (Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference)) = ty.plain() else {
            return None;
        };
        self.definitions.find(reference)
    }

    /// Returns the fields of an object. `None` for other types.
    pub(crate) fn fields(&self, ty: &Type) -> Option<&[Field]> {
        match &self.definition(ty)?.shape {
            Shape::Struct(fields) => Some(fields),
            _ => None,
        }
    }
}
