//! The rows of the listings: documented or synthetic.

use crate::data::sample;
use crate::data::synthetic::SyntheticRows;
use crate::error::EmulatorError;
use crate::quirks::ListingOrder;
use ncloud_runtime::operation::{Example, Operation, Paging, Role};
use ncloud_runtime::schema::{Schema, Shape};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The rows of all listings, by operation.
pub(crate) struct Listings {
    operations: &'static [&'static Operation],
    listings: BTreeMap<&'static str, Rows>,
}

enum Rows {
    Stored(Vec<Value>),
    Synthetic(Arc<SyntheticRows>),
}

impl Listings {
    /// Starts with the documented examples. A listing without an example has one made-up row. A stateful listing has
    /// none: its rows are in the store.
    pub(crate) fn new(
        operations: &'static [&'static Operation],
        examples: &[Example],
        is_stateful: impl Fn(&str) -> bool,
    ) -> Self {
        let listings = operations.iter().filter_map(|operation| {
            let (paging, schema) = listing(operation)?;
            if is_stateful(operation.id) {
                return Some((operation.id, Rows::Stored(Vec::new())));
            }
            let mut answer =
                sample::documented(operation.id, Role::Response, examples).unwrap_or_else(|| sample::of_schema(schema));
            let rows = match answer.get_mut(paging.items).map(Value::take) {
                Some(Value::Array(rows)) => rows,
                _ => Vec::new(),
            };
            Some((operation.id, Rows::Stored(rows)))
        });
        Self { operations, listings: listings.collect() }
    }

    /// Replaces the rows of a listing with `count` synthetic ones, made from `template` or else from the first row.
    pub(crate) fn fill(&mut self, id: &str, count: usize, template: Option<Value>) -> Result<(), EmulatorError> {
        let listings = || self.operations.iter().filter_map(|operation| Some((*operation, listing(operation)?)));
        let Some((operation, (paging, schema))) = listings().find(|(operation, _)| operation.id == id) else {
            let known: Vec<&str> = listings().map(|(operation, _)| operation.id).collect();
            let message = format!("cannot fill '{id}': it is not a listing; use one of {}", known.join(", "));
            return Err(EmulatorError::new(message));
        };
        let first = match self.listings.remove(operation.id) {
            Some(Rows::Stored(rows)) => rows.into_iter().next(),
            Some(Rows::Synthetic(rows)) => Some(rows.template().clone()),
            None => None,
        };
        let Some((item, template)) = item(paging, schema).zip(template.or(first)) else {
            return Err(EmulatorError::new(format!("cannot fill '{id}': there is no row to use as a template")));
        };
        let rows = SyntheticRows::new(operation, paging, item, template, count);
        self.listings.insert(operation.id, Rows::Synthetic(Arc::new(rows)));
        Ok(())
    }

    /// Returns the rows that match the values of the path; `None` if there are none.
    ///
    /// A row matches a value if its field of the same name has that value, or if it has no such field.
    pub(crate) fn select(&self, id: &str, path: &[(&'static str, String)]) -> Option<Selection> {
        match self.listings.get(id)? {
            Rows::Stored(rows) => {
                let rows: Vec<Value> = rows.iter().filter(|row| matches_path(row, path)).cloned().collect();
                (!rows.is_empty()).then_some(Selection::Stored(rows))
            }
            Rows::Synthetic(rows) => {
                matches_path(rows.template(), path).then(|| Selection::Synthetic(Arc::clone(rows)))
            }
        }
    }

    /// Returns the key of the template if the listing was filled.
    pub(crate) fn template_key(&self, id: &str) -> Option<&str> {
        match self.listings.get(id)? {
            Rows::Synthetic(rows) => rows.template_key(),
            Rows::Stored(_) => None,
        }
    }

    /// Returns the synthetic rows of a filled listing if it contains their template; otherwise returns the page.
    pub(crate) fn synthetic_or(&self, id: &str, page: PageRows) -> Selection {
        match self.listings.get(id) {
            Some(Rows::Synthetic(synthetic)) if page.has_template => Selection::Synthetic(Arc::clone(synthetic)),
            _ => Selection::Page(page),
        }
    }
}

fn listing(operation: &Operation) -> Option<(&Paging, &'static Schema)> {
    operation.paging.as_ref().zip(operation.response)
}

/// Returns the schema of a row.
fn item(paging: &Paging, schema: &'static Schema) -> Option<&'static Schema> {
    let Shape::Object { fields } = schema.shape else {
        return None;
    };
    match fields.iter().find(|field| field.name == paging.items)?.schema.plain().shape {
        Shape::Array { items } => Some(items),
        _ => None,
    }
}

fn matches_path(row: &Value, path: &[(&'static str, String)]) -> bool {
    path.iter().all(|(name, wanted)| match row.get(name) {
        Some(Value::String(text)) => text == wanted,
        // The path holds strings; a number or a boolean is compared by its JSON text.
        Some(other) => other.to_string().as_str() == wanted,
        None => true,
    })
}

/// The rows of one page of a listing, in its order.
pub(crate) struct PageRows {
    /// Number of rows of the listing.
    pub(crate) total: usize,
    pub(crate) rows: Box<dyn Iterator<Item = Value> + Send>,
    /// True if the listing, not only the page, contains the template of its synthetic rows.
    pub(crate) has_template: bool,
}

/// The rows of one request.
pub(crate) enum Selection {
    /// The requested page only.
    Page(PageRows),
    Stored(Vec<Value>),
    Synthetic(Arc<SyntheticRows>),
}

impl Selection {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Page(page) => page.total,
            Self::Stored(rows) => rows.len(),
            Self::Synthetic(rows) => rows.count(),
        }
    }

    /// Returns a range of the rows in this order. They are stored newest first; synthetic ones are made on demand.
    pub(crate) fn slice(self, range: Range<usize>, order: ListingOrder) -> Box<dyn Iterator<Item = Value> + Send> {
        let last = self.len().saturating_sub(1);
        let place = move |index: usize| match order {
            ListingOrder::NewestFirst => index,
            ListingOrder::OldestFirst => last.saturating_sub(index),
        };
        match self {
            Self::Page(page) => page.rows,
            Self::Stored(rows) => Box::new(range.filter_map(move |index| rows.get(place(index)).cloned())),
            Self::Synthetic(rows) => Box::new(range.map(move |index| rows.row(place(index)))),
        }
    }
}
