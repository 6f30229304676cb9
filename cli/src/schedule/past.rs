//! A trigger whose only time is in the past.

use super::words::date;
use crate::json::Json;
use jiff::Timestamp;
use ncloud_dataflow::models::{CreateTriggerRequest, TriggerRule};
use ncloud_dataflow::schedule::Schedule;

/// Returns a note if the body of a new trigger starts something once, and the time has passed.
pub(crate) fn note_of_body(body: &Json, now: Timestamp) -> Option<String> {
    let request: CreateTriggerRequest = serde_json::from_str(&body.to_string()).ok()?;
    let rule = serde_json::to_string(&request.trigger_rule).ok()?;
    let rule: TriggerRule = serde_json::from_str(&rule).ok()?;
    match Schedule::from_rule(&rule) {
        Ok(Schedule::Once(moment)) if moment <= now => {
            let (name, moment) = (&request.name, date(moment));
            Some(format!("note: trigger '{name}' starts nothing: its only time, {moment} KST, is in the past"))
        }
        _ => None,
    }
}
