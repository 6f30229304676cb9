//! Looks for the run of a start with an unknown outcome.

use crate::api::next_step;
use crate::call_stage::CallStage;
use crate::failure::{CliError, Failure};
use crate::runs::unfinished;
use crate::session::Session;
use clap::ArgMatches;
use ncloud_dataflow::models::JobExecution;
use ncloud_dataflow::{Client, Error, ExecutionSource, Text};
use std::collections::HashSet;
use std::time::Duration;

/// Time for which a run may be missing in listings after its start.
const GRACE: Duration = Duration::from_secs(30);
/// Time between two searches for a run.
const INTERVAL: Duration = Duration::from_secs(5);

/// Returns whether an error leaves it open what was started.
pub(crate) fn is_unknown(error: &Error) -> bool {
    // The start of a workflow never names an execution, so an error that names the workflow comes from the wait.
    let is_started = error.started().is_some_and(|run| run.execution_id().is_some() || run.kind() == "workflow");
    !is_started && (error.outcome_unknown() || error.was_accepted())
}

/// The executions that are known before a start. They tell a new run from an old one, whatever the clocks say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Before {
    ids: HashSet<Text>,
    /// Whether all are known. Then a run that appears may be adopted.
    is_complete: bool,
}

impl Before {
    /// Reads the executions if a run may be adopted.
    pub(crate) async fn read(
        client: &Client,
        source: &ExecutionSource,
        adopts: bool,
        session: &Session<'_, '_>,
    ) -> Result<Self, Failure> {
        let known = match (adopts, source.is_workflow) {
            (false, _) => return Ok(Self::default()),
            // Waiting for a workflow looks at all of its executions.
            (true, true) => unfinished::all(client, source).await?,
            (true, false) => unfinished::recent(client, source, session.context).await?,
        };
        Ok(Self { ids: known.into_iter().map(|run| run.job_execution_id).collect(), is_complete: true })
    }

    /// Adds executions that are certainly not of this start.
    pub(crate) fn extend(&mut self, ids: impl IntoIterator<Item = Text>) {
        self.ids.extend(ids);
    }

    /// Returns the IDs.
    pub(crate) fn into_ids(self) -> HashSet<Text> {
        self.ids
    }
}

/// What is known about a start after the search.
pub(crate) enum Settled {
    /// The executions of the one run that has appeared: one of a job, at least one of a workflow.
    Adopted(Vec<JobExecution>),
    /// It stays unknown.
    Unknown(CliError),
    /// The search has failed. The outcome stays unknown, which matters more than why the search failed.
    NotSearched,
}

/// Looks for the run of a start that ended with an [unknown](is_unknown) error.
pub(crate) async fn settle(
    client: &Client,
    source: &ExecutionSource,
    error: &Error,
    before: &Before,
    session: &mut Session<'_, '_>,
) -> Settled {
    session.streams.note(&format!("note: {error}"));
    session.streams.note("note: looking for a run that was started nevertheless");
    // An interrupt must not hide that something may have been started.
    let next = next_step::executions(source, session.matches);
    session.stage.replace(CallStage::InFlight { command: format!("the search for a run of {}", named(source)), next });
    let found = new_executions(client, source, before, session).await;
    session.stage.take();
    match found {
        Err(_) => Settled::NotSearched,
        Ok(runs) if runs.is_empty() => Settled::Unknown(nothing(source, error.was_accepted())),
        Ok(runs) if before.is_complete && count(source, &runs) == 1 => Settled::Adopted(runs),
        Ok(runs) => Settled::Unknown(ambiguous(source, &runs, session.matches)),
    }
}

/// Returns the executions that have appeared since the start: the unknown ones, or by creation date.
async fn new_executions(
    client: &Client,
    source: &ExecutionSource,
    before: &Before,
    session: &Session<'_, '_>,
) -> Result<Vec<JobExecution>, Failure> {
    let mut looks = GRACE.as_secs() / INTERVAL.as_secs();
    loop {
        let mut runs = match before.is_complete {
            true => unfinished::recent(client, source, session.context).await?,
            false => unfinished::just_created(client, source, session.context).await?,
        };
        runs.retain(|run| !before.ids.contains(&run.job_execution_id));
        if !runs.is_empty() || looks == 0 {
            return Ok(runs);
        }
        looks -= 1;
        session.context.clock.sleep(INTERVAL).await;
    }
}

/// Returns the number of runs. A run of a workflow has at most one execution of each job.
fn count(source: &ExecutionSource, executions: &[JobExecution]) -> usize {
    if !source.is_workflow {
        return executions.len();
    }
    let of_same_job = |run: &JobExecution| executions.iter().filter(|other| other.job_id == run.job_id).count();
    executions.iter().map(of_same_job).max().unwrap_or_default()
}

fn nothing(source: &ExecutionSource, was_accepted: bool) -> CliError {
    let noun = if source.is_workflow { "workflow" } else { "job" };
    let message = format!("no run of the {noun} was created within {} seconds", GRACE.as_secs());
    match was_accepted {
        // The service has said that it starts one.
        true => CliError::outcome_unknown(message + ", although the start was accepted", LOOK_FIRST),
        false => CliError::outcome_unknown(message, "starting it again is safe"),
    }
}

fn ambiguous(source: &ExecutionSource, executions: &[JobExecution], matches: &ArgMatches) -> CliError {
    let details = executions.iter().map(|run| {
        let state = run.status.as_ref().map_or("without a state", |status| status.as_str());
        let job = if source.is_workflow { run.job_id.as_deref().unwrap_or_default() } else { &source.id };
        let next = next_step::wait(job, &run.job_execution_id, matches);
        let next = next.map(|next| format!("; wait for it: {next}")).unwrap_or_default();
        let of_job = if source.is_workflow { format!(" of job '{job}'") } else { String::new() };
        format!("execution '{}'{of_job} is {state}{next}", run.job_execution_id)
    });
    let message = match count(source, executions) {
        1 => "unknown whether this run is yours: it was created at about the time of the start".to_owned(),
        count => format!("unknown which of {count} runs is yours: they were created at about the time of the start"),
    };
    CliError::outcome_unknown(message, LOOK_FIRST).with_details(details.collect())
}

const LOOK_FIRST: &str = "do not start it again before you have looked";

fn named(source: &ExecutionSource) -> String {
    format!("{} {}", if source.is_workflow { "workflow" } else { "job" }, source.id)
}
