//! `/_emulator/faults`: the rules for injected faults.

use super::call::{Call, Control};
use super::json_object::JsonObject;
use super::reply::{ControlError, json_response};
use crate::faults::fault::Fault;
use crate::faults::rule::FaultRule;
use crate::nearest;
use axum::response::Response;
use serde_json::Value;

/// Returns the rules, with the numbers of requests that they have met.
pub(super) fn list(_: &Control, call: &Call) -> Result<Response, ControlError> {
    Ok(json_response(&call.account.faults.to_json()))
}

/// Replaces all rules.
pub(super) fn set(_: &Control, call: &Call) -> Result<Response, ControlError> {
    let body = call.json()?;
    let object = JsonObject::new("the body", &body, &["faults", "seed"])?;
    let rules = object.array("faults")?.ok_or_else(|| object.missing("faults"))?;
    let rules = rules.iter().enumerate().map(|(index, value)| rule(index, value));
    replace(call, rules.collect::<Result<_, _>>()?, object.integer("seed")?)
}

/// Removes all rules.
pub(super) fn clear(_: &Control, call: &Call) -> Result<Response, ControlError> {
    replace(call, Vec::new(), None)
}

fn replace(call: &Call, rules: Vec<FaultRule>, seed: Option<u64>) -> Result<Response, ControlError> {
    call.account.set_faults(rules, seed).map_err(|(message, hint)| ControlError::bad_request(message, hint))?;
    Ok(json_response(&call.account.faults.to_json()))
}

fn rule(index: usize, value: &Value) -> Result<FaultRule, ControlError> {
    let place = format!("faults[{index}]");
    let object = JsonObject::new(&place, value, &["fault", "rate", "operation", "skip", "times"])?;
    let name = object.string("fault")?.ok_or_else(|| object.missing("fault"))?;
    let fault = Fault::from_name(name).ok_or_else(|| unknown_fault(&place, name))?;
    let count =
        |name| object.integer(name).map(|count| count.map(|count| usize::try_from(count).unwrap_or(usize::MAX)));
    Ok(FaultRule {
        fault,
        rate: object.number("rate")?,
        operation: object.string("operation")?.map(str::to_owned),
        skip: count("skip")?.unwrap_or_default(),
        times: count("times")?,
    })
}

fn unknown_fault(place: &str, name: &str) -> ControlError {
    let names = Fault::ALL.map(Fault::name);
    let list = names.join(", ");
    let hint = match nearest::name(name, names) {
        Some(near) => format!("did you mean '{near}'? Faults: {list}"),
        None => format!("faults: {list}"),
    };
    ControlError::bad_request(format!("{place}: there is no fault '{}'", name.escape_debug()), hint)
}
