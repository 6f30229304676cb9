//! Checks of `x-request-name`: a request has a field of that name.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Field, Shape};

/// Checks that each `x-request-name` is the name of another field of the spec, which the object itself does not have.
pub(super) fn check_request_names(api: &Api, diagnostics: &mut Diagnostics) {
    let all: Vec<&Field> = api.definitions.iter().flat_map(|definition| fields(&definition.shape)).collect();
    for definition in api.definitions.iter() {
        let own = fields(&definition.shape);
        for name in own.iter().filter_map(|field| field.request_name.as_ref()) {
            if own.iter().any(|field| field.wire == name.wire) {
                diagnostics.request_name_taken(name.at, &name.wire);
            } else if !all.iter().any(|field| field.wire == name.wire) {
                let similar = diagnostics.similar(&name.wire, all.iter().map(|field| field.wire.as_str()));
                diagnostics.unknown_name(name.at, "field of a request", &name.wire, similar);
            }
        }
    }
}

fn fields(shape: &Shape) -> &[Field] {
    match shape {
        Shape::Struct(fields) => fields,
        _ => &[],
    }
}
