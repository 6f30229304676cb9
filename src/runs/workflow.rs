//! A run of a workflow, whose start names no execution.

use super::path_id;
use super::workflow_run::WorkflowRun;
use crate::generated::{operations, requests};
use crate::models::{ExecutionType, JobExecution, WorkflowNode, WorkflowNodeType, WorkflowStart};
use crate::runtime::wait::{PollResult, Poller, WaitEvent};
use crate::{Client, Error, Options, Request, Started, Text};
use std::collections::HashSet;
use std::time::Duration;

impl requests::ExecuteWorkflow {
    /// Starts the workflow and waits until its jobs have ended. The outcome of the result says how.
    ///
    /// Starting a workflow returns no execution IDs, so the executions of the workflow are listed before and after the
    /// start; see [`StartedWorkflow`].
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// use ncloud_dataflow::Outcome;
    /// use std::time::Duration;
    ///
    /// let run = client.execute_workflow("3tfNLPaaaaaa").send_and_wait(Duration::from_secs(3600)).await?;
    /// match run.outcome() {
    ///     Some(Outcome::Success) => println!("all {} jobs succeeded", run.executions.len()),
    ///     Some(other) => println!("{other:?}"),
    ///     None => println!("the outcome is not known; shared jobs: {:?}", run.shared),
    /// }
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// The errors of [`start`](Self::start) and of [`StartedWorkflow::wait`].
    #[inline]
    pub async fn send_and_wait(self, timeout: Duration) -> Result<WorkflowRun, Error> {
        self.start().await?.wait(timeout).await
    }

    /// Starts the workflow so that its executions can be found: reads the workflow, lists its executions, starts it.
    ///
    /// # Errors
    ///
    /// The errors of reading, listing and [`send`](Self::send). [`Input`](crate::ErrorKind::Input) if the workflow has
    /// no job to wait for; then nothing is started.
    #[inline]
    pub async fn start(self) -> Result<StartedWorkflow, Error> {
        StartedWorkflow::start(self.into_request()).await
    }
}

/// A workflow that was started.
///
/// Starting a workflow returns no execution IDs, so the client compares listings. An execution belongs to this run if
/// it was not listed before the start, its type is not `JOB`, and its trigger, if it has one, is the trigger in the
/// response. A run that another caller or the trigger starts at the same moment looks the same. Then a job has two
/// executions, and [`WorkflowRun::shared`] lists that job.
#[derive(Debug)]
pub struct StartedWorkflow {
    client: Client,
    options: Options,
    id: String,
    /// IDs of the jobs of the workflow, each once.
    jobs: Vec<Text>,
    /// IDs of the executions before the start.
    known: HashSet<Text>,
    /// The result of the last poll.
    last: Option<WorkflowRun>,
    response: WorkflowStart,
}

impl StartedWorkflow {
    /// Starts a workflow with an untyped request of `executeWorkflow`.
    ///
    /// # Errors
    ///
    /// The errors of [`ExecuteWorkflow::start`](requests::ExecuteWorkflow::start).
    #[inline]
    pub async fn start(request: Request) -> Result<Self, Error> {
        let operation = &operations::EXECUTE_WORKFLOW;
        let (client, options) = (Client::from(request.client().clone()), request.options().clone());
        let id = path_id(&request, operation);
        let jobs = jobs(&client, &id, &options).await?;
        if jobs.is_empty() || jobs.iter().any(|job| job.trim().is_empty()) {
            let message = "the workflow names no job whose end could be seen, so it was not started";
            return Err(Error::refused_input(operation, message, "start it without waiting"));
        }
        let executions = list(&client, &id, options.clone()).await?;
        let known = executions.into_iter().map(|execution| execution.job_execution_id).collect();
        let response = match request.send().await {
            // It was started: that the response cannot be read costs the name of the trigger, and nothing else.
            Err(error) if error.was_accepted() => WorkflowStart::default(),
            response => response?,
        };
        Ok(Self { client, options, id, jobs, known, last: None, response })
    }

    /// Returns the handle of a run that was started already, for example if the response to its start was lost. It
    /// consists of the executions that are not `known`: give the IDs of all executions of the workflow before the start.
    ///
    /// # Errors
    ///
    /// The errors of reading the workflow; each names the workflow.
    #[inline]
    pub async fn attach(
        client: &Client,
        workflow_id: &str,
        known: impl IntoIterator<Item = Text>,
        options: Options,
    ) -> Result<Self, Error> {
        let jobs = jobs(client, workflow_id, &options).await;
        let jobs = jobs.map_err(|error| error.with_started(Started::new("workflow", workflow_id)))?;
        let (client, known) = (client.clone(), known.into_iter().collect());
        let response = WorkflowStart::default();
        Ok(Self { client, options, id: workflow_id.to_owned(), jobs, known, last: None, response })
    }

    /// ID of the workflow.
    #[inline]
    #[must_use]
    pub fn workflow_id(&self) -> &str {
        &self.id
    }

    /// The service's response to the start; empty if it could not be read.
    #[inline]
    #[must_use]
    pub fn response(&self) -> &WorkflowStart {
        &self.response
    }

