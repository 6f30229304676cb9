//! Times and status of one run: computed from its seed, and stored nowhere.
//!
//! Failures come in clusters. An outage hits the jobs of a source at the same time. A job that breaks fails every run
//! until it is fixed. Only few runs fail or are canceled by themselves.

use super::job::{PastJob, SOURCES};
use super::schedule::{DAY, HOUR, MINUTE, Schedule};
use ncloud_dataflow::models::ExecutionStatus;

/// There is at most one outage in this time, seconds.
const OUTAGE_EVERY: i64 = 9 * DAY;

/// Maximum time from the creation of a run to its start, seconds.
const MAX_WAIT: i64 = 4 * MINUTE;

/// Times of a run, in seconds since 1970-01-01T00:00:00Z, and its result.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    pub(super) created: i64,
    pub(super) started: i64,
    pub(super) ended: i64,
    pub(super) status: ExecutionStatus,
}

/// Returns the outcome of a run. `moment` is the end of the history.
pub(super) fn outcome(job: &PastJob, start: i64, moment: i64) -> Outcome {
    let schedule = job.entry.schedule;
    let planned = schedule.time(start);
    let random = job.random.of(1).of(start.cast_unsigned());
    let created = planned + random.between(1, 0, schedule.delay());
    let wait = (9.0 * (0.8 * random.normal(2)).exp()) as i64;
    let started = created + wait.clamp(1, MAX_WAIT);
    let usual = job.entry.minutes * MINUTE as f64 * (job.spread * random.normal(3)).exp();
    let timeout = job.timeout * MINUTE;
    let (seconds, status) = if is_outage(job, started, moment) {
        (30.0 + 300.0 * random.unit(4), ExecutionStatus::Failed)
    } else if let Some(breakage) = breakage(job, start, planned, moment) {
        // The same step fails each time.
        (usual * (0.05 + 0.5 * breakage), ExecutionStatus::Failed)
    } else if random.unit(5) < 0.003 {
        (usual * random.unit(6), ExecutionStatus::Failed)
    } else if random.unit(7) < if schedule.is_by_hand() { 0.05 } else { 0.003 } {
        (usual * random.unit(8), ExecutionStatus::Canceled)
    } else {
        (usual, ExecutionStatus::Completed)
    };
    let seconds = (seconds as i64).max(5);
    let (seconds, status) = if seconds > timeout { (timeout, ExecutionStatus::Failed) } else { (seconds, status) };
    Outcome { created, started, ended: (started + seconds).min(planned + schedule.room()), status }
}

/// Returns true if an outage of the source of a job fails a run that starts at this time.
fn is_outage(job: &PastJob, time: i64, moment: i64) -> bool {
    let hits = |source: i64, hours: i64, from: i64| {
        (source == SOURCES || source == job.source) && (from..from + hours * HOUR).contains(&time)
    };
    let period = time.div_euclid(OUTAGE_EVERY);
    let random = job.team.of(2).of(period.cast_unsigned());
    let from = period * OUTAGE_EVERY + random.between(3, 0, OUTAGE_EVERY - 6 * HOUR);
    // It concerns one source, or all.
    let is_hit = hits(random.between(1, 0, SOURCES), random.between(2, 2, 6), from);
    // There was one recently, so that there is something to look for.
    let last = job.team.of(3);
    let is_last = hits(last.between(1, 0, SOURCES - 1), last.between(2, 2, 3), moment - last.between(3, 6, 15) * HOUR);
    random.unit(4) < 0.5 && is_hit || is_last
}

/// Returns a number from 0 to 1 if the job is broken at this start: how far its runs come.
fn breakage(job: &PastJob, start: i64, planned: i64, moment: i64) -> Option<f64> {
    let (block, (from, to), chance) = match job.entry.schedule {
        Schedule::Hourly { .. } => (14 * 24, (3, 14), 0.35),
        Schedule::Daily { .. } => (35, (2, 4), 0.4),
        Schedule::Weekly { .. } | Schedule::ByHand { .. } => (20, (2, 3), 0.3),
    };
    if job.is_broken {
        let since = if matches!(job.entry.schedule, Schedule::Hourly { .. }) { 6 * HOUR } else { 3 * DAY + DAY / 2 };
        if planned >= moment - since {
            return Some(job.random.unit(2));
        }
    }
    let random = job.random.of(3).of(start.div_euclid(block).cast_unsigned());
    let length = random.between(1, from, to);
    let first = random.between(2, 0, block - length);
    let is_broken = (first..first + length).contains(&start.rem_euclid(block));
    (is_broken && random.unit(3) < chance * job.fragility).then(|| random.unit(4))
}
