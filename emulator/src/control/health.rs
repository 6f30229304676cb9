//! `GET /healthz`

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use axum::response::Response;
use serde_json::json;

/// Returns that the emulator serves requests.
pub(super) fn get(_: &Control, _: &Call) -> Result<Response, ControlError> {
    Ok(json_response(&json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")})))
}
