//! A job of a history.

use super::catalog::Entry;
use super::random::Random;
use super::schedule::Schedule;
use crate::data::ids;
use ncloud_dataflow::models::JobCondition;
use ncloud_runtime::Text;
use std::collections::BTreeMap;

/// Numbers of the IDs of a history, far above the numbers of new resources.
const FIRST_JOB: u64 = 1 << 49;
const FIRST_RUN: u64 = 1 << 50;
/// The runs of a job have the numbers of this many bits.
const RUN_BITS: u32 = 32;
const RUN_MASK: u64 = (1 << RUN_BITS) - 1;

/// An odd number, and its inverse modulo 2^32.
const SPREAD: u64 = 0x9e3779b1;
const INVERSE: u64 = 0xe8b2f51;

const _: () = assert!(SPREAD.wrapping_mul(INVERSE) & RUN_MASK == 1);

/// Number of systems that jobs read from.
pub(super) const SOURCES: i64 = 4;

/// Part of the storage paths, as in the documented execution.
const BUCKET: &str = "dataflow-2706412-team";
const ROLE: &str = "nrn:PUB:IAM::2706412:Role/5a1c9e60-0496-11f0-baf6-246e96591a38";

/// A job of a history: everything that does not depend on the run.
#[derive(Debug)]
pub(super) struct PastJob {
    pub(super) entry: &'static Entry,
    pub(super) id: Text,
    /// Position in the history.
    number: u64,
    /// First job of the workflow that it belongs to.
    pub(super) group: usize,
    /// The first start of the history, and the number of runs.
    pub(super) first: i64,
    pub(super) count: usize,
    /// Seed of what concerns all jobs.
    pub(super) team: Random,
    pub(super) random: Random,
    /// System that it reads from.
    pub(super) source: i64,
    /// Standard deviation of the logarithm of the durations.
    pub(super) spread: f64,
    /// Factor of the probability that it breaks.
    pub(super) fragility: f64,
    /// True if it is broken at the end of the history.
    pub(super) is_broken: bool,
    pub(super) workers: i64,
    /// Minutes.
    pub(super) timeout: i64,
    /// Part of the history in which the job exists.
    pub(super) age: f64,
}

impl PastJob {
    pub(super) fn new(entry: &'static Entry, number: usize, group: usize, team: Random) -> Self {
        let position = u64::try_from(number).unwrap_or(u64::MAX);
        let random = team.of(1).of(position);
        let is_hourly = matches!(entry.schedule, Schedule::Hourly { .. });
        Self {
            entry,
            id: ids::id(FIRST_JOB + spread(position)).into(),
            number: position,
            group,
            first: 0,
            count: 0,
            team,
            random,
            source: random.between(10, 0, SOURCES - 1),
            spread: 0.1 + 0.25 * random.unit(11),
            fragility: 2.0 * random.unit(12),
            is_broken: false,
            workers: 2 * random.between(13, 1, if entry.minutes > 30.0 { 5 } else { 2 }),
            timeout: if is_hourly { 50 } else { 360 },
            // The jobs of a workflow are of the same age.
            age: 1.0 - 0.7 * team.of(4).unit(u64::try_from(group).unwrap_or(u64::MAX)).powi(2),
        }
    }

    pub(super) fn last(&self) -> i64 {
        self.first + i64::try_from(self.count).unwrap_or(i64::MAX) - 1
    }

    /// Returns the ID of a run.
    pub(super) fn run_id(&self, start: i64) -> Text {
        let run = u64::try_from(start - self.first).unwrap_or_default();
        ids::id(FIRST_RUN + (self.number << RUN_BITS) + spread(run)).into()
    }

    /// Returns the settings of its executions.
    pub(super) fn settings(&self) -> JobCondition {
        JobCondition {
            num_worker: Some(self.workers),
            timeout: Some(self.timeout),
            nrn: Some(ROLE.into()),
            script_path: Some(format!("{BUCKET}/scripts/").into()),
            log_path: Some(format!("{BUCKET}/sparkHistoryLogs/").into()),
            ..JobCondition::default()
        }
    }

    /// Returns the parameters of its executions. Only scripts have some.
    pub(super) fn parameters(&self) -> BTreeMap<String, Text> {
        let mut parameters = BTreeMap::new();
        if !self.entry.is_visual {
            parameters.insert("env".to_owned(), "prod".into());
            if self.entry.schedule.is_by_hand() {
                parameters.insert("days".to_owned(), self.random.between(14, 1, 7).to_string().into());
            }
        }
        parameters
    }
}

/// Returns the position of a job and the number of a run, from 0, that have this execution ID.
pub(super) fn of_run_id(id: &str) -> Option<(usize, i64)> {
    let run = ids::number(id)?.checked_sub(FIRST_RUN)?;
    let (job, run) = (run >> RUN_BITS, run & RUN_MASK);
    Some((usize::try_from(job).ok()?, i64::try_from(run.wrapping_mul(INVERSE) & RUN_MASK).ok()?))
}

/// Returns a number below 2^32, different for each number below 2^32, so that the IDs of neighbors do not look alike.
fn spread(number: u64) -> u64 {
    number.wrapping_mul(SPREAD) & RUN_MASK
}

/// Returns the ID of a trigger.
pub(super) fn trigger_id(number: usize) -> Text {
    ids::id(FIRST_JOB + (1 << RUN_BITS) + spread(u64::try_from(number).unwrap_or(u64::MAX))).into()
}

/// Returns the ID of the workflow of a group.
pub(super) fn workflow_id(group: usize) -> Text {
    ids::id(FIRST_JOB + (2 << RUN_BITS) + spread(u64::try_from(group).unwrap_or(u64::MAX))).into()
}
