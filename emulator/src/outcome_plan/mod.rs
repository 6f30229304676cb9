//! Scripted outcomes of executions.

mod plan;
mod read;

pub use plan::OutcomePlan;
pub(crate) use plan::PlannedOutcome;
