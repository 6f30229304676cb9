//! The runs that are known: from the service, and from the local record what the service has forgotten.

use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::{FoundExecution, RunOutcome};
use std::collections::HashSet;
use std::time::Duration;

/// A run, and its job.
#[derive(Clone, Debug)]
pub(crate) struct KnownRun {
    pub(crate) job_id: String,
    pub(crate) job_name: String,
    pub(crate) execution: JobExecution,
    /// Whether only the local record knows it.
    pub(crate) is_recorded_only: bool,
}

/// Known runs.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The runs, oldest first. A run without a date comes last, as it may be new.
    pub(crate) runs: Vec<KnownRun>,
    /// Number of runs that were started from this machine, and whose end is not known: the service has forgotten them.
    pub(crate) lost: usize,
}

impl KnownRun {
    pub(crate) fn id(&self) -> &str {
        &self.execution.job_execution_id
    }

    pub(crate) fn outcome(&self) -> RunOutcome {
        self.execution.run_outcome()
    }

    /// Returns when it started, or was created if it has not started, in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn begin(&self) -> Option<i64> {
        let dates = [&self.execution.start_date, &self.execution.created_date];
        dates.into_iter().flatten().find_map(|date| date.to_millis_in_korea().ok())
    }

    /// Returns when it ended, in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn end(&self) -> Option<i64> {
        self.execution.end_date.as_ref()?.to_millis_in_korea().ok()
    }

    fn from_found(found: &FoundExecution) -> Self {
        Self {
            job_id: found.job_id().to_owned(),
            job_name: found.job_name().to_owned(),
            execution: found.execution.clone(),
            is_recorded_only: false,
        }
    }

    fn from_record(execution: JobExecution) -> Self {
        let job_id = execution.job_id.as_deref().unwrap_or_default().to_owned();
        let name = execution.job_name.as_deref().filter(|name| !name.is_empty());
        Self { job_name: name.unwrap_or(&job_id).to_owned(), job_id, execution, is_recorded_only: true }
    }
}

impl Known {
    /// Joins the runs of the service and the runs of the record that `keeps` accepts.
    pub(crate) fn join(
        found: &[FoundExecution],
        recorded: impl IntoIterator<Item = JobExecution>,
        keeps: impl Fn(&JobExecution) -> bool,
    ) -> Self {
        let mut seen = HashSet::new();
        let mut runs: Vec<KnownRun> = found.iter().map(KnownRun::from_found).collect();
        runs.retain(|run| run.id().is_empty() || seen.insert(run.id().to_owned()));
        let forgotten = recorded.into_iter().filter(|run| !seen.contains(&*run.job_execution_id) && keeps(run));
        let (ended, lost): (Vec<_>, Vec<_>) = forgotten.partition(JobExecution::has_ended);
        runs.extend(ended.into_iter().map(KnownRun::from_record));
        runs.sort_by_key(|run| (run.begin().unwrap_or(i64::MAX), run.id().to_owned()));
        Self { runs, lost: lost.len() }
    }

    /// Returns a sentence about the runs whose end is not known.
    pub(crate) fn lost_note(&self) -> Option<String> {
        let (runs, are) = match self.lost {
            0 => return None,
            1 => ("1 run that was".to_owned(), "is"),
            count => (format!("{count} runs that were"), "are"),
        };
        Some(format!(
            "{runs} started from this machine {are} left out: the service does not list them, and their end is not known"
        ))
    }
}

/// Returns the run that ran longest, among those that have ended.
pub(crate) fn slowest<'r>(runs: impl IntoIterator<Item = &'r KnownRun>) -> Option<(&'r KnownRun, Duration)> {
    let timed = runs.into_iter().filter_map(|run| Some((run, run.execution.running_duration()?)));
    timed.max_by_key(|(_, time)| *time)
}
