//! `/_emulator/faults`: the rules for injected faults.

use super::call::{Call, Control};
use super::json_object::JsonObject;
use super::reply::{ControlError, json_response};
use crate::error::EmulatorError;
use crate::faults::fault::Fault;
use crate::faults::rule::FaultRule;
use crate::faults::rules::{CountedRule, FaultRules};
use crate::nearest;
use axum::response::Response;
use serde_json::{Map, Value, json};

/// Returns the rules, with the numbers of requests that they have met.
pub(super) fn list(control: &Control, _: &Call) -> Result<Response, ControlError> {
    Ok(json_response(&to_json(&control.faults)))
}

/// Replaces all rules.
pub(super) fn set(control: &Control, call: &Call) -> Result<Response, ControlError> {
    let body = call.json()?;
    let object = JsonObject::new("the body", &body, &["faults", "seed"])?;
    let rules = object.array("faults")?.ok_or_else(|| object.missing("faults"))?;
    let rules = rules.iter().enumerate().map(|(index, value)| rule(index, value));
    replace(control, rules.collect::<Result<_, _>>()?, object.integer("seed")?)
}

/// Removes all rules.
pub(super) fn clear(control: &Control, _: &Call) -> Result<Response, ControlError> {
    replace(control, Vec::new(), None)
}

fn replace(control: &Control, rules: Vec<FaultRule>, seed: Option<u64>) -> Result<Response, ControlError> {
    control.faults.set(rules, seed).map_err(|(message, hint)| ControlError::bad_request(message, hint))?;
    control.events.send("faults", || to_json(&control.faults));
    Ok(json_response(&to_json(&control.faults)))
}

impl Control {
    /// Replaces all rules, as [`set`] does.
    pub(crate) fn set_faults(&self, rules: Vec<FaultRule>) -> Result<(), EmulatorError> {
        self.faults.set(rules, None).map_err(|(message, hint)| EmulatorError::new(format!("{message}; {hint}")))?;
        self.events.send("faults", || to_json(&self.faults));
        Ok(())
    }
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

fn to_json(faults: &FaultRules) -> Value {
    let (rules, seed) = faults.list();
    json!({"faults": rules.iter().map(rule_json).collect::<Vec<_>>(), "seed": seed})
}

/// Returns a rule without the fields that are not set, and its counts.
fn rule_json(counted: &CountedRule) -> Value {
    let rule = &counted.rule;
    let fields = [
        ("fault", Some(json!(rule.fault.name()))),
        ("rate", rule.rate.map(|rate| json!(rate))),
        ("operation", rule.operation.as_ref().map(|id| json!(id))),
        ("skip", (rule.skip > 0).then(|| json!(rule.skip))),
        ("times", rule.times.map(|times| json!(times))),
        ("matched", Some(json!(counted.matched))),
        ("applied", Some(json!(counted.applied))),
    ];
    let present = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(present.collect::<Map<_, _>>())
}
