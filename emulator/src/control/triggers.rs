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
    let (id, name) = (&times.trigger.trigger_id, &times.trigger.name);
    let next: Vec<String> = times.next.iter().map(|time| Timestamp::text(*time)).collect();
    match &times.schedule {
        Ok(words) => json!({"id": id, "name": name, "schedule": words, "next": next}),
        Err(problem) => json!({"id": id, "name": name, "problem": problem, "next": next}),
    }
}
