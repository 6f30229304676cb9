//! Starts a run of a job: `job run` and `execution rerun`.

use crate::api::call;
use crate::api::next_step;
use crate::api::resolve::PathArgs;
use crate::failure::{CliError, Failure};
use crate::json::Json;
use crate::runs::{find, unfinished, why};
use crate::session::Session;
use crate::table::WAIT;
use clap::{Arg, ArgAction, ArgMatches};
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::operations::{CREATE_JOB_EXECUTION, GET_JOB_EXECUTION};
use ncloud_dataflow::{Client, Error};
use std::collections::HashSet;
use std::time::Duration;

const ADOPT: &str = ":adopt";
const UNLESS_RUNNING: &str = ":unless-running";

/// Time for which a run may be missing in listings after its start.
const GRACE: Duration = Duration::from_secs(30);
/// Time between two searches for a run.
const INTERVAL: Duration = Duration::from_secs(5);

/// Returns the arguments of a command that starts runs of jobs.
pub(crate) fn args() -> [Arg; 2] {
    [
        Arg::new(ADOPT)
            .long("adopt")
            .action(ArgAction::SetTrue)
            .hide_short_help(true)
            .help("If it is unknown whether the start succeeded, take the one run that has appeared since for it"),
        Arg::new(UNLESS_RUNNING)
            .long("unless-running")
            .action(ArgAction::SetTrue)
            .help("Start nothing while a run of the job is going; the exit code is 0"),
    ]
}

/// Part of the help about unknown outcomes.
pub(crate) const NOTES: &str = "\
If the connection breaks during the start, the service may have started the run. The command then looks for a new run \
of the job for 30 seconds, and lists what it finds. With --adopt, it continues with the run if there is exactly one.

Exit codes:
  0    started; with --wait: succeeded
  3    timed out while waiting; the run continues
  5    with --wait: the run failed or was canceled
  7    unknown whether the run was started, or how it ended";

/// Starts a run of a job, settles an unknown outcome, and explains a run that does not succeed.
pub(crate) async fn job(
    client: &Client,
    job_id: &str,
    body: Option<Json>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    if session.matches.get_flag(UNLESS_RUNNING)
        && let Some(run) = unfinished::of_job(client, job_id).await?.first()
    {
        let state = run.status.as_ref().map_or("going", |status| status.as_str());
        session.streams.note(&format!("note: nothing was started: execution '{}' is {state}", run.job_execution_id));
        return Ok(());
    }
    // What exists before the start tells a new run from an old one, whatever the clocks say.
    let known = match session.matches.get_flag(ADOPT) {
        true => Some(ids(&unfinished::recent_of_job(client, job_id, session.context).await?)),
        false => None,
    };
    let path_args = PathArgs::of_ids(&CREATE_JOB_EXECUTION, &[job_id]);
    let started = call::with(client, &CREATE_JOB_EXECUTION, path_args, body, session).await;
    let outcome = match started {
        Err(Failure::Call { error, next }) if is_unknown_start(&error) => {
            let unknown = Failure::Call { error, next };
            settle(client, job_id, unknown, known.as_ref(), session).await
        }
        outcome => outcome,
    };
    explain(client, outcome, session).await
}

/// Prints what is known about an awaited run that did not succeed.
pub(crate) async fn explain(
    client: &Client,
    outcome: Result<(), Failure>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    let Err(failure) = outcome else {
        return outcome;
    };
    if let Some([job_id, execution_id]) = failure.unsuccessful_run()
        && let Ok(execution) = client.get_job_execution(job_id, execution_id).send().await
    {
        let run = find::Run { job_id: job_id.to_owned(), execution };
        if let Ok(explanation) = why::explain(client, &run, session).await {
            for line in explanation.findings.iter().flat_map(|finding| finding.lines()) {
                session.streams.note(line);
            }
        }
    }
    Err(failure)
}

fn is_unknown_start(error: &Error) -> bool {
    error.started().is_none() && (error.outcome_unknown() || error.was_accepted())
}

fn ids(runs: &[JobExecution]) -> HashSet<String> {
    runs.iter().map(|run| run.job_execution_id.to_string()).collect()
}

/// Looks for the run of a start with an unknown outcome.
async fn settle(
    client: &Client,
    job_id: &str,
    unknown: Failure,
    known: Option<&HashSet<String>>,
    session: &mut Session<'_, '_>,
) -> Result<(), Failure> {
    if let Failure::Call { error, .. } = &unknown {
        session.streams.note(&format!("note: {error}"));
    }
    session.streams.note("note: looking for a run that was started nevertheless");
    let found = match new_runs(client, job_id, known, session).await {
        Ok(found) => found,
        // The outcome stays unknown, which matters more than why the search failed.
        Err(_) => return Err(unknown),
    };
    match found.as_slice() {
        [] => Err(CliError::outcome_unknown(
            format!("no run of the job was created within {} seconds", GRACE.as_secs()),
            "starting it again is safe",
        )
        .into()),
        [run] if known.is_some() => {
            let id = run.job_execution_id.to_string();
            session.streams.note(&format!("note: continuing with execution '{id}'"));
            let path_args = PathArgs::of_ids(&GET_JOB_EXECUTION, &[job_id, &id]);
            call::with(client, &GET_JOB_EXECUTION, path_args, None, session).await
        }
        runs => Err(ambiguous(job_id, runs, session.matches)),
    }
}

fn ambiguous(job_id: &str, runs: &[JobExecution], matches: &ArgMatches) -> Failure {
    let details = runs.iter().map(|run| {
        let state = run.status.as_ref().map_or("without a state", |status| status.as_str());
        let next = next_step::wait(job_id, &run.job_execution_id, matches);
        let next = next.map(|next| format!("; wait for it: {next}")).unwrap_or_default();
        format!("execution '{}' is {state}{next}", run.job_execution_id)
    });
    let message = match runs.len() {
        1 => "unknown whether this run is yours: it was created at about the time of the start".to_owned(),
        count => format!("unknown which of {count} runs is yours: they were created at about the time of the start"),
    };
    CliError::outcome_unknown(message, "do not start it again before you have looked")
        .with_details(details.collect())
        .into()
}

/// Returns the runs that have appeared since the start: the unknown ones, or by creation date.
async fn new_runs(
    client: &Client,
    job_id: &str,
    known: Option<&HashSet<String>>,
    session: &Session<'_, '_>,
) -> Result<Vec<JobExecution>, Failure> {
    let mut looks = GRACE.as_secs() / INTERVAL.as_secs();
    loop {
        let mut runs = match known {
            Some(_) => unfinished::recent_of_job(client, job_id, session.context).await?,
            None => unfinished::just_created(client, job_id, session.context).await?,
        };
        runs.retain(|run| known.is_none_or(|known| !known.contains(&*run.job_execution_id)));
        if !runs.is_empty() || looks == 0 {
            return Ok(runs);
        }
        looks -= 1;
        session.context.clock.sleep(INTERVAL).await;
    }
}

/// Returns whether the arguments ask to wait.
pub(crate) fn waits(matches: &ArgMatches) -> bool {
    matches.try_get_one::<bool>(WAIT).ok().flatten() == Some(&true)
}

/// Refuses arguments that fit one run only.
pub(crate) fn refuse_for_several(matches: &ArgMatches) -> Result<(), Failure> {
    for (id, flag) in [(ADOPT, "--adopt"), (UNLESS_RUNNING, "--unless-running")] {
        if matches.get_flag(id) {
            let message = format!("'{flag}' cannot be used with several runs");
            return Err(CliError::usage(message, "leave it out; nothing was started").into());
        }
    }
    Ok(())
}
