//! The executions of a job or of a workflow: stored ones, and older ones of the history.

use super::history::History;
use super::row::Owner;
use super::rows::Rows;
use super::run::Run;
use std::ops::Range;
use std::sync::Arc;

/// Executions of a job or of a workflow.
pub(super) struct RunList<'a> {
    rows: &'a Rows<Run>,
    /// Numbers of the stored executions, from the oldest to the newest.
    stored: &'a [u64],
    /// The history, and the jobs in it whose executions belong to the list.
    past: Option<(&'a Arc<History>, Range<usize>)>,
}

/// An execution of a list. One of the history is made when it is needed.
pub(super) enum ListedRun {
    Stored(Box<Run>),
    Past(Arc<History>, Range<usize>, usize),
}

impl ListedRun {
    pub(super) fn run(self) -> Option<Run> {
        match self {
            Self::Stored(run) => Some(*run),
            Self::Past(history, jobs, index) => history.nth_newest(jobs, index),
        }
    }
}

impl<'a> RunList<'a> {
    pub(super) fn new(rows: &'a Rows<Run>, owner: &Owner, past: Option<(&'a Arc<History>, Range<usize>)>) -> Self {
        Self { rows, stored: rows.members(owner), past }
    }

    pub(super) fn len(&self) -> usize {
        let past = self.past.as_ref().map_or(0, |(history, jobs)| history.count(jobs.clone()));
        self.stored.len() + past
    }

    /// Returns an execution, counted from the newest.
    pub(super) fn nth_newest(&self, index: usize) -> Option<ListedRun> {
        if let Some(place) = self.stored.len().checked_sub(index + 1) {
            let run = self.rows.numbered_row(*self.stored.get(place)?)?;
            return Some(ListedRun::Stored(Box::new(run.clone())));
        }
        let (history, jobs) = self.past.as_ref()?;
        Some(ListedRun::Past(Arc::clone(history), jobs.clone(), index - self.stored.len()))
    }

    pub(super) fn newest(&self) -> Option<Run> {
        self.nth_newest(0)?.run()
    }

    /// Returns true if a stored execution has this ID.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.stored.iter().filter_map(|number| self.rows.numbered_row(*number)).any(|run| run.id() == id)
    }
}
