//! `/_emulator/docs` and `/_emulator/choices`: what the page `/docs` and the forms of the site need.

use super::call::{Call, Control};
use super::query::Query;
use super::reply::{ControlError, json_response};
use crate::faults::fault::Fault;
use crate::site::reference::reference;
use crate::site::snippets::Target;
use axum::response::Response;
use ncloud_dataflow::models::ExecutionStatus;
use ncloud_dataflow::operations::OPERATIONS;
use serde_json::json;

/// States of a run, in the order of its life.
const STATUSES: [ExecutionStatus; 5] = [
    ExecutionStatus::Ready,
    ExecutionStatus::Running,
    ExecutionStatus::Completed,
    ExecutionStatus::Failed,
    ExecutionStatus::Canceled,
];

/// Returns the API reference. The query has the address in the examples.
pub(super) fn get(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let query = Query::new(call, &["endpoint"])?;
    let endpoint = query.required("endpoint")?;
    let host = endpoint.strip_prefix("http://").or_else(|| endpoint.strip_prefix("https://"));
    if host.is_none_or(|host| host.is_empty() || host.contains(|letter: char| letter == '/' || letter.is_control())) {
        let message = format!("'endpoint' is not an address: '{}'", endpoint.escape_debug());
        return Err(ControlError::bad_request(message, "write scheme, host and port, e.g. http://127.0.0.1:8080"));
    }
    let keys = &call.account.keys;
    let target = Target { endpoint, access_key: &keys.access_key, secret_key: &keys.secret_key };
    Ok(json_response(&reference(target, &call.account.service.samples())))
}

/// Returns the names that the forms offer.
pub(super) fn choices(_: &Control, call: &Call) -> Result<Response, ControlError> {
    Query::new(call, &[])?;
    Ok(json_response(&json!({
        "faults": Fault::ALL.map(Fault::name),
        "operations": OPERATIONS.iter().map(|operation| operation.id).collect::<Vec<_>>(),
        "statuses": STATUSES.iter().map(ExecutionStatus::as_str).collect::<Vec<_>>(),
    })))
}
