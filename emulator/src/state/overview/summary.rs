//! A run in a list.

use crate::state::run::Run;
use crate::state::timestamp::{self, Timestamp};
use ncloud_dataflow::Outcome;
use ncloud_dataflow::models::ExecutionStatus;
use ncloud_runtime::DateTime;
use serde_json::{Value, json};

/// Returns the word that a page shows for a state.
pub(super) fn outcome(status: Option<&ExecutionStatus>) -> &'static str {
    match (status, status.and_then(ExecutionStatus::outcome)) {
        (_, Some(Outcome::Success)) => "succeeded",
        (_, Some(Outcome::Failure)) => "failed",
        (_, Some(Outcome::Cancelled)) => "canceled",
        (Some(ExecutionStatus::Ready), _) => "waiting",
        (Some(ExecutionStatus::Running), _) => "running",
        _ => "unknown",
    }
}

/// The times of a run that are not in the future.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Times {
    pub(super) created: Option<i64>,
    pub(super) started: Option<i64>,
    pub(super) ended: Option<i64>,
    /// Time of the next change of the state.
    pub(super) next: Option<i64>,
}

impl Times {
    pub(super) fn of(run: &Run, now: Timestamp) -> Self {
        let Some(plan) = &run.plan else {
            let execution = &run.execution;
            return Self {
                created: millis(execution.created_date.as_ref()),
                started: millis(execution.start_date.as_ref()),
                ended: millis(execution.end_date.as_ref()),
                next: None,
            };
        };
        let past = |time: Timestamp| (now >= time).then(|| time.millis());
        let next = [plan.started, plan.ended].into_iter().find(|time| now < *time);
        Self {
            created: Some(plan.created.millis()),
            started: past(plan.started),
            ended: past(plan.ended),
            next: next.map(Timestamp::millis),
        }
    }

    /// Returns the milliseconds from the start to the end, or to now.
    pub(super) fn duration(self, now: Timestamp) -> Option<i64> {
        Some(self.ended.unwrap_or_else(|| now.millis()).saturating_sub(self.started?).max(0))
    }
}

/// Returns the milliseconds since 1970 of a date of a resource; `None` if it is not a date.
pub(super) fn millis(date: Option<&DateTime>) -> Option<i64> {
    timestamp::millis(timestamp::civil(date?)?)
}

/// Returns a run for a list.
pub(super) fn summary(run: &Run, now: Timestamp) -> Value {
    let (execution, times, status) = (&run.execution, Times::of(run, now), run.status(now));
    let (id, name) = (execution.trigger_id.as_deref(), execution.trigger_name.as_deref());
    let trigger = id.or(name).map(|_| json!({"id": id, "name": name}));
    json!({
        "id": run.id(),
        "job": {"id": run.job_id(), "name": execution.job_name.as_deref()},
        "status": status.map(ExecutionStatus::as_str),
        "outcome": outcome(status),
        "created": times.created,
        "started": times.started,
        "ended": times.ended,
        "nextChange": times.next,
        "trigger": trigger,
        "workflow": run.workflow_id.as_deref(),
        "workers": execution.executor_num,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::run::{Plan, Timing};
    use ncloud_dataflow::models::JobExecution;
    use std::time::Duration;

    #[test]
    fn summary_follows_the_clock_as_the_api_does() {
        let created = Timestamp::from_millis(1_700_000_000_000);
        let plan = Plan::new(created, Timing::REALISTIC, ExecutionStatus::Failed);
        let run = Run { execution: JobExecution::default(), workflow_id: None, plan: Some(plan) };
        for (seconds, outcome, next) in
            [(0, "waiting", Some(2000)), (2, "running", Some(7000)), (7, "failed", None), (99, "failed", None)]
        {
            let now = created.after(Duration::from_secs(seconds));
            let shown = summary(&run, now);
            assert_eq!(shown["outcome"], outcome, "after {seconds} s");
            assert_eq!(shown["status"], run.at(now).status.unwrap_or_default().as_str());
            assert_eq!(shown["nextChange"], json!(next.map(|next| created.millis() + next)));
        }
    }

    #[test]
    fn every_documented_state_has_an_outcome() {
        for (text, expected) in [
            ("READY", "waiting"),
            ("RUNNING", "running"),
            ("COMPLETED", "succeeded"),
            ("FAILED", "failed"),
            ("CANCELED", "canceled"),
            ("SOMETHING", "unknown"),
        ] {
            assert_eq!(outcome(Some(&ExecutionStatus::from(text))), expected);
        }
        assert_eq!(outcome(None), "unknown");
    }
}
