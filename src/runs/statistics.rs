//! How long runs take, and how often they succeed.

use super::window::millis;
use crate::Outcome;
use crate::models::JobExecution;
use std::time::Duration;

impl JobExecution {
    /// Returns how long the run has run: from its start to its end. `None` if it has not ended, and if a date is missing
    /// or not readable.
    #[must_use]
    #[inline]
    pub fn running_duration(&self) -> Option<Duration> {
        between(millis(self.start_date.as_ref())?, millis(self.end_date.as_ref())?)
    }

    /// Returns how long the run has run by now: to its end, or to `now` if it has not ended. `now` is in milliseconds
    /// since 1970-01-01T00:00:00Z. `None` if it has not started, or has ended without a date.
    #[must_use]
    #[inline]
    pub fn running_duration_at(&self, now: i64) -> Option<Duration> {
        match self.has_ended() {
            true => self.running_duration(),
            false => between(millis(self.start_date.as_ref())?, now),
        }
    }

    /// Returns how long the run has waited: from its creation to its start.
    ///
    /// It is not documented whether the creation date belongs to the run or to its job. [`RunStatistics`] recognizes a
    /// creation date that all runs share.
    #[must_use]
    #[inline]
    pub fn waiting_duration(&self) -> Option<Duration> {
        between(millis(self.created_date.as_ref())?, millis(self.start_date.as_ref())?)
    }
}

#[inline]
fn between(from: i64, to: i64) -> Option<Duration> {
    Some(Duration::from_millis(u64::try_from(to.checked_sub(from)?).ok()?))
}

/// What a run counts as in statistics.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum RunOutcome {
    /// It succeeded.
    Succeeded,
    /// It failed.
    Failed,
    /// It was canceled.
    Canceled,
    /// It has not ended.
    Unfinished,
    /// It has ended in a state that is not documented.
    Unknown,
}

impl JobExecution {
    /// Returns what the run counts as in statistics.
    #[must_use]
    #[inline]
    pub fn run_outcome(&self) -> RunOutcome {
        match self.outcome() {
            Some(Outcome::Success) => RunOutcome::Succeeded,
            Some(Outcome::Failure) => RunOutcome::Failed,
            Some(Outcome::Cancelled) => RunOutcome::Canceled,
            None if self.has_ended() => RunOutcome::Unknown,
            None => RunOutcome::Unfinished,
        }
    }
}

/// Statistics of the runs of a job, or of any other executions.
///
/// ```
/// use ncloud_dataflow::models::{ExecutionStatus, JobExecution};
/// use ncloud_dataflow::{DateTime, RunStatistics};
///
/// let run = |status, end: &str| JobExecution {
///     status: Some(status),
///     start_date: Some(DateTime::from("2026-11-24T01:00:00+09:00")),
///     end_date: Some(DateTime::from(end)),
///     ..JobExecution::default()
/// };
/// let runs = [
///     run(ExecutionStatus::Completed, "2026-11-24T01:14:00+09:00"),
///     run(ExecutionStatus::Completed, "2026-11-24T01:16:00+09:00"),
///     run(ExecutionStatus::Failed, "2026-11-24T01:00:09+09:00"),
/// ];
/// let statistics = RunStatistics::of(&runs);
/// assert_eq!(statistics.failed, 1);
/// assert_eq!(statistics.running.unwrap().median.as_secs(), 14 * 60);
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct RunStatistics {
    /// Number of runs that succeeded.
    pub succeeded: usize,
    /// Number of runs that failed.
    pub failed: usize,
    /// Number of runs that were canceled.
    pub canceled: usize,
    /// Number of runs that have not ended.
    pub unfinished: usize,
    /// Number of runs that have ended in a state that is not documented.
    pub unknown: usize,
    /// Running times of the runs that succeeded.
    pub running: Option<Durations>,
    /// Waiting times of the runs that succeeded. `None` if all runs have the same creation date, which is then the job's.
    pub waiting: Option<Durations>,
}

impl RunStatistics {
    /// Computes the statistics of these executions.
    #[inline]
    pub fn of<'e>(executions: impl IntoIterator<Item = &'e JobExecution>) -> Self {
        let mut statistics = Self::default();
        let (mut running, mut waiting, mut created) = (Vec::new(), Vec::new(), Vec::new());
        for execution in executions {
            match execution.run_outcome() {
                RunOutcome::Succeeded => {
                    statistics.succeeded += 1;
                    running.extend(execution.running_duration());
                    waiting.extend(execution.waiting_duration());
                }
                RunOutcome::Failed => statistics.failed += 1,
                RunOutcome::Canceled => statistics.canceled += 1,
                RunOutcome::Unknown => statistics.unknown += 1,
                RunOutcome::Unfinished => statistics.unfinished += 1,
            }
            created.extend(millis(execution.created_date.as_ref()));
        }
        created.sort_unstable();
        let is_of_job = created.len() > 1 && created.first() == created.last();
        statistics.running = Durations::of(running);
        statistics.waiting = Durations::of(waiting).filter(|_| !is_of_job);
        statistics
    }

    /// Returns the number of runs with an outcome.
    #[must_use]
    #[inline]
    pub fn count(&self, outcome: RunOutcome) -> usize {
        match outcome {
            RunOutcome::Succeeded => self.succeeded,
            RunOutcome::Failed => self.failed,
            RunOutcome::Canceled => self.canceled,
            RunOutcome::Unfinished => self.unfinished,
            RunOutcome::Unknown => self.unknown,
        }
    }

    /// Number of all runs.
    #[must_use]
    #[inline]
    pub fn runs(&self) -> usize {
        self.succeeded + self.failed + self.canceled + self.unfinished + self.unknown
    }

    /// Returns the share of the runs that succeeded, from 0 to 1, among those that succeeded or failed. `None` if there
    /// are none.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^52 runs")]
    #[inline]
    pub fn success_rate(&self) -> Option<f64> {
        let ended = self.succeeded + self.failed;
        (ended > 0).then(|| self.succeeded as f64 / ended as f64)
    }
}

/// Percentiles of durations, by nearest rank: each is the duration of a run.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Durations {
    /// Number of durations.
    pub count: usize,
    /// Half of the runs took at most this long.
    pub median: Duration,
    /// 95 of 100 runs took at most this long.
    pub p95: Duration,
    /// The longest one.
    pub longest: Duration,
}

impl Durations {
    /// Computes the percentiles; `None` without durations.
    #[must_use]
    #[inline]
    pub fn of(mut durations: Vec<Duration>) -> Option<Self> {
        durations.sort_unstable();
        let rank = |percent: usize| durations.get((durations.len() * percent).div_ceil(100).saturating_sub(1)).copied();
        Some(Self { count: durations.len(), median: rank(50)?, p95: rank(95)?, longest: *durations.last()? })
    }
}

#[cfg(test)]
mod tests {
    use super::Durations;
    use std::time::Duration;

    /// The durations are 1 to n seconds, so the percentile p is the rank itself: n × p / 100, rounded up.
    #[test]
    fn percentiles_are_by_nearest_rank() {
        for (count, median, p95) in [(1, 1, 1), (2, 1, 2), (3, 2, 3), (20, 10, 19), (21, 11, 20), (100, 50, 95)] {
            let durations = Durations::of((1..=count).rev().map(Duration::from_secs).collect()).unwrap();
            assert_eq!((durations.median.as_secs(), durations.p95.as_secs()), (median, p95), "{count}");
            assert_eq!(durations.longest.as_secs(), count);
        }
        assert_eq!(Durations::of(Vec::new()), None);
    }
}
