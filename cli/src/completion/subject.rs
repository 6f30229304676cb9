//! What the value of an argument names.

use crate::args::flags::parameter_id;
use crate::runs::chosen;
use crate::runs::one;
use crate::table::{DATA, FILE, Operations, PROFILE};
use clap::{Arg, Command, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use ncloud_dataflow::operations::{GET_JOB_EXECUTION, GET_JOB_EXECUTIONS, GET_WORKFLOW_EXECUTIONS};
use ncloud_dataflow::runtime::operation::{Operation, Place, Resolve};
use std::ffi::OsStr;
use std::sync::{Arc, Mutex, PoisonError};

/// What a value names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    /// A section of the credentials file.
    Profile,
    /// A resource that a listing names.
    Named(&'static Resolve),
    /// An execution.
    Run,
    /// An execution, or the job before it.
    RunOrJob(&'static Resolve),
}

/// The subject of the value that is being completed, and the beginning of the value.
pub(super) type Wanted = Arc<Mutex<Option<(Subject, String)>>>;

/// Makes the arguments tell which subject is wanted. What they name is looked up afterwards, and only for the one that is
/// completed.
pub(super) fn watch(command: Command, operations: Operations, wanted: &Wanted) -> Command {
    // In these commands an execution may stand without its job.
    let [_, run] = one::path(&GET_JOB_EXECUTION);
    let may_be_run = command.get_arguments().any(|arg| *arg.get_id() == *run.as_str() && !arg.is_required_set());
    let args: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let command = args.into_iter().fold(command, |command, id| {
        command.mut_arg(id, |arg| match subject(&arg, operations, may_be_run) {
            Some(subject) => watched(arg, subject, wanted.clone()),
            None if [FILE, DATA].contains(&arg.get_id().as_str()) => arg.value_hint(ValueHint::AnyPath),
            None => arg,
        })
    });
    command.mut_subcommands(|command| watch(command, operations, wanted))
}

fn watched(arg: Arg, subject: Subject, wanted: Wanted) -> Arg {
    arg.add(ArgValueCompleter::new(move |value: &OsStr| -> Vec<CompletionCandidate> {
        let mut wanted = wanted.lock().unwrap_or_else(PoisonError::into_inner);
        *wanted = Some((subject, value.to_string_lossy().into_owned()));
        Vec::new()
    }))
}

fn subject(arg: &Arg, operations: Operations, may_be_run: bool) -> Option<Subject> {
    let job = first_resolve(&GET_JOB_EXECUTIONS);
    let [_, run] = one::path(&GET_JOB_EXECUTION);
    match arg.get_id().as_str() {
        PROFILE => Some(Subject::Profile),
        // Of the filters of listings.
        ":job" => job.map(Subject::Named),
        ":workflow" => first_resolve(&GET_WORKFLOW_EXECUTIONS).map(Subject::Named),
        chosen::SECOND => Some(Subject::Run),
        chosen::FIRST => job.map(Subject::RunOrJob),
        id if id == run => Some(Subject::Run),
        id => {
            let resolve = operations.iter().find_map(|operation| resolve(operation, id))?;
            Some(if may_be_run { Subject::RunOrJob(resolve) } else { Subject::Named(resolve) })
        }
    }
}

fn first_resolve(operation: &'static Operation) -> Option<&'static Resolve> {
    operation.parameters.first().and_then(|parameter| parameter.resolve.as_ref())
}

fn resolve(operation: &'static Operation, id: &str) -> Option<&'static Resolve> {
    let path = operation.parameters.iter().filter(|parameter| parameter.place == Place::Path);
    path.filter(|parameter| parameter_id(parameter.name) == id).find_map(|parameter| parameter.resolve.as_ref())
}
