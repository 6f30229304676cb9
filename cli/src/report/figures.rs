//! What a report is computed from, and what it computes.

use crate::report::missed::Missed;
use crate::runs::known::{Known, KnownRun};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use ncloud_dataflow::{ExecutionSource, RunOutcome, RunStatistics};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Number of bars that a chart of days has at most: more days are put together.
const MAX_BARS: usize = 62;

/// The runs of a span of time, and what could not be read.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) span: Span,
    /// Jobs with runs, by name.
    pub(super) jobs: Vec<JobRuns>,
    /// Names of jobs without runs.
    pub(super) idle: Vec<String>,
    /// Jobs that could not be read, and why.
    pub(super) unread: Vec<(String, String)>,
    pub(super) missed: Missed,
    /// About runs that are left out.
    pub(super) lost: Option<String>,
    pub(super) endpoint: String,
}

/// A span of time, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) since: i64,
    pub(super) until: i64,
    pub(super) now: i64,
    pub(super) zone: TimeZone,
}

/// The runs of a job, oldest first.
#[derive(Debug)]
pub(super) struct JobRuns {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) runs: Vec<KnownRun>,
    pub(super) statistics: RunStatistics,
    /// Whether another job has the same name, so that the ID must be shown.
    pub(super) has_namesake: bool,
}

/// The runs of a day, or of several days.
#[derive(Clone, Debug)]
pub(super) struct Day {
    pub(super) first: Date,
    /// Number of days.
    pub(super) days: usize,
    pub(super) statistics: RunStatistics,
}

impl Report {
    /// Groups the runs by job.
    pub(super) fn new(span: Span, sources: &[ExecutionSource], known: Known, missed: Missed, endpoint: String) -> Self {
        let lost = known.lost_note();
        let mut grouped: BTreeMap<String, Vec<KnownRun>> = BTreeMap::new();
        for run in known.runs {
            grouped.entry(run.job_id.clone()).or_default().push(run);
        }
        let name = |source: &ExecutionSource| source.name.as_deref().unwrap_or(&source.id).to_owned();
        let idle = sources.iter().filter(|source| !grouped.contains_key(&*source.id)).map(name);
        let mut idle: Vec<String> = idle.collect();
        idle.sort_unstable();
        let mut jobs: Vec<JobRuns> = grouped.into_iter().map(|(id, runs)| JobRuns::new(id, runs)).collect();
        jobs.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        let mut names: HashMap<String, usize> = HashMap::new();
        for job in &jobs {
            *names.entry(job.name.clone()).or_default() += 1;
        }
        for job in &mut jobs {
            job.has_namesake = names.get(&job.name).is_some_and(|count| *count > 1);
        }
        Self { span, jobs, idle, unread: Vec::new(), missed, lost, endpoint }
    }

    /// All runs, by job.
    pub(super) fn runs(&self) -> impl Iterator<Item = &KnownRun> {
        self.jobs.iter().flat_map(|job| &job.runs)
    }

    /// Statistics of all runs.
    pub(super) fn statistics(&self) -> RunStatistics {
        RunStatistics::of(self.runs().map(|run| &run.execution))
    }

    /// The runs that have ended and ran longest, longest first.
    pub(super) fn slowest(&self, count: usize) -> Vec<&KnownRun> {
        let mut runs: Vec<&KnownRun> = self.runs().filter(|run| run.execution.running_duration().is_some()).collect();
        runs.sort_by_key(|run| Reverse(run.execution.running_duration()));
        runs.truncate(count);
        runs
    }

    /// The runs that failed, newest first.
    pub(super) fn failed(&self) -> Vec<&KnownRun> {
        let mut runs: Vec<&KnownRun> = self.runs().filter(|run| run.outcome() == RunOutcome::Failed).collect();
        runs.sort_by_key(|run| Reverse(run.end().or(run.begin())));
        runs
    }

    /// The jobs that have failed runs, most first.
    pub(super) fn failing_jobs(&self) -> Vec<&JobRuns> {
        let mut jobs: Vec<&JobRuns> = self.jobs.iter().filter(|job| job.statistics.failed > 0).collect();
        jobs.sort_by_key(|job| Reverse(job.statistics.failed));
        jobs
    }

    /// The job of a run.
    pub(super) fn job(&self, run: &KnownRun) -> Option<&JobRuns> {
        self.jobs.iter().find(|job| job.id == run.job_id)
    }

    /// Number of failed runs by the hour of the day in which they ended.
    pub(super) fn failures_by_hour(&self) -> [usize; 24] {
        let mut hours = [0; 24];
        for run in self.failed() {
            let end = run.end().or(run.begin()).and_then(|end| self.span.local(end));
            let hour = end.and_then(|end| hours.get_mut(usize::try_from(end.hour()).ok()?));
            if let Some(hour) = hour {
                *hour += 1;
            }
        }
        hours
    }

    /// The runs by the day on which they began. A run that began earlier counts for the first day.
    pub(super) fn days(&self) -> Vec<Day> {
        let Some((first, count)) = self.span.days() else {
            return Vec::new();
        };
        let together = count.div_ceil(MAX_BARS).max(1);
        let mut bars = vec![Vec::new(); count.div_ceil(together)];
        for run in self.runs() {
            let date = run.begin().and_then(|begin| self.span.local(begin));
            let days = date.map(|date| first.until(date.date()).map_or(0, |span| span.get_days()));
            let bar = days.and_then(|days| bars.get_mut(usize::try_from(days.max(0)).ok()? / together));
            if let Some(bar) = bar {
                bar.push(&run.execution);
            }
        }
        let days = successive(first, together);
        let bars = bars.into_iter().zip(days);
        bars.map(|(runs, first)| Day { first, days: together, statistics: RunStatistics::of(runs) }).collect()
    }
}

/// Returns every so-manieth day from the first one.
fn successive(first: Date, step: usize) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), move |day| {
        let step = i64::try_from(step).ok()?;
        day.checked_add(jiff::Span::new().try_days(step).ok()?).ok()
    })
}

impl JobRuns {
    fn new(id: String, runs: Vec<KnownRun>) -> Self {
        let statistics = RunStatistics::of(runs.iter().map(|run| &run.execution));
        let name = runs.last().map(|run| run.job_name.clone()).unwrap_or_default();
        Self { name, id, runs, statistics, has_namesake: false }
    }
}

impl Span {
    /// Returns a moment as local time.
    pub(super) fn local(&self, millis: i64) -> Option<DateTime> {
        Some(self.zone.to_datetime(Timestamp::from_millisecond(millis).ok()?))
    }

    /// Returns the first day, and the number of days.
    fn days(&self) -> Option<(Date, usize)> {
        // The end does not belong to the span.
        let (first, last) = (self.local(self.since)?.date(), self.local(self.until - 1)?.date());
        let days = first.until(last).ok()?.get_days();
        Some((first, usize::try_from(days).ok()? + 1))
    }

    /// Returns a moment in a pattern of `strftime`.
    pub(super) fn shown(&self, millis: i64, pattern: &str) -> String {
        self.local(millis).map(|moment| moment.strftime(pattern).to_string()).unwrap_or_default()
    }

    /// Returns the offset of the time zone at the end, and its name if it has one.
    pub(super) fn zone_name(&self) -> String {
        let offset = Timestamp::from_millisecond(self.until).map(|until| self.zone.to_offset(until).to_string());
        let offset = offset.unwrap_or_default();
        match self.zone.iana_name() {
            _ if offset == "+00" => "UTC".to_owned(),
            Some(name) => format!("{name}, UTC{offset}"),
            None => format!("UTC{offset}"),
        }
    }
}
