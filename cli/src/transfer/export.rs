//! `job|workflow|trigger export`: writes a resource as a document.

use crate::api::connection::Connection;
use crate::api::resolve::{Lookup, PathArgs};
use crate::args::flags::parameter_id;
use crate::body::{Converted, Unknown, convert, fields};
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::output;
use crate::resource::Kind;
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::setup::unused;
use crate::table::{BY_ID, OUTPUT, PROGRAM};
use crate::terminal::escape;
use crate::terminal::output_streams::Streams;
use crate::transfer::account::Account;
use crate::transfer::{document, references, template};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use ncloud_dataflow::operations::OPERATIONS;
use ncloud_dataflow::runtime::RawRow;
use ncloud_dataflow::runtime::schema::Schema;

pub(crate) const JOB_EXPORT: OperatorCommand = OperatorCommand {
    noun: Some("job"),
    verb: "export",
    build: |command| build(command, "job"),
    handles: always,
    run: Run::Local(|session| run(session, "job")),
};

pub(crate) const WORKFLOW_EXPORT: OperatorCommand = OperatorCommand {
    noun: Some("workflow"),
    verb: "export",
    build: |command| build(command, "workflow"),
    handles: always,
    run: Run::Local(|session| run(session, "workflow")),
};

pub(crate) const TRIGGER_EXPORT: OperatorCommand = OperatorCommand {
    noun: Some("trigger"),
    verb: "export",
    build: |command| build(command, "trigger"),
    handles: always,
    run: Run::Local(|session| run(session, "trigger")),
};

// IDs of the arguments.
const TO: &str = ":to";
const TEMPLATE: &str = ":template";
const TYPE: &str = ":type";

fn build(command: Command, noun: &'static str) -> Command {
    let Some(kind) = Kind::of(noun) else {
        return command;
    };
    let types = template::types(&kind);
    let command = command
        .about(format!("Write a {noun} as a document for 'apply'"))
        .long_about(format!(
            "Write a {noun} as a document for 'apply'\n\nThe document is YAML with a comment for each field. Fields that \
             only responses have, such as IDs and dates, are left out{}.",
            if references::has_references(&kind) { ", and triggers and jobs are named instead of their IDs" } else { "" }
        ))
        .before_long_help(format!(
            "Examples:\n  {PROGRAM} {noun} export my-{noun} --to {noun}.yaml\n  \
             {PROGRAM} {noun} export my-{noun} | {PROGRAM} apply --profile test -f -\n  \
             {PROGRAM} {noun} export --template --to {noun}.yaml"
        ))
        .arg(
            Arg::new(parameter_id(kind.parameter))
                .value_name("NAME")
                .required_unless_present(TEMPLATE)
                .help(format!("Name or ID of the {noun}")),
        )
        .arg(Arg::new(TO).long("to").value_name("FILE").help("File to write [default: standard output]"))
        .arg(
            Arg::new(TEMPLATE)
                .long("template")
                .action(ArgAction::SetTrue)
                .conflicts_with(parameter_id(kind.parameter))
                .help("Write a document to start from, without an existing resource"),
        )
        .arg(
            Arg::new(BY_ID)
                .long("by-id")
                .action(ArgAction::SetTrue)
                .hide_short_help(true)
                .help("Treat the value as an ID; do not look up a name"),
        );
    if types.is_empty() {
        return command;
    }
    command.arg(
        Arg::new(TYPE)
            .long("type")
            .value_name("TYPE")
            .requires(TEMPLATE)
            .value_parser(PossibleValuesParser::new(types))
            .hide_possible_values(true)
            .help(format!("Type of the template: {}", types.join(", "))),
    )
}

fn run<'a>(session: Session<'a, '_>, noun: &'static str) -> Running<'a> {
    Box::pin(export(session, noun))
}

