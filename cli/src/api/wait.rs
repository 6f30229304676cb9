//! `--wait`: waits for a run.

use crate::api::progress::{self, Progress};
use crate::api::{formatter, next_step, start_notes, verdict};
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Formatter;
use crate::record::Record;
use crate::runs::usual;
use crate::runs::wait_log::WaitLog;
use crate::session::Session;
use crate::table::{AwaitedRun, INTERVAL, WAIT, WAIT_TIMEOUT, awaited_run};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{EXECUTE_WORKFLOW, GET_JOB_EXECUTION, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::runtime::wait::{Poller, WaitEvent, until_end};
use ncloud_dataflow::runtime::{Error, Options, Request};
use ncloud_dataflow::{Client, Started, StartedJob, StartedWorkflow, Text};
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

impl RunResult {
    /// Prints the executions. The verdict takes precedence over an error of the output.
    pub(crate) fn write(self, formatter: &mut dyn Formatter, streams: &mut Streams<'_>) -> Result<(), Failure> {
        let mut items = self.items.iter();
        let written = items.try_for_each(|item| formatter.write_item(streams.out(), item));
        let written = written.and_then(|()| formatter.finish(streams.out(), true));
        self.verdict.and(written)
    }
}

/// Continues with a run of a workflow whose start was not confirmed: waits for it if the arguments ask for it, and prints
/// its executions. `known` are the executions before the start.
pub(crate) async fn attached_workflow(
    client: &Client,
    id: &str,
    known: impl IntoIterator<Item = Text>,
    executions: Vec<JobExecution>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    let times = session.times();
    let Session { matches, context, streams, stage } = session;
    let mut formatter =
        formatter::select(&GET_WORKFLOW_EXECUTIONS, formatter::format(matches), matches, times, streams)?;
    if requested(&EXECUTE_WORKFLOW, matches).is_none() {
        let items = executions.iter().map(json).collect();
        return RunResult { items, verdict: Ok(()) }.write(formatter.as_mut(), streams);
    }
    let waiter = Waiter::new(matches, stage, context);
    let options = waiter.interval().fold(Options::new(), Options::poll_interval);
    let next = next_step::follow(&Started::new("workflow", id), matches);
    stage.replace(CallStage::Started { run: format!("workflow {id}"), next: next.clone() });
    let ended = match StartedWorkflow::attach(client, id, known, options).await {
        Ok(started) => waiter.started_workflow(started, streams).await,
        Err(error) => Err(error),
    };
    stage.take();
    ended.map_err(|error| Failure::Call { error, next })?.write(formatter.as_mut(), streams)
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
        let options = request.options().clone();
        request.with(self.interval().fold(options, Options::poll_interval));
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
        let client = Client::from(request.client().clone());
        let poller = Poller::new(request.client(), request.operation(), self.timeout(), request.options());
        let view = View::new(self.context, streams);
        let waiting = until_end(request, poller, |event| view.report(&event));
        let waited = view.shown(waiting, self.usual(&client, &job)).await?;
        let verdict = verdict::of_job(&waited, &execution, &job, self.matches);
        Ok(RunResult { items: vec![waited.response.json().to_owned()], verdict })
    }

    async fn job(&self, request: Request, streams: &mut Streams<'_>) -> Result<RunResult, Error> {
        let client = Client::from(request.client().clone());
        let started = StartedJob::start(request).await?;
        self.note_start(&started.started(), streams);
        let mut run = started.response().clone();
        run.job_id.get_or_insert_with(|| started.job_id().into());
        Record::open(&client, self.matches, self.context).await.add_started(&run, self.context, streams);
        start_notes::note_missing_log(&run, started.job_id(), self.matches, streams);
        let view = View::new(self.context, streams);
        let waiting = started.wait_with(self.timeout(), |event| view.report(&event));
        let (job, execution) = (started.job_id(), started.execution_id());
        let waited = match WaitLog::requested(client.clone(), job, execution, self.matches, self.context) {
            // The log takes the place of the progress.
            Some(log) => log.during(waiting, &view.streams).await?,
            None => view.shown(waiting, self.usual(&client, job)).await?,
        };
        let verdict = verdict::of_job(&waited, started.execution_id(), started.job_id(), self.matches);
        Ok(RunResult { items: vec![waited.response.json().to_owned()], verdict })
    }

    async fn workflow(&self, request: Request, streams: &mut Streams<'_>) -> Result<RunResult, Error> {
        let started = StartedWorkflow::start(request).await?;
        self.note_start(&started.started(), streams);
        self.started_workflow(started, streams).await
    }

    async fn started_workflow(
        &self,
        mut started: StartedWorkflow,
        streams: &mut Streams<'_>,
    ) -> Result<RunResult, Error> {
        let view = View::new(self.context, streams);
        let waiting = started.wait_with(self.timeout(), |event| view.report(&event));
        let run = view.shown(waiting, std::future::ready(None)).await?;
        let items = run.executions.iter().map(json).collect();
        Ok(RunResult { items, verdict: verdict::of_workflow(&run, self.matches) })
    }

    /// Returns how long the runs of the job usually take.
    async fn usual(&self, client: &Client, job_id: &str) -> Option<Duration> {
        let now = self.context.now().as_millisecond();
        usual::of_job(client, job_id, now).await.map(|running| running.median)
    }

    /// Returns the polling interval, if it is set.
    fn interval(&self) -> impl Iterator<Item = Duration> {
        self.matches.get_one::<Duration>(INTERVAL).copied().into_iter()
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
        let next = next_step::follow(started, self.matches);
        // A CI system kills without a warning, so the command is printed before it may be needed.
        match &next {
            Some(next) if started.execution_id().is_some() => {
                streams.note(&format!("note: started {run}; to wait for it again: {next}"));
            }
            Some(next) => streams.note(&format!("note: started {run}; to see its executions: {next}")),
            None => streams.note(&format!("note: started {run}")),
        }
        self.stage.replace(CallStage::Started { run, next });
    }
}

