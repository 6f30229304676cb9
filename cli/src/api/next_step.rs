//! The next command to run, ready to paste into a shell.

use crate::api::resolve::PathArgs;
use crate::table::{EMULATOR, ENDPOINT, Operations, PROFILE, PROGRAM};
use crate::terminal::shell::word;
use clap::ArgMatches;
use ncloud_dataflow::operations::{
    GET_JOB_EXECUTION, GET_JOB_EXECUTIONS, GET_WORKFLOW_EXECUTIONS, UPDATE_JOB_EXECUTION_CONFIG,
};
use ncloud_dataflow::runtime::operation::{Method, Operation, Place};
use ncloud_dataflow::{ExecutionSource, Started};

/// Returns the command that waits for a started run, or that lists the executions of a started workflow.
///
/// `None` with `--emulator`, as that emulator ends with the program.
pub(crate) fn follow(started: &Started, matches: &ArgMatches) -> Option<String> {
    match started.execution_id() {
        Some(execution) => command(&GET_JOB_EXECUTION, &["--wait"], &[started.id(), execution], matches),
        None if started.kind() == "workflow" => command(&GET_WORKFLOW_EXECUTIONS, &[], &[started.id()], matches),
        None => None,
    }
}

/// Returns the command that lists the executions of a job or a workflow.
pub(crate) fn executions(source: &ExecutionSource, matches: &ArgMatches) -> Option<String> {
    let operation = if source.is_workflow { &GET_WORKFLOW_EXECUTIONS } else { &GET_JOB_EXECUTIONS };
    command(operation, &[], &[&source.id], matches)
}

/// Returns the command that waits for a run.
pub(crate) fn wait(job_id: &str, execution_id: &str, matches: &ArgMatches) -> Option<String> {
    command(&GET_JOB_EXECUTION, &["--wait"], &[job_id, execution_id], matches)
}

/// Returns the command that prints the log of a run.
pub(crate) fn logs(execution_id: &str, matches: &ArgMatches) -> Option<String> {
    named(GET_JOB_EXECUTION.command.noun, LOGS, &[], &[execution_id], matches)
}

/// Returns the command that sets the log path of a job. The user replaces its last word.
pub(crate) fn set_log_path(job_id: &str, matches: &ArgMatches) -> Option<String> {
    let command = command(&UPDATE_JOB_EXECUTION_CONFIG, &[], &[job_id], matches)?;
    Some(format!("{command} --log-path BUCKET/PREFIX"))
}

/// Verb of the command that prints a log.
const LOGS: &str = "logs";

/// Returns the command that shows the outcome of a call: it reads the resource that the call changes.
pub(crate) fn check(
    operations: Operations,
    operation: &Operation,
    path_args: &PathArgs,
    matches: &ArgMatches,
) -> Option<String> {
    if operation.method == Method::Get {
        return None;
    }
    let reads = |path: &str| {
        let mut candidates = operations.iter();
        candidates.find(|other| other.method == Method::Get && other.path == path).copied()
    };
    let parent = operation.path.rsplit_once('/').map(|(parent, _)| parent);
    let reader = reads(operation.path).or_else(|| reads(parent?))?;
    let wanted = reader.parameters.iter().filter(|parameter| parameter.place == Place::Path);
    let ids: Vec<&str> = wanted.map(|parameter| path_args.id_of(parameter.name)).collect::<Option<_>>()?;
    command(reader, &[], &ids, matches)
}

fn command(operation: &Operation, flags: &[&str], ids: &[&str], matches: &ArgMatches) -> Option<String> {
    named(operation.command.noun, operation.command.verb, flags, ids, matches)
}

fn named(noun: &str, verb: &str, flags: &[&str], ids: &[&str], matches: &ArgMatches) -> Option<String> {
    if matches.get_flag(EMULATOR) {
        return None;
    }
    let mut words = vec![PROGRAM.to_owned(), noun.to_owned(), verb.to_owned()];
    words.extend(flags.iter().map(|flag| (*flag).to_owned()));
    for (id, flag) in [(PROFILE, "--profile"), (ENDPOINT, "--endpoint")] {
        if let Some(value) = matches.get_one::<String>(id) {
            words.extend([flag.to_owned(), word(value)]);
        }
    }
    if ids.iter().any(|id| id.starts_with('-')) {
        words.push("--".to_owned());
    }
    words.extend(ids.iter().map(|id| word(id)));
    Some(words.join(" "))
}
