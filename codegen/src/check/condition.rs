//! Checks of `x-required-when`: the condition can be met.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Field, RequiredWhen, Shape, Type};

/// Checks that each `x-required-when` is on an optional field and names values of another string field of the object.
pub(super) fn check_conditions(api: &Api, diagnostics: &mut Diagnostics) {
    for definition in api.definitions.iter() {
        let Shape::Struct(fields) = &definition.shape else {
            continue;
        };
        for field in fields {
            if let Some(when) = &field.required_when {
                check_condition(api, fields, field, when, diagnostics);
            }
        }
    }
}

fn check_condition(api: &Api, fields: &[Field], field: &Field, when: &RequiredWhen, diagnostics: &mut Diagnostics) {
    if field.required {
        diagnostics.always_required(when.at, &field.wire);
    }
    if when.equals.is_empty() {
        diagnostics.expected(when.at, "at least one value in 'equals'", "none");
    }
    let others = fields.iter().filter(|other| other.wire != field.wire);
    let Some(other) = others.clone().find(|other| other.wire == when.field) else {
        let similar = diagnostics.similar(&when.field, others.map(|other| other.wire.as_str()));
        diagnostics.unknown_name(when.at, "other field", &when.field, similar);
        return;
    };
    let known = match (other.ty.plain(), api.definition(&other.ty)) {
        (Type::Text { .. }, _) => return,
        (Type::Enum(_), Some(definition)) => definition.values(),
        _ => {
            diagnostics.condition_not_string(when.at, &when.field);
            return;
        }
    };
    for value in when.equals.iter().filter(|value| !known.contains(&value.as_str())) {
        let similar = diagnostics.similar(value, known.iter().copied());
        diagnostics.unknown_name(when.at, "enum value", value, similar);
    }
}
