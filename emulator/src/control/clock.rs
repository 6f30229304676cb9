//! `/_emulator/clock`: the time of resources, executions and triggers.

use super::call::{Call, Control};
use super::json_object::JsonObject;
use super::reply::{ControlError, json_response};
use crate::duration;
use crate::state::{ClockChange, Timestamp};
use axum::response::Response;
use serde_json::json;
use std::time::Duration;

const EXAMPLES: &str =
    r#"send {"speed":60}, {"speed":0}, {"now":"2026-12-01T09:00:00+09:00"} or {"advance":"1d2h30m"}"#;

/// Returns the time and the speed.
pub(super) fn get(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let clock = call.account.service.clock();
    Ok(json_response(&json!({"now": clock.now().text(), "speed": clock.speed()})))
}

/// Changes the clock.
pub(super) fn set(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let body = call.json()?;
    let object = JsonObject::new("the body", &body, &["speed", "now", "advance"])?;
    let change = ClockChange {
        speed: object.number("speed")?,
        now: object.string("now")?.map(time).transpose()?,
        advance: object.string("advance")?.map(duration).transpose()?,
    };
    if change.speed.is_none() && change.now.is_none() && change.advance.is_none() {
        return Err(ControlError::bad_request("the body changes nothing", EXAMPLES));
    }
    call.account.service.change_clock(change)?;
    get(control, call)
}

/// Shows the time of the machine again.
pub(super) fn reset(control: &Control, call: &Call) -> Result<Response, ControlError> {
    call.account.service.reset_clock();
    get(control, call)
}

fn time(text: &str) -> Result<Timestamp, ControlError> {
    text.parse().map(Timestamp::from_jiff).map_err(|_| {
        let message = format!("the field 'now' must be a date and time with offset, not '{}'", text.escape_debug());
        ControlError::bad_request(message, EXAMPLES)
    })
}

fn duration(text: &str) -> Result<Duration, ControlError> {
    let refused = || {
        let message = format!("the field 'advance' must be a time of 0 or more, not '{}'", text.escape_debug());
        ControlError::bad_request(message, EXAMPLES)
    };
    duration::read(text).ok_or_else(refused)
}
