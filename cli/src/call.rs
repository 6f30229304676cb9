//! A command that calls an operation: from the arguments to the written result.

use crate::body::{self, UNCHECKED};
use crate::confirm;
use crate::connection::Connection;
use crate::failure::{Failure, Told};
use crate::json::Json;
use crate::listing::{self, Plan, Rows};
use crate::names::{Lookup, Names};
use crate::next_step;
use crate::output::{self, Format, Layout, Writer};
use crate::parameter;
use crate::process::Process;
use crate::stage::Stage;
use crate::streams::Streams;
use crate::table::{OUTPUT, Operations, VERBOSE};
use crate::wait::{self, Ended, Waiter};
use clap::{ArgMatches, ValueEnum};
use ncloud_dataflow::Client;
use ncloud_dataflow::runtime::operation::{Method, Operation, Place};
use ncloud_dataflow::runtime::schema::Shape;
use ncloud_dataflow::runtime::{Error, Options, RawRow, Request};
use serde_json::value::RawValue;
use std::cell::RefCell;
use std::collections::HashMap;

/// Calls the operation and writes its result, unless Ctrl-C comes first.
pub(crate) async fn run(
    operations: Operations,
    operation: &'static Operation,
    matches: &ArgMatches,
    process: &Process,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let format = format(matches);
    let mut writer = writer(wait::written(operation, matches), format, streams)?;
    confirm::require(operation, matches, process, streams)?;
    let body = body::read(operation, matches, process)?;
    let plan = operation.paging.as_ref().map(|paging| Plan::of(matches, paging));
    if plan.is_some_and(|plan| plan.limit == Some(0)) {
        return Ok(writer.end(streams.out(), true)?);
    }
    let connection = Connection::open(matches, process, streams).await?;
    let client = &connection.client;
    let lookup = Lookup { client, operations };
    let call = Call { operation, matches, lookup, format, body, plan, stage: RefCell::default() };
    let outcome = tokio::select! {
        biased;
        () = process.interrupted() => Err(Failure::Interrupted(call.stage.take())),
        outcome = call.run(writer.as_mut(), process, streams) => outcome,
    };
    if let Some(report) = &connection.report {
        report.tell(streams);
    }
    let closed = connection.close().await;
    outcome.and(closed)
}

/// A call with everything that it is made from.
struct Call<'a> {
    operation: &'static Operation,
    matches: &'a ArgMatches,
    lookup: Lookup<'a>,
    format: Format,
    body: Option<Json>,
    plan: Option<Plan>,
    /// How far it is, for an interrupt.
    stage: RefCell<Stage>,
}

/// What came back, before it is written.
enum Answer {
    /// The first rows of a listing; more may follow.
    Rows(Rows),
    /// A whole answer, as it came.
    Value(RawRow),
    /// A run that has ended.
    Run(Ended),
    /// Nothing but that it is done.
    Done,
}

