//! `--wait`: until a run has ended, and how it ended.

use crate::failure::{Failure, Told};
use crate::streams::Streams;
use crate::time_limit;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::models::{JobExecution, WorkflowStart};
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, EXECUTE_WORKFLOW, GET_JOB_EXECUTION, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::runtime::operation::{Operation, Place};
use ncloud_dataflow::runtime::wait::{Look, Patience};
use ncloud_dataflow::runtime::{Error, Options, Request};
use ncloud_dataflow::{Client, Outcome, WorkflowRun};
use serde::Serialize;
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
            .help("Longest time to wait, e.g. 30m or 2h [default: until it ends]"),
        Arg::new(INTERVAL)
            .long(INTERVAL_FLAG)
            .value_name("TIME")
            .requires(WAIT)
            .value_parser(time_limit::parse)
            .help("Longest pause between two looks [default: 10s, shorter at first]"),
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
    pub(crate) items: Vec<Value>,
    pub(crate) verdict: Result<(), Failure>,
}

/// A waiter, and what it has started, for whoever interrupts it.
pub(crate) struct Waiter<'a> {
    matches: &'a ArgMatches,
    started: &'a RefCell<Option<String>>,
}

impl<'a> Waiter<'a> {
    pub(crate) fn new(matches: &'a ArgMatches, started: &'a RefCell<Option<String>>) -> Self {
        Self { matches, started }
    }

    /// Sends the request if it starts something, and waits.
    pub(crate) async fn run(&self, run: Run, request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        match run {
            Run::Read => self.read(request, streams).await,
            Run::Job => {
                let client = Client::from(request.client().clone());
                let options = *request.options();
                let started: JobExecution = request.send().await?;
                self.note_start(format!("execution {}", started.job_execution_id), streams);
                self.read(reading(&client, &started, options), streams).await
            }
            Run::Workflow => self.workflow(request, streams).await,
        }
    }

    async fn read(&self, request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        let (operation, field) = (request.operation(), request.operation().wait.as_ref().map_or("", |wait| wait.field));
        let done = operation.wait.as_ref().map_or(&[] as &[&str], |wait| wait.done);
        let mut told = Progress::default();
        let mut patience = self.patience(&request);
        let value = loop {
            let mut request = request.clone();
            request.with(request.options().at_most(patience.left().unwrap_or(Duration::MAX)));
            let look = request.send().await.map(|value: Value| {
                let state = value.get(field).and_then(Value::as_str).unwrap_or("without a state").to_owned();
                if done.contains(&state.as_str()) {
                    return Look::Ended(value);
                }
                told.note(&state, streams);
                Look::Pending(state)
            });
            if let Some(value) = patience.after(look).await? {
                break value;
            }
        };
        let execution: Option<JobExecution> = serde_json::from_value(value.clone()).ok();
        let verdict = execution.map_or(Ok(()), |execution| verdict_of_job(&execution));
        Ok(Ended { items: vec![value], verdict })
    }

    async fn workflow(&self, request: Request, streams: &mut Streams<'_>) -> Result<Ended, Error> {
        let client = Client::from(request.client().clone());
        let id = EXECUTE_WORKFLOW.parameters.first().and_then(|parameter| request.value(parameter.name));
        let call = client.execute_workflow(id.unwrap_or_default()).with(*request.options());
        let mut started = call.start().await?;
        let WorkflowStart { workflow_id, .. } = started.answer();
        self.note_start(format!("workflow {workflow_id}"), streams);
        let mut told = Progress::default();
        let mut patience = self.patience(&request);
        let run = loop {
            let look = started.look(patience.left()).await;
            if let Ok(Look::Pending(state)) = &look {
                told.note(state, streams);
            }
            if let Some(run) = patience.after(look).await? {
                break run;
            }
        };
        let items = run.executions.iter().filter_map(json).collect();
        Ok(Ended { items, verdict: verdict_of_workflow(&run) })
    }

    fn patience(&self, request: &Request) -> Patience {
        let options = match self.matches.get_one::<Duration>(INTERVAL) {
            Some(interval) => request.options().poll_interval(*interval),
            None => *request.options(),
        };
        let most = self.matches.get_one::<Duration>(TIMEOUT).copied().unwrap_or(Duration::MAX);
        Patience::new(request.client(), request.operation(), most, &options)
    }

    fn note_start(&self, what: String, streams: &mut Streams<'_>) {
        streams.note(&format!("note: started {what}"));
        *self.started.borrow_mut() = Some(what);
    }
}

/// The request that reads a run.
fn reading(client: &Client, run: &JobExecution, options: Options) -> Request {
    let mut request = client.request(&GET_JOB_EXECUTION);
    let path = GET_JOB_EXECUTION.parameters.iter().filter(|parameter| parameter.place == Place::Path);
    for (parameter, id) in path.zip([&run.job_id, &run.job_execution_id]) {
        request.set(parameter.name, id);
    }
    request.with(options);
    request
}

/// Tells a person of every new state, once.
#[derive(Default)]
struct Progress(String);

impl Progress {
    fn note(&mut self, state: &str, streams: &mut Streams<'_>) {
        if streams.is_terminal(true) && self.0 != state {
            streams.note(&format!("note: {state}"));
            state.clone_into(&mut self.0);
        }
    }
}

fn json(model: &impl Serialize) -> Option<Value> {
    serde_json::to_value(model).ok()
}

fn end(execution: &JobExecution) -> Option<Outcome> {
    execution.status.as_ref()?.outcome()
}

fn verdict_of_job(execution: &JobExecution) -> Result<(), Failure> {
    match end(execution) {
        Some(Outcome::Success) => Ok(()),
        _ => Err(Told::ended(described(execution)).with_details(log(execution).into_iter().collect()).into()),
    }
}

fn verdict_of_workflow(run: &WorkflowRun) -> Result<(), Failure> {
    let message = match run.outcome() {
        Some(Outcome::Success) => return Ok(()),
        Some(_) => "the workflow did not end well".to_owned(),
        None => "another run was started at the same time, and which executions are whose cannot be told".to_owned(),
    };
    let bad = run.executions.iter().filter(|execution| end(execution) != Some(Outcome::Success));
    let mut details: Vec<String> =
        bad.flat_map(|execution| std::iter::once(described(execution)).chain(log(execution))).collect();
    details.extend(run.not_started.iter().map(|job| format!("job {job} was not started")));
    let told = match run.outcome() {
        Some(_) => Told::ended(message),
        None => Told::unclear(message),
    };
    Err(told.with_details(details).into())
}

/// Which execution ended how.
fn described(execution: &JobExecution) -> String {
    let status = execution.status.clone().unwrap_or_default();
    let job = execution.job_name.as_ref().unwrap_or(&execution.job_id);
    format!("execution {} of job '{job}' is {status}", execution.job_execution_id)
}

/// Where its log lies, as a command that shows it. The place comes from the service, and stays one word of a shell.
fn log(execution: &JobExecution) -> Option<String> {
    let path = execution.job_condition.as_ref()?.console_log_path.as_ref()?.replace('\'', r"'\''");
    Some(format!("its log: aws --endpoint-url https://{LOGS} s3 cp 's3://{path}' -"))
}

/// Where the vendor keeps what users store. Source: vendor page of Object Storage, read 2026-11.
const LOGS: &str = "kr.object.ncloudstorage.com";
