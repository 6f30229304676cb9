//! Searches runs for a command, and reports what could not be read.

use crate::api::resolve;
use crate::failure::{CliError, Failure};
use crate::record::Record;
use crate::runs::filter::Filter;
use crate::session::Session;
use crate::terminal::output_streams::Streams;
use ncloud_dataflow::operations::{GET_JOB_EXECUTIONS, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::{Client, ExecutionSearch, FoundExecution, FoundExecutions, Unread};

/// Maximum number of jobs that a message lists.
const MAX_LISTED: usize = 10;

/// Result of a search: the runs, newest first, and what could not be read.
pub(crate) struct Found {
    pub(crate) runs: Vec<FoundExecution>,
    pub(crate) unread: Vec<Unread>,
}

/// Searches the runs that a filter keeps.
pub(crate) async fn search(client: &Client, filter: &Filter) -> Result<Found, Failure> {
    let mut sources = resolve::sources(client, &GET_JOB_EXECUTIONS, &filter.jobs, false).await?;
    sources.extend(resolve::sources(client, &GET_WORKFLOW_EXECUTIONS, &filter.workflows, true).await?);
    let search = match sources.is_empty() {
        true => ExecutionSearch::all_jobs(client),
        false => ExecutionSearch::of(client, sources),
    };
    let FoundExecutions { mut executions, unread, .. } = search.window(filter.window).send().await?;
    executions.retain(|run| filter.keeps(&run.execution));
    Ok(Found { runs: without_duplicates(executions), unread })
}

/// Removes runs that both a job and a workflow have listed.
fn without_duplicates(mut runs: Vec<FoundExecution>) -> Vec<FoundExecution> {
    let mut seen = std::collections::HashSet::new();
    runs.retain(|run| {
        let id = &run.execution.job_execution_id;
        id.is_empty() || seen.insert(id.clone())
    });
    runs
}

impl Found {
    /// Keeps the runs that have ended in the local record, so that each is found by its ID later.
    pub(crate) async fn record(&self, client: &Client, session: &mut Session<'_, '_>) {
        let record = Record::open(client, session.matches, session.context).await;
        record.add_found(&self.runs, session.context, session.streams);
    }

    /// Reports the jobs that could not be read. As long as there are any, no command may say that there is nothing.
    pub(crate) fn check_complete(self, streams: &mut Streams<'_>) -> Result<(), Failure> {
        if self.unread.is_empty() {
            return Ok(());
        }
        for unread in self.unread.iter().take(MAX_LISTED) {
            let noun = if unread.source.is_workflow { "workflow" } else { "job" };
            let name = unread.source.name.as_deref().unwrap_or(&unread.source.id);
            streams.note(&format!("note: the runs of {noun} '{name}' could not be read: {}", unread.error));
        }
        if self.unread.len() > MAX_LISTED {
            streams.note(&format!("note: and of {} more", self.unread.len() - MAX_LISTED));
        }
        let count = self.unread.len();
        match self.unread.into_iter().next() {
            Some(first) if first.error.is_auth() => Err(first.error.into()),
            _ => Err(incomplete(count)),
        }
    }
}

fn incomplete(count: usize) -> Failure {
    let jobs = if count == 1 { "one job or workflow".to_owned() } else { format!("{count} jobs or workflows") };
    CliError::response(format!("the result is incomplete: {jobs} could not be read"), "run the command again").into()
}
