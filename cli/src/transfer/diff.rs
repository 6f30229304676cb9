//! `diff`: compares documents with the account.

use crate::failure::Failure;
use crate::session::{OperatorCommand, Run, Running, Session, always};
use crate::transfer::account::Account;
use crate::transfer::arguments;
use crate::transfer::open::{Opened, open};
use crate::transfer::plan::{self, Step};
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
    let Opened { path, documents, mut problems, connection } = open("diff", matches, context, streams).await?;
    let planned = plan::plan(&documents, &mut Account::new(&connection.client), &mut problems).await;
    let closed = connection.close(streams).await;
    problems.check(path)?;
    let steps = planned?;
    plan::write(&steps, streams)?;
    closed?;
    match steps.iter().any(Step::is_needed) {
        true => Err(Failure::Different),
        false => Ok(()),
    }
}
