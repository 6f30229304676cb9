//! The executions of a job or of a workflow.

use super::row::Row;
use super::rows::{Owner, Rows};
use super::run::Run;

/// Executions of a job or of a workflow.
pub(super) struct RunList<'a> {
    rows: &'a Rows<Run>,
    /// Numbers of the stored executions, from the oldest to the newest.
    stored: &'a [u64],
}

impl<'a> RunList<'a> {
    pub(super) fn new(rows: &'a Rows<Run>, owner: &Owner) -> Self {
        Self { rows, stored: rows.members(owner) }
    }

    pub(super) fn len(&self) -> usize {
        self.stored.len()
    }

    /// Returns an execution, counted from the newest.
    pub(super) fn nth_newest(&self, index: usize) -> Option<Run> {
        let place = self.stored.len().checked_sub(index)?.checked_sub(1)?;
        self.rows.numbered_row(*self.stored.get(place)?).cloned()
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.stored.iter().filter_map(|number| self.rows.numbered_row(*number)).any(|run| Row::id(run) == id)
    }
}
