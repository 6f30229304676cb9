//! Checks of unions with a discriminator.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Shape, Type};

/// Checks that each member has the discriminator as a required string field.
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
