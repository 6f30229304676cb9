//! Constant discriminators: the objects of a union whose discriminator has only one value.

use crate::diagnostic::Diagnostics;
use crate::model::{Constant, Definition, Definitions, Field, Reference, Shape, Tagged, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Fields, by the schema of the object and the name on the wire.
type Fields = BTreeSet<(Reference, String)>;

/// Sets the constants of discriminators, and reports constants of other fields. All schemas must have been lowered.
///
/// A discriminator is constant if it has a `const`, or an enum of one value.
pub(super) fn set_constants(definitions: &mut Definitions, diagnostics: &mut Diagnostics) {
    let (discriminators, values) = (discriminators(definitions), single_values(definitions));
    let mut constants = Fields::new();
    for definition in definitions.iter_mut() {
        let owner = definition.reference.clone();
        let fields = if let Shape::Struct(fields) = &mut definition.shape { fields.as_mut_slice() } else { &mut [] };
        for field in fields {
            let key = (owner.clone(), field.wire.clone());
            if discriminators.contains(&key) {
                field.constant = field.constant.take().or_else(|| single_value(field, &values));
                constants.extend(field.constant.is_some().then_some(key));
            } else if let Some(constant) = field.constant.take() {
                diagnostics.constant_outside_union(constant.at);
            }
        }
    }
    definitions.iter_mut().for_each(|definition| set_conversions(definition, &constants));
}

/// Returns the discriminators of all unions.
fn discriminators(definitions: &[Definition]) -> Fields {
    let mut found = Fields::new();
    for definition in definitions {
        if let Shape::Tagged { property, variants } = &definition.shape {
            found.extend(variants.iter().filter_map(|variant| Some((object(variant)?.clone(), property.clone()))));
        }
    }
    found
}

fn object(variant: &Tagged) -> Option<&Reference> {
    match &variant.ty {
        Type::Struct(reference) => Some(reference),
        _ => None,
    }
}

/// Returns the enums with one value.
fn single_values(definitions: &[Definition]) -> BTreeMap<Reference, String> {
    let single = |definition: &Definition| match definition.values().as_slice() {
        [value] => Some((definition.reference.clone(), (*value).to_owned())),
        _ => None,
    };
    definitions.iter().filter_map(single).collect()
}

fn single_value(field: &Field, values: &BTreeMap<Reference, String>) -> Option<Constant> {
    match field.ty.plain() {
        Type::Enum(reference) => Some(Constant { at: field.at, wire: values.get(reference)?.clone() }),
        _ => None,
    }
}

/// Finds the variants that can be created from their object alone.
fn set_conversions(definition: &mut Definition, constants: &Fields) {
    let Shape::Tagged { property, variants } = &mut definition.shape else {
        return;
    };
    let mut counts: BTreeMap<Reference, usize> = BTreeMap::new();
    for object in variants.iter().filter_map(object) {
        *counts.entry(object.clone()).or_default() += 1;
    }
    for variant in variants {
        variant.is_from_object = object(variant).is_some_and(|object| {
            counts.get(object) == Some(&1) && constants.contains(&(object.clone(), property.clone()))
        });
    }
}
