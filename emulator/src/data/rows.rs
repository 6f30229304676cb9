//! The rows of the listings: documented or synthetic.

use crate::data::sample;
use crate::data::synthetic::SyntheticRows;
use crate::error::EmulatorError;
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
    /// Starts with the documented examples. A listing without one starts with a single made-up row, and one of
    /// resources that are kept elsewhere without any.
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

    /// Replaces the rows of a listing by `count` synthetic ones, made from `template` or else from the first row.
    pub(crate) fn fill(&mut self, id: &str, count: usize, template: Option<Value>) -> Result<(), EmulatorError> {
        let listings = || self.operations.iter().filter_map(|operation| Some((*operation, listing(operation)?)));
        let Some((operation, (paging, schema))) = listings().find(|(operation, _)| operation.id == id) else {
            let known: Vec<&str> = listings().map(|(operation, _)| operation.id).collect();
            let message = format!("cannot fill '{id}', which is no listing; name one of {}", known.join(", "));
            return Err(EmulatorError::new(message));
        };
        let first = match self.listings.remove(operation.id) {
            Some(Rows::Stored(rows)) => rows.into_iter().next(),
            Some(Rows::Synthetic(rows)) => Some(rows.template().clone()),
            None => None,
        };
        let Some((item, template)) = item(paging, schema).zip(template.or(first)) else {
            return Err(EmulatorError::new(format!("cannot fill '{id}': there is no row to make others from")));
        };
        let rows = SyntheticRows::new(operation, paging, item, template, count);
        self.listings.insert(operation.id, Rows::Synthetic(Arc::new(rows)));
        Ok(())
    }

    /// The rows that belong to the values of the path; none if the path names something that has none.
    ///
    /// A row matches_path to a value if its field of the same name holds it, or if it has no such field.
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

    /// The synthetic rows, if a listing was filled and has the row that they were made from; else the rows it has.
    pub(crate) fn synthetic_or(&self, id: &str, rows: Vec<Value>) -> Selection {
        match self.listings.get(id) {
            Some(Rows::Synthetic(synthetic)) if rows.iter().any(|row| synthetic.is_template(row)) => {
                Selection::Synthetic(Arc::clone(synthetic))
            }
            _ => Selection::Stored(rows),
        }
    }
}

fn listing(operation: &Operation) -> Option<(&Paging, &'static Schema)> {
    operation.paging.as_ref().zip(operation.response)
}

/// The shape of a row.
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
        // A path holds text; a number or a boolean is compared as it is written.
        Some(other) => other.to_string().as_str() == wanted,
        None => true,
    })
}

/// The rows of one request.
pub(crate) enum Selection {
    Stored(Vec<Value>),
    Synthetic(Arc<SyntheticRows>),
}

impl Selection {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Stored(rows) => rows.len(),
            Self::Synthetic(rows) => rows.count(),
        }
    }

    /// Some of the rows, made one by one as they are asked for.
    pub(crate) fn slice(self, range: Range<usize>) -> Box<dyn Iterator<Item = Value> + Send> {
        match self {
            Self::Stored(rows) => Box::new(rows.into_iter().skip(range.start).take(range.len())),
            Self::Synthetic(rows) => Box::new(range.map(move |index| rows.row(index))),
        }
    }
}
