//! `--wait`: waits for a run.

use crate::api::{next_step, verdict};
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::failure::Failure;
use crate::runs::wait_log::WaitLog;
use crate::table::{AwaitedRun, INTERVAL, WAIT, WAIT_TIMEOUT, awaited_run};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{GET_JOB_EXECUTION, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::runtime::wait::{Poller, WaitEvent, until_end};
use ncloud_dataflow::runtime::{Error, Request};
use ncloud_dataflow::{Client, Started, StartedJob, StartedWorkflow};
use serde_json::Value;
use std::cell::RefCell;
use std::time::Duration;

/// Returns the run to wait for; `None` without `--wait`.
pub(crate) fn requested(operation: &Operation, matches: &ArgMatches) -> Option<AwaitedRun> {
    awaited_run(operation).filter(|_| matches.get_flag(WAIT))
}

/// Returns the operation whose result is printed. After a wait, it is the operation that reads the run.
pub(crate) fn printed_operation(operation: &'static Operation, matches: &ArgMatches) -> &'static Operation {
    match requested(operation, matches) {
        Some(AwaitedRun::Job) => &GET_JOB_EXECUTION,
        Some(AwaitedRun::Workflow) => &GET_WORKFLOW_EXECUTIONS,
        Some(AwaitedRun::Read) | None => operation,
    }
}

/// The executions of a run, and its verdict.
pub(crate) struct RunResult {
    /// The executions, as JSON.
    pub(crate) items: Vec<String>,
    pub(crate) verdict: Result<(), Failure>,
}

/// Waits for a run, and records the stage of the call for interrupts.
pub(crate) struct Waiter<'a> {
    matches: &'a ArgMatches,
    stage: &'a RefCell<CallStage>,
    context: &'a Context,
}

impl<'a> Waiter<'a> {
    pub(crate) fn new(matches: &'a ArgMatches, stage: &'a RefCell<CallStage>, context: &'a Context) -> Self {
        Self { matches, stage, context }
    }

    /// Starts the run if the request does, and waits for its end.
    pub(crate) async fn run(
        &self,
        run: AwaitedRun,
        mut request: Request,
        streams: &mut Streams<'_>,
    ) -> Result<RunResult, Error> {
        if let Some(interval) = self.matches.get_one::<Duration>(INTERVAL) {
            request.with(request.options().clone().poll_interval(*interval));
        }
        match run {
            AwaitedRun::Read => self.read(request, streams).await,
            AwaitedRun::Job => self.job(request, streams).await,
            AwaitedRun::Workflow => self.workflow(request, streams).await,
        }
    }

    async fn read(&self, request: Request, streams: &mut Streams<'_>) -> Result<RunResult, Error> {
        let path = GET_JOB_EXECUTION.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        let mut ids = path.map(|parameter| request.value(parameter.name).unwrap_or_default().to_owned());
        let (job, execution) = (ids.next().unwrap_or_default(), ids.next().unwrap_or_default());
        let poller = Poller::new(request.client(), request.operation(), self.timeout(), request.options());
        let waited = until_end(request, poller, |event| report_event(&event, streams)).await?;
        let verdict = verdict::of_job(&waited, &execution, &job);
        Ok(RunResult { items: vec![waited.response.json().to_owned()], verdict })
    }

    async fn job(&self, request: Request, streams: &mut Streams<'_>) -> Result<RunResult, Error> {
        let client = request.client().clone();
        let started = StartedJob::start(request).await?;
        self.note_start(&started.started(), streams);
        let client = Client::from(client);
        let log = WaitLog::requested(client, started.job_id(), started.execution_id(), self.matches, self.context);
        let streams = RefCell::new(streams);
        let waiting = started.wait_with(self.timeout(), |event| report_event(&event, &mut streams.borrow_mut()));
        let waited = match log {
            Some(log) => log.during(waiting, &streams).await?,
            None => waiting.await?,
        };
        let verdict = verdict::of_job(&waited, started.execution_id(), started.job_id());
        Ok(RunResult { items: vec![waited.response.json().to_owned()], verdict })
    }

    async fn workflow(&self, request: Request, streams: &mut Streams<'_>) -> Result<RunResult, Error> {
        let mut started = StartedWorkflow::start(request).await?;
        self.note_start(&started.started(), streams);
        let run = started.wait_with(self.timeout(), |event| report_event(&event, streams)).await?;
        let items = run.executions.iter().map(json).collect();
        Ok(RunResult { items, verdict: verdict::of_workflow(&run) })
    }

    fn timeout(&self) -> Duration {
        self.matches.get_one::<Duration>(WAIT_TIMEOUT).copied().unwrap_or(Duration::MAX)
    }

    /// Reports the started run immediately, so it can be found even if the program is killed.
    fn note_start(&self, started: &Started, streams: &mut Streams<'_>) {
        let run = match started.execution_id() {
            Some(execution) => format!("execution {execution}"),
            None => format!("{} {}", started.kind(), started.id()),
        };
        streams.note(&format!("note: started {run}"));
        self.stage.replace(CallStage::Started { run, next: next_step::follow(started, self.matches) });
    }
}

/// Returns an execution as JSON, or its ID if it cannot be encoded. The verdict still counts it.
fn json(execution: &JobExecution) -> String {
    serde_json::to_string(execution).unwrap_or_else(|_| Value::from(execution.job_execution_id.as_str()).to_string())
}

/// Reports problems, and each new state if standard error is a terminal.
fn report_event(event: &WaitEvent, streams: &mut Streams<'_>) {
    match event {
        WaitEvent::State { state, documented: false } => {
            streams.note(&format!("note: state {state} is not documented; the wait continues"));
        }
        WaitEvent::State { state, .. } if streams.is_terminal(true) => streams.note(&format!("note: {state}")),
        WaitEvent::PollFailed(error) => streams.note(&format!("note: a poll failed, the wait continues: {error}")),
        WaitEvent::Recovered => streams.note("note: polling works again"),
        _ => {}
    }
}
