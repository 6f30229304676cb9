//! A span of time, and which executions belong to it.

use crate::DateTime;
use crate::models::JobExecution;
use std::time::Duration;

/// A span of time: from `since`, before `until`.
///
/// Dates of executions without an offset are read as Korean time.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Window {
    /// Start, in milliseconds since 1970-01-01T00:00:00Z. `None`: no limit.
    pub since: Option<i64>,
    /// End, in milliseconds since 1970-01-01T00:00:00Z. `None`: no limit.
    pub until: Option<i64>,
    /// What an execution is chosen by.
    pub by: WindowBy,
}

/// What an execution is chosen by.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum WindowBy {
    /// It was alive at some time of the window: created before its end, and not ended before its start.
    ///
    /// A run that was created at 21:00 and failed at 03:00 belongs to the night.
    #[default]
    Alive,
    /// It was created in the window.
    Created,
    /// It was started in the window.
    Started,
    /// It ended in the window.
    Ended,
}

impl Window {
    /// Returns whether an execution belongs to the window. An execution whose date is missing or not readable does: it
    /// must not get lost.
    #[must_use]
    #[inline]
    pub fn contains(&self, execution: &JobExecution) -> bool {
        let (created, started, ended) = (
            millis(execution.created_date.as_ref()),
            millis(execution.start_date.as_ref()),
            millis(execution.end_date.as_ref()),
        );
        let (first, last) = match self.by {
            // The date may be the job's creation, so it counts only as the earlier limit.
            WindowBy::Alive => (created.into_iter().chain(started).min(), ended),
            WindowBy::Created => (created, created),
            WindowBy::Started => (started, started),
            WindowBy::Ended => (ended, ended),
        };
        let begins = self.until.zip(first).is_none_or(|(until, first)| first < until);
        let ends = self.since.zip(last).is_none_or(|(since, last)| last >= since);
        // What has not started or ended yet is in no window of starts or ends.
        let has_date = match self.by {
            WindowBy::Started => execution.start_date.is_some() || execution.has_ended(),
            WindowBy::Ended => execution.end_date.is_some() || execution.has_ended(),
            WindowBy::Alive | WindowBy::Created => true,
        };
        begins && ends && has_date
    }
}

/// Returns a date as milliseconds since 1970-01-01T00:00:00Z; `None` if it is missing or not readable.
#[inline]
pub(super) fn millis(date: Option<&DateTime>) -> Option<i64> {
    date?.to_millis_in_korea().ok()
}

/// Maximum timeout of a run. Source: `timeout` of the requests, vendor page of createJob, 2026-10-08.
const MAX_TIMEOUT: Duration = Duration::from_secs(1440 * 60);

/// Decides when a listing has no more executions of a window, although the order of listings is not documented.
///
/// It ends at the first execution that is older than every run of the window can be, if all executions so far were in
/// descending order. An execution without a timeout may run forever, so it switches the decision off.
#[derive(Debug, Default)]
pub(super) struct EndOfWindow {
    last_start: Option<i64>,
    last_created: Option<i64>,
    longest_wait: i64,
    is_unordered: bool,
}

impl EndOfWindow {
    /// Returns whether no later row can belong to the window.
    #[inline]
    pub(super) fn is_after(&mut self, execution: &JobExecution, window: &Window) -> bool {
        let (created, started) = (millis(execution.created_date.as_ref()), millis(execution.start_date.as_ref()));
        self.is_unordered |= rises(&mut self.last_start, started) || rises(&mut self.last_created, created);
        let timeout = execution.job_condition.as_ref().and_then(|condition| condition.timeout);
        self.is_unordered |= timeout.is_some_and(|minutes| minutes <= 0);
        // Only an execution that has started says how old the following ones are: the creation date may be the job's.
        let (Some(since), Some(created), Some(started)) = (window.since, created, started) else {
            return false;
        };
        self.longest_wait = self.longest_wait.max(started - created);
        let oldest = since - as_millis(MAX_TIMEOUT) - self.longest_wait;
        !self.is_unordered && created.max(started) < oldest
    }
}

/// Returns whether a date is later than the last one.
#[inline]
fn rises(last: &mut Option<i64>, date: Option<i64>) -> bool {
    let Some(date) = date else {
        return false;
    };
    last.replace(date).is_some_and(|last| date > last)
}

#[inline]
pub(super) fn as_millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{EndOfWindow, Window};
    use crate::DateTime;
    use crate::models::{JobCondition, JobExecution};

    /// An execution that was created at a time and started at another.
    fn run(created: &str, started: Option<&str>, timeout: i64) -> JobExecution {
        JobExecution {
            created_date: Some(DateTime::from(created)),
            start_date: started.map(DateTime::from),
            job_condition: Some(JobCondition { timeout: Some(timeout), ..JobCondition::default() }),
            ..JobExecution::default()
        }
    }

    fn is_after(runs: &[JobExecution]) -> Vec<bool> {
        let since = DateTime::from("2026-11-24T00:00:00Z").to_millis().ok();
        let window = Window { since, ..Window::default() };
        let mut end = EndOfWindow::default();
        runs.iter().map(|run| end.is_after(run, &window)).collect()
    }

    fn started(date: &str) -> JobExecution {
        run(date, Some(date), 60)
    }

    /// The longest timeout is 24 hours, so a run of 23:59 on November 22 has ended before the window.
    #[test]
    fn a_listing_ends_before_the_longest_timeout() {
        let runs = ["2026-11-24T01:00:00Z", "2026-11-23T00:00:00Z", "2026-11-22T23:59:00Z"].map(started);
        assert_eq!(is_after(&runs), [false, false, true]);
    }

    #[test]
    fn the_longest_wait_counts_too() {
        let waited = run("2026-11-23T20:00:00Z", Some("2026-11-24T01:00:00Z"), 60);
        let later = ["2026-11-22T20:00:00Z", "2026-11-22T18:00:00Z"].map(started);
        assert_eq!(is_after(&[waited, later[0].clone(), later[1].clone()]), [false, false, true]);
    }

    #[test]
    fn doubtful_listings_are_read_to_the_end() {
        let rising = ["2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", "2026-11-01T00:00:00Z"].map(started);
        assert_eq!(is_after(&rising)[1..], [false, false], "the order is not descending");
        let old = "2026-11-01T00:00:00Z";
        assert_eq!(is_after(&[run(old, Some(old), 0)]), [false], "no timeout");
        assert_eq!(is_after(&[run(old, None, 60)]), [false], "the creation may be the job's");
    }
}
