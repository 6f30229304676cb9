//! `/_emulator/requests`: the last API requests.

use super::call::{Call, Control};
use super::reply::{ControlError, json_response};
use crate::journal::entry::JournalEntry;
use crate::journal::log::CAPACITY;
use axum::response::Response;
use serde_json::{Value, json};

/// Returns the requests, oldest first.
pub(super) fn list(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let requests: Vec<Value> = call.account.journal.entries().iter().map(JournalEntry::to_json).collect();
    Ok(json_response(&json!({
        "requests": requests,
        "kept": CAPACITY,
        "replays": call.account.journal.replays(),
    })))
}

/// Forgets the requests.
pub(super) fn clear(control: &Control, call: &Call) -> Result<Response, ControlError> {
    call.account.journal.clear();
    list(control, call)
}
