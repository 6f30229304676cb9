//! `execution missed`: what a trigger should have started, and has not.

use crate::api::formatter::format;
use crate::args::time_limit;
use crate::failure::{CliError, Failure};
use crate::output::Format;
use crate::output::grid::{Cell, Column, Grid, Look, Priority};
use crate::runs::figures::print_json;
use crate::runs::filter::{self, Filter};
use crate::runs::planned::{self, Missed};
use crate::session::{OperatorCommand, Run, Session, always};
use clap::{Arg, Command};
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::GET_JOB_EXECUTIONS;
use std::time::Duration;

pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTIONS.command.noun),
    verb: "missed",
    build,
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

const GRACE: &str = ":grace";

fn build(command: Command) -> Command {
    let grace = Arg::new(GRACE)
        .long("grace")
        .value_name("TIME")
        .value_parser(time_limit::parse)
        .default_value("30m")
        .help("A run may begin this much later than its trigger says");
    let [since, until, _, _, workflow, _] = filter::args();
    command
        .about("List times at which a trigger should have started a workflow, but no run exists")
        .long_about(LONG_ABOUT)
        .before_long_help(EXAMPLES)
        .after_long_help(EXIT_CODES)
        .arg(since.default_value("24h").help("Times after this: 24h, 7d, 2026-11-24 or 2026-11-24T18:00"))
        .arg(until.help("Times before this [default: now]"))
        .arg(workflow.help("Of this workflow; repeat it for several"))
        .arg(grace)
}

const LONG_ABOUT: &str = "\
List times at which a trigger should have started a workflow, but no run exists

A scheduler that fails leaves no failed run. So the times of each trigger's rule are compared with the runs of its \
workflows. Rules are read as Korean time. Times before the last change of a trigger or workflow are not known, because \
the rule may have been another one; a note says so.";

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow execution missed
  ncloud-dataflow execution missed --since 7d --workflow daily
  ncloud-dataflow execution missed --grace 2h -o json";

const EXIT_CODES: &str = "\
Exit codes:
  0    every scheduled run exists
  1    not known: a workflow or the service could not be read
  5    at least one run is missing";

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let format = format(session.matches);
    if !matches!(format, Format::Table | Format::Wide | Format::Json | Format::Jsonl) {
        return Err(CliError::usage("'execution missed' prints a table or JSON".to_owned(), "use -o json").into());
    }
    let filter = Filter::from_matches(session.matches, session.context)?;
    let grace = session.matches.get_one::<Duration>(GRACE).copied().unwrap_or_default();
    let found = planned::missed(client, &filter, grace, session.context.now()).await?;
    for note in &found.notes {
        session.streams.note(&format!("note: {note}"));
    }
    print(format, &found.missed, &mut session)?;
    if let Some(error) = found.unread.into_iter().next() {
        session.streams.note("note: not everything could be read, so more may be missing");
        return Err(error.into());
    }
    match found.missed.len() {
        0 => {
            session.streams.note("no scheduled run is missing");
            Ok(())
        }
        1 => Err(CliError::some_found("1 scheduled run is missing".to_owned(), HINT).into()),
        count => Err(CliError::some_found(format!("{count} scheduled runs are missing"), HINT).into()),
    }
}

const HINT: &str = "check the trigger with 'trigger get', and start the workflow with 'workflow run'";

fn print(format: Format, missed: &[Missed], session: &mut Session<'_, '_>) -> Result<(), Failure> {
    match format {
        Format::Json => print_json(&missed, format, session.streams)?,
        Format::Jsonl => missed.iter().try_for_each(|row| print_json(row, format, session.streams))?,
        _ => print_table(missed, session)?,
    }
    Ok(())
}

fn print_table(missed: &[Missed], session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let columns = [
        Column::new("EXPECTED", Priority::Time),
        Column::new("WORKFLOW", Priority::Identifier),
        Column::new("TRIGGER", Priority::Text),
        Column::new("RULE", Priority::Detail),
    ];
    let times = session.times();
    let mut grid = Grid::new(columns, Look::of(session.streams));
    for row in missed {
        let name = row.workflow_name.as_deref().unwrap_or(&row.workflow_id);
        let trigger = row.trigger_name.as_deref().unwrap_or(&row.trigger_id);
        let expected = times.of_text(&row.expected);
        let cells = [Cell::from(expected), Cell::from(name), Cell::from(trigger), Cell::from(row.rule.as_str())];
        grid.row(cells, session.streams.out())?;
    }
    Ok(grid.finish(session.streams.out())?)
}

/// Adds a line about missing runs to `execution failed`, because a scheduler that fails leaves no failed run.
pub(crate) async fn note(client: &Client, filter: &Filter, session: &mut Session<'_, '_>) {
    let grace = Duration::from_secs(30 * 60);
    let since = filter.window.since;
    let Ok(found) = planned::missed(client, filter, grace, session.context.now()).await else {
        session.streams.note("note: whether scheduled runs are missing could not be read");
        return;
    };
    if !found.missed.is_empty() && since.is_some() {
        let runs = if found.missed.len() == 1 { "1 scheduled run is" } else { "scheduled runs are" };
        let count = if found.missed.len() == 1 { String::new() } else { format!("{} ", found.missed.len()) };
        session.streams.note(&format!("note: {count}{runs} missing; see 'execution missed'"));
    }
}
