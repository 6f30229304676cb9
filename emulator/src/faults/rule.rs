//! A fault, and the requests that it applies to.

use super::fault::Fault;
use crate::nearest;
use ncloud_runtime::operation::Operation;

/// A fault, and the requests that it applies to: see [`Builder::fault_rule`](crate::Builder::fault_rule).
///
/// Without further settings it applies to every request. A call that the client retries is several requests.
///
/// ```
/// use ncloud_dataflow_emulator::{Fault, FaultRule};
///
/// // The third call of createJobExecution is carried out, and its response is lost.
/// let rule = FaultRule::new(Fault::Lost).operation("createJobExecution").skip(2).times(1);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a rule does nothing until an emulator has it"]
pub struct FaultRule {
    pub(crate) fault: Fault,
    pub(crate) rate: Option<f64>,
    pub(crate) operation: Option<String>,
    pub(crate) skip: usize,
    pub(crate) times: Option<usize>,
}

impl FaultRule {
    /// Returns a rule that applies a fault to every request.
    pub fn new(fault: Fault) -> Self {
        Self { fault, rate: None, operation: None, skip: 0, times: None }
    }

    /// Applies the fault to a share of the requests: a rate of 0.1 is one request in ten on average.
    pub fn rate(mut self, rate: f64) -> Self {
        self.rate = Some(rate);
        self
    }

    /// Applies the fault to requests of this operation only, e.g. `createJobExecution`.
    pub fn operation(mut self, id: impl Into<String>) -> Self {
        self.operation = Some(id.into());
        self
    }

    /// Does not apply the fault to the first `count` requests.
    pub fn skip(mut self, count: usize) -> Self {
        self.skip = count;
        self
    }

    /// Applies the fault to at most `count` requests.
    pub fn times(mut self, count: usize) -> Self {
        self.times = Some(count);
        self
    }

    /// Returns true if the rule has only a rate.
    pub(crate) fn is_plain(&self) -> bool {
        self.operation.is_none() && self.skip == 0 && self.times.is_none()
    }

    /// Returns what is wrong with the rule: the problem, and a hint.
    pub(crate) fn problem(&self, operations: &[&'static Operation]) -> Option<(String, String)> {
        if let Some(rate) = self.rate.filter(|rate| !(0.0..=1.0).contains(rate)) {
            let message = format!("the rate of the fault '{}' must be from 0 to 1, not {rate}", self.fault);
            return Some((message, "0.1 is one request in ten".to_owned()));
        }
        if self.times == Some(0) {
            let message = format!("'times' of the fault '{}' must be at least 1, not 0", self.fault);
            return Some((message, "leave the fault out to apply it never".to_owned()));
        }
        let id = self.operation.as_deref()?;
        let Some(operation) = operations.iter().find(|known| known.id == id) else {
            let known = || operations.iter().map(|known| known.id);
            let list = known().collect::<Vec<_>>().join(", ");
            let hint = match nearest::name(id, known()) {
                Some(near) => format!("did you mean '{near}'? Operations: {list}"),
                None => format!("operations: {list}"),
            };
            return Some((format!("there is no operation '{}'", id.escape_debug()), hint));
        };
        (self.fault == Fault::Repeated && operation.paging.is_none()).then(|| {
            let message = format!("the fault 'repeated' has no effect on '{id}', which is not a listing");
            (message, "choose a listing, e.g. getJobs".to_owned())
        })
    }
}
