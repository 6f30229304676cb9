//! An execution, and its progress with the clock.

use super::timestamp::Timestamp;
use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
use ncloud_runtime::Text;
use std::time::Duration;

/// Durations of the two unfinished states of an execution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Timing {
    /// From its creation until it runs.
    pub(crate) ready: Duration,
    /// From its start until it ends.
    pub(crate) running: Duration,
}

impl Timing {
    /// Short enough for a test that waits by the clock of the machine.
    pub(crate) const FAST: Self = Self { ready: Duration::from_millis(20), running: Duration::from_millis(50) };
    /// Long enough for a person to watch a run.
    pub(crate) const REALISTIC: Self = Self { ready: Duration::from_secs(2), running: Duration::from_secs(5) };
}

/// A stored execution.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// The execution at its creation or at its end.
    pub(super) execution: JobExecution,
    /// Workflow that started it. No response shows it.
    pub(super) workflow_id: Option<Text>,
    /// Future state changes; `None` if it has ended.
    pub(super) plan: Option<Plan>,
}

/// Times of the state changes of an execution, fixed at its creation. The clock determines the current state.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    pub(super) created: Timestamp,
    pub(super) started: Timestamp,
    pub(super) ended: Timestamp,
    pub(super) outcome: ExecutionStatus,
    /// Number of reads so far, if reads make the progress.
    pub(super) reads: Option<u32>,
    /// True if a program decides when the execution ends, and how.
    pub(super) by_program: bool,
}

impl Plan {
    pub(super) fn new(now: Timestamp, timing: Timing, outcome: ExecutionStatus) -> Self {
        let started = now.after(timing.ready);
        let ended = started.after(timing.running);
        Self { created: now, started, ended, outcome, reads: None, by_program: false }
    }

    /// Returns the time of the next state change after a timestamp.
    pub(super) fn next_change(&self, now: Timestamp) -> Timestamp {
        let later = [self.started, self.ended].into_iter().filter(|time| *time > now);
        later.min().unwrap_or(Timestamp::NEVER)
    }
}

impl Run {
    pub(super) fn id(&self) -> &str {
        &self.execution.job_execution_id
    }

    pub(super) fn job_id(&self) -> &str {
        self.execution.job_id.as_deref().unwrap_or_default()
    }

    /// Returns the execution at a timestamp. It depends on nothing else, so requests do not change it.
    pub(super) fn at(&self, now: Timestamp) -> JobExecution {
        let mut execution = self.execution.clone();
        let Some(plan) = &self.plan else {
            return execution;
        };
        let until = |timestamp: Timestamp| now.min(timestamp).max(plan.created);
        // In seconds, although the page says minutes: only seconds fit its own example.
        execution.waiting_time = Some(until(plan.started).seconds_since(plan.created));
        execution.status = Some(ExecutionStatus::Ready);
        if now >= plan.started {
            execution.status = Some(ExecutionStatus::Running);
            execution.start_date = Some(plan.started.date());
            execution.running_time = Some(until(plan.ended).seconds_since(plan.started) / 60);
            if let Some(condition) = &mut execution.job_condition {
                condition.console_log_path =
                    condition.log_path.as_deref().map(|folder| self.console_log(folder, plan.started).into());
            }
        }
        if now >= plan.ended {
            execution.status = Some(plan.outcome.clone());
            execution.end_date = Some(plan.ended.date());
        }
        execution
    }

    /// Returns the status at a timestamp, without a copy of the execution.
    pub(super) fn status(&self, now: Timestamp) -> Option<&ExecutionStatus> {
        let Some(plan) = &self.plan else {
            return self.execution.status.as_ref();
        };
        Some(match now {
            _ if now >= plan.ended => &plan.outcome,
            _ if now >= plan.started => &ExecutionStatus::Running,
            _ => &ExecutionStatus::Ready,
        })
    }

    /// Returns true if the execution is ready or running.
    pub(super) fn is_unfinished(&self, now: Timestamp) -> bool {
        match &self.plan {
            Some(plan) => now < plan.ended,
            None => matches!(self.execution.status, Some(ExecutionStatus::Ready | ExecutionStatus::Running)),
        }
    }

    /// Ends the execution now, whatever its plan was.
    pub(super) fn end(&mut self, now: Timestamp, outcome: ExecutionStatus) {
        if let Some(plan) = &mut self.plan {
            plan.started = plan.started.min(now);
            plan.ended = now;
            plan.outcome = outcome;
        }
    }

    /// Returns true if reads make the progress.
    pub(super) fn counts_reads(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| plan.reads.is_some())
    }

    /// Counts a read. The execution starts at the first multiple of `step`, and ends at the second.
    pub(super) fn count_read(&mut self, now: Timestamp, step: u32) {
        let Some((plan, reads)) = self.plan.as_mut().and_then(|plan| plan.reads.map(|reads| (plan, reads))) else {
            return;
        };
        let reads = reads.saturating_add(1);
        plan.reads = Some(reads);
        if reads >= step {
            plan.started = plan.started.min(now);
        }
        if reads >= step.saturating_mul(2) {
            plan.ended = plan.ended.min(now);
        }
    }

    /// Cancels the execution.
    pub(super) fn cancel(&mut self, now: Timestamp) {
        let mut execution = self.at(now);
        execution.status = Some(ExecutionStatus::Canceled);
        execution.end_date = Some(now.date());
        self.execution = execution;
        self.plan = None;
    }

    /// Returns the path of the console log, in the format of the documented execution.
    pub(super) fn console_log(&self, folder: &str, started: Timestamp) -> String {
        let folder = folder.trim_end_matches('/');
        let (job, id, date) = (self.job_id(), self.id(), started.civil());
        format!("{folder}/console/{job}/{id}_{date}.log")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMING: Timing = Timing { ready: Duration::from_secs(2), running: Duration::from_secs(125) };

    #[track_caller]
    fn check(seconds: u64, status: &str, waiting: i64, running: Option<i64>) {
        let created = Timestamp::from_millis(1_700_000_000_000);
        let run = Run {
            execution: JobExecution::default(),
            workflow_id: None,
            plan: Some(Plan::new(created, TIMING, ExecutionStatus::Failed)),
        };
        let execution = run.at(created.after(Duration::from_secs(seconds)));
        assert_eq!(execution.status, Some(ExecutionStatus::from(status)));
        assert_eq!(execution.waiting_time, Some(waiting));
        assert_eq!(execution.running_time, running);
        assert_eq!(execution.start_date.is_some(), running.is_some());
        assert_eq!(execution.end_date.is_some(), status == "FAILED");
    }

    #[test]
    fn execution_progresses_with_the_clock() {
        check(0, "READY", 0, None);
        check(1, "READY", 1, None);
        check(2, "RUNNING", 2, Some(0));
        check(62, "RUNNING", 2, Some(1));
        check(126, "RUNNING", 2, Some(2));
        check(127, "FAILED", 2, Some(2));
        check(99_999, "FAILED", 2, Some(2));
    }

    #[test]
    fn clock_may_jump_back() {
        let plan = Plan::new(Timestamp::from_millis(0), TIMING, ExecutionStatus::Completed);
        let run = Run { execution: JobExecution::default(), workflow_id: None, plan: Some(plan) };
        let execution = run.at(Timestamp::from_millis(-60_000));
        assert_eq!(execution.status, Some(ExecutionStatus::Ready));
        assert_eq!(execution.waiting_time, Some(0));
    }
}
