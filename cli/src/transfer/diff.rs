//! `diff`: compares documents with the account.

use crate::api::connection::Connection;
use crate::failure::Failure;
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::setup::unused;
use crate::table::{FILE, OUTPUT};
use crate::transfer::account::Account;
use crate::transfer::arguments;
use crate::transfer::plan::{self, Step};
use crate::transfer::problems::{self, Problems};
use clap::Command;

pub(crate) const DIFF: OperatorCommand =
    OperatorCommand { noun: None, verb: "diff", build, handles: always, run: Run::Local(run) };

fn build(command: Command) -> Command {
    command
        .about("Compare documents with the account")
        .long_about(format!(
            "Compare documents with the account\n\nPrints what 'apply' would do, field by field. Nothing is changed.\n\n{}",
            arguments::DOCUMENTS
        ))
        .before_long_help(
            "Examples:\n  ncloud-dataflow diff -f nightly.yaml\n  \
             ncloud-dataflow job export nightly-etl | ncloud-dataflow diff --profile test -f -",
        )
        .after_long_help(
            "Exit codes:\n  0    the same\n  1    different\n  2    an error: invalid usage or file, or the service could \
             not be asked\n  4    credentials missing or rejected, or permission denied\n  6    not found\n  130  interrupted",
        )
        .arg(arguments::file())
}

fn run<'a>(session: Session<'a, '_>) -> Running<'a> {
    Box::pin(async move { diff(session).await.map_err(Failure::no_difference) })
}

async fn diff(session: Session<'_, '_>) -> Result<(), Failure> {
    let Session { matches, context, streams, .. } = session;
    unused::reject(matches, "diff", &[OUTPUT])?;
    let path = matches.get_one::<String>(FILE).map(String::as_str).unwrap_or_default();
    let mut problems = Problems::default();
    let documents = problems::read(path, context, streams, &mut problems)?;
    let connection = match Connection::open(matches, context, streams).await {
        Ok(connection) => connection,
        // What is wrong with the file can be reported without an account.
        Err(failure) => return problems.check(path).and(Err(failure)),
    };
    let planned = plan::plan(&documents, &mut Account::new(&connection.client), &mut problems).await;
    if let Some(report) = &connection.report {
        report.log(streams);
    }
    let closed = connection.close().await;
    problems.check(path)?;
    let steps = planned?;
    plan::write(&steps, streams)?;
    closed?;
    match steps.iter().any(Step::is_needed) {
        true => Err(Failure::Different),
        false => Ok(()),
    }
}
