//! `/_emulator/executions/ID/…`: ends an execution, or repeats it.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use axum::http::StatusCode;
use axum::response::Response;
use ncloud_dataflow::models::ExecutionStatus;
use serde_json::json;

pub(super) async fn complete(control: &Control, call: &Call) -> Result<Response, ControlError> {
    end(control, call, ExecutionStatus::Completed).await
}

pub(super) async fn fail(control: &Control, call: &Call) -> Result<Response, ControlError> {
    end(control, call, ExecutionStatus::Failed).await
}

pub(super) async fn cancel(control: &Control, call: &Call) -> Result<Response, ControlError> {
    end(control, call, ExecutionStatus::Canceled).await
}

/// Starts another execution of the same job, with the same settings and parameters.
pub(super) async fn rerun(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let execution = call.account.service.rerun(call.argument(), control.quirks).await?;
    let mut response = json_response(&json!(execution));
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

async fn end(control: &Control, call: &Call, status: ExecutionStatus) -> Result<Response, ControlError> {
    let execution = call.account.service.end_execution(call.argument(), status, control.quirks).await?;
    Ok(json_response(&json!(execution)))
}
