//! Starting a run and waiting for its end, which no operation of the API does by itself.
//!
//! As in generated code, `#[inline]` is for the build: only who calls a function compiles it, and what it needs.

use crate::generated::{models, operations, requests};
use crate::{Client, Error, Options, Outcome, Text};
use models::{ExecutionType, JobExecution, WorkflowNode, WorkflowNodeType, WorkflowStart};
use ncloud_runtime::wait::{Look, Patience};
use std::collections::HashSet;
use std::time::Duration;

impl requests::CreateJobExecution {
    /// Starts the job, and waits until the run has ended: read from the answer how.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// use ncloud_dataflow::Outcome;
    /// use std::time::Duration;
    ///
    /// let run = client.create_job_execution("gqigvHhTu7ra").send_and_wait(Duration::from_secs(3600)).await?;
    /// assert_eq!(run.status.and_then(|status| status.outcome()), Some(Outcome::Success));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Of kind [`Waiting`](crate::ErrorKind::Waiting) if it has not ended `most` after it was started, with the
    /// [last state](Error::last_state) and the execution as [body](Error::body); else those of
    /// [`send`](Self::send) and of [`Client::get_job_execution`](crate::Client::get_job_execution).
    #[inline]
    pub async fn send_and_wait(self, most: Duration) -> Result<JobExecution, Error> {
        let (client, options) = (Client::from(self.request.client().clone()), *self.request.options());
        let run = self.send().await?;
        client.get_job_execution(run.job_id, run.job_execution_id).with(options).wait(most).await
    }
}

impl requests::ExecuteWorkflow {
    /// Starts the workflow, and waits until what was started has ended: read from the answer how.
    ///
    /// The service does not tell what it starts (contradiction 25), so the executions of the workflow are listed before
    /// and after; see [`StartedWorkflow`] for what follows from that.
    ///
    /// ```no_run
    /// # async fn example(client: ncloud_dataflow::Client) -> Result<(), ncloud_dataflow::Error> {
    /// use ncloud_dataflow::Outcome;
    /// use std::time::Duration;
    ///
    /// let run = client.execute_workflow("3tfNLPaaaaaa").send_and_wait(Duration::from_secs(3600)).await?;
    /// match run.outcome() {
    ///     Some(Outcome::Success) => println!("all {} jobs ended well", run.executions.len()),
    ///     Some(other) => println!("{other:?}"),
    ///     None => println!("another run was started at the same time: {:?}", run.shared),
    /// }
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Of kind [`Waiting`](crate::ErrorKind::Waiting) if it has not ended `most` after it was started; else those of
    /// [`start`](Self::start) and of listing.
    #[inline]
    pub async fn send_and_wait(self, most: Duration) -> Result<WorkflowRun, Error> {
        self.start().await?.wait(most).await
    }

    /// Starts the workflow so that what was started can be found: reads the workflow, lists its executions, starts it.
    ///
    /// # Errors
    ///
    /// Those of reading, listing and [`send`](Self::send).
    #[inline]
    pub async fn start(self) -> Result<StartedWorkflow, Error> {
        let (client, options) = (Client::from(self.request.client().clone()), *self.request.options());
        let parameter = operations::EXECUTE_WORKFLOW.parameters.first();
        let id = parameter.and_then(|id| self.request.value(id.name)).unwrap_or_default().to_owned();
        let workflow = client.get_workflow(&id).with(options).send().await?;
        let nodes = workflow.nodes.unwrap_or_default();
        let jobs = each_once(nodes.into_iter().filter(is_usable_job).map(|node| node.id));
        let executions = list(&client, &id, options).await?;
        let answer = self.send().await?;
        Ok(StartedWorkflow {
            client,
            options,
            id,
            jobs,
            known: executions.into_iter().map(|execution| execution.job_execution_id).collect(),
            last: None,
            answer,
        })
    }
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

/// A workflow that was started, and what is needed to find its executions.
///
/// The answer to a start names no execution. What was not there before is taken for what was started: executions of
/// the workflow that were not listed before the call, that a workflow and not a call started, and that name the trigger
/// of the answer, if they name one. A run that somebody else, or the trigger, starts at the same moment looks exactly
/// the same; that there was one shows as soon as a job has two executions, and is then [told](WorkflowRun::shared)
/// instead of guessed.
#[derive(Debug)]
pub struct StartedWorkflow {
    client: Client,
    options: Options,
    id: String,
    /// Ids of the jobs of the workflow, each once.
    jobs: Vec<Text>,
    /// Ids of the executions that were there before.
    known: HashSet<Text>,
    /// What the last look found.
    last: Option<WorkflowRun>,
    answer: WorkflowStart,
}

impl StartedWorkflow {
    /// What the service answered to the start.
    #[inline]
    #[must_use]
    pub fn answer(&self) -> &WorkflowStart {
        &self.answer
    }

