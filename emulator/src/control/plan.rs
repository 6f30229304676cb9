//! `/_emulator/plan`: scripted outcomes of executions.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use crate::outcome_plan::OutcomePlan;
use axum::response::Response;
use serde_json::json;

/// Returns the outcomes by job.
pub(super) fn get(_: &Control, call: &Call) -> Result<Response, ControlError> {
    Ok(json_response(&json!(call.account.service.plan().texts())))
}

/// Replaces the plan: YAML or JSON.
pub(super) fn set(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let hint = "send a plan such as nightly: [COMPLETED 14m, FAILED 2m]";
    let plan = OutcomePlan::from_yaml(call.text()?)
        .map_err(|error| ControlError::bad_request(error.message(), hint).with_details(error.details().to_vec()))?;
    call.account.service.set_plan(plan);
    get(control, call)
}

/// Removes the plan.
pub(super) fn clear(control: &Control, call: &Call) -> Result<Response, ControlError> {
    call.account.service.set_plan(OutcomePlan::default());
    get(control, call)
}
