//! `/_emulator/state` and `/_emulator/reset`: all resources at once.

use super::accounts::resources;
use super::call::{Call, Control};
use super::reply::{ControlError, json_response, with_type};
use crate::state::{ChangeError, NewResources};
use axum::body::Body;
use axum::response::Response;
use serde_json::json;

/// Returns all resources, as a file that `emulator export` writes.
pub(super) async fn get(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let (data, name) = (control.data.clone(), call.account.name.clone());
    // It waits for the commit of what it has seen.
    let text = tokio::task::spawn_blocking(move || data.text(&name)).await;
    let failed = |reason: String| ControlError::from(ChangeError::not_carried_out(reason));
    let text = text.map_err(|error| failed(error.to_string()))?.map_err(|error| failed(error.to_string()))?;
    Ok(with_type("application/json", Body::from(text)))
}

/// Replaces all resources by the content of a file that `emulator export` wrote.
pub(super) async fn set(_: &Control, call: &Call) -> Result<Response, ControlError> {
    replace(call, NewResources::State(call.json()?)).await
}

/// Starts anew, with the first resources of the emulator, or with the body. Clock, faults and journal stay as they are.
pub(super) async fn reset(_: &Control, call: &Call) -> Result<Response, ControlError> {
    replace(call, resources(call)?).await
}

async fn replace(call: &Call, resources: NewResources) -> Result<Response, ControlError> {
    call.account.service.reset(&resources).await?;
    Ok(json_response(&json!({"reset": true})))
}
