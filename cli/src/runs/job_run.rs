//! `job run`: what the command adds to the operation that starts a job.

use crate::api::resolve;
use crate::args::flags::parameter_id;
use crate::body;
use crate::failure::Failure;
use crate::runs::parameters;
use crate::runs::start;
use crate::session::{OperatorCommand, Run, Session, always};
use clap::Command;
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::CREATE_JOB_EXECUTION;
use ncloud_dataflow::runtime::operation::Place;

/// Adds to the operation that starts a job.
pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(CREATE_JOB_EXECUTION.command.noun),
    verb: CREATE_JOB_EXECUTION.command.verb,
    build: |command: Command| {
        let examples = "\
Examples:
  ncloud-dataflow job run nightly-etl
  ncloud-dataflow job run nightly-etl --wait --timeout 2h
  ncloud-dataflow job run nightly-etl --param day=2026-11-24 --num-worker 4
  ncloud-dataflow job run nightly-etl --wait --unless-running
  ncloud-dataflow job run nightly-etl -f run.yaml";
        // Their effect is not documented, so they are not in the short help.
        let own = [start::adopt_arg(), start::unless_running_arg("job"), parameters::arg()];
        let command = hide_queries(command.before_long_help(examples)).args(own);
        let notes = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
        command.after_long_help(format!("{}\n\n{notes}", start::notes("job")))
    },
    handles: always,
    run: Run::Connected(|client, session| Box::pin(run(client, session))),
};

fn hide_queries(command: Command) -> Command {
    let queries = CREATE_JOB_EXECUTION.parameters.iter().filter(|parameter| parameter.place == Place::Query);
    queries.fold(command, |command, query| command.mut_arg(parameter_id(query.name), |arg| arg.hide_short_help(true)))
}

async fn run(client: &Client, mut session: Session<'_, '_>) -> Result<(), Failure> {
    let mut body = body::build(&CREATE_JOB_EXECUTION, session.matches, session.context, session.streams)?;
    parameters::add(&mut body, session.matches)?;
    let job_id = resolve::path_id(client, &CREATE_JOB_EXECUTION, session.matches).await?;
    start::job(client, &job_id, body, &mut session).await
}
