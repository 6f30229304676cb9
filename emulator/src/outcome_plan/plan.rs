//! A plan.

use crate::duration;
use ncloud_dataflow::models::ExecutionStatus;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// Name that stands for all jobs that a plan does not name.
pub(crate) const OTHERS: &str = "*";

/// How the executions of each job end, and when.
///
/// The executions of a job get the outcomes of its list in order; after the last one, the first one follows. Jobs that
/// are not named get one of the list `*` at random, by the seed. Without that list, they complete, or fail if their name
/// begins with `fail`.
///
/// ```
/// use ncloud_dataflow_emulator::OutcomePlan;
///
/// # fn main() -> Result<(), ncloud_dataflow_emulator::EmulatorError> {
/// let plan = OutcomePlan::from_yaml("nightly: [COMPLETED 14m, FAILED 2m]\nhanging: RUNNING\n'*': [COMPLETED, FAILED]")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomePlan {
    pub(super) jobs: BTreeMap<String, Vec<PlannedOutcome>>,
}

/// One outcome of a plan.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlannedOutcome {
    /// `RUNNING` for an execution that does not end by itself.
    pub(crate) status: ExecutionStatus,
    /// How long it runs; `None` for the usual time.
    pub(crate) after: Option<Duration>,
}

impl OutcomePlan {
    /// Sets the outcomes of a job: a status, and how long the execution runs.
    ///
    /// An execution with the status `RUNNING` does not end by itself.
    #[must_use]
    pub fn job(
        mut self,
        name: impl Into<String>,
        outcomes: impl IntoIterator<Item = (ExecutionStatus, Duration)>,
    ) -> Self {
        let outcomes = outcomes.into_iter().map(|(status, after)| PlannedOutcome { status, after: Some(after) });
        self.jobs.insert(name.into(), outcomes.collect());
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    pub(crate) fn of_job(&self, name: &str) -> Option<&[PlannedOutcome]> {
        self.jobs.get(name).map(Vec::as_slice)
    }

    /// Returns the outcomes of jobs that are not named.
    pub(crate) fn others(&self) -> &[PlannedOutcome] {
        self.of_job(OTHERS).unwrap_or_default()
    }

    /// Returns the outcomes by job, as texts.
    pub(crate) fn texts(&self) -> BTreeMap<&str, Vec<String>> {
        let texts = |outcomes: &Vec<PlannedOutcome>| outcomes.iter().map(ToString::to_string).collect();
        self.jobs.iter().map(|(name, outcomes)| (name.as_str(), texts(outcomes))).collect()
    }
}

impl fmt::Display for PlannedOutcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.status.as_str())?;
        match self.after {
            Some(after) => write!(formatter, " {}", duration::text(after)),
            None => Ok(()),
        }
    }
}
