//! Path and query parameters.

use super::lowering::Lowering;
use crate::model::{Parameter, Resolve, Type};
use crate::names;
use crate::object::{self, Object};
use crate::tree::Node;

impl<'t> Lowering<'t, '_> {
    /// Lowers a parameter. Returns `None` if an error was reported.
    pub(super) fn parameter(&mut self, node: &'t Node) -> Option<Parameter> {
        let node = self.follow(node, "parameters")?;
        let mut object = self.object(node, "parameter")?;
        let name = object.require("name", self.diagnostics)?;
        let wire = object::text(name, self.diagnostics)?.to_owned();
        names::check_wire(&wire, "parameter", name.at, self.diagnostics);
        let place = object.require("in", self.diagnostics)?;
        let in_path = match place.key() {
            "path" => true,
            "query" => false,
            other => {
                self.diagnostics.unknown_value(place.at, "in", other, &["path", "query"]);
                return None;
            }
        };
        let required = object.boolean("required", self.diagnostics).unwrap_or_default();
        if in_path && !required {
            self.diagnostics.optional_path_parameter(node.at, &wire);
        }
        let description = self.text(&mut object, "description");
        let notes = self.notes(&mut object);
        let schema = object.require("schema", self.diagnostics)?;
        let example = object.take("example");
        let resolve = self.resolution(&mut object, in_path);
        let range_end = object.text("x-range-end", self.diagnostics).map(str::to_owned);
        self.finish(object);
        let described = self.described(schema);
        if let Type::Also(..) = described.ty {
            self.diagnostics.expected(
                schema.at,
                "a schema without 'x-also' (parameters are always sent as strings)",
                "'x-also'",
            );
        }
        if !is_scalar(&described.ty) {
            self.diagnostics.parameter_not_scalar(schema.at, &wire);
        }
        let example = example.and_then(|node| self.literal(node, &described.ty)).or(described.example);
        let description = if description.is_empty() { described.description } else { description };
        let notes = format!("{notes}\n\n{}", described.notes).trim().to_owned();
        self.roots.push(described.ty.clone());
        Some(Parameter {
            at: node.at,
            wire,
            in_path,
            required,
            ty: described.ty,
            default: described.default,
            example,
            resolve,
            range_end,
            description,
            notes,
        })
    }

    /// Lowers `x-resolve`, which only applies to IDs in the path.
    fn resolution(&mut self, object: &mut Object<'t>, in_path: bool) -> Option<Resolve> {
        if !in_path {
            return None;
        }
        let mut resolve = self.object(object.take("x-resolve")?, "x-resolve")?;
        let at = resolve.at;
        let [operation, by, id] = ["operation", "by", "id"].map(|key| resolve.text_or_empty(key, self.diagnostics));
        self.finish(resolve);
        Some(Resolve { at, operation, by, id })
    }
}

fn is_scalar(ty: &Type) -> bool {
    matches!(
        ty.plain(),
        Type::Boolean
            | Type::Integer { .. }
            | Type::Number { .. }
            | Type::Text { .. }
            | Type::DateTime
            | Type::DateTimeLocal
            | Type::Enum(_)
    )
}