async fn export(session: Session<'_, '_>, noun: &'static str) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    if unused::reject(matches, "export", &[OUTPUT]).is_err() {
        let message = format!("'{noun} export' writes a YAML document, whatever '--output' says");
        return Err(CliError::usage(message, "drop the flag; to name a file, use --to FILE").into());
    }
    let Some(kind) = Kind::of(noun) else {
        return Ok(());
    };
    let text = match matches.get_flag(TEMPLATE) {
        true => template_text(&kind, matches)?,
        false => saved_text(&kind, matches, context, streams).await?,
    };
    match matches.get_one::<String>(TO).filter(|path| *path != "-") {
        Some(path) => std::fs::write(path, &text).map_err(|error| {
            CliError::response(format!("cannot write {path}: {error}"), "name a file in a folder that you can write to")
        })?,
        None if streams.is_terminal(false) => {
            let shown = escape::lines(&text).into_owned();
            streams.out().write_all(shown.as_bytes())?;
        }
        None => streams.out().write_all(text.as_bytes())?,
    }
    Ok(())
}

fn template_text(kind: &Kind, matches: &ArgMatches) -> Result<String, Failure> {
    let ty = matches.try_get_one::<String>(TYPE).ok().flatten().map(String::as_str);
    let template::Template { body, all } = template::template(kind, ty);
    let mut head = vec![
        format!("A template of a {}. Edit it, then run: {PROGRAM} apply -f FILE", kind.noun),
        "Fields behind '#' are optional.".to_owned(),
    ];
    if references::has_references(kind) {
        head.push("IDs of triggers and jobs may be names.".to_owned());
    }
    document::text(kind, &head, &body, Some(&all))
}

/// Returns the document of an existing resource.
async fn saved_text(
    kind: &Kind,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<String, Failure> {
    let connection = Connection::open(matches, context, streams).await?;
    let text = fetched_text(kind, matches, &connection, streams).await;
    let closed = connection.close(streams).await;
    let text = text?;
    closed.map(|()| text)
}

async fn fetched_text(
    kind: &Kind,
    matches: &ArgMatches,
    connection: &Connection,
    streams: &mut Streams<'_>,
) -> Result<String, Failure> {
    let client = &connection.client;
    let converted = fetch(kind, matches, connection).await?;
    let mut notes = Vec::new();
    for field in &converted.unknown {
        notes.push(format!("note: {field} is left out, as it is not in the API description"));
    }
    for (field, value) in &converted.not_sendable {
        notes.push(format!("note: {field} is '{value}', which requests do not accept; choose another value"));
    }
    let body = references::with_names(kind, converted.value, &mut Account::new(client), &mut notes).await?;
    let mut head = vec![format!("Create or update it with: {PROGRAM} apply -f FILE")];
    if references::has_references(kind) {
        head.push("IDs of triggers and jobs may be names.".to_owned());
    }
    let mut unreadable = Vec::new();
    collect_unreadable(kind.response, kind.request, "", &mut unreadable);
    if !unreadable.is_empty() {
        head.push(format!("Responses do not have these fields, so they are not here: {}.", unreadable.join(", ")));
    }
    for note in &notes {
        streams.note(note);
        head.push(note.strip_prefix("note: ").unwrap_or(note).to_owned());
    }
    document::text(kind, &head, &body, None)
}

async fn fetch(kind: &Kind, matches: &ArgMatches, connection: &Connection) -> Result<Converted, Failure> {
    let lookup = Lookup { client: &connection.client, operations: OPERATIONS };
    let mut path = PathArgs::from_matches(kind.get, matches);
    let send = |path: &PathArgs| {
        let mut request = connection.client.request(kind.get);
        path.apply(&mut request);
        request.send::<RawRow>()
    };
    let response = match send(&path).await {
        Err(error) if path.resolve_after_not_found(&error, &lookup).await? => send(&path).await?,
        response => response?,
    };
    Ok(convert(kind.response, kind.request, &output::read(response.json())?, Unknown::LeaveOut))
}

/// Collects the fields of requests that no response has.
fn collect_unreadable(response: &Schema, request: &Schema, path: &str, found: &mut Vec<String>) {
    for field in fields(request) {
        let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        let is_same = |other: &&ncloud_dataflow::runtime::schema::Field| {
            other.name == field.name || other.request_name == Some(field.name)
        };
        match fields(response).iter().find(is_same) {
            Some(other) => collect_unreadable(other.schema, field.schema, &path, found),
            None => found.push(path),
        }
    }
}
