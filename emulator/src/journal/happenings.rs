//! Events of what happens in an account.

use super::events::Events;
use crate::state::{Firing, Happening, Timestamp};
use serde_json::{Value, json};

/// Sends an event for each.
pub(crate) fn send(happened: &[Happening], events: &Events) {
    for happening in happened {
        match happening {
            Happening::Execution(execution) => events.send("execution", || {
                json!({
                    "execution": execution.job_execution_id,
                    "job": execution.job_id,
                    "status": execution.status,
                })
            }),
            Happening::Firing(firing) => events.send("firing", || firing_json(firing)),
            Happening::Resources => events.send("state", || json!({})),
            Happening::Clock => events.send("clock", || json!({})),
        }
    }
}

/// Returns the JSON object of a firing. Fields without a value are left out.
pub(crate) fn firing_json(firing: &Firing) -> Value {
    let mut object = json!({
        "time": date(firing.time),
        "trigger": firing.trigger_id,
        "workflow": firing.workflow_id,
        "executions": firing.execution_ids,
    });
    if let (Some(reason), Some(fields)) = (&firing.reason, object.as_object_mut()) {
        fields.insert("reason".to_owned(), json!(reason));
    }
    object
}

/// Returns a timestamp in Korean time, with milliseconds.
pub(crate) fn date(time: Timestamp) -> String {
    time.text()
}
