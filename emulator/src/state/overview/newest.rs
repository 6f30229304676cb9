//! All runs from the newest to the oldest. The runs of a history are made when they are needed.

use super::summary::Times;
use crate::state::history::History;
use crate::state::run::Run;
use crate::state::store::Store;
use crate::state::timestamp::Timestamp;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

/// Maximum number of runs that one request looks at.
pub(super) const MAX_SCANNED: usize = 50_000;

/// The newest run of a source.
struct Source<'a> {
    newest: Cow<'a, Run>,
    created: Option<i64>,
    /// Job of the history, and the number of its runs that were taken; `None` for stored runs.
    past: Option<(usize, usize)>,
}

impl Source<'_> {
    /// At the same time, a stored run is newer than one of the history.
    fn key(&self) -> (Option<i64>, bool) {
        (self.created, self.past.is_none())
    }
}

impl Ord for Source<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Source<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Source<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Source<'_> {}

/// The newest runs, at most [`MAX_SCANNED`].
pub(super) fn newest_runs(store: &Store, now: Timestamp) -> impl Iterator<Item = Cow<'_, Run>> {
    let mut stored = store.runs.iter().rev().map(move |run| source(Cow::Borrowed(run), None, now));
    let history = store.history.as_ref();
    let jobs = history.map_or(0, |history| history.jobs());
    let mut heap: BinaryHeap<Source<'_>> = (0..jobs).filter_map(|job| past(history?, job, 0, now)).collect();
    heap.extend(stored.next());
    std::iter::from_fn(move || {
        let Source { newest, past: place, .. } = heap.pop()?;
        heap.extend(match place {
            None => stored.next(),
            Some((job, taken)) => history.and_then(|history| past(history, job, taken + 1, now)),
        });
        Some(newest)
    })
    .take(MAX_SCANNED)
}

fn past<'a>(history: &Arc<History>, job: usize, taken: usize, now: Timestamp) -> Option<Source<'a>> {
    let run = history.nth_newest(job..job + 1, taken)?;
    Some(source(Cow::Owned(run), Some((job, taken)), now))
}

fn source(newest: Cow<'_, Run>, past: Option<(usize, usize)>, now: Timestamp) -> Source<'_> {
    let created = Times::of(&newest, now).created;
    Source { newest, created, past }
}
