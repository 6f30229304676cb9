//! Arguments and result of a handler.

use super::outcomes::Outcomes;
use super::timestamp::Timestamp;
use crate::http::arguments::Arguments;
use crate::http::response::ErrorResponse;
use crate::quirks::{NameFilter, Quirks};
use ncloud_runtime::operation::{Operation, Place};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A call of an operation. Its arguments are checked against the table.
pub(super) struct Call<'a> {
    pub(super) operation: &'static Operation,
    pub(super) arguments: &'a Arguments,
    pub(super) body: Option<&'a Value>,
    pub(super) now: Timestamp,
    pub(super) outcomes: &'a Outcomes,
    pub(super) quirks: Quirks,
}

impl Call<'_> {
    /// Returns the ID in the path with this number, from 0.
    pub(super) fn id(&self, number: usize) -> &str {
        self.arguments.path(number)
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
    /// All rows of a listing. The response contains one page of them.
    Rows(Vec<Value>),
}

impl Reply {
    pub(super) fn value(model: &impl Serialize) -> Result<Self, ErrorResponse> {
        json(model).map(Self::Value)
    }

    /// Returns rows, in the order of the listing.
    pub(super) fn rows<T: Serialize>(models: impl Iterator<Item = T>) -> Result<Self, ErrorResponse> {
        let rows: Result<_, _> = models.map(|model| json(&model)).collect();
        rows.map(Self::Rows)
    }

    /// Returns `true`, the documented response of calls without a result.
    pub(super) fn success() -> Result<Self, ErrorResponse> {
        Ok(Self::Value(Value::Bool(true)))
    }
}

pub(super) fn json(model: &impl Serialize) -> Result<Value, ErrorResponse> {
    serde_json::to_value(model).map_err(|error| ErrorResponse::internal_error(error.to_string()))
}
