//! `/_emulator/executions/ID/…`: ends an execution, or repeats it.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response, with_type};
use axum::body::Body;
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

/// Returns the end of the console log as text.
pub(super) fn log(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let id = call.argument();
    let path = call.account.service.console_log_path(id)?;
    let missing = |message: String, hint: &str| ControlError::new(StatusCode::NOT_FOUND, message, hint);
    let Some(consoles) = control.accounts.consoles() else {
        return Err(missing("the emulator writes no console logs".to_owned(), "start it with --logs FOLDER"));
    };
    let text = path.and_then(|path| consoles.read(&path));
    let text = text.ok_or_else(|| {
        let message = format!("execution '{}' has no console log", id.escape_debug());
        missing(message, "a log needs a log path in the settings of the job, and a run that has started")
    })?;
    Ok(with_type("text/plain; charset=utf-8", Body::from(text)))
}

async fn end(control: &Control, call: &Call, status: ExecutionStatus) -> Result<Response, ControlError> {
    let execution = call.account.service.end_execution(call.argument(), status, control.quirks).await?;
    Ok(json_response(&json!(execution)))
}
