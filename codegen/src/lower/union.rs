//! Unions: named `oneOf` schemas whose members differ in JSON kind or in a discriminator.

use super::lowering::Lowering;
use crate::model::{Alternative, JsonKind, Shape, Tagged, Type};
use crate::names::{self, Case, RESERVED_VARIANTS, Scope};
use crate::object::{self, Object};
use crate::tree::Node;
use std::collections::{BTreeMap, BTreeSet};

impl<'t> Lowering<'t, '_> {
    /// Lowers a named `oneOf`. Returns `None` if an error was reported.
    pub(super) fn union(&mut self, object: &mut Object<'t>) -> Option<Shape> {
        let alternatives = object.take("oneOf");
        let alternatives = self.elements(alternatives, "oneOf");
        if alternatives.len() < 2 {
            self.diagnostics.expected(object.at, "at least two schemas in 'oneOf'", "fewer");
            return None;
        }
        let mut types = Vec::new();
        for node in alternatives {
            let ty = self.nested(node, "a member of 'oneOf'");
            types.push((node, ty));
        }
        match object.take("discriminator") {
            Some(discriminator) => self.tagged(discriminator, &types),
            None => self.kinds(types),
        }
    }

    fn kinds(&mut self, types: Vec<(&'t Node, Type)>) -> Option<Shape> {
        let mut found = BTreeMap::new();
        for (node, ty) in types {
            let Some(kind) = kind(&ty) else {
                self.diagnostics.ambiguous_member(node.at);
                continue;
            };
            if found.contains_key(&kind) {
                self.diagnostics.same_kind(node.at, kind.noun());
                continue;
            }
            found.insert(kind, Alternative { kind, ty, boxed: false });
        }
        (found.len() > 1).then(|| Shape::Kinds(found.into_values().collect()))
    }

    fn tagged(&mut self, discriminator: &'t Node, types: &[(&'t Node, Type)]) -> Option<Shape> {
        let mut object = self.object(discriminator, "discriminator")?;
        let property = object.text_or_empty("propertyName", self.diagnostics);
        let mapping = object.require("mapping", self.diagnostics);
        let mapping = self.entries(mapping, "mapping");
        self.finish(object);
        let by_reference: BTreeMap<&str, &Type> =
            types.iter().rev().filter_map(|(node, ty)| Some((node.get("$ref")?.key(), ty))).collect();
        let mut found = BTreeSet::new();
        let mut scope = Scope::new("discriminator value", Case::Camel, RESERVED_VARIANTS);
        let mut variants = Vec::new();
        for (tag, target) in mapping {
            names::check_length(tag.key(), tag.at, self.diagnostics);
            let name = scope.claim(tag.key(), tag.at, self.diagnostics);
            let Some(target) = object::text(target, self.diagnostics).map(|text| (target.at, text)) else {
                continue;
            };
            match by_reference.get(target.1) {
                Some(ty @ Type::Struct(reference)) => {
                    let ty = (*ty).clone();
                    found.insert(reference.clone());
                    let tag = tag.key().to_owned();
                    variants.push(Tagged { tag, name, ty, boxed: false, is_from_object: false });
                }
                _ => self.diagnostics.bad_mapping(target.0, target.1),
            }
        }
        for (node, ty) in types {
            if !matches!(ty, Type::Struct(reference) if found.contains(reference)) {
                self.diagnostics.no_mapping(node.at);
            }
        }
        Some(Shape::Tagged { property, variants })
    }
}

impl JsonKind {
    fn noun(self) -> &'static str {
        match self {
            Self::Object => "objects",
            Self::Array => "lists",
            Self::String => "strings",
            Self::Number => "numbers",
            Self::Boolean => "booleans",
        }
    }
}

/// Returns the JSON kind of a type, if it has exactly one.
fn kind(ty: &Type) -> Option<JsonKind> {
    if has_forms(ty) {
        return None;
    }
    match ty.plain() {
        Type::Boolean | Type::True => Some(JsonKind::Boolean),
        Type::Integer { .. } | Type::Number { .. } => Some(JsonKind::Number),
        Type::Text { .. } | Type::DateTime | Type::DateTimeLocal | Type::Enum(_) => Some(JsonKind::String),
        Type::Array(_) => Some(JsonKind::Array),
        Type::Map(_) | Type::Struct(_) => Some(JsonKind::Object),
        Type::Any(_) | Type::Nullable(_) | Type::Union(_) | Type::Alias(..) | Type::Also(..) => None,
    }
}

/// Returns true if a type has other forms.
fn has_forms(ty: &Type) -> bool {
    match ty {
        Type::Also(..) => true,
        Type::Alias(_, of) => has_forms(of),
        _ => false,
    }
}
