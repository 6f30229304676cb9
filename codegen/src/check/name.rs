//! Checks of names in parameters: `x-resolve` names a listing whose items have both the name and the ID, and
//! `x-range-end` names a parameter.

use super::response::{item, require};
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Operation, Parameter, Resolve, Type};
use std::collections::BTreeMap;

/// Checks that each `x-resolve` names a listing and string fields of its items.
pub(super) fn check_names(api: &Api, diagnostics: &mut Diagnostics) {
    let operations = api.operations.iter().rev().map(|operation| (operation.id.as_str(), operation)).collect();
    for operation in &api.operations {
        for parameter in &operation.parameters {
            if let Some(resolve) = &parameter.resolve {
                check_resolve(api, &operations, resolve, diagnostics);
            }
            if let Some(end) = &parameter.range_end {
                check_range(operation, parameter, end, diagnostics);
            }
        }
    }
}

/// Checks that the other end of a range is a parameter of the same type, which has an order.
fn check_range(operation: &Operation, start: &Parameter, end: &str, diagnostics: &mut Diagnostics) {
    let names = || operation.parameters.iter().map(|parameter| parameter.wire.as_str());
    match operation.parameters.iter().find(|parameter| parameter.wire == end) {
        None => {
            let similar = diagnostics.similar(end, names());
            diagnostics.unknown_name(start.at, "parameter", end, similar);
        }
        Some(other) => {
            if [start, other].iter().any(|it| !matches!(it.ty.plain(), Type::DateTimeLocal)) {
                diagnostics.expected(start.at, "date-time-local at both ends of 'x-range-end'", "another type");
            }
        }
    }
}

fn check_resolve(api: &Api, operations: &BTreeMap<&str, &Operation>, resolve: &Resolve, diagnostics: &mut Diagnostics) {
    let Resolve { at, operation: id, by, id: key } = resolve;
    let Some(listing) = operations.get(id.as_str()) else {
        let similar = diagnostics.similar(id, operations.keys().copied());
        diagnostics.unknown_name(*at, "operation", id, similar);
        return;
    };
    let Some(paging) = &listing.paging else {
        diagnostics.not_paged(*at, id);
        return;
    };
    // A listing without items was reported there.
    let Some(item) = item(api, listing, &paging.items) else {
        return;
    };
    for field in [by, key] {
        let found = require(api, item, field, *at, diagnostics);
        if found.is_some_and(|found| !matches!(found.ty.plain(), Type::Text { .. })) {
            diagnostics.item_key_not_string(*at, field);
        }
    }
}
