//! `whoami`: the settings that are used, and where each one comes from.

use crate::failure::Failure;
use crate::json::Json;
use crate::output::grid::{Cell, Column, Grid, Look, Priority};
use crate::output::{Format, check_document, write_document};
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::setup::settings::{Setting, settings};
use crate::table::OUTPUT;
use clap::Command;
use ncloud_dataflow::Client;

pub(crate) const WHOAMI: OperatorCommand =
    OperatorCommand { noun: None, verb: "whoami", build, handles: always, run: Run::Connected(run) };

fn build(command: Command) -> Command {
    command
        .about("Show which credentials and settings are used")
        .long_about(
            "Show which credentials and settings are used\n\nPrints each setting with its source. Only the beginning \
             of the access key is shown, and nothing of the secret key. No request is sent to the service, so the \
             credentials may still be invalid: 'doctor' checks them.",
        )
        .before_long_help(
            "Examples:\n  ncloud-dataflow whoami\n  ncloud-dataflow whoami --profile test -o json\n  \
             ncloud-dataflow --emulator whoami",
        )
}

fn run<'a>(client: &'a Client, session: Session<'a, '_>) -> Running<'a> {
    Box::pin(whoami(client, session))
}

async fn whoami(client: &Client, session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    let format = matches.get_one::<Format>(OUTPUT).copied().unwrap_or(Format::Table);
    check_document(format, "whoami")?;
    let settings = settings(client, matches, context).await?;
    let document = Json::Object(settings.iter().map(|setting| (setting.name.to_owned(), document(setting))).collect());
    if !write_document(format, &document, "whoami", streams)? {
        let columns = [
            Column::new("SETTING", Priority::Identifier),
            Column::new("VALUE", Priority::State),
            Column::new("SOURCE", Priority::Text),
        ];
        let mut grid = Grid::new(columns, Look::of(streams));
        for setting in settings {
            let source = Some(setting.source).filter(|source| !source.is_empty());
            let cells = [Cell::from(setting.name), Cell::new(setting.value), Cell::new(source)];
            grid.row(cells, streams.out())?;
        }
        grid.finish(streams.out())?;
    }
    Ok(())
}

fn document(setting: &Setting) -> Json {
    let value = setting.value.clone().map_or(Json::Null, Json::String);
    let source = Json::String(setting.source.clone());
    Json::Object(vec![("value".to_owned(), value), ("source".to_owned(), source)])
}
