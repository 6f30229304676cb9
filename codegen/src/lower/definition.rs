//! Named schemas.

use super::components::Key;
use super::lowering::Lowering;
use super::outline::Outline;
use super::schema::Described;
use crate::model::{Constant, Definition, Field, Outcome, Reference, RequestName, RequiredWhen, Shape, Type, Variant};
use crate::names::{self, Case, Name, RESERVED_FIELDS, RESERVED_VARIANTS, Scope};
use crate::object::{self, Object};
use crate::tree::{Node, Place, Value};
use std::collections::{BTreeMap, BTreeSet};

impl<'t> Lowering<'t, '_> {
    /// Lowers all named schemas.
    pub(super) fn lower_schemas(&mut self) {
        for (key, at) in self.components.schemas() {
            let Some((reference, outline)) = self.references.get(&key).cloned() else {
                continue;
            };
            let Some(node) = self.components.node(key) else {
                continue;
            };
            if let Some(definition) = self.definition(key, at, node, reference, outline) {
                self.definitions.push(definition);
            }
        }
    }

    fn definition(
        &mut self,
        key: Key<'t>,
        at: Place,
        node: &'t Node,
        reference: Reference,
        outline: Outline,
    ) -> Option<Definition> {
        let mut object = self.object(node, "schema")?;
        let source = self.origin(&mut object);
        let description = self.text(&mut object, "description");
        let notes = self.notes(&mut object);
        if let Some(second) = node.get("$ref") {
            self.diagnostics.reference_to_reference(second.at);
        }
        let shape = match outline {
            Outline::Struct => Some(Shape::Struct(self.fields(&mut object))),
            Outline::Enum => Some(Shape::Enum(self.variants(&mut object))),
            Outline::Union => self.union(&mut object),
            Outline::Alias => self.alias(key, &mut object).map(Shape::Alias),
        };
        if shape.is_some() {
            self.finish(object);
        }
        Some(Definition {
            at,
            wire: key.name.to_owned(),
            reference,
            description,
            notes,
            source,
            shape: shape.unwrap_or(Shape::Alias(Type::Any(String::new()))),
            sent: false,
            page: None,
        })
    }

    fn fields(&mut self, object: &mut Object<'t>) -> Vec<Field> {
        self.expect_type(object, "object");
        let required = self.required(object);
        if let Some(open) = object.take("additionalProperties")
            && open.value() != Some(Value::Boolean(true))
        {
            self.diagnostics.closed_object(open.at);
        }
        let mut scope = Scope::new("field", Case::Snake, RESERVED_FIELDS);
        let properties = object.take("properties");
        let properties = self.entries(properties, "properties");
        self.check_required(&required, properties);
        let mut fields = Vec::new();
        for (key, node) in properties {
            names::check_wire(key.key(), "field", key.at, self.diagnostics);
            let name = scope.claim(key.key(), key.at, self.diagnostics);
            let required = required.contains_key(key.key());
            fields.extend(self.field(key, node, name, required));
        }
        fields
    }

    fn field(&mut self, key: &'t Node, node: &'t Node, name: Name, required: bool) -> Option<Field> {
        let mut object = self.schema_object(node)?;
        let required_when = self.condition(&mut object);
        let request_name = self.request_name(&mut object);
        let constant = self.constant(node, &mut object);
        let Described { ty, description, notes, default, example } = self.describe(object);
        Some(Field {
            at: key.at,
            wire: key.key().to_owned(),
            name,
            required,
            required_when,
            request_name,
            boxed: false,
            ty,
            constant,
            default,
            example,
            description,
            notes,
        })
    }

    /// Lowers `const` of a string. Later, it is an error unless the field is the discriminator of a union.
    fn constant(&mut self, node: &'t Node, object: &mut Object<'t>) -> Option<Constant> {
        node.get("type").filter(|ty| ty.key() == "string")?;
        let (key, value) = object.entry("const")?;
        let wire = object::text(value, self.diagnostics)?.to_owned();
        names::check_length(&wire, value.at, self.diagnostics);
        Some(Constant { at: key.at, wire })
    }

    /// Lowers `x-request-name`.
    fn request_name(&mut self, object: &mut Object<'t>) -> Option<RequestName> {
        let (key, value) = object.entry("x-request-name")?;
        let wire = object::text(value, self.diagnostics)?.to_owned();
        Some(RequestName { at: key.at, wire })
    }

    /// Lowers `x-required-when`.
    fn condition(&mut self, object: &mut Object<'t>) -> Option<RequiredWhen> {
        let mut when = self.object(object.take("x-required-when")?, "x-required-when")?;
        let at = when.at;
        let field = when.text_or_empty("field", self.diagnostics);
        let equals = when.require("equals", self.diagnostics);
        self.finish(when);
        let equals = equals.map(|node| object::texts(node, "equals", self.diagnostics));
        let equals = equals.unwrap_or_default().into_iter();
        Some(RequiredWhen { at, field, equals: equals.map(|(_, value)| value.to_owned()).collect() })
    }

    /// Returns the names in `required`, with their positions.
    fn required(&mut self, object: &mut Object<'t>) -> BTreeMap<&'t str, Place> {
        let names = object.take("required").map(|node| object::texts(node, "required", self.diagnostics));
        names.into_iter().flatten().map(|(at, name)| (name, at)).collect()
    }

    fn check_required(&mut self, required: &BTreeMap<&str, Place>, properties: &[(Node, Node)]) {
        let known: BTreeSet<&str> = properties.iter().map(|(key, _)| key.key()).collect();
        for (name, at) in required {
            if !known.contains(name) {
                let similar = self.diagnostics.similar(name, known.iter().copied());
                self.diagnostics.unknown_name(*at, "field", name, similar);
            }
        }
    }

    fn expect_type(&mut self, object: &mut Object<'t>, expected: &'static str) {
        if let Some(ty) = object.require("type", self.diagnostics)
            && ty.key() != expected
        {
            self.diagnostics.unknown_value(ty.at, "type", ty.key(), &[expected]);
        }
    }

    fn variants(&mut self, object: &mut Object<'t>) -> Vec<Variant> {
        self.expect_type(object, "string");
        let values = object.take("enum");
        let descriptions = object.take("x-enumDescriptions");
        let descriptions = self.entries(descriptions, "x-enumDescriptions");
        let outcomes = object.take("x-outcomes");
        let outcomes = self.entries(outcomes, "x-outcomes");
        let values = values.map(|node| (node.at, object::texts(node, "enum", self.diagnostics)));
        let (at, values) = values.unwrap_or_default();
        if values.is_empty() {
            self.diagnostics.expected(at, "at least one value", "none");
        }
        let known: BTreeSet<&str> = values.iter().map(|(_, value)| *value).collect();
        for (key, _) in descriptions.iter().chain(outcomes).filter(|(key, _)| !known.contains(key.key())) {
            let similar = self.diagnostics.similar(key.key(), known.iter().copied());
            self.diagnostics.unknown_name(key.at, "enum value", key.key(), similar);
        }
        let [descriptions, outcomes] = [descriptions, outcomes].map(by_key);
        let mut scope = Scope::new("enum value", Case::Camel, RESERVED_VARIANTS);
        let mut variants = Vec::new();
        for (at, value) in values {
            names::check_length(value, at, self.diagnostics);
            let text = descriptions.get(value).and_then(|node| object::text(node, self.diagnostics));
            let name = scope.claim(value, at, self.diagnostics);
            variants.push(Variant {
                wire: value.to_owned(),
                name,
                outcome: outcomes.get(value).and_then(|node| self.outcome(node)),
                description: text.unwrap_or_default().to_owned(),
            });
        }
        variants
    }

    fn outcome(&mut self, node: &'t Node) -> Option<Outcome> {
        match object::text(node, self.diagnostics)? {
            "success" => Some(Outcome::Success),
            "failure" => Some(Outcome::Failure),
            "cancelled" => Some(Outcome::Cancelled),
            other => {
                let known = ["success", "failure", "cancelled"];
                self.diagnostics.unknown_value(node.at, "outcome", other, &known);
                None
            }
        }
    }
}

fn by_key(entries: &[(Node, Node)]) -> BTreeMap<&str, &Node> {
    entries.iter().map(|(key, value)| (key.key(), value)).collect()
}
