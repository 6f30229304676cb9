//! A page of a listing.

use crate::data::rows::Selection;
use crate::data::stream_body;
use crate::http::arguments::Arguments;
use crate::quirks::{Count, LimitField, Quirks};
use axum::body::Body;
use ncloud_runtime::operation::Paging;
use ncloud_runtime::schema::{Schema, Shape};
use serde_json::{Value, json};
use std::ops::Range;

/// Returns the body of a listing: the documented one, with the rows and numbers of the requested page.
///
/// The table determines the fields of the numbers: page and limit have the names of their query parameters. If exactly
/// one other field of the response is an integer, it is the count.
pub(crate) fn page(
    paging: &Paging,
    schema: &Schema,
    documented: Value,
    rows: Selection,
    arguments: &Arguments,
    quirks: Quirks,
) -> Body {
    let requested = Requested::new(paging, arguments, quirks);
    let range = requested.range(rows.len());
    let total = rows.len();
    let Value::Object(mut fields) = documented else {
        return Body::from(documented.to_string());
    };
    fields.remove(paging.items);
    let mut set = |name: &str, value: Value| {
        if let Some(field) = fields.get_mut(name) {
            *field = value;
        }
    };
    set(paging.page, json!(requested.page));
    let shown = match quirks.limit {
        LimitField::Requested => requested.limit,
        LimitField::Applied => requested.applied_limit,
        LimitField::Default => paging.default_limit,
    };
    set(paging.limit, json!(shown));
    if let Some(count) = count_field(paging, schema) {
        set(count, json!(if quirks.count == Count::Total { total } else { range.len() }));
    }
    stream_body::list_body(paging.items, rows.slice(range, quirks.order), fields)
}

/// The page that a request asks for.
pub(crate) struct Requested {
    page: i64,
    first_page: i64,
    limit: i64,
    /// The limit after the cap.
    applied_limit: i64,
}

impl Requested {
    pub(crate) fn new(paging: &Paging, arguments: &Arguments, quirks: Quirks) -> Self {
        let limit = arguments.integer(paging.limit).unwrap_or(paging.default_limit);
        let cap = quirks.page_cap.map_or(i64::MAX, |cap| i64::try_from(cap).unwrap_or(i64::MAX));
        Self {
            page: arguments.integer(paging.page).unwrap_or(paging.first),
            first_page: paging.first,
            limit,
            applied_limit: limit.min(cap),
        }
    }

    /// Returns the range of the rows of the page, in the order of the listing.
    pub(crate) fn range(&self, total: usize) -> Range<usize> {
        bounds(self.page.saturating_sub(self.first_page), self.applied_limit, total)
    }
}

/// Returns the range of the rows of a page; empty after the last row, even for very large numbers.
fn bounds(pages_before: i64, limit: i64, total: usize) -> Range<usize> {
    let before = usize::try_from(pages_before).unwrap_or(0);
    let limit = usize::try_from(limit).unwrap_or(0);
    let start = before.saturating_mul(limit).min(total);
    start..start.saturating_add(limit).min(total)
}

fn count_field(paging: &Paging, schema: &Schema) -> Option<&'static str> {
    let Shape::Object { fields } = schema.shape else {
        return None;
    };
    let mut numbers = fields
        .iter()
        .filter(|field| matches!(field.schema.plain().shape, Shape::Integer { .. }))
        .map(|field| field.name)
        .filter(|name| *name != paging.page && *name != paging.limit);
    let count = numbers.next()?;
    numbers.next().is_none().then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_cover_every_row_once() {
        for total in [0, 1, 2, 3, 4, 5, 7, 8, 9, 1000, 1001] {
            for limit in [1, 2, 3, 4, 7, 1000, 1001] {
                let pages = (0..).map(|page| bounds(page, limit, total)).take_while(|range| !range.is_empty());
                assert_eq!(pages.flatten().collect::<Vec<_>>(), (0..total).collect::<Vec<_>>(), "{total} by {limit}");
            }
        }
    }

    #[test]
    fn odd_numbers_give_empty_pages() {
        assert!(bounds(0, 0, 5).is_empty());
        assert!(bounds(1, 5, 5).is_empty());
        assert!(bounds(i64::MAX, i64::MAX, 5).is_empty());
        assert_eq!(bounds(0, i64::MAX, 5), 0..5);
    }
}
