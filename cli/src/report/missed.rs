//! Starts that were expected and did not happen.

use crate::runs::planned::{self, Comparison};
use jiff::Timestamp;
use serde::Serialize;

/// What is known about starts that did not happen.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Missed {
    /// Why they are not known; `None` if they were looked for.
    pub(crate) unknown_because: Option<String>,
    pub(crate) starts: Vec<MissedStart>,
}

/// A start that was expected and did not happen.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MissedStart {
    pub(crate) workflow_name: String,
    pub(crate) trigger_name: String,
    /// When it was expected, in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) expected_millis: i64,
}

impl Missed {
    /// Returns that missed starts are not known.
    pub(crate) fn unknown(reason: &str) -> Self {
        Self { unknown_because: Some(reason.to_owned()), starts: Vec::new() }
    }

    /// Returns the result of a comparison of triggers with runs.
    pub(crate) fn of(comparison: Comparison) -> Self {
        let start = |missed: planned::Missed| {
            Some(MissedStart {
                expected_millis: missed.expected.parse::<Timestamp>().ok()?.as_millisecond(),
                workflow_name: missed.workflow_name.unwrap_or(missed.workflow_id),
                trigger_name: missed.trigger_name.unwrap_or(missed.trigger_id),
            })
        };
        let unread = comparison.unread.first();
        Self {
            unknown_because: unread.map(|error| format!("not every workflow could be read: {error}")),
            starts: comparison.missed.into_iter().filter_map(start).collect(),
        }
    }
}
