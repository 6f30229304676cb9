//! What a handler is given, and what it gives back.

use super::run::Timing;
use super::timestamp::Timestamp;
use crate::http::arguments::Arguments;
use crate::http::response::ErrorResponse;
use crate::quirks::{NameFilter, Quirks};
use ncloud_runtime::operation::{Operation, Place};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// One call of an operation, its arguments checked by the table.
pub(super) struct Call<'a> {
    pub(super) operation: &'static Operation,
    pub(super) arguments: &'a Arguments,
    pub(super) body: Option<Value>,
    pub(super) now: Timestamp,
    pub(super) timing: Timing,
    pub(super) quirks: Quirks,
}

impl Call<'_> {
    /// The id in the path with this number, from 0.
    pub(super) fn id(&self, number: usize) -> &str {
        self.arguments.path(number)
    }

    /// The body. An operation that may be called without one then gets an object without fields.
    pub(super) fn body<T: DeserializeOwned>(&self) -> Result<T, ErrorResponse> {
        let body = self.body.clone().unwrap_or_else(|| Value::Object(Default::default()));
        // The table was content with it; what the model asks beyond is as wrong.
        serde_json::from_value(body).map_err(|error| ErrorResponse::bad_parameter(format!("body: {error}")))
    }

    /// The value that the query gives for the id in the path of another operation; none if it gives none.
    pub(super) fn id_in_query(&self, other: &Operation) -> Option<&str> {
        let id = other.parameters.iter().rfind(|parameter| parameter.place == Place::Path)?;
        self.arguments.query(id.name)
    }

    /// The value of the query with this number, from 0, page and limit left out; none if it was not sent.
    pub(super) fn query(&self, number: usize) -> Option<&str> {
        let paging = self.operation.paging.as_ref();
        let of_paging = |name| paging.is_some_and(|paging| name == paging.page || name == paging.limit);
        let mut parameters =
            self.operation.parameters.iter().filter(|one| one.place == Place::Query && !of_paging(one.name));
        self.arguments.query(parameters.nth(number)?.name)
    }

    /// Whether the name filter of a listing, its only parameter of the query beside page and limit, lets a name through.
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

/// What a handler answers.
pub(crate) enum Reply {
    /// The whole body.
    Value(Value),
    /// All rows of a listing, of which the caller gets a page.
    Rows(Vec<Value>),
}

impl Reply {
    pub(super) fn value(model: &impl Serialize) -> Result<Self, ErrorResponse> {
        json(model).map(Self::Value)
    }

    /// Rows, the first one first.
    pub(super) fn rows<T: Serialize>(models: impl Iterator<Item = T>) -> Result<Self, ErrorResponse> {
        let rows: Result<_, _> = models.map(|model| json(&model)).collect();
        rows.map(Self::Rows)
    }

    /// The bare `true` of a call that has nothing else to say.
    pub(super) fn success() -> Result<Self, ErrorResponse> {
        Ok(Self::Value(Value::Bool(true)))
    }
}

pub(super) fn json(model: &impl Serialize) -> Result<Value, ErrorResponse> {
    serde_json::to_value(model).map_err(|error| ErrorResponse::internal_error(error.to_string()))
}
