//! Runs of a job that are going, or that were created recently.

use crate::context::Context;
use crate::failure::Failure;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::{Client, ExecutionSearch, ExecutionSource, Window, WindowBy};

/// How far back "recently" reaches, in milliseconds: two days, more than the longest timeout of a run.
const RECENT: i64 = 2 * 24 * 3600 * 1000;

/// Tolerance for clocks that differ, in milliseconds: what the gateway accepts for signatures, 5 minutes.
const CLOCKS: i64 = 5 * 60 * 1000;

/// Returns the runs of a job that have not ended, newest first.
pub(crate) async fn of_job(client: &Client, job_id: &str) -> Result<Vec<JobExecution>, Failure> {
    let mut runs = search(client, job_id, Window::default()).await?;
    runs.retain(|run| !run.has_ended());
    Ok(runs)
}

/// Returns the runs of a job that were alive in the last two days.
pub(crate) async fn recent_of_job(
    client: &Client,
    job_id: &str,
    context: &Context,
) -> Result<Vec<JobExecution>, Failure> {
    let since = context.now().as_millisecond() - RECENT;
    search(client, job_id, Window { since: Some(since), ..Window::default() }).await
}

/// Returns the runs of a job that were created in the last minutes.
pub(crate) async fn just_created(
    client: &Client,
    job_id: &str,
    context: &Context,
) -> Result<Vec<JobExecution>, Failure> {
    let since = context.now().as_millisecond() - CLOCKS;
    search(client, job_id, Window { since: Some(since), by: WindowBy::Created, ..Window::default() }).await
}

async fn search(client: &Client, job_id: &str, window: Window) -> Result<Vec<JobExecution>, Failure> {
    let source = ExecutionSource { id: job_id.into(), ..ExecutionSource::default() };
    let found = ExecutionSearch::of(client, [source]).window(window).send().await?;
    match found.unread.into_iter().next() {
        Some(unread) => Err(unread.error.into()),
        None => Ok(found.executions.into_iter().map(|found| found.execution).collect()),
    }
}
