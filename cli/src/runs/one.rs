//! `execution get` with an execution ID alone, and what `execution cancel` shares with it.

use crate::api::call;
use crate::api::resolve::PathArgs;
use crate::args::flags::parameter_id;
use crate::failure::{CliError, Failure};
use crate::runs::{find, start};
use crate::session::{OperatorCommand, Run, Session};
use crate::table::WAIT;
use clap::{ArgMatches, Command};
use ncloud_dataflow::Client;
use ncloud_dataflow::operations::GET_JOB_EXECUTION;
use ncloud_dataflow::runtime::operation::{Operation, Place};

/// Adds to the operation that reads an execution.
pub(crate) const GET: OperatorCommand = OperatorCommand {
    noun: Some(GET_JOB_EXECUTION.command.noun),
    verb: GET_JOB_EXECUTION.command.verb,
    build: |command| {
        let examples = "\
Examples:
  ncloud-dataflow execution get fKE22JFX4PAu
  ncloud-dataflow execution get @last --wait
  ncloud-dataflow execution get nightly-etl fKE22JFX4PAu -o yaml
  ncloud-dataflow execution get gqigvHhTu7ra fKE22JFX4PAu --wait --timeout 30m";
        id_alone(command, &GET_JOB_EXECUTION).before_long_help(examples)
    },
    handles: |matches| is_alone(&GET_JOB_EXECUTION, matches) || matches.get_flag(WAIT),
    run: Run::Connected(|client, session| Box::pin(call_with_job(client, &GET_JOB_EXECUTION, session))),
};

/// Makes the job optional. A single value is the execution: clap has no optional value before a required one that
/// also works after `--`. The values have an index, because a changed argument moves to the end of the command.
pub(crate) fn id_alone(command: Command, operation: &'static Operation) -> Command {
    let [first, second] = path(operation);
    command
        .mut_arg(first, |arg| {
            arg.index(1)
                .value_name("ID")
                .help("ID of the execution, or @last; before an EXECUTION_ID: ID or name of the job")
        })
        .mut_arg(second, |arg| arg.index(2).required(false).help("ID of the execution, if its job is given"))
}

/// Returns whether the job is to be found.
pub(crate) fn is_alone(operation: &'static Operation, matches: &ArgMatches) -> bool {
    let [_, second] = path(operation);
    !matches.contains_id(&second) || matches.get_one::<String>(&second).is_some_and(|id| id == find::LAST)
}

/// Returns the IDs of the arguments of job and execution.
pub(crate) fn path(operation: &'static Operation) -> [String; 2] {
    let path = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
    let mut ids = path.map(|parameter| parameter_id(parameter.name));
    [ids.next().unwrap_or_default(), ids.next().unwrap_or_default()]
}

/// Finds the job of an execution if it is not given, and calls the operation.
pub(crate) async fn call_with_job(
    client: &Client,
    operation: &'static Operation,
    mut session: Session<'_, '_>,
) -> Result<(), Failure> {
    let [first, second] = path(operation);
    let value = |id: &str| session.matches.get_one::<String>(id).cloned();
    let path_args = match value(&second) {
        Some(id) if id == find::LAST => {
            let message = format!("'{}' stands for a run, so it needs no job", find::LAST);
            return Err(CliError::usage(message, "leave the job out; nothing was sent").into());
        }
        Some(_) => PathArgs::from_matches(operation, session.matches),
        None => {
            let id = value(&first).unwrap_or_default();
            let run = find::run(client, &id, &mut session).await?;
            PathArgs::of_ids(operation, &[&run.job_id, run.id()])
        }
    };
    let outcome = call::with(client, operation, path_args, None, &mut session).await;
    start::explain(client, outcome, &mut session).await
}
