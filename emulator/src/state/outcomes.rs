//! How executions end, and when: decided at their creation.

use super::run::{Plan, Timing};
use super::timestamp::Timestamp;
use crate::outcome_plan::{OutcomePlan, PlannedOutcome};
use crate::random::mix;
use ncloud_dataflow::models::ExecutionStatus;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Prefix of the names of jobs whose executions fail, if no plan names them.
const FAILING: &str = "fail";

/// Settings that do not change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pacing {
    pub(crate) timing: Timing,
    /// Executions change their state after this many reads instead of after a time.
    pub(crate) advance_on_read: Option<u32>,
    pub(crate) seed: u64,
    /// A program carries out the executions.
    pub(crate) has_runner: bool,
}

/// The plan of an account, and how far it is used.
#[derive(Debug)]
pub(crate) struct Outcomes {
    pacing: Pacing,
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    plan: OutcomePlan,
    /// Number of executions by the name of their job, since the plan was set.
    counts: BTreeMap<String, usize>,
}

impl Outcomes {
    pub(crate) fn new(pacing: Pacing, plan: OutcomePlan) -> Self {
        Self { pacing, inner: Mutex::new(Inner { plan, counts: BTreeMap::new() }) }
    }

    pub(crate) fn advance_on_read(&self) -> Option<u32> {
        self.pacing.advance_on_read
    }

    pub(crate) fn plan(&self) -> OutcomePlan {
        self.inner().plan.clone()
    }

    /// Replaces the plan. Each job starts at its first outcome.
    pub(crate) fn set_plan(&self, plan: OutcomePlan) {
        *self.inner() = Inner { plan, counts: BTreeMap::new() };
    }

    /// Returns the plan of a new execution.
    pub(super) fn next(&self, job_name: Option<&str>, now: Timestamp) -> Plan {
        let Pacing { timing, advance_on_read, has_runner, .. } = self.pacing;
        let name = job_name.unwrap_or_default();
        let (outcome, running) = match self.planned(name) {
            Some(PlannedOutcome { status: ExecutionStatus::Running, .. }) => (ExecutionStatus::Running, None),
            Some(planned) => (planned.status, Some(planned.after.unwrap_or(timing.running))),
            None if name.starts_with(FAILING) => (ExecutionStatus::Failed, Some(timing.running)),
            None => (ExecutionStatus::Completed, Some(timing.running)),
        };
        let mut plan = Plan::new(now, Timing { running: running.unwrap_or(Duration::ZERO), ..timing }, outcome);
        if running.is_none() || has_runner {
            plan.ended = Timestamp::NEVER;
        }
        plan.by_program = has_runner;
        if advance_on_read.is_some() {
            (plan.started, plan.ended, plan.reads) = (Timestamp::NEVER, Timestamp::NEVER, Some(0));
        }
        plan
    }

    fn planned(&self, name: &str) -> Option<PlannedOutcome> {
        let mut inner = self.inner();
        let Inner { plan, counts } = &mut *inner;
        if plan.is_empty() {
            return None;
        }
        let count = counts.entry(name.to_owned()).or_default();
        let number = *count;
        *count += 1;
        match plan.of_job(name) {
            Some(outcomes) => outcomes.get(number.checked_rem(outcomes.len())?).cloned(),
            // Names that fail on purpose keep failing.
            None if name.starts_with(FAILING) => None,
            None => {
                let others = plan.others();
                let choice = random(self.pacing.seed, name, number).checked_rem(others.len())?;
                others.get(choice).cloned()
            }
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns a number that looks random, and is the same for the same values.
fn random(seed: u64, name: &str, number: usize) -> usize {
    let named = name.bytes().fold(mix(seed), |mixed, byte| mix(mixed ^ u64::from(byte)));
    mix(named ^ number as u64) as usize
}
