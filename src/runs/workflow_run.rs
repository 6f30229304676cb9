//! The executions of one run of a workflow, and how it has ended.

use crate::models::JobExecution;
use crate::{Outcome, Text};

/// The executions of a workflow's run, as far as they can be distinguished from those of other runs.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WorkflowRun {
    /// The executions that were started with it, in the order of the listing. Where a job is [shared](Self::shared),
    /// all that may be.
    pub executions: Vec<JobExecution>,
    /// IDs of the jobs that have more than one of the executions: another run was started at the same time, and which
    /// execution belongs to which is ambiguous.
    pub shared: Vec<Text>,
    /// IDs of the jobs of the workflow that were not started, because another did not succeed.
    pub not_started: Vec<Text>,
}

impl WorkflowRun {
    #[inline]
    pub(super) fn new(executions: Vec<JobExecution>, jobs: &[Text]) -> Self {
        let count = |job: &Text| executions.iter().filter(|execution| Self::job_of(execution) == job).count();
        let shared = jobs.iter().filter(|job| count(job) > 1).cloned().collect();
        let not_started = jobs.iter().filter(|job| count(job) == 0).cloned().collect();
        Self { executions, shared, not_started }
    }

    /// ID of the job of an execution.
    #[inline]
    pub(super) fn job_of(execution: &JobExecution) -> &str {
        execution.job_id.as_deref().unwrap_or_default()
    }

    /// Returns how it ended: a failure if a job failed, else canceled if one was canceled, else a success if every job
    /// succeeded.
    ///
    /// `None` if nothing says how: nothing was started, a job that did not start has no failure before it, an execution
    /// ended in a state that the documentation does not list, or the executions of a [shared](Self::shared) job ended in
    /// different ways.
    #[inline]
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let ends: Vec<_> = self.executions.iter().map(|execution| self.end_of_job(Self::job_of(execution))).collect();
        let bad = [Outcome::Failure, Outcome::Cancelled].into_iter().find(|bad| ends.contains(&Some(*bad)));
        bad.or_else(|| self.has_succeeded().then_some(Outcome::Success))
    }

    /// How a job ended in this run; none if that is ambiguous.
    #[inline]
    fn end_of_job(&self, job: &str) -> Option<Outcome> {
        let mut ends =
            self.executions.iter().filter(|execution| Self::job_of(execution) == job).map(JobExecution::outcome);
        let first = ends.next()?;
        ends.all(|end| end == first).then_some(first)?
    }

    /// Whether every job was started and succeeded.
    #[inline]
    pub(super) fn has_succeeded(&self) -> bool {
        !self.executions.is_empty() && self.not_started.is_empty() && !self.has_other_ends()
    }

    /// Whether something was started, and all of it has ended.
    #[inline]
    pub(super) fn is_at_rest(&self) -> bool {
        !self.executions.is_empty() && self.executions.iter().all(JobExecution::has_ended)
    }

    /// Whether an execution has not succeeded.
    #[inline]
    pub(super) fn has_other_ends(&self) -> bool {
        self.executions.iter().any(|execution| execution.outcome() != Some(Outcome::Success))
    }

    /// Whether the executions and their states are the same.
    #[inline]
    pub(super) fn has_same_executions(&self, other: &Self) -> bool {
        let has = |one: &JobExecution| {
            let mut mine = self.executions.iter();
            mine.any(|mine| mine.job_execution_id == one.job_execution_id && mine.status == one.status)
        };
        self.executions.len() == other.executions.len() && other.executions.iter().all(has)
    }

    /// How far it is, for a person.
    #[inline]
    pub(super) fn progress(&self) -> String {
        let ended = self.executions.iter().filter(|execution| execution.has_ended()).count();
        match self.executions.len() {
            0 => "not started".to_owned(),
            started => format!("running: {started} started, {ended} ended, {} to come", self.not_started.len()),
        }
    }
}
