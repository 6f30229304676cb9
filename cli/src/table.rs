//! The operations table, the program's name, and the IDs of the program's own flags.

use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, EXECUTE_WORKFLOW};
use ncloud_dataflow::runtime::operation::{Method, Operation};

/// The operations that become commands.
pub(crate) type Operations = &'static [&'static Operation];

/// Name of the program.
pub(crate) const PROGRAM: &str = "ncloud-dataflow";

// IDs of parameters and fields begin with `:param:` and `:body:`, so they never equal one of these.
pub(crate) const PROFILE: &str = ":profile";
pub(crate) const ENDPOINT: &str = ":endpoint";
pub(crate) const EMULATOR: &str = ":emulator";
pub(crate) const DATA: &str = ":data";
pub(crate) const NO_RECORD: &str = ":no-record";
pub(crate) const OUTPUT: &str = ":output";
pub(crate) const COLOR: &str = ":color";
pub(crate) const QUERY: &str = ":query";
pub(crate) const QUIET: &str = ":quiet";
pub(crate) const ERROR_FORMAT: &str = ":error-format";
pub(crate) const DRY_RUN: &str = ":dry-run";
pub(crate) const LAST: &str = ":last";
pub(crate) const UTC: &str = ":utc";
pub(crate) const REPORT_DRIFT: &str = ":report-drift";
pub(crate) const VERBOSE: &str = ":verbose";
pub(crate) const REQUEST_TIMEOUT: &str = ":request-timeout";
pub(crate) const LIMIT: &str = ":limit";
pub(crate) const RESUME: &str = ":resume";
pub(crate) const NO_PAGINATE: &str = ":no-paginate";
pub(crate) const FILE: &str = ":file";
pub(crate) const ALLOW_UNKNOWN: &str = ":allow-unknown";
pub(crate) const UNCHECKED: &str = ":unchecked";
pub(crate) const BY_ID: &str = ":by-id";
pub(crate) const YES: &str = ":yes";
pub(crate) const WAIT: &str = ":wait";
pub(crate) const WAIT_TIMEOUT: &str = ":wait-timeout";
pub(crate) const INTERVAL: &str = ":interval";
pub(crate) const LOGS: &str = ":logs";

/// Name of a flag that fields may have too, in commands that do not wait.
pub(crate) const INTERVAL_FLAG: &str = "interval";

/// A run that a command can wait for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum AwaitedRun {
    /// The run that the command reads.
    Read,
    /// The run of a job that the command starts.
    Job,
    /// All executions of the workflow that the command starts.
    Workflow,
}

/// Returns the run that an operation can wait for; `None` for most operations.
pub(crate) fn awaited_run(operation: &Operation) -> Option<AwaitedRun> {
    match operation.id {
        id if id == CREATE_JOB_EXECUTION.id => Some(AwaitedRun::Job),
        id if id == EXECUTE_WORKFLOW.id => Some(AwaitedRun::Workflow),
        _ => operation.wait.as_ref().map(|_| AwaitedRun::Read),
    }
}

/// Returns whether an operation asks for confirmation.
pub(crate) fn needs_confirmation(operation: &Operation) -> bool {
    operation.method == Method::Delete
}

/// Returns whether an operation changes something, so that it has `--dry-run`.
pub(crate) fn changes_something(operation: &Operation) -> bool {
    operation.method != Method::Get
}

/// Returns whether an operation accepts names in place of IDs.
pub(crate) fn accepts_names(operation: &Operation) -> bool {
    let mut parameters = operation.parameters.iter();
    parameters.any(|parameter| parameter.resolve.is_some())
}
