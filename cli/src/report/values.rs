//! The computed values of a report as `-o json` prints them.

use crate::report::figures::Report;
use crate::report::missed::Missed;
use crate::runs::figures::{RunFigures, StatisticsFigures, iso};
use crate::runs::known::slowest;
use serde::Serialize;

/// Number of runs in the list of the slowest.
pub(super) const SLOWEST: usize = 10;

/// The values of a report.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Values {
    since: Option<String>,
    until: Option<String>,
    time_zone: String,
    endpoint: String,
    /// Whether every job could be read.
    is_complete: bool,
    statistics: StatisticsFigures,
    jobs: Vec<JobValues>,
    jobs_without_runs: Vec<String>,
    slowest: Vec<RunFigures>,
    failed: Vec<RunFigures>,
    /// By the hour of the day in which they ended, from 0 to 23.
    failures_by_hour: [usize; 24],
    /// By the day on which they began.
    days: Vec<DayValues>,
    missed: Missed,
    unread: Vec<UnreadValues>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct JobValues {
    job_id: String,
    job_name: String,
    statistics: StatisticsFigures,
    slowest: Option<RunFigures>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DayValues {
    first_day: String,
    statistics: StatisticsFigures,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct UnreadValues {
    job_name: String,
    error: String,
}

impl From<&Report> for Values {
    fn from(report: &Report) -> Self {
        let now = report.span.now;
        let runs = |runs: Vec<_>| runs.into_iter().map(|run| RunFigures::new(run, now)).collect();
        let jobs = report.jobs.iter().map(|job| JobValues {
            job_id: job.id.clone(),
            job_name: job.name.clone(),
            statistics: StatisticsFigures::from(&job.statistics),
            slowest: slowest(&job.runs).map(|(run, _)| RunFigures::new(run, now)),
        });
        let days = report.days().into_iter().map(|day| DayValues {
            first_day: day.first.to_string(),
            statistics: StatisticsFigures::from(&day.statistics),
        });
        let unread = report.unread.iter();
        let unread = unread.map(|(job_name, error)| UnreadValues { job_name: job_name.clone(), error: error.clone() });
        Self {
            since: iso(report.span.since),
            until: iso(report.span.until),
            time_zone: report.span.zone_name(),
            endpoint: report.endpoint.clone(),
            is_complete: report.unread.is_empty(),
            statistics: StatisticsFigures::from(&report.statistics()),
            jobs: jobs.collect(),
            jobs_without_runs: report.idle.clone(),
            slowest: runs(report.slowest(SLOWEST)),
            failed: runs(report.failed()),
            failures_by_hour: report.failures_by_hour(),
            days: days.collect(),
            missed: report.missed.clone(),
            unread: unread.collect(),
        }
    }
}
