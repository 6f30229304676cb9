//! The table of runs.

use super::newest::{MAX_SCANNED, newest_runs};
use super::page::PageQuery;
use super::summary::{Times, summary};
use crate::state::run::Run;
use crate::state::service::Service;
use crate::state::timestamp::Timestamp;
use serde_json::{Value, json};

/// Which runs a table shows.
#[derive(Clone, Debug)]
pub(crate) struct RunQuery {
    /// ID of a job, or a part of its name in any case.
    pub(crate) job: Option<String>,
    /// ID of a workflow.
    pub(crate) workflow: Option<String>,
    /// State in the API, in any case.
    pub(crate) status: Option<String>,
    /// Age: runs that were created earlier are not shown.
    pub(crate) since: Option<i64>,
    pub(crate) page: PageQuery,
}

impl RunQuery {
    /// Returns true if the table shows this run.
    fn matches(&self, run: &Run, now: Timestamp) -> bool {
        self.job.as_deref().is_none_or(|job| is_job(job, run.job_id(), run.execution.job_name.as_deref()))
            && self.workflow.as_deref().is_none_or(|id| run.workflow_id.as_deref() == Some(id))
            && self.status.as_deref().is_none_or(|wanted| has_status(run, wanted, now))
            && self.since.is_none_or(|age| is_recent(run, age, now))
    }
}

/// Returns true if the wanted text is the ID of a job, or a part of its name.
pub(super) fn is_job(wanted: &str, id: &str, name: Option<&str>) -> bool {
    id == wanted || name.is_some_and(|name| name.to_lowercase().contains(&wanted.to_lowercase()))
}

pub(super) fn has_status(run: &Run, wanted: &str, now: Timestamp) -> bool {
    run.status(now).is_some_and(|status| status.as_str().eq_ignore_ascii_case(wanted))
}

/// Returns true if a run was created in the last so many milliseconds.
pub(super) fn is_recent(run: &Run, age: i64, now: Timestamp) -> bool {
    Times::of(run, now).created.is_some_and(|created| created >= now.millis().saturating_sub(age))
}

impl Service {
    /// Returns a page of the runs, newest first.
    pub(crate) fn runs(&self, query: &RunQuery) -> Value {
        self.read(|store, now| {
            let newest = newest_runs(store, now).filter(|run| query.matches(run, now));
            let (rows, total) = query.page.select(newest);
            let runs: Vec<Value> = rows.into_iter().map(|run| summary(&run, now)).collect();
            json!({
                "now": now.millis(), "runs": runs, "page": query.page.page, "limit": query.page.limit, "total": total,
                "ofNewest": MAX_SCANNED,
            })
        })
    }
}
