//! Calls an operation: from the arguments to the printed result.

use crate::api::connection::Connection;
use crate::api::list::{self, ListOptions, RowStream};
use crate::api::resolve::{Lookup, PathArgs};
use crate::api::resume::{self, Continuation};
use crate::api::wait::{self, RunResult, Waiter};
use crate::api::{confirm, dry_run, formatter, next_step, request, response, start_notes};
use crate::args::range;
use crate::body;
use crate::call_stage::CallStage;
use crate::context::Context;
use crate::failure::Failure;
use crate::json::Json;
use crate::output::times::Times;
use crate::output::{Format, Formatter};
use crate::record::Record;
use crate::schedule;
use crate::session::Session;
use crate::table::{Operations, VERBOSE};
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, CREATE_TRIGGER, OPERATIONS};
use ncloud_dataflow::runtime::operation::{Method, Operation};
use ncloud_dataflow::runtime::schema::Shape;
use ncloud_dataflow::runtime::{Error, RawRow, Request};
use ncloud_dataflow::{Client, Text};
use std::cell::RefCell;
use std::ffi::OsString;

/// Calls the operation and prints its result, until it is done or interrupted.
pub(crate) async fn run(
    operations: Operations,
    operation: &'static Operation,
    args: &[OsString],
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    resume::check_output(matches)?;
    let format = formatter::format(matches);
    let times = Times::chosen(format, matches, context, streams);
    // With --dry-run, the request is printed, not the run.
    let printed = if dry_run::is_requested(matches) { operation } else { wait::printed_operation(operation, matches) };
    let mut formatter = formatter::select(printed, format, matches, times, streams)?;
    confirm::ensure_possible(operation, matches, context, streams)?;
    let body = body::build(operation, matches, context, streams)?;
    if let Some(body) = body.as_ref().filter(|_| operation.id == CREATE_TRIGGER.id) {
        schedule::note_of_body(body, context.now()).iter().for_each(|note| streams.note(note));
    }
    let list_options = operation.paging.as_ref().map(|paging| ListOptions::from_matches(matches, paging));
    if list_options.as_ref().is_some_and(|options| options.limit == Some(0)) {
        return formatter.finish(streams.out(), true);
    }
    let ranges = range::values(operation, matches, context, streams)?;
    let connection = Connection::open(matches, context, streams).await?;
    let client = &connection.client;
    let lookup = Lookup { client, operations };
    let stage = RefCell::default();
    let call = Call { operation, args, matches, lookup, format, body, ranges, list_options, stage: &stage };
    let path_args = PathArgs::from_matches(operation, matches);
    let outcome = tokio::select! {
        biased;
        () = context.interrupted() => Err(Failure::Interrupted(stage.take())),
        outcome = call.run(path_args, formatter.as_mut(), context, streams) => outcome,
    };
    let closed = connection.close(streams).await;
    outcome.and(closed)
}

/// Calls an operation for a command that has its own path arguments and body, and prints its result.
pub(crate) async fn with(
    client: &Client,
    operation: &'static Operation,
    path_args: PathArgs,
    body: Option<Json>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    let times = session.times();
    let Session { matches, context, streams, stage } = session;
    let format = formatter::format(matches);
    let printed = if dry_run::is_requested(matches) { operation } else { wait::printed_operation(operation, matches) };
    let mut formatter = formatter::select(printed, format, matches, times, streams)?;
    let lookup = Lookup { client, operations: OPERATIONS };
    let ranges = Vec::new();
    let call = Call { operation, args: &[], matches, lookup, format, body, ranges, list_options: None, stage };
    call.run(path_args, formatter.as_mut(), context, streams).await
}

/// A call and its inputs.
struct Call<'a> {
    operation: &'static Operation,
    /// The whole command line, for the command that continues a listing.
    args: &'a [OsString],
    matches: &'a ArgMatches,
    lookup: Lookup<'a>,
    format: Format,
    body: Option<Json>,
    /// Names and values of the parameters of a range.
    ranges: Vec<(&'static str, String)>,
    list_options: Option<ListOptions>,
    /// Current stage, for interrupts.
    stage: &'a RefCell<CallStage>,
}

/// Result of a call, before it is printed.
enum CallResult {
    /// The rows of a listing, fetched while they are printed.
    Rows(RowStream),
    /// A response, as received.
    Value(RawRow),
    /// A run that has ended.
    Run(RunResult),
    /// A response without content.
    Done,
    /// A request that is only printed.
    Unsent(Request),
}

