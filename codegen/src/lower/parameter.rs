//! Parameters of the path, the query and the head.

use super::lowering::Lowering;
use crate::model::{Parameter, ParameterPlace, Resolve, Type};
use crate::names;
use crate::object::{self, Object};
use crate::tree::{Node, Place};

impl<'t> Lowering<'t, '_> {
    /// Lowers a parameter. Returns `None` if an error was reported.
    pub(super) fn parameter(&mut self, node: &'t Node) -> Option<Parameter> {
        let node = self.follow(node, "parameters")?;
        let mut object = self.object(node, "parameter")?;
        let name = object.require("name", self.diagnostics)?;
        let wire = object::text(name, self.diagnostics)?.to_owned();
        names::check_wire(&wire, "parameter", name.at, self.diagnostics);
        let place = object.require("in", self.diagnostics)?;
        let place = match place.key() {
            "path" => ParameterPlace::Path,
            "query" => ParameterPlace::Query,
            "header" => ParameterPlace::Header,
            other => {
                self.diagnostics.unknown_value(place.at, "in", other, &["path", "query", "header"]);
                return None;
            }
        };
        let in_path = place == ParameterPlace::Path;
        if place == ParameterPlace::Header {
            self.check_header(&wire, name.at);
        }
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
            place,
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

    /// Checks the name of a header: it must be a token of HTTP, and no header that the client sets.
    fn check_header(&mut self, wire: &str, at: Place) {
        let is_token = |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character);
        if !wire.chars().all(is_token) {
            self.diagnostics.bad_name(at, "header", wire, "letters, digits and hyphens");
        } else if is_reserved(wire) {
            self.diagnostics.reserved_header(at, wire);
        }
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

/// Headers that the client or the HTTP connection sets. The runtime rejects them too; a test compares the two. Names that
/// start with `proxy-`, and the headers of the signature, are also reserved.
pub const RESERVED_HEADERS: [&str; 14] = [
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

fn is_reserved(wire: &str) -> bool {
    let name = wire.to_ascii_lowercase();
    let prefixes = ["proxy-", "x-ncp-apigw-", "x-ncp-iam-"];
    RESERVED_HEADERS.contains(&name.as_str()) || prefixes.iter().any(|prefix| name.starts_with(prefix))
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
