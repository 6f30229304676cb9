//! Checks of the `x-` keys that name fields of a response: the fields exist and have the right type.

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Cell, Field, Operation, Paging, Shape, Type};
use crate::tree::Place;

/// Checks the fields of the response that `x-paging`, `x-wait` and `x-cli` name.
pub(super) fn check_responses(api: &Api, diagnostics: &mut Diagnostics) {
    for operation in &api.operations {
        let mut row = operation.answer.as_ref();
        if let Some(paging) = &operation.paging {
            row = check_paging(api, operation, paging, diagnostics);
        }
        if let Some(rows) = &operation.command.rows {
            row = check_rows(api, operation, rows, diagnostics);
        }
        check_wait(api, operation, diagnostics);
        check_columns(api, operation, row, diagnostics);
    }
}

/// Checks `x-paging`. Returns the type of an item, which has the fields of the columns.
fn check_paging<'a>(
    api: &'a Api,
    operation: &'a Operation,
    paging: &Paging,
    diagnostics: &mut Diagnostics,
) -> Option<&'a Type> {
    let item = item(api, operation, &paging.items);
    match item {
        None => diagnostics.not_a_listing(paging.at, &paging.items),
        Some(item) => {
            let key = require(api, item, &paging.key, paging.at, diagnostics);
            if key.is_some_and(|key| key.constant.is_some() || !matches!(key.ty.plain(), Type::Text { .. })) {
                diagnostics.item_key_not_string(paging.at, &paging.key);
            }
        }
    }
    item
}

/// Type of the objects in a list of the response.
pub(super) fn item<'a>(api: &'a Api, operation: &'a Operation, list: &str) -> Option<&'a Type> {
    let list = find(api, operation.answer.as_ref()?, list).ok()?;
    match list.ty.plain() {
        Type::Array(item) if api.fields(item).is_some() => Some(item),
        _ => None,
    }
}

/// Checks `rows` of `x-cli`, which is for responses without paging. Returns the type of a row.
fn check_rows<'a>(
    api: &'a Api,
    operation: &'a Operation,
    rows: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'a Type> {
    let at = operation.command.at;
    if operation.paging.is_some() {
        diagnostics.redundant_rows(at);
    }
    let item = item(api, operation, rows);
    if item.is_none() {
        diagnostics.not_a_listing(at, rows);
    }
    item
}

fn check_wait(api: &Api, operation: &Operation, diagnostics: &mut Diagnostics) {
    let Some(wait) = &operation.wait else { return };
    if let (Some(end), Some(response)) = (&wait.end, &operation.answer) {
        require(api, response, end, wait.at, diagnostics);
    }
    let field = operation.answer.as_ref().and_then(|response| find(api, response, &wait.field).ok());
    let Some(Shape::Enum(variants)) = field.and_then(|field| Some(&api.definition(&field.ty)?.shape)) else {
        diagnostics.not_a_state(wait.at, &wait.field);
        return;
    };
    if variants.iter().all(|variant| variant.outcome.is_none()) {
        diagnostics.no_outcomes(wait.at, &wait.field);
    }
}

fn check_columns(api: &Api, operation: &Operation, row: Option<&Type>, diagnostics: &mut Diagnostics) {
    let command = &operation.command;
    if row.is_none() && (operation.paging.is_some() || command.rows.is_some()) {
        return;
    }
    let mut check = |name: &str, at: Place| match row {
        Some(row) => require(api, row, name, at, diagnostics).map(|field| field.ty.plain().clone()),
        None => {
            diagnostics.unknown_name(at, "field", name, None);
            None
        }
    };
    if let Some(name) = &command.name {
        check(name, command.at);
    }
    let mut not_dates = Vec::new();
    for column in &command.columns {
        match &column.cell {
            Cell::Field(name) => drop(check(name, column.at)),
            Cell::Between(from, to) => {
                let dates = [from, to].map(|name| (name, check(name, column.at)));
                not_dates.extend(
                    dates
                        .into_iter()
                        .filter(|(_, ty)| !matches!(ty, None | Some(Type::DateTime | Type::DateTimeLocal)))
                        .map(|(name, _)| (column.at, name)),
                );
            }
        }
    }
    not_dates.into_iter().for_each(|(at, name)| diagnostics.not_a_date(at, name));
}

pub(super) fn require<'a>(
    api: &'a Api,
    ty: &'a Type,
    name: &str,
    at: Place,
    diagnostics: &mut Diagnostics,
) -> Option<&'a Field> {
    match find(api, ty, name) {
        Ok(field) => Some(field),
        Err(fields) => {
            let last = name.rsplit('.').next().unwrap_or_default();
            let similar = diagnostics.similar(last, fields.iter().map(|field| field.wire.as_str()));
            diagnostics.unknown_name(at, "field", name, similar);
            None
        }
    }
}

/// Finds a field by its path, with dots between the names. On failure, returns the fields of the object that lacks it.
fn find<'a>(api: &'a Api, ty: &Type, name: &str) -> Result<&'a Field, &'a [Field]> {
    let (first, rest) = name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest)));
    let fields = api.fields(ty).unwrap_or_default();
    let Some(field) = fields.iter().find(|field| field.wire == first) else {
        return Err(fields);
    };
    rest.map_or(Ok(field), |rest| find(api, &field.ty, rest))
}
