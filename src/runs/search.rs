//! The executions of many jobs in a span of time.

use super::concurrent::Concurrent;
use super::window::{EndOfWindow, Window, millis};
use crate::generated::operations::{GET_JOB_EXECUTIONS, GET_WORKFLOW_EXECUTIONS};
use crate::models::JobExecution;
use crate::runtime::{RawPage, RawRow};
use crate::{Client, Error, Text};
use std::sync::Arc;

/// Number of listings that are read at the same time, unless it is set: as many as a client has connections by default.
const CONCURRENCY: usize = 64;

/// A search for the executions of all jobs, of some jobs or of one workflow.
///
/// The API lists executions of one job or one workflow only, and has no filter. A search reads all listings, several at
/// a time, and stops each as soon as no later row can belong to the window.
///
/// ```no_run
/// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
/// use ncloud_dataflow::{DateTime, ExecutionSearch, Outcome, Window};
///
/// let since = DateTime::from("2026-11-23T18:00:00+09:00").to_millis().ok();
/// let found = ExecutionSearch::all_jobs(&client).window(Window { since, ..Window::default() }).send().await?;
/// for run in found.executions.iter().filter(|run| run.execution.outcome() == Some(Outcome::Failure)) {
///     println!("{} of {} failed", run.execution.job_execution_id, run.job_name());
/// }
/// for unread in &found.unread {
///     println!("job {} could not be read: {}", unread.source.id, unread.error);
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a search does nothing until it is sent"]
pub struct ExecutionSearch {
    client: Client,
    scope: Scope,
    window: Window,
    concurrency: usize,
}

#[derive(Clone, Debug)]
enum Scope {
    AllJobs,
    Sources(Vec<ExecutionSource>),
}

/// What executions are listed of: a job or a workflow.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ExecutionSource {
    /// ID of the job or workflow.
    pub id: Text,
    /// Its name, if it is known.
    pub name: Option<Text>,
    /// Whether it is a workflow.
    pub is_workflow: bool,
}

/// An execution, and where it was found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FoundExecution {
    /// The execution.
    pub execution: JobExecution,
    /// The same as received.
    pub row: RawRow,
    /// The job or workflow whose listing has it.
    pub source: Arc<ExecutionSource>,
}

impl FoundExecution {
    /// ID of the job: from the execution, or of the job that it was listed for. Empty if neither has one.
    #[must_use]
    #[inline]
    pub fn job_id(&self) -> &str {
        let listed = (!self.source.is_workflow).then_some(&*self.source.id);
        self.execution.job_id.as_deref().filter(|id| !id.is_empty()).or(listed).unwrap_or_default()
    }

    /// Name of the job, or its ID if the name is not known.
    #[must_use]
    #[inline]
    pub fn job_name(&self) -> &str {
        let listed = self.source.name.as_deref().filter(|_| !self.source.is_workflow);
        self.execution.job_name.as_deref().filter(|name| !name.is_empty()).or(listed).unwrap_or(self.job_id())
    }
}

/// A job or workflow whose executions could not all be read.
#[derive(Debug)]
#[non_exhaustive]
pub struct Unread {
    /// The job or workflow.
    pub source: Arc<ExecutionSource>,
    /// Why. Executions before the error are in the result.
    pub error: Error,
}

/// Result of a search.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct FoundExecutions {
    /// The executions, newest first, by start or, if they have not started, by creation.
    pub executions: Vec<FoundExecution>,
    /// The jobs and workflows that could not be read completely. As long as there are any, nothing can be said about
    /// executions that are missing here.
    pub unread: Vec<Unread>,
    /// The jobs and workflows that were searched, in the order of their listing.
    pub sources: Vec<Arc<ExecutionSource>>,
}

impl ExecutionSearch {
    /// Searches the executions of all jobs.
    #[inline]
    pub fn all_jobs(client: &Client) -> Self {
        Self::with(client, Scope::AllJobs)
    }

    /// Searches the executions of these jobs and workflows.
    #[inline]
    pub fn of(client: &Client, sources: impl IntoIterator<Item = ExecutionSource>) -> Self {
        Self::with(client, Scope::Sources(sources.into_iter().collect()))
    }

    #[inline]
    fn with(client: &Client, scope: Scope) -> Self {
        Self { client: client.clone(), scope, window: Window::default(), concurrency: CONCURRENCY }
    }

    /// Keeps the executions of this window only. Default: all executions.
    #[inline]
    pub fn window(mut self, window: Window) -> Self {
        self.window = window;
        self
    }

    /// Sets the number of listings that are read at the same time. Default: 64.
    #[inline]
    pub fn concurrency(mut self, listings: usize) -> Self {
        self.concurrency = listings;
        self
    }

