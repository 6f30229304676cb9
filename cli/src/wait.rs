//! `--wait`: until a run has ended, and how it ended.

use crate::failure::Failure;
use crate::next_step;
use crate::stage::Stage;
use crate::streams::Streams;
use crate::time_limit;
use crate::verdict;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, EXECUTE_WORKFLOW, GET_JOB_EXECUTION, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::runtime::wait::{Poller, WaitEvent, until_end};
use ncloud_dataflow::runtime::{Error, Request};
use ncloud_dataflow::{Started, StartedJob, StartedWorkflow};
use serde_json::Value;
use std::cell::RefCell;
use std::time::Duration;

const WAIT: &str = ":wait";
const TIMEOUT: &str = ":wait-timeout";
const INTERVAL: &str = ":interval";
/// A flag that fields have as well, in commands that do not wait.
pub(crate) const INTERVAL_FLAG: &str = "interval";

/// What a command can wait for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Run {
    /// The end of the run that it reads.
    Read,
    /// The end of the job's run that it starts.
    Job,
    /// The end of everything that the workflow starts.
    Workflow,
}

/// What an operation can wait for; none for most.
pub(crate) fn of(operation: &Operation) -> Option<Run> {
    match operation.id {
        id if id == CREATE_JOB_EXECUTION.id => Some(Run::Job),
        id if id == EXECUTE_WORKFLOW.id => Some(Run::Workflow),
        _ => operation.wait.as_ref().map(|_| Run::Read),
    }
}

/// The flags of a command that can wait.
pub(crate) fn args() -> [Arg; 3] {
    [
        Arg::new(WAIT)
            .long("wait")
            .action(ArgAction::SetTrue)
            .help("Wait until the run has ended; the exit code says how"),
        Arg::new(TIMEOUT)
            .long("timeout")
            .value_name("TIME")
            .requires(WAIT)
            .value_parser(time_limit::parse)
            .help("Maximum time to wait, e.g. 30m or 2h [default: until the run has ended]"),
        Arg::new(INTERVAL)
            .long(INTERVAL_FLAG)
            .value_name("TIME")
            .requires(WAIT)
            .value_parser(time_limit::parse)
            .help("Maximum polling interval [default: 10s; starts at 1s]"),
    ]
}

/// What the arguments ask to wait for; none without `--wait`.
pub(crate) fn asked(operation: &Operation, matches: &ArgMatches) -> Option<Run> {
    of(operation).filter(|_| matches.get_flag(WAIT))
}

/// The operation whose results are written: after a wait, that which reads them.
pub(crate) fn written(operation: &'static Operation, matches: &ArgMatches) -> &'static Operation {
    match asked(operation, matches) {
        Some(Run::Job) => &GET_JOB_EXECUTION,
        Some(Run::Workflow) => &GET_WORKFLOW_EXECUTIONS,
        Some(Run::Read) | None => operation,
    }
}

/// How a run ended: what to write, and whether that is a failure.
pub(crate) struct Ended {
    /// The runs, as JSON.
    pub(crate) items: Vec<String>,
    pub(crate) verdict: Result<(), Failure>,
}

/// A waiter, and how far the call is, for an interrupt.
pub(crate) struct Waiter<'a> {
    matches: &'a ArgMatches,
    stage: &'a RefCell<Stage>,
}

impl<'a> Waiter<'a> {
    pub(crate) fn new(matches: &'a ArgMatches, stage: &'a RefCell<Stage>) -> Self {
        Self { matches, stage }
    }

    /// Sends the request if it starts something, and waits.
    pub(crate) async fn run(&self, run: Run, mut request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        if let Some(interval) = self.matches.get_one::<Duration>(INTERVAL) {
            request.with(request.options().poll_interval(*interval));
        }
        match run {
            Run::Read => self.read(request, streams).await,
            Run::Job => self.job(request, streams).await,
            Run::Workflow => self.workflow(request, streams).await,
        }
    }

    async fn read(&self, request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        let path = GET_JOB_EXECUTION.parameters.iter().filter(|parameter| parameter.place == Place::Path);
        let mut ids = path.map(|parameter| request.value(parameter.name).unwrap_or_default().to_owned());
        let (job, execution) = (ids.next().unwrap_or_default(), ids.next().unwrap_or_default());
        let poller = Poller::new(request.client(), request.operation(), self.timeout(), request.options());
        let waited = until_end(request, poller, |event| note(&event, streams)).await?;
        let verdict = verdict::of_job(&waited, &execution, &job);
        Ok(Ended { items: vec![waited.response.json().to_owned()], verdict })
    }

    async fn job(&self, request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        let started = StartedJob::start(request).await?;
        self.note_start(&started.started(), streams);
        let waited = started.wait_with(self.timeout(), |event| note(&event, streams)).await?;
        let verdict = verdict::of_job(&waited, started.execution_id(), started.job_id());
        Ok(Ended { items: vec![waited.response.json().to_owned()], verdict })
    }

    async fn workflow(&self, request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        let mut started = StartedWorkflow::start(request).await?;
        self.note_start(&started.started(), streams);
        let run = started.wait_with(self.timeout(), |event| note(&event, streams)).await?;
        let items = run.executions.iter().map(json).collect();
        Ok(Ended { items, verdict: verdict::of_workflow(&run) })
    }

    fn timeout(&self) -> Duration {
        self.matches.get_one::<Duration>(TIMEOUT).copied().unwrap_or(Duration::MAX)
    }

    /// Tells at once what was started: whatever happens to this program, the run can be found.
    fn note_start(&self, started: &Started, streams: &mut Streams<'_>) {
        let what = match started.execution_id() {
            Some(execution) => format!("execution {execution}"),
            None => format!("{} {}", started.kind(), started.id()),
        };
        streams.note(&format!("note: started {what}"));
        self.stage.replace(Stage::Started { what, next: next_step::follow(started, self.matches) });
    }
}

/// A run as JSON. One that cannot be written is shown by its ID; the verdict counts it all the same.
fn json(execution: &JobExecution) -> String {
    serde_json::to_string(execution).unwrap_or_else(|_| Value::from(execution.job_execution_id.as_str()).to_string())
}

/// Tells of every new state on a terminal, and of what is wrong anywhere.
fn note(event: &WaitEvent, streams: &mut Streams<'_>) {
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
