//! Changes of a response by the faults of its request.

use super::fault::Fault;
use super::mutate_response;
use super::rules::ActiveFaults;
use super::throttle;
use axum::body::{Body, HttpBody};
use axum::response::Response;
use ncloud_runtime::clock::Clock;
use ncloud_runtime::operation::Operation;
use std::sync::Arc;

/// Minimum size of a response head, bytes. A response that is cut before its body size plus this is never complete.
const MIN_HEAD: usize = 100;

/// Adds new values and fields to a response. Returns the fault that changed it.
pub(crate) async fn mutate(
    faults: ActiveFaults,
    operation: &Operation,
    response: Response,
) -> (Response, Option<Fault>) {
    let (Some(schema), true) = (operation.response, faults.has(Fault::NewValue) || faults.has(Fault::NewField)) else {
        return (response, None);
    };
    let (head, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let Ok(mut value) = serde_json::from_slice::<serde_json::Value>(&bytes) else {
        return (Response::from_parts(head, Body::from(bytes)), None);
    };
    let original = value.clone();
    if faults.has(Fault::NewValue) {
        mutate_response::insert_new_value(schema, &mut value);
    }
    let with_value = value.clone();
    if faults.has(Fault::NewField) {
        mutate_response::insert_new_field(schema, &mut value);
    }
    let applied = match (value != with_value, with_value != original) {
        (true, _) => Some(Fault::NewField),
        (false, true) => Some(Fault::NewValue),
        (false, false) => None,
    };
    (Response::from_parts(head, Body::from(value.to_string())), applied)
}

/// Slows a response down or breaks its connection with `break_after`. Returns the fault that does.
pub(crate) fn disturb(
    faults: ActiveFaults,
    response: Response,
    clock: Arc<dyn Clock>,
    break_after: impl FnOnce(usize),
) -> (Response, Option<Fault>) {
    let mut applied = None;
    let size = usize::try_from(response.body().size_hint().lower()).unwrap_or_default();
    let mut response = response;
    if faults.has(Fault::Slow) {
        applied = Some(Fault::Slow);
        response = response.map(|body| throttle::slow_body(body, clock));
    }
    if faults.has(Fault::Lost) {
        applied = Some(Fault::Lost);
        break_after(0);
    } else if faults.has(Fault::Cut) {
        applied = Some(Fault::Cut);
        break_after(faults.cut(size.saturating_add(MIN_HEAD)).max(1));
    }
    (response, applied)
}
