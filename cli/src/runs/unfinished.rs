//! Runs of a job or a workflow that are going, or that were created recently.

use crate::context::Context;
use crate::failure::Failure;
use ncloud_dataflow::models::{ExecutionType, JobExecution};
use ncloud_dataflow::{Client, ExecutionSearch, ExecutionSource, Window, WindowBy};

/// How far back "recently" reaches, in milliseconds: two days, more than the longest timeout of a run.
const RECENT: i64 = 2 * 24 * 3600 * 1000;

/// Tolerance for clocks that differ, in milliseconds: what the gateway accepts for signatures, 5 minutes.
const CLOCKS: i64 = 5 * 60 * 1000;

/// Returns the job with this ID.
pub(crate) fn job(id: &str) -> ExecutionSource {
    ExecutionSource { id: id.into(), ..ExecutionSource::default() }
}

/// Returns the executions that have not ended, newest first.
pub(crate) async fn going(client: &Client, source: &ExecutionSource) -> Result<Vec<JobExecution>, Failure> {
    let mut runs = search(client, source, Window::default()).await?;
    runs.retain(|run| !run.has_ended());
    Ok(runs)
}

/// Returns all executions.
pub(crate) async fn all(client: &Client, source: &ExecutionSource) -> Result<Vec<JobExecution>, Failure> {
    search(client, source, Window::default()).await
}

/// Returns the executions that were alive in the last two days.
pub(crate) async fn recent(
    client: &Client,
    source: &ExecutionSource,
    context: &Context,
) -> Result<Vec<JobExecution>, Failure> {
    let since = context.now().as_millisecond() - RECENT;
    search(client, source, Window { since: Some(since), ..Window::default() }).await
}

/// Returns the executions that were created in the last minutes.
pub(crate) async fn just_created(
    client: &Client,
    source: &ExecutionSource,
    context: &Context,
) -> Result<Vec<JobExecution>, Failure> {
    let since = context.now().as_millisecond() - CLOCKS;
    search(client, source, Window { since: Some(since), by: WindowBy::Created, ..Window::default() }).await
}

async fn search(client: &Client, source: &ExecutionSource, window: Window) -> Result<Vec<JobExecution>, Failure> {
    let found = ExecutionSearch::of(client, [source.clone()]).window(window).send().await?;
    if let Some(unread) = found.unread.into_iter().next() {
        return Err(unread.error.into());
    }
    let runs = found.executions.into_iter().map(|found| found.execution);
    // The listing of a workflow may have runs of its jobs that were started directly.
    Ok(runs.filter(|run| !source.is_workflow || run.r#type != Some(ExecutionType::Job)).collect())
}
