//! The executions of one run of a workflow, and how it has ended.

use crate::models::JobExecution;
use crate::{Outcome, Text};

/// The executions of one run of a workflow.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WorkflowRun {
    /// The executions of this run, in the order of the listing. If a job is [shared](Self::shared), all of its executions
    /// that may belong to this run.
    pub executions: Vec<JobExecution>,
    /// IDs of the jobs with more than one execution: another run was started at the same time, and it is ambiguous which
    /// execution belongs to which run.
    pub shared: Vec<Text>,
    /// IDs of the jobs that were not started, because another job did not succeed.
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

    /// Returns how the run ended: a failure if a job failed, canceled if a job was canceled, and a success if every job
    /// succeeded.
    ///
    /// `None` if the outcome is not known: no job was started, a job was not started although none failed, an execution
    /// ended in an undocumented state, or the executions of a [shared](Self::shared) job ended differently.
    #[inline]
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let ends: Vec<_> = self.executions.iter().map(|execution| self.end_of_job(Self::job_of(execution))).collect();
        let bad = [Outcome::Failure, Outcome::Cancelled].into_iter().find(|bad| ends.contains(&Some(*bad)));
        bad.or_else(|| self.has_succeeded().then_some(Outcome::Success))
    }

    /// The outcome of a job in this run; `None` if it is ambiguous.
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

    /// Whether at least one job was started, and all started jobs have ended.
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

    /// The progress in words.
    #[inline]
    pub(super) fn progress(&self) -> String {
        let ended = self.executions.iter().filter(|execution| execution.has_ended()).count();
        match self.executions.len() {
            0 => "not started".to_owned(),
            started => format!("running: {started} started, {ended} ended, {} to come", self.not_started.len()),
        }
    }
}