    /// Waits until the run has ended. Can be called again after a timeout.
    ///
    /// A run has ended when every job of the workflow has succeeded. It has also ended when one job has not succeeded,
    /// all other started jobs have ended, and two polls in a row found no new execution.
    ///
    /// # Errors
    ///
    /// Each names the workflow ([`Error::started`]). [`WaitTimeout`](crate::ErrorKind::WaitTimeout) if the run has not
    /// ended after `timeout`. Otherwise the errors of listing. A poll that fails temporarily does not end the wait; see
    /// [`Poller`].
    #[inline]
    pub async fn wait(&mut self, timeout: Duration) -> Result<WorkflowRun, Error> {
        self.wait_with(timeout, |_| {}).await
    }

    /// Waits like [`wait`](Self::wait), and reports each change.
    ///
    /// # Errors
    ///
    /// The errors of [`wait`](Self::wait).
    #[inline]
    pub async fn wait_with(
        &mut self,
        timeout: Duration,
        mut on_event: impl FnMut(WaitEvent),
    ) -> Result<WorkflowRun, Error> {
        let operation = &operations::EXECUTE_WORKFLOW;
        let poller = Poller::new(self.client.runtime(), operation, timeout, &self.options);
        let mut poller = poller.after_start(self.started());
        loop {
            let result = self.poll(poller.poll_timeout()).await;
            let end = poller.record(result);
            while let Some(event) = poller.next_event() {
                on_event(event);
            }
            match end? {
                Some(run) => return Ok(run),
                None => poller.pause().await,
            }
        }
    }

    /// Polls once, for at most this time.
    ///
    /// # Errors
    ///
    /// The errors of listing.
    #[inline]
    pub async fn poll(&mut self, timeout: Option<Duration>) -> Result<PollResult<WorkflowRun>, Error> {
        let run = self.find(timeout).await?;
        let is_still = self.last.as_ref().is_some_and(|last| last.has_same_executions(&run));
        if run.has_succeeded() || (run.is_at_rest() && run.has_other_ends() && is_still) {
            return Ok(PollResult::Done(run));
        }
        let state = self.last.insert(run).progress();
        Ok(PollResult::Pending { state, documented: true })
    }

    /// Asks the service to cancel each execution of this run that has not ended. Returns the run as the last poll found
    /// it. [`wait`](Self::wait) returns once they have ended.
    ///
    /// # Errors
    ///
    /// The errors of listing and of [`cancel_job_execution`](Client::cancel_job_execution); each names the workflow.
    /// [`Input`](crate::ErrorKind::Input), with nothing canceled, if another run was started at the same moment: it is
    /// ambiguous which executions belong to this run.
    #[inline]
    pub async fn cancel(&mut self) -> Result<WorkflowRun, Error> {
        let started = self.started();
        let found = self.find(None).await.map_err(|error| error.with_started(started.clone()))?;
        if !found.shared.is_empty() {
            let message = "another run was started at the same moment, so nothing was canceled";
            let error = Error::refused_input(&operations::EXECUTE_WORKFLOW, message, "cancel each execution by its ID");
            return Err(error.with_started(started));
        }
        for execution in found.executions.iter().filter(|execution| !execution.has_ended()) {
            let job = WorkflowRun::job_of(execution);
            let call = self.client.cancel_job_execution(job, &execution.job_execution_id).with(self.options.clone());
            call.send().await.map_err(|error| error.with_started(started.clone()))?;
        }
        Ok(found)
    }

    /// The workflow, as errors name it.
    #[inline]
    #[must_use]
    pub fn started(&self) -> Started {
        Started::new("workflow", &self.id)
    }

    /// The executions so far.
    #[inline]
    async fn find(&self, timeout: Option<Duration>) -> Result<WorkflowRun, Error> {
        let options = self.options.clone();
        let options = timeout.into_iter().fold(options, Options::cap_total_timeout);
        let listed = list(&self.client, &self.id, options).await?;
        let executions = listed.into_iter().filter(|execution| self.may_be_ours(execution)).collect();
        Ok(WorkflowRun::new(executions, &self.jobs))
    }

    #[inline]
    fn may_be_ours(&self, execution: &JobExecution) -> bool {
        let triggers = execution.trigger_id.as_ref().zip(self.response.trigger_id.as_ref());
        !self.known.contains(&execution.job_execution_id)
            && execution.r#type != Some(ExecutionType::Job)
            && triggers.is_none_or(|(theirs, ours)| theirs == ours)
    }
}

/// The IDs of the jobs of a workflow, each once.
#[inline]
async fn jobs(client: &Client, workflow: &str, options: &Options) -> Result<Vec<Text>, Error> {
    let workflow = client.get_workflow(workflow).with(options.clone()).send().await?;
    let nodes = workflow.nodes.unwrap_or_default();
    Ok(each_once(nodes.into_iter().filter(is_usable_job).map(|node| node.id)))
}

/// A job of a workflow that has not been deleted.
#[inline]
fn is_usable_job(node: &WorkflowNode) -> bool {
    node.r#type == Some(WorkflowNodeType::Job) && node.is_valid != Some(false)
}

async fn list(client: &Client, workflow: &str, options: Options) -> Result<Vec<JobExecution>, Error> {
    let mut items = client.get_workflow_executions(workflow).with(options).items();
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item?);
    }
    Ok(all)
}

fn each_once(ids: impl Iterator<Item = Text>) -> Vec<Text> {
    let mut once = Vec::new();
    for id in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}
