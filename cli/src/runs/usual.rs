//! How long the runs of a job usually take.

use ncloud_dataflow::{Client, Durations, ExecutionSearch, ExecutionSource, RunStatistics, Window};

/// How far back runs are read, in milliseconds: 30 days.
const LOOK_BACK: i64 = 30 * 24 * 3600 * 1000;

/// Number of successful runs that are looked at.
const LATEST: usize = 20;

/// Returns the running times of the last successful runs of a job; `None` if there are none, or if they cannot be read:
/// nothing depends on them.
pub(crate) async fn of_job(client: &Client, job_id: &str, now: i64) -> Option<Durations> {
    let source = ExecutionSource { id: job_id.into(), ..ExecutionSource::default() };
    let window = Window { since: Some(now - LOOK_BACK), ..Window::default() };
    let found = ExecutionSearch::of(client, [source]).window(window).send().await.ok()?;
    let runs = found.executions.iter().map(|found| &found.execution);
    let succeeded = runs.filter(|run| run.outcome() == Some(ncloud_dataflow::Outcome::Success));
    RunStatistics::of(succeeded.take(LATEST)).running
}
