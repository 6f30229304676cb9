//! Checks of `x-resolve`: the listing exists, and its items have both the name and the ID.

use super::response::{item, require};
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Operation, Resolve, Type};
use std::collections::BTreeMap;

/// Checks that each `x-resolve` names a listing and string fields of its items.
pub(super) fn check_names(api: &Api, diagnostics: &mut Diagnostics) {
    let operations = api.operations.iter().rev().map(|operation| (operation.id.as_str(), operation)).collect();
    for operation in &api.operations {
        for parameter in &operation.parameters {
            if let Some(resolve) = &parameter.resolve {
                check_resolve(api, &operations, resolve, diagnostics);
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
