//! Starts a run of a job or a workflow: `job run`, `workflow run` and `execution rerun`.

use crate::api::resolve::PathArgs;
use crate::api::{call, wait};
use crate::failure::Failure;
use crate::json::Json;
use crate::record::Record;
use crate::runs::unknown_start::{self, Before, Settled};
use crate::runs::{find, unfinished, why};
use crate::session::Session;
use crate::table::WAIT;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, EXECUTE_WORKFLOW, GET_JOB_EXECUTION};
use ncloud_dataflow::runtime::operation::Operation;
use ncloud_dataflow::{Client, ExecutionSource};

const ADOPT: &str = ":adopt";
const UNLESS_RUNNING: &str = ":unless-running";

/// Returns the argument that takes a run that has appeared for the one that was started.
pub(crate) fn adopt_arg() -> Arg {
    Arg::new(ADOPT)
        .long("adopt")
        .action(ArgAction::SetTrue)
        .hide_short_help(true)
        .help("If it is unknown whether the start succeeded, take the one run that has appeared since for it")
}

/// Returns the argument that starts nothing while a run of the job or workflow is going.
pub(crate) fn unless_running_arg(noun: &str) -> Arg {
    Arg::new(UNLESS_RUNNING)
        .long("unless-running")
        .action(ArgAction::SetTrue)
        .help(format!("Start nothing while a run of the {noun} is going; the exit code is 0"))
}

/// Part of the help about unknown outcomes.
pub(crate) fn notes(noun: &str) -> String {
    format!(
        "\
If the connection breaks during the start, the service may have started the run. The command then looks for a new run \
of the {noun} for 30 seconds, and lists what it finds. With --adopt, it continues with the run if there is exactly one.

{EXIT_CODES}"
    )
}

const EXIT_CODES: &str = "\
Exit codes:
  0    started; with --wait: succeeded
  3    timed out while waiting; the run continues
  5    with --wait: the run failed or was canceled
  7    unknown whether the run was started, or how it ended";

/// Returns whether a run that has appeared is taken for the one that was started.
pub(crate) fn adopts(matches: &ArgMatches) -> bool {
    is_set(matches, ADOPT)
}

/// Returns whether the arguments ask to wait.
pub(crate) fn waits(matches: &ArgMatches) -> bool {
    is_set(matches, WAIT)
}

/// Not every command has all of the arguments.
fn is_set(matches: &ArgMatches, id: &str) -> bool {
    matches.try_get_one::<bool>(id).ok().flatten() == Some(&true)
}

/// Starts a run of a job, settles an unknown outcome, and explains a run that does not succeed.
pub(crate) async fn job(
    client: &Client,
    job_id: &str,
    body: Option<Json>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    start(client, &CREATE_JOB_EXECUTION, &unfinished::job(job_id), body, session).await
}

/// Starts a run of a workflow like [`job`].
pub(crate) async fn workflow(client: &Client, id: &str, session: &mut Session<'_, '_>) -> Result<(), Failure> {
    let source = ExecutionSource { is_workflow: true, ..unfinished::job(id) };
    start(client, &EXECUTE_WORKFLOW, &source, None, session).await
}

async fn start(
    client: &Client,
    operation: &'static Operation,
    source: &ExecutionSource,
    body: Option<Json>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    if is_held_back(client, source, session).await? {
        return Ok(());
    }
    let before = Before::read(client, source, adopts(session.matches), session).await?;
    let path_args = PathArgs::of_ids(operation, &[&source.id]);
    let outcome = match call::with(client, operation, path_args, body, session).await {
        Err(Failure::Call { error, next }) if unknown_start::is_unknown(&error) => {
            match unknown_start::settle(client, source, &error, &before, session).await {
                Settled::Adopted(runs) => resume(client, source, runs, before, session).await,
                Settled::Unknown(error) => Err(error.into()),
                Settled::NotSearched => Err(Failure::Call { error, next }),
            }
        }
        outcome => outcome,
    };
    explain(client, outcome, session).await
}

/// Returns whether `--unless-running` forbids the start, and says why.
pub(crate) async fn is_held_back(
    client: &Client,
    source: &ExecutionSource,
    session: &mut Session<'_, '_>,
) -> Result<bool, Failure> {
    if !is_set(session.matches, UNLESS_RUNNING) {
        return Ok(false);
    }
    let going = unfinished::going(client, source).await?;
    let Some(run) = going.first() else {
        return Ok(false);
    };
    let state = run.status.as_ref().map_or("going", |status| status.as_str());
    session.streams.note(&format!("note: nothing was started: execution '{}' is {state}", run.job_execution_id));
    Ok(true)
}

/// Continues with a run as if its start had been confirmed.
async fn resume(
    client: &Client,
    source: &ExecutionSource,
    executions: Vec<JobExecution>,
    before: Before,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    note_adopted(&executions, session);
    if source.is_workflow {
        return wait::attached_workflow(client, &source.id, before.into_ids(), executions, session).await;
    }
    let Some(run) = executions.into_iter().next() else {
        return Ok(());
    };
    record(client, &source.id, &run, session).await;
    let path_args = PathArgs::of_ids(&GET_JOB_EXECUTION, &[&source.id, &run.job_execution_id]);
    call::with(client, &GET_JOB_EXECUTION, path_args, None, session).await
}

/// Says which executions are taken for the ones that were started.
pub(crate) fn note_adopted(executions: &[JobExecution], session: &mut Session<'_, '_>) {
    for run in executions {
        session.streams.note(&format!("note: continuing with execution '{}'", run.job_execution_id));
    }
}

/// Keeps a started run of a job in the local record.
pub(crate) async fn record(client: &Client, job_id: &str, run: &JobExecution, session: &mut Session<'_, '_>) {
    let mut run = run.clone();
    run.job_id.get_or_insert_with(|| job_id.into());
    let record = Record::open(client, session.matches, session.context).await;
    record.add_started(&run, session.context, session.streams);
}

/// Prints what is known about awaited runs that did not succeed.
pub(crate) async fn explain(
    client: &Client,
    outcome: Result<(), Failure>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    let Err(failure) = outcome else {
        return outcome;
    };
    for [job_id, execution_id] in failure.unsuccessful_runs() {
        let Ok(execution) = client.get_job_execution(job_id, execution_id).send().await else {
            continue;
        };
        let run = find::found(job_id, execution_id, execution);
        if let Ok(explanation) = why::explain(client, &run, session).await {
            for line in explanation.findings.iter().flat_map(|finding| finding.lines()) {
                session.streams.note(line);
            }
        }
    }
    Err(failure)
}