/// Returns an execution as JSON, or its ID if it cannot be encoded. The verdict still counts it.
fn json(execution: &JobExecution) -> String {
    serde_json::to_string(execution).unwrap_or_else(|_| Value::from(execution.job_execution_id.as_str()).to_string())
}

/// What a wait shows: problems as notes, and progress on a terminal.
struct View<'v, 's> {
    context: &'v Context,
    streams: RefCell<&'v mut Streams<'s>>,
    progress: RefCell<Progress>,
}

impl<'v, 's> View<'v, 's> {
    fn new(context: &'v Context, streams: &'v mut Streams<'s>) -> Self {
        Self { context, streams: RefCell::new(streams), progress: RefCell::new(Progress::new(context)) }
    }

    async fn shown<F: Future>(&self, waiting: F, usual: impl Future<Output = Option<Duration>>) -> F::Output {
        progress::shown(waiting, usual, &self.progress, self.context, &self.streams).await
    }

    /// Reports problems, and each new state if standard error is a terminal.
    fn report(&self, event: &WaitEvent) {
        let (mut progress, mut streams) = (self.progress.borrow_mut(), self.streams.borrow_mut());
        let note = match event {
            WaitEvent::State { state, documented } => {
                progress.set_state(state);
                match documented {
                    false => format!("note: state {state} is not documented; the wait continues"),
                    true if streams.is_terminal(true) => format!("note: {state}"),
                    true => return,
                }
            }
            WaitEvent::Polled => return progress.set_polled(self.context),
            WaitEvent::PollFailed(error) => format!("note: a poll failed, the wait continues: {error}"),
            WaitEvent::Recovered => "note: polling works again".to_owned(),
            _ => return,
        };
        progress.clear(&mut streams);
        streams.note(&note);
    }
}
