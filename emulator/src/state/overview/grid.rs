//! The grid: the last runs of each job.

use super::page::PageQuery;
use super::runs::{has_status, is_job, is_recent};
use super::summary::{Times, outcome};
use crate::state::run::Run;
use crate::state::service::Service;
use crate::state::store::Store;
use crate::state::stored_job::StoredJob;
use crate::state::timestamp::Timestamp;
use serde_json::{Value, json};

/// Maximum number of runs of a job in the grid.
pub(super) const RUNS_PER_JOB: usize = 30;

/// Which jobs the grid shows.
#[derive(Clone, Debug)]
pub(crate) struct GridQuery {
    /// ID of a job, or a part of its name in any case.
    pub(crate) job: Option<String>,
    /// Jobs with a shown run in this state.
    pub(crate) status: Option<String>,
    /// Age: runs that were created earlier are not shown.
    pub(crate) since: Option<i64>,
    pub(crate) page: PageQuery,
}

impl Service {
    /// Returns a page of the jobs by name, each with its last runs, oldest first.
    pub(crate) fn grid(&self, query: &GridQuery) -> Value {
        self.read(|store, now| {
            let mut rows = rows(store, query, now);
            rows.sort_by_cached_key(|(job, _)| (name(job).to_lowercase(), job.id().to_owned()));
            let (rows, total) = query.page.select(rows);
            let jobs: Vec<Value> = rows.into_iter().map(|(job, runs)| row(job, &runs, query, now)).collect();
            json!({
                "now": now.millis(), "jobs": jobs, "runsPerJob": RUNS_PER_JOB, "page": query.page.page,
                "limit": query.page.limit, "total": total,
            })
        })
    }
}

/// Returns the jobs of a query with their last runs, newest first.
fn rows<'a>(store: &'a Store, query: &GridQuery, now: Timestamp) -> Vec<(&'a StoredJob, Vec<Run>)> {
    let wanted = |job: &&StoredJob| query.job.as_deref().is_none_or(|wanted| is_job(wanted, job.id(), Some(name(job))));
    let rows = store.jobs.iter().filter(wanted).map(|job| (job, last_runs(store, job.id(), query, now)));
    let is_shown = |runs: &[Run]| match &query.status {
        Some(wanted) => runs.iter().any(|run| has_status(run, wanted, now)),
        None => query.since.is_none() || !runs.is_empty(),
    };
    rows.filter(|(_, runs)| is_shown(runs)).collect()
}

fn last_runs(store: &Store, job: &str, query: &GridQuery, now: Timestamp) -> Vec<Run> {
    let list = store.list_of_job(job);
    let newest = (0..list.len().min(RUNS_PER_JOB)).map_while(|index| list.nth_newest(index)?.run());
    newest.filter(|run| query.since.is_none_or(|age| is_recent(run, age, now))).collect()
}

fn name(job: &StoredJob) -> &str {
    job.job.name.as_deref().unwrap_or_default()
}

fn row(job: &StoredJob, runs: &[Run], query: &GridQuery, now: Timestamp) -> Value {
    let cells: Vec<Value> = runs.iter().rev().map(|run| cell(run, query, now)).collect();
    json!({
        "id": job.id(),
        "name": job.job.name.as_deref(),
        "type": job.job.r#type.as_ref().map(|kind| kind.as_str()),
        "status": job.job.status.as_ref().map(|status| status.as_str()),
        "runs": cells,
    })
}

fn cell(run: &Run, query: &GridQuery, now: Timestamp) -> Value {
    let times = Times::of(run, now);
    json!({
        "id": run.id(),
        "outcome": outcome(run.status(now)),
        "matches": query.status.as_deref().is_none_or(|wanted| has_status(run, wanted, now)),
        "created": times.created,
        "duration": times.duration(now),
        "nextChange": times.next,
    })
}
