//! Checks of unions with a discriminator.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Constant, Definition, Shape, Tagged, Type};
use std::collections::BTreeMap;

/// Checks that each member has the discriminator as a required string field, and that a constant one has the string of
/// the mapping.
pub(super) fn check_tags(api: &Api, diagnostics: &mut Diagnostics) {
    for definition in api.definitions.iter() {
        let Shape::Tagged { property, variants } = &definition.shape else {
            continue;
        };
        for member in variants.iter().filter_map(|variant| api.definition(&variant.ty)) {
            let Shape::Struct(fields) = &member.shape else {
                continue;
            };
            let tag = fields.iter().find(|field| field.wire == *property && field.required);
            if !tag.is_some_and(|tag| matches!(tag.ty.plain(), Type::Text { .. } | Type::Enum(_))) {
                diagnostics.no_tag(member.at, &member.wire, property);
            }
        }
        check_constants(api, property, variants, diagnostics);
    }
}

fn check_constants(api: &Api, property: &str, variants: &[Tagged], diagnostics: &mut Diagnostics) {
    let mut owners: BTreeMap<&str, &Definition> = BTreeMap::new();
    for variant in variants {
        let Some((member, constant)) = constant_of(api, &variant.ty, property) else {
            continue;
        };
        let first = owners.entry(&constant.wire).or_insert(member);
        if first.reference != member.reference {
            diagnostics.same_constant(constant.at, &constant.wire, &first.wire);
        } else if constant.wire != variant.tag {
            diagnostics.wrong_constant(constant.at, &constant.wire, &member.wire, &variant.tag);
        }
    }
}

fn constant_of<'a>(api: &'a Api, ty: &Type, property: &str) -> Option<(&'a Definition, &'a Constant)> {
    let member = api.definition(ty)?;
    let tag = member.shape.fields().iter().find(|field| field.wire == property)?;
    Some((member, tag.constant.as_ref()?))
}