    /// Waits until what was started has ended.
    ///
    /// It has ended when every job of the workflow has ended well; or when one has not, the others that were started
    /// have ended too, and two looks in a row have found nothing new.
    ///
    /// # Errors
    ///
    /// Of kind [`Waiting`](crate::ErrorKind::Waiting) after `most`; else those of listing. A look that fails for now
    /// does not end the waiting.
    #[inline]
    pub async fn wait(mut self, most: Duration) -> Result<WorkflowRun, Error> {
        let operation = &operations::EXECUTE_WORKFLOW;
        let mut patience = Patience::new(self.client.runtime(), operation, most, &self.options);
        loop {
            let look = self.look(patience.left()).await;
            if let Some(run) = patience.after(look).await? {
                return Ok(run);
            }
        }
    }

    /// Looks once, for at most this time.
    ///
    /// # Errors
    ///
    /// Those of listing.
    #[inline]
    pub async fn look(&mut self, most: Option<Duration>) -> Result<Look<WorkflowRun>, Error> {
        let options = most.map_or(self.options, |most| self.options.at_most(most));
        let listed = list(&self.client, &self.id, options).await?;
        let executions = listed.into_iter().filter(|execution| self.may_be_ours(execution)).collect();
        let run = WorkflowRun::new(executions, &self.jobs);
        let is_still = self.last.as_ref().is_some_and(|last| last.has_same_executions(&run));
        let has_ended = run.is_at_rest() && (run.not_started.is_empty() || (is_still && run.has_failures()));
        Ok(match has_ended {
            true => Look::Ended(run),
            false => Look::Pending(self.last.insert(run).progress()),
        })
    }

    #[inline]
    fn may_be_ours(&self, execution: &JobExecution) -> bool {
        let triggers = execution.trigger_id.as_ref().zip(self.answer.trigger_id.as_ref());
        !self.known.contains(&execution.job_execution_id)
            && execution.r#type != Some(ExecutionType::Job)
            && triggers.is_none_or(|(theirs, ours)| theirs == ours)
    }
}

/// What a workflow ran, as far as it can be told apart from other runs of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WorkflowRun {
    /// The executions that were started with it, in the order of the listing. Where a job is [shared](Self::shared),
    /// all that may be.
    pub executions: Vec<JobExecution>,
    /// Ids of the jobs that have more than one of the executions: another run was started at the same time, and nothing
    /// tells which belongs to which.
    pub shared: Vec<Text>,
    /// Ids of the jobs of the workflow that were not started, because another did not end well.
    pub not_started: Vec<Text>,
}

impl WorkflowRun {
    #[inline]
    fn new(executions: Vec<JobExecution>, jobs: &[Text]) -> Self {
        let count = |job: &str| executions.iter().filter(|execution| execution.job_id == job).count();
        let started = executions.iter().map(|execution| &execution.job_id);
        let shared = each_once(started.filter(|job| count(job) > 1).cloned());
        let not_started = jobs.iter().filter(|job| count(job) == 0).cloned().collect();
        Self { executions, shared, not_started }
    }

    /// How it ended: a failure if a job failed, else cancelled if one was cancelled, else a success. None if it cannot
    /// be told, because the executions of a [shared](Self::shared) job ended in different ways.
    #[inline]
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let ends: Vec<_> = self.executions.iter().map(|execution| self.end_of_job(&execution.job_id)).collect();
        let worst = [Outcome::Failure, Outcome::Cancelled].into_iter().find(|bad| ends.contains(&Some(*bad)));
        match worst {
            None if ends.contains(&None) => None,
            worst => worst.or(Some(Outcome::Success)),
        }
    }

    /// How a job ended in this run; none if it cannot be told.
    #[inline]
    fn end_of_job(&self, job: &str) -> Option<Outcome> {
        let mut ends = self.executions.iter().filter(|execution| execution.job_id == job).map(end);
        let first = ends.next()?;
        ends.all(|end| end == first).then_some(first)?
    }

    /// Whether something was started, and all of it has ended.
    #[inline]
    fn is_at_rest(&self) -> bool {
        !self.executions.is_empty() && self.executions.iter().all(|execution| end(execution).is_some())
    }

    #[inline]
    fn has_failures(&self) -> bool {
        self.executions.iter().any(|execution| end(execution) != Some(Outcome::Success))
    }

    #[inline]
    fn has_same_executions(&self, other: &Self) -> bool {
        let has = |id: &Text| self.executions.iter().any(|execution| execution.job_execution_id == *id);
        self.executions.len() == other.executions.len() && other.executions.iter().all(|one| has(&one.job_execution_id))
    }

    /// Where it stands, for a person.
    #[inline]
    fn progress(&self) -> String {
        let ended = self.executions.iter().filter(|execution| end(execution).is_some()).count();
        match self.executions.len() {
            0 => "not started".to_owned(),
            started => format!("running: {started} started, {ended} ended, {} to come", self.not_started.len()),
        }
    }
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

#[inline]
fn end(execution: &JobExecution) -> Option<Outcome> {
    execution.status.as_ref()?.outcome()
}
