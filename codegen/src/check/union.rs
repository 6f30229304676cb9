//! Unions with a discriminator: every member has the field.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Shape, Type};

/// The discriminator is a required text of every member.
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
    }
}
