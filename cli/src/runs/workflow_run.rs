//! `workflow run`: what the command adds to the operation that starts a workflow.

use crate::api::resolve;
use crate::runs::start;
use crate::session::{OperatorCommand, Run, always};
use clap::Command;
use ncloud_dataflow::operations::EXECUTE_WORKFLOW;

/// Adds to the operation that starts a workflow.
pub(crate) const COMMAND: OperatorCommand = OperatorCommand {
    noun: Some(EXECUTE_WORKFLOW.command.noun),
    verb: EXECUTE_WORKFLOW.command.verb,
    build,
    handles: always,
    run: Run::Connected(|client, mut session| {
        Box::pin(async move {
            let id = resolve::path_id(client, &EXECUTE_WORKFLOW, session.matches).await?;
            start::workflow(client, &id, &mut session).await
        })
    }),
};

fn build(command: Command) -> Command {
    let notes = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    command
        .before_long_help(EXAMPLES)
        .after_long_help(format!("{UNLESS_RUNNING}\n\n{}\n\n{notes}", start::notes("workflow")))
        .args([start::adopt_arg(), start::unless_running_arg("workflow")])
}

const EXAMPLES: &str = "\
Examples:
  ncloud-dataflow workflow run daily
  ncloud-dataflow workflow run daily --wait --timeout 2h
  ncloud-dataflow workflow run daily --wait --unless-running";

const UNLESS_RUNNING: &str = "\
--unless-running looks at the executions of the workflow that have not ended, no matter what started them. A run of one of \
its jobs that was started directly does not count. After one job has ended and before the service starts the next, no \
execution is going for a moment; a start in this moment is not held back.";