impl Call<'_> {
    async fn run(
        &self,
        mut path_args: PathArgs,
        formatter: &mut dyn Formatter,
        context: &Context,
        streams: &mut Streams<'_>,
    ) -> Result<(), Failure> {
        let verbose = self.matches.get_count(VERBOSE) > 0;
        let start = context.clock.elapsed();
        let outcome = match self.call(&mut path_args, context, streams).await {
            Ok(result) => self.write(result, &path_args, formatter, streams).await,
            Err(failure) => Err(failure),
        };
        if verbose {
            path_args.log(&self.lookup, streams);
            let elapsed = context.clock.elapsed().saturating_sub(start);
            streams.line(&format!("{} after {elapsed:.1?}", describe_outcome(&outcome)));
        }
        outcome
    }

    /// Resolves names, asks for confirmation, and sends the request.
    async fn call(
        &self,
        path_args: &mut PathArgs,
        context: &Context,
        streams: &mut Streams<'_>,
    ) -> Result<CallResult, Failure> {
        path_args.resolve(&self.lookup).await?;
        if let Some(position) = self.list_options.as_ref().and_then(|options| options.position.as_ref()) {
            path_args.resolve_first(&self.lookup).await?;
            position.check(&self.listing(path_args).await?)?;
        }
        if dry_run::is_requested(self.matches) {
            return Ok(CallResult::Unsent(self.request(path_args)));
        }
        confirm::ask(self.operation, self.matches, path_args, context, streams).await?;
        let outcome = match self.send(path_args, context, streams).await {
            Err(error) if path_args.resolve_after_not_found(&error, &self.lookup).await? => {
                self.send(path_args, context, streams).await
            }
            outcome => outcome,
        };
        outcome.map_err(|error| {
            let next = match error.started() {
                Some(started) => next_step::follow(started, self.matches).or_else(|| self.check_command(path_args)),
                None if error.outcome_unknown() || error.was_accepted() => self.check_command(path_args),
                None => None,
            };
            Failure::Call { error, next }
        })
    }

    /// Returns the command that shows the outcome of this call.
    fn check_command(&self, path_args: &PathArgs) -> Option<String> {
        next_step::check(self.lookup.operations, self.operation, path_args, self.matches)
    }

    async fn send(
        &self,
        path_args: &PathArgs,
        context: &Context,
        streams: &mut Streams<'_>,
    ) -> Result<CallResult, Error> {
        let request = self.request(path_args);
        if self.operation.method != Method::Get {
            let command = format!("{} {}", self.operation.command.noun, self.operation.command.verb);
            self.stage.replace(CallStage::InFlight { command, next: self.check_command(path_args) });
        }
        let result = self.exchange(request, context, streams).await;
        self.stage.take();
        result
    }

    async fn exchange(
        &self,
        request: Request,
        context: &Context,
        streams: &mut Streams<'_>,
    ) -> Result<CallResult, Error> {
        if let (Some(paging), Some(options)) = (&self.operation.paging, &self.list_options) {
            return Ok(CallResult::Rows(RowStream::open(request, paging, options).await?));
        }
        if let Some(run) = wait::requested(self.operation, self.matches) {
            let waiter = Waiter::new(self.matches, self.stage, context);
            return waiter.run(run, request, streams).await.map(CallResult::Run);
        }
        if self.operation.id == CREATE_JOB_EXECUTION.id {
            return self.start(request, context, streams).await.map(CallResult::Value);
        }
        match self.operation.response {
            None => request.send_empty().await.map(|()| CallResult::Done),
            Some(schema) if matches!(schema.shape, Shape::Const(true)) => {
                request.confirm().await.map(|()| CallResult::Done)
            }
            Some(_) => request.send().await.map(CallResult::Value),
        }
    }

    /// Starts a job, and keeps the run in the local record.
    async fn start(&self, request: Request, context: &Context, streams: &mut Streams<'_>) -> Result<RawRow, Error> {
        let job_id = CREATE_JOB_EXECUTION.parameters.first().and_then(|job| request.value(job.name)).map(str::to_owned);
        let response: RawRow = request.send().await?;
        // A response that is no execution is printed as it is.
        if let Ok(mut run) = serde_json::from_str::<JobExecution>(response.json()) {
            run.job_id = run.job_id.or(job_id.map(Text::from));
            let record = Record::open(self.lookup.client, self.matches, context).await;
            record.add_started(&run, context, streams);
            let job_id = run.job_id.as_deref().unwrap_or_default();
            start_notes::note_missing_log(&run, job_id, self.matches, streams);
        }
        Ok(response)
    }

    /// Returns the request with all arguments.
    fn request(&self, path_args: &PathArgs) -> Request {
        request::build(self.lookup.client, self.operation, self.matches, path_args, &self.ranges, self.body.as_ref())
    }

    /// Returns the mark of the listing in the token of `--resume`.
    async fn listing(&self, path_args: &PathArgs) -> Result<String, Error> {
        let credentials = self.lookup.client.credentials().await?;
        let paging = self.operation.paging.iter();
        Ok(paging.map(|paging| resume::mark(&self.request(path_args), paging, credentials.access_key())).collect())
    }

    async fn write_rows(
        &self,
        rows: RowStream,
        path_args: &PathArgs,
        formatter: &mut dyn Formatter,
        streams: &mut Streams<'_>,
    ) -> Result<(), Failure> {
        let continuation = Continuation::new(self.args, self.listing(path_args).await?, self.matches);
        list::write(rows, self.operation, continuation.as_ref(), self.stage, formatter, streams).await
    }

    async fn write(
        &self,
        result: CallResult,
        path_args: &PathArgs,
        formatter: &mut dyn Formatter,
        streams: &mut Streams<'_>,
    ) -> Result<(), Failure> {
        match result {
            CallResult::Rows(rows) => return self.write_rows(rows, path_args, formatter, streams).await,
            CallResult::Unsent(request) => {
                return dry_run::print(&request, self.body.as_ref(), self.format, formatter, streams);
            }
            CallResult::Value(value) => {
                response::write(value.json(), self.operation, self.format, self.matches, formatter, streams)?
            }
            CallResult::Run(ended) => {
                return ended.write(formatter, streams);
            }
            CallResult::Done => {
                if self.operation.response.is_some() && self.format.is_document() {
                    formatter.write_item(streams.out(), "true")?;
                }
                streams.note(&response::done(self.operation, path_args));
            }
        }
        formatter.finish(streams.out(), true)
    }
}

fn describe_outcome(outcome: &Result<(), Failure>) -> String {
    match outcome {
        Ok(()) => "done".to_owned(),
        Err(Failure::Call { error, .. }) if error.attempts() > 1 => {
            format!("failed with {} attempts", error.attempts())
        }
        Err(_) => "failed".to_owned(),
    }
}
