//! The error of a rule that cannot be read.

use std::error::Error;
use std::fmt;

/// A rule of a trigger is incomplete or unreadable. `Display` says which part.
///
/// The text may contain what the service sent: escape it before it is shown on a terminal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ScheduleError(String);

impl ScheduleError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for ScheduleError {}
