//! Arguments and result of a handler.

use super::outcomes::Outcomes;
use super::row::Row;
use super::timestamp::Timestamp;
use crate::data::page::Requested;
use crate::data::rows::PageRows;
use crate::http::arguments::Arguments;
use crate::http::response::ErrorResponse;
use crate::quirks::{ListingOrder, NameFilter, Quirks};
use ncloud_runtime::operation::{Operation, Place};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::ops::Range;

/// A call of an operation. Its arguments are checked against the table.
pub(super) struct Call<'a> {
    pub(super) operation: &'static Operation,
    pub(super) arguments: &'a Arguments,
    pub(super) body: Option<&'a Value>,
    pub(super) now: Timestamp,
    pub(super) outcomes: &'a Outcomes,
    pub(super) quirks: Quirks,
    /// Key of the row that the synthetic rows of the listing are made from.
    pub(super) template: Option<&'a str>,
}

impl Call<'_> {
    /// Returns the ID in the path with this number, from 0.
    pub(super) fn id(&self, number: usize) -> &str {
        self.arguments.path(number)
    }

    /// Returns the rows of the requested page, counted from the newest, and true if the page begins with the oldest.
    pub(super) fn page_range(&self, total: usize) -> (Range<usize>, bool) {
        let Some(paging) = &self.operation.paging else {
            return (0..0, false);
        };
        let range = Requested::new(paging, self.arguments, self.quirks).range(total);
        match self.quirks.order {
            ListingOrder::NewestFirst => (range, false),
            ListingOrder::OldestFirst => (total.saturating_sub(range.end)..total.saturating_sub(range.start), true),
        }
    }

    /// Returns the requested page of a listing. `newest_first` are its resources; only the page becomes JSON.
    pub(super) fn page<'r, T, R>(
        &self,
        newest_first: impl Iterator<Item = &'r T> + Clone,
        to_row: impl Fn(&T) -> R,
    ) -> Result<Reply, ErrorResponse>
    where
        T: Row + 'r,
        R: Serialize,
    {
        let total = newest_first.clone().count();
        let is_template = |row: &T| Some(row.id()) == self.template;
        let has_template = self.template.is_some() && newest_first.clone().any(is_template);
        let (range, oldest_first) = self.page_range(total);
        let rows = newest_first.skip(range.start).take(range.len()).map(|row| json(&to_row(row)));
        let mut rows: Vec<Value> = rows.collect::<Result<_, _>>()?;
        if oldest_first {
            rows.reverse();
        }
        Ok(Reply::Rows(PageRows { total, rows: Box::new(rows.into_iter()), has_template }))
    }

    /// Decodes the body. A missing optional body is an empty object.
    pub(super) fn body<T: DeserializeOwned>(&self) -> Result<T, ErrorResponse> {
        let body = self.body.cloned().unwrap_or_else(|| Value::Object(Default::default()));
        // The table has accepted the body; the model may be stricter.
        serde_json::from_value(body).map_err(|error| ErrorResponse::bad_parameter(format!("body: {error}")))
    }

    /// Returns the query value with the name of the ID in the path of another operation; `None` if it was not sent.
    pub(super) fn id_in_query(&self, other: &Operation) -> Option<&str> {
        let id = other.parameters.iter().rfind(|parameter| parameter.place == Place::Path)?;
        self.arguments.query(id.name)
    }

    /// Returns the query value with this number, from 0, without page and limit; `None` if it was not sent.
    pub(super) fn query(&self, number: usize) -> Option<&str> {
        let paging = self.operation.paging.as_ref();
        let of_paging = |name| paging.is_some_and(|paging| name == paging.page || name == paging.limit);
        let mut parameters =
            self.operation.parameters.iter().filter(|one| one.place == Place::Query && !of_paging(one.name));
        self.arguments.query(parameters.nth(number)?.name)
    }

    /// Returns true if a name matches the name filter of a listing. The filter is its only query parameter except page
    /// and limit.
    pub(super) fn matches_name(&self, name: Option<&str>) -> bool {
        let Some(wanted) = self.query(0) else {
            return true;
        };
        name.is_some_and(|name| match self.quirks.name_filter {
            NameFilter::Whole => name == wanted,
            NameFilter::Part => name.contains(wanted),
        })
    }
}

/// Result of a handler.
pub(crate) enum Reply {
    /// The whole body.
    Value(Value),
    /// The requested page of a listing.
    Rows(PageRows),
}

impl Reply {
    pub(super) fn value(model: &impl Serialize) -> Result<Self, ErrorResponse> {
        json(model).map(Self::Value)
    }

    /// Returns `true`, the documented response of calls without a result.
    pub(super) fn success() -> Result<Self, ErrorResponse> {
        Ok(Self::Value(Value::Bool(true)))
    }
}

pub(super) fn json(model: &impl Serialize) -> Result<Value, ErrorResponse> {
    serde_json::to_value(model).map_err(|error| ErrorResponse::internal_error(error.to_string()))
}
