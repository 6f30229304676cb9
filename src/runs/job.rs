//! A run of one job.

use super::path_id;
use crate::generated::{operations, requests};
use crate::models::JobExecution;
use crate::runtime::wait::{Poller, WaitEvent, Waited, until_end};
use crate::{Client, Error, Options, Request, Started};
use ncloud_runtime::model::Codec;
use std::time::Duration;

impl requests::CreateJobExecution {
    /// Starts the job and waits until the run has ended. The state of the returned execution says how.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// use ncloud_dataflow::Outcome;
    /// use std::time::Duration;
    ///
    /// let run = client.create_job_execution("gqigvHhTu7ra").send_and_wait(Duration::from_secs(3600)).await?;
    /// assert_eq!(run.outcome(), Some(Outcome::Success));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// The errors of [`start`](Self::start) and of [`StartedJob::wait`].
    #[inline]
    pub async fn send_and_wait(self, timeout: Duration) -> Result<JobExecution, Error> {
        self.start().await?.wait(timeout).await
    }

    /// Starts the job. Wait for the returned run, or cancel it.
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send). [`was_accepted`](Error::was_accepted) is true if the service started the job
    /// but its response does not name the execution.
    #[inline]
    pub async fn start(self) -> Result<StartedJob, Error> {
        StartedJob::start(self.into_request()).await
    }
}

/// A run of a job that was started.
///
/// ```no_run
/// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
/// use std::time::Duration;
///
/// let run = client.create_job_execution("gqigvHhTu7ra").start().await?;
/// println!("started {}", run.execution_id());
/// match run.wait(Duration::from_secs(600)).await {
///     Err(error) if error.is_timeout() => run.cancel().await?,
///     ended => println!("{:?}", ended?.outcome()),
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct StartedJob {
    client: Client,
    options: Options,
    job_id: String,
    response: JobExecution,
}

impl StartedJob {
    /// Starts a job with an untyped request of `createJobExecution`.
    ///
    /// # Errors
    ///
    /// The errors of [`CreateJobExecution::start`](requests::CreateJobExecution::start).
    #[inline]
    pub async fn start(request: Request) -> Result<Self, Error> {
        let operation = &operations::CREATE_JOB_EXECUTION;
        let (client, options) = (Client::from(request.client().clone()), request.options().clone());
        // The requested ID, because the response may have none.
        let job_id = path_id(&request, operation);
        let response: JobExecution = request.send().await?;
        if response.job_execution_id.trim().is_empty() {
            let started = Started::new("job", job_id);
            return Err(Error::accepted_without(operation, "jobExecutionId").with_started(started));
        }
        Ok(Self { client, options, job_id, response })
    }

    /// Returns the handle of a run that was started already, for example if the response to its start was lost.
    /// `execution` is its row in a listing, and has its ID.
    #[inline]
    #[must_use]
    pub fn attach(client: &Client, job_id: impl Into<String>, execution: JobExecution) -> Self {
        Self { client: client.clone(), options: Options::new(), job_id: job_id.into(), response: execution }
    }

    /// ID of the job.
    #[inline]
    #[must_use]
    pub fn job_id(&self) -> &str {
        &self.job_id
    }

    /// ID of the execution.
    #[inline]
    #[must_use]
    pub fn execution_id(&self) -> &str {
        &self.response.job_execution_id
    }

    /// The service's response to the start.
    #[inline]
    #[must_use]
    pub fn response(&self) -> &JobExecution {
        &self.response
    }

    /// Waits until the run has ended. The state of the returned execution says how. Can be called again after a
    /// timeout.
    ///
    /// # Errors
    ///
    /// Each names the run ([`Error::started`]). [`WaitTimeout`](crate::ErrorKind::WaitTimeout) if the run has not ended
    /// after `timeout`, with the [last state](Error::last_state) and the execution as [body](Error::body). A poll that
    /// fails temporarily does not end the wait; see [`Poller`].
    #[inline]
    pub async fn wait(&self, timeout: Duration) -> Result<JobExecution, Error> {
        Ok(self.wait_with(timeout, |_| {}).await?.response)
    }

    /// Waits like [`wait`](Self::wait), reports each change, and returns the last response as any type.
    ///
    /// # Errors
    ///
    /// The errors of [`wait`](Self::wait).
    #[inline]
    pub async fn wait_with<T: Codec + Default>(
        &self,
        timeout: Duration,
        on_event: impl FnMut(WaitEvent),
    ) -> Result<Waited<T>, Error> {
        let request =
            self.client.get_job_execution(&self.job_id, self.execution_id()).with(self.options.clone()).into_request();
        let poller = Poller::new(request.client(), request.operation(), timeout, &self.options);
        until_end(request, poller.after_start(self.started()), on_event).await
    }

    /// Asks the service to cancel the run. [`wait`](Self::wait) returns once it has ended.
    ///
    /// # Errors
    ///
    /// The errors of [`cancel_job_execution`](Client::cancel_job_execution); each names the run.
    #[inline]
    pub async fn cancel(&self) -> Result<(), Error> {
        let call = self.client.cancel_job_execution(&self.job_id, self.execution_id()).with(self.options.clone());
        call.send().await.map_err(|error| error.with_started(self.started()))
    }

    /// The run, as errors name it.
    #[inline]
    #[must_use]
    pub fn started(&self) -> Started {
        Started::new("job", &self.job_id).with_execution(self.execution_id())
    }
}
