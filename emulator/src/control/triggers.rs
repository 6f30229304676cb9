//! `/_emulator/triggers`: when triggers start workflows, and when they did.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use crate::journal::happenings::firing_json;
use crate::state::{Timestamp, TriggerTimes};
use axum::response::Response;
use serde_json::{Value, json};

/// Returns the triggers, the newest first, and the last starts, oldest first.
pub(super) fn get(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let service = &call.account.service;
    let triggers: Vec<Value> = service.trigger_times().iter().map(to_json).collect();
    let firings: Vec<Value> = service.firings().iter().map(firing_json).collect();
    Ok(json_response(&json!({"triggers": triggers, "firings": firings})))
}

fn to_json(times: &TriggerTimes) -> Value {
    let mut object = json!({
        "id": times.trigger.trigger_id,
        "name": times.trigger.name,
        "next": times.next.iter().map(|time| Timestamp::text(*time)).collect::<Vec<_>>(),
    });
    match &times.schedule {
        Ok(words) => object["schedule"] = json!(words),
        Err(problem) => object["problem"] = json!(problem),
    }
    object
}