    /// Reads the executions.
    ///
    /// A job that is deleted during the search is left out. Any other job that cannot be read is in
    /// [`unread`](FoundExecutions::unread).
    ///
    /// # Errors
    ///
    /// If the jobs cannot be listed. If no listing can be read because of the credentials, that error.
    #[inline]
    pub async fn send(self) -> Result<FoundExecutions, Error> {
        let sources = match &self.scope {
            Scope::AllJobs => jobs(&self.client).await?,
            Scope::Sources(sources) => sources.clone(),
        };
        let sources: Vec<_> = sources.into_iter().map(Arc::new).collect();
        let is_listed = matches!(self.scope, Scope::AllJobs);
        let mut found = FoundExecutions { sources: sources.clone(), ..FoundExecutions::default() };
        let reads = sources.into_iter().map(|source| self.read(source));
        let mut reads = Concurrent::new(reads, self.concurrency);
        let mut is_any_read = false;
        while let Some((executions, error)) = reads.next().await {
            is_any_read |= error.is_none() || !executions.is_empty();
            found.executions.extend(executions);
            match error {
                Some(unread) if is_listed && unread.error.is_not_found() => {}
                unread => found.unread.extend(unread),
            }
            // Rejected credentials are not tried on every job.
            let rejections = || found.unread.iter().filter(|unread| unread.error.is_auth()).count();
            if !is_any_read && rejections() >= self.concurrency.max(1) {
                break;
            }
        }
        if let Some(rejected) = found.unread.iter().position(|unread| unread.error.is_auth()).filter(|_| !is_any_read) {
            return Err(found.unread.swap_remove(rejected).error);
        }
        found.executions.sort_by(|one, other| newest_first(&one.execution, &other.execution));
        Ok(found)
    }

    /// Reads the executions of one job or workflow.
    #[inline]
    async fn read(&self, source: Arc<ExecutionSource>) -> (Vec<FoundExecution>, Option<Unread>) {
        let operation = if source.is_workflow { &GET_WORKFLOW_EXECUTIONS } else { &GET_JOB_EXECUTIONS };
        let mut request = self.client.request(operation);
        if let Some(id) = operation.parameters.first() {
            request.set(id.name, &&*source.id);
        }
        let mut rows = request.items::<RawPage>();
        let (mut executions, mut end) = (Vec::new(), EndOfWindow::default());
        loop {
            let row = match rows.next().await {
                None => return (executions, None),
                Some(Err(error)) => return (executions, Some(Unread { source, error })),
                Some(Ok(row)) => row,
            };
            // A row that is no execution is kept: a search must not hide what it cannot read.
            let execution: JobExecution = serde_json::from_str(row.json()).unwrap_or_default();
            if end.is_after(&execution, &self.window) {
                return (executions, None);
            }
            if self.window.contains(&execution) {
                executions.push(FoundExecution { execution, row, source: Arc::clone(&source) });
            }
        }
    }
}

/// Lists all jobs.
#[inline]
async fn jobs(client: &Client) -> Result<Vec<ExecutionSource>, Error> {
    let mut items = client.get_jobs().items();
    let mut jobs = Vec::new();
    while let Some(job) = items.next().await {
        let job = job?;
        jobs.push(ExecutionSource { id: job.job_id, name: job.name, is_workflow: false });
    }
    Ok(jobs)
}

/// Order of executions: newest first. Executions without a date come first, as they may be new.
#[inline]
pub(super) fn newest_first(one: &JobExecution, other: &JobExecution) -> std::cmp::Ordering {
    let key = |execution: &JobExecution| {
        // The date may be the job's creation, so the later of both decides.
        let dates = [millis(execution.created_date.as_ref()), millis(execution.start_date.as_ref())];
        dates.into_iter().flatten().max().unwrap_or(i64::MAX)
    };
    key(other).cmp(&key(one)).then_with(|| one.job_execution_id.cmp(&other.job_execution_id))
}

impl Client {
    /// Finds an execution by its ID alone. The API needs the ID of the job, so this asks for the execution of each job,
    /// several at a time, until one has it.
    ///
    /// Returns `None` if no job has it. That is certain: a job that could not be asked is an error.
    ///
    /// # Errors
    ///
    /// If the jobs cannot be listed, or if no job has the execution and one of them could not be asked.
    #[inline]
    pub async fn find_execution(&self, execution_id: &str) -> Result<Option<FoundExecution>, Error> {
        let sources = jobs(self).await?.into_iter().map(Arc::new);
        let reads = sources.map(|source| async move {
            let row = self.get_job_execution(&*source.id, execution_id).into_request().send::<RawRow>().await;
            (source, row)
        });
        let mut reads = Concurrent::new(reads, CONCURRENCY);
        let mut first_error = None;
        while let Some((source, read)) = reads.next().await {
            match read {
                Ok(row) => {
                    let execution = serde_json::from_str(row.json()).unwrap_or_default();
                    return Ok(Some(FoundExecution { execution, row, source }));
                }
                // The service may reject an ID of another job as a bad request; the documentation does not say.
                Err(error) if error.is_not_found() || error.status() == Some(400) => {}
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        first_error.map_or(Ok(None), Err)
    }
}
