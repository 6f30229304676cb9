//! Parameters and body of a request, checked against the table.

use crate::http::enum_values;
use crate::http::response::ErrorResponse;
use crate::http::target;
use axum::http::HeaderMap;
use ncloud_runtime::check::{self, Violation};
use ncloud_runtime::operation::{Operation, Parameter, Place};
use serde_json::Value;
use std::collections::BTreeMap;

/// The decoded parameters of a request, by name.
#[derive(Debug)]
pub(crate) struct Arguments {
    /// Values of the path, in the order of the template.
    pub(crate) path: Vec<(&'static str, String)>,
    query: BTreeMap<&'static str, String>,
    /// The first name in the query that is not a parameter of the operation.
    unknown: Option<String>,
}

impl Arguments {
    /// Takes the values of the path and parses an encoded query. Unknown query parameters are ignored.
    pub(crate) fn new(
        operation: &Operation,
        path: Vec<(&'static str, String)>,
        query: &str,
        headers: &HeaderMap,
    ) -> Result<Self, ErrorResponse> {
        let (query, unknown) = parse_query(operation, query)?;
        for parameter in operation.parameters {
            let value = match parameter.place {
                Place::Path => path.iter().find(|(name, _)| *name == parameter.name).map(|(_, value)| value.as_str()),
                Place::Query => query.get(parameter.name).map(String::as_str),
                Place::Header => headers.get(parameter.name).map(|value| value.to_str().unwrap_or("\u{fffd}")),
            };
            if let Some(violation) = check_parameter(parameter, value) {
                return Err(ErrorResponse::bad_parameter(violation.to_string()));
            }
        }
        Ok(Self { path, query, unknown })
    }

    /// Returns the first name in the query that is not a parameter of the operation. It is ignored.
    pub(crate) fn unknown_parameter(&self) -> Option<&str> {
        self.unknown.as_deref()
    }

    /// Removes a value of the query.
    pub(crate) fn remove_query(&mut self, name: &str) {
        self.query.remove(name);
    }

    /// Returns the value of the path with this number, from 0. Empty if the template has fewer; routing rules that out.
    pub(crate) fn path(&self, number: usize) -> &str {
        self.path.get(number).map_or("", |(_, value)| value)
    }

    /// Returns a value of the query; `None` if it was not sent.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// Returns an integer of the query; `None` if it was not sent.
    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.query.get(name)?.parse().ok()
    }
}

/// Known parameters by name, and the first unknown name.
type Query = (BTreeMap<&'static str, String>, Option<String>);

fn parse_query(operation: &Operation, query: &str) -> Result<Query, ErrorResponse> {
    let mut values = BTreeMap::new();
    let mut unknown = None;
    for (name, value) in target::pairs(query) {
        let (Some(name), Some(value)) = (target::decode_query(name), target::decode_query(value)) else {
            return Err(ErrorResponse::bad_request("the query has an invalid percent-encoding"));
        };
        let Some(parameter) = operation.parameter(&name).filter(|parameter| parameter.place == Place::Query) else {
            unknown.get_or_insert(name);
            continue;
        };
        if values.insert(parameter.name, value).is_some() {
            let details = format!("{name}: expected one value but found several");
            return Err(ErrorResponse::bad_parameter(details));
        }
    }
    Ok((values, unknown))
}

fn check_parameter(parameter: &Parameter, value: Option<&str>) -> Option<Violation> {
    match value {
        Some(value) => check::parameter(parameter, value),
        None => parameter.required.then(|| Violation {
            path: parameter.name.to_owned(),
            expected: "a value".to_owned(),
            found: "nothing".to_owned(),
        }),
    }
}

/// Returns the body of a request; `None` if the operation takes none or none was sent. The error lists every violation.
pub(crate) fn read_body(operation: &Operation, body: &[u8]) -> Result<Option<Value>, ErrorResponse> {
    let Some(expected) = &operation.body else {
        return Ok(None);
    };
    if body.is_empty() {
        return if expected.required {
            Err(ErrorResponse::bad_parameter("body: expected JSON but found nothing"))
        } else {
            Ok(None)
        };
    }
    let value = serde_json::from_slice(body)
        .map_err(|error| ErrorResponse::bad_parameter(format!("body: invalid JSON: {error}")))?;
    let mut violations: Vec<String> = check::value(expected.schema, &value).iter().map(Violation::to_string).collect();
    violations.extend(enum_values::unknown(expected.schema, &value));
    if violations.is_empty() { Ok(Some(value)) } else { Err(ErrorResponse::bad_parameter(violations.join("; "))) }
}
