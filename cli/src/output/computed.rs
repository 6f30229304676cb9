//! Columns that the program computes. Only tables have them; JSON is what the service has sent.

use crate::output::cell;
use crate::schedule::words_with_next;
use jiff::Timestamp;
use ncloud_dataflow::models::Trigger;
use ncloud_dataflow::operations::GET_TRIGGER;
use ncloud_dataflow::runtime::operation::Operation;
use ncloud_dataflow::schedule::Schedule;

/// Returns the title of the computed column; `None` for most operations. Triggers have their schedule in words.
pub(crate) fn title(operation: &Operation) -> Option<&'static str> {
    let rows = operation.paging.as_ref().map(|paging| paging.items).or(operation.command.rows);
    let row = match rows {
        Some(rows) => cell::element(cell::named(operation.response?, rows)?)?,
        None => operation.response?,
    };
    GET_TRIGGER.response.is_some_and(|trigger| std::ptr::eq(trigger, row)).then_some("SCHEDULE")
}

/// Returns the cell of a row; `None` if the trigger has no rule.
pub(crate) fn text(json: &str, now: Timestamp) -> Option<String> {
    let rule = serde_json::from_str::<Trigger>(json).ok()?.trigger_rule?;
    Some(match Schedule::from_rule(&rule) {
        Ok(schedule) => words_with_next(&schedule, now),
        Err(problem) => format!("unreadable: {problem}"),
    })
}