impl Call<'_> {
    async fn run(&self, writer: &mut dyn Writer, process: &Process, streams: &mut Streams<'_>) -> Result<(), Failure> {
        let verbose = self.matches.get_flag(VERBOSE);
        if verbose {
            announce(self.operation, self.lookup.client, streams).await?;
        }
        let start = process.clock.elapsed();
        let mut names = Names::of(self.operation, self.matches);
        let outcome = match self.answer(&mut names, process, streams).await {
            Ok(answer) => self.write(answer, &names, writer, streams).await,
            Err(failure) => Err(failure),
        };
        if verbose {
            names.tell(&self.lookup, streams);
            let elapsed = process.clock.elapsed().saturating_sub(start);
            streams.note(&format!("{} after {elapsed:.1?}", effort(&outcome)));
        }
        outcome
    }

    /// Names looked up, a deletion confirmed, the call made.
    async fn answer(&self, names: &mut Names, process: &Process, streams: &mut Streams<'_>) -> Result<Answer, Failure> {
        names.settle(&self.lookup).await?;
        confirm::ask(self.operation, self.matches, names, process, streams).await?;
        let outcome = match self.send(names, streams).await {
            Err(error) if names.reconsider(&error, &self.lookup).await? => self.send(names, streams).await,
            outcome => outcome,
        };
        outcome.map_err(|error| {
            let next = match error.started() {
                Some(started) => next_step::follow(started, self.matches).or_else(|| self.look(names)),
                None if error.outcome_unknown() || error.was_accepted() => self.look(names),
                None => None,
            };
            Failure::Call { error, next }
        })
    }

    /// The command that shows what became of this call.
    fn look(&self, names: &Names) -> Option<String> {
        next_step::look(self.lookup.operations, self.operation, names, self.matches)
    }

    async fn send(&self, names: &Names, streams: &mut Streams<'_>) -> Result<Answer, Error> {
        let request = self.request(names);
        if self.operation.method != Method::Get {
            let what = format!("{} {}", self.operation.command.noun, self.operation.command.verb);
            self.stage.replace(Stage::InFlight { what, next: self.look(names) });
        }
        let answer = self.exchange(request, streams).await;
        self.stage.take();
        answer
    }

    async fn exchange(&self, request: Request, streams: &mut Streams<'_>) -> Result<Answer, Error> {
        if let (Some(paging), Some(plan)) = (&self.operation.paging, &self.plan) {
            return Ok(Answer::Rows(Rows::open(request, paging, plan).await?));
        }
        if let Some(run) = wait::asked(self.operation, self.matches) {
            let waiter = Waiter::new(self.matches, &self.stage);
            return waiter.run(run, request, streams).await.map(Answer::Run);
        }
        match self.operation.response {
            None => request.send_empty().await.map(|()| Answer::Done),
            Some(schema) if matches!(schema.shape, Shape::True) => request.confirm().await.map(|()| Answer::Done),
            Some(_) => request.send().await.map(Answer::Value),
        }
    }

    /// The request with every value that was given.
    fn request(&self, names: &Names) -> Request {
        let mut request = self.lookup.client.request(self.operation);
        let mut options = Options::new();
        if self.matches.get_flag(UNCHECKED) {
            options = options.unchecked();
        }
        names.apply(&mut request);
        for parameter in self.operation.parameters {
            let given = self.matches.get_one::<String>(&parameter::id(parameter));
            if let (Place::Query, Some(value)) = (parameter.place, given) {
                request.set(parameter.name, value);
            }
        }
        if let Some(body) = &self.body {
            request.raw_body(&body.to_string());
        }
        request.with(options);
        request
    }

    async fn write(
        &self,
        answer: Answer,
        names: &Names,
        writer: &mut dyn Writer,
        streams: &mut Streams<'_>,
    ) -> Result<(), Failure> {
        match answer {
            Answer::Rows(rows) => return listing::write(rows, self.operation, writer, streams).await,
            Answer::Value(value) => self.write_value(value.json(), writer, streams)?,
            Answer::Run(ended) => {
                // The verdict wins over a result that cannot be written.
                let written = write_run(&ended.items, writer, streams);
                return ended.verdict.and(written);
            }
            Answer::Done => {
                if self.operation.response.is_some() && self.format.is_document() {
                    writer.item(streams.out(), "true")?;
                }
                streams.note(&done(self.operation, names));
            }
        }
        Ok(writer.end(streams.out(), true)?)
    }

    /// The answer as it is, or the rows in it if the format is made of rows.
    fn write_value(&self, json: &str, writer: &mut dyn Writer, streams: &mut Streams<'_>) -> Result<(), Failure> {
        let Some(field) = self.operation.command.rows.filter(|_| !self.format.is_whole()) else {
            return writer.item(streams.out(), json);
        };
        let Some(rows) = rows(json, field) else {
            return Err(Told::answer(
                format!("{}: the answer has no list '{field}'", self.operation.id),
                "write the answer as it came with -o json",
            )
            .into());
        };
        for row in rows {
            writer.item(streams.out(), row.get())?;
        }
        Ok(())
    }
}

fn write_run(items: &[String], writer: &mut dyn Writer, streams: &mut Streams<'_>) -> Result<(), Failure> {
    for item in items {
        writer.item(streams.out(), item)?;
    }
    Ok(writer.end(streams.out(), true)?)
}

/// The rows in a field of an answer, as they came.
fn rows<'j>(json: &'j str, field: &str) -> Option<Vec<&'j RawValue>> {
    let fields: HashMap<String, &RawValue> = serde_json::from_str(json).ok()?;
    serde_json::from_str(fields.get(field)?.get()).ok()
}

fn format(matches: &ArgMatches) -> Format {
    matches.get_one::<Format>(OUTPUT).copied().unwrap_or(Format::Table)
}

fn writer(operation: &'static Operation, format: Format, streams: &Streams<'_>) -> Result<Box<dyn Writer>, Failure> {
    let layout = Layout { operation, colored: streams.is_colored(false), terminal: streams.is_terminal(false) };
    output::writer(format, layout).ok_or_else(|| {
        let format = format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        let command = &operation.command;
        Failure::conflict(format!("'{} {}' has nothing to write as {format}", command.noun, command.verb))
    })
}

/// What a person is told where the answer says no more than that it is done.
fn done(operation: &Operation, names: &Names) -> String {
    let (noun, verb) = (operation.command.noun, operation.command.verb);
    if confirm::is_needed(operation) {
        format!("deleted {noun} {}", names.ids())
    } else {
        format!("done: {}", format!("{noun} {verb} {}", names.ids()).trim_end())
    }
}

async fn announce(operation: &Operation, client: &Client, streams: &mut Streams<'_>) -> Result<(), Error> {
    let (method, endpoint) = (operation.method.as_str(), client.endpoint());
    streams.note(&format!("{}: {method} {endpoint}{}", operation.id, operation.path));
    streams.note(&format!("keys from {}", client.credentials().await?.source()));
    Ok(())
}

fn effort(outcome: &Result<(), Failure>) -> String {
    match outcome {
        Ok(()) => "done".to_owned(),
        Err(Failure::Call { error, .. }) if error.attempts() > 1 => {
            format!("failed with {} attempts", error.attempts())
        }
        Err(_) => "failed".to_owned(),
    }
}
