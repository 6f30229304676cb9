//! `trigger list --next N` and `trigger get --next N`: the next times of triggers.

use crate::api::resolve::{Lookup, PathArgs};
use crate::args::flags::parameter_id;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::output::grid::{Cell, Column, Grid, Look, Priority};
use crate::output::{Format, check_document, write_document};
use crate::schedule::date_with_day;
use crate::session::{OperatorCommand, Run, Running, Session};
use crate::table::{LIMIT, NO_PAGINATE, OUTPUT, PROGRAM, RESUME};
use crate::terminal::output_streams::Streams;
use clap::{Arg, ArgMatches, Command, value_parser};
use jiff::Timestamp;
use ncloud_dataflow::Client;
use ncloud_dataflow::models::Trigger;
use ncloud_dataflow::operations::{GET_TRIGGER, GET_TRIGGERS, OPERATIONS};
use ncloud_dataflow::runtime::operation::Place;
use ncloud_dataflow::runtime::{RawPage, RawRow};
use ncloud_dataflow::schedule::{KOREA, Schedule};

/// The commands, in the order of help.
pub(crate) const COMMANDS: &[&OperatorCommand] = &[&TRIGGERS_NEXT, &TRIGGER_NEXT];

/// Next times of all triggers.
const TRIGGERS_NEXT: OperatorCommand = OperatorCommand {
    noun: Some(GET_TRIGGERS.command.noun),
    verb: GET_TRIGGERS.command.verb,
    build: |command| build(command).mut_arg(NEXT, |arg| arg.conflicts_with_all([NO_PAGINATE, RESUME])),
    handles,
    run: Run::Connected(|client, session| Box::pin(list(client, session))),
};

/// Next times of one trigger.
const TRIGGER_NEXT: OperatorCommand = OperatorCommand {
    noun: Some(GET_TRIGGER.command.noun),
    verb: GET_TRIGGER.command.verb,
    build,
    handles,
    run: Run::Connected(get),
};

/// ID of the flag.
const NEXT: &str = ":next";

fn build(command: Command) -> Command {
    let examples = command.get_before_long_help().map(ToString::to_string).unwrap_or_default();
    let path = format!("{} {}", GET_TRIGGER.command.noun, command.get_name());
    let name = if command.get_name() == GET_TRIGGER.command.verb { " NAME" } else { "" };
    command.before_long_help(format!("{examples}\n  {PROGRAM} {path}{name} --next 3")).arg(
        Arg::new(NEXT)
            .long("next")
            .value_name("N")
            .value_parser(value_parser!(u16).range(1..=1000))
            .help("Print the next N times instead, in Korean time, as assumed"),
    )
}

fn handles(matches: &ArgMatches) -> bool {
    matches.contains_id(NEXT)
}

fn get<'a>(client: &'a Client, session: Session<'a, '_>) -> Running<'a> {
    Box::pin(async move {
        let Session { matches, context, streams, .. } = session;
        check(matches)?;
        let lookup = Lookup { client, operations: OPERATIONS };
        let mut path = PathArgs::from_matches(&GET_TRIGGER, matches);
        let send = |path: &PathArgs| {
            let mut request = client.request(&GET_TRIGGER);
            path.apply(&mut request);
            request.send::<RawRow>()
        };
        let response = match send(&path).await {
            Err(error) if path.resolve_after_not_found(&error, &lookup).await? => send(&path).await?,
            response => response?,
        };
        write(&[read(response.json())?], matches, context, streams)
    })
}

async fn list(client: &Client, session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    check(matches)?;
    let mut request = client.request(&GET_TRIGGERS);
    for parameter in GET_TRIGGERS.parameters.iter().filter(|parameter| parameter.place == Place::Query) {
        if let Some(value) = matches.get_one::<String>(&parameter_id(parameter.name)) {
            request.set(parameter.name, value);
        }
    }
    let limit = matches.get_one::<u64>(LIMIT).copied().unwrap_or(u64::MAX);
    let mut items = request.items::<RawPage>().limit(limit);
    let mut triggers = Vec::new();
    while let Some(item) = items.next().await {
        triggers.push(read(item?.json())?);
    }
    write(&triggers, matches, context, streams)
}

fn check(matches: &ArgMatches) -> Result<(), Failure> {
    check_document(format(matches), "--next")
}

fn format(matches: &ArgMatches) -> Format {
    matches.get_one::<Format>(OUTPUT).copied().unwrap_or(Format::Table)
}

fn read(json: &str) -> Result<Trigger, Failure> {
    serde_json::from_str(json).map_err(|error| {
        let message = format!("cannot read a trigger: {error}");
        CliError::response(message, "use -o json without --next to print it as received").into()
    })
}

/// Writes the next times of each trigger, all in one order.
fn write(
    triggers: &[Trigger],
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let count = matches.get_one::<u16>(NEXT).copied().map(usize::from).unwrap_or_default();
    let mut times: Vec<(Timestamp, &Trigger)> = Vec::new();
    for trigger in triggers {
        let schedule = match trigger.trigger_rule.as_ref().map(Schedule::from_rule) {
            Some(Ok(schedule)) => schedule,
            Some(Err(problem)) => {
                streams.note(&format!("note: the rule of trigger {} is unreadable: {problem}", trigger.trigger_id));
                continue;
            }
            None => Schedule::Unscheduled,
        };
        times.extend(schedule.times(context.now()).take(count).map(|time| (time, trigger)));
    }
    times.sort_by_key(|(time, _)| *time);
    let document = Json::Array(times.iter().map(|(time, trigger)| document(*time, trigger)).collect());
    if !write_document(format(matches), &document, "--next", streams)? {
        let columns = [
            Column::new("TIME (KST)", Priority::Time),
            Column::new("ID", Priority::Identifier),
            Column::new("NAME", Priority::Text),
        ];
        let mut grid = Grid::new(columns, Look::of(streams));
        for (time, trigger) in &times {
            let cells = [
                Cell::from(date_with_day(*time)),
                Cell::from(&*trigger.trigger_id),
                Cell::new(trigger.name.as_deref()),
            ];
            grid.row(cells, streams.out())?;
        }
        if !times.is_empty() {
            grid.finish(streams.out())?;
        }
    }
    if times.is_empty() {
        streams.note("no scheduled times");
    }
    Ok(())
}

fn document(time: Timestamp, trigger: &Trigger) -> Json {
    let text = |text: String| Json::String(text);
    let name = trigger.name.as_ref().map_or(Json::Null, |name| text(name.to_string()));
    Json::Object(vec![
        ("time".to_owned(), text(time.display_with_offset(KOREA).to_string())),
        ("id".to_owned(), text(trigger.trigger_id.to_string())),
        ("name".to_owned(), name),
    ])
}
