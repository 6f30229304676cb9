//! The last requests.

use super::entry::JournalEntry;
use super::events::Events;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Number of requests that are kept.
pub(crate) const CAPACITY: usize = 1000;

/// The last requests, and the number of replayed ones.
#[derive(Debug)]
pub(crate) struct Journal {
    inner: Mutex<Inner>,
    events: Arc<Events>,
}

#[derive(Debug, Default)]
struct Inner {
    entries: VecDeque<JournalEntry>,
    /// Number and fingerprint of the last signed requests that change something.
    mutating: VecDeque<(usize, u64)>,
    replays: usize,
}

impl Journal {
    pub(crate) fn new(events: Arc<Events>) -> Self {
        Self { inner: Mutex::default(), events }
    }

    /// Records a signed request that changes something. Returns the number of the first one with the same fingerprint.
    pub(crate) fn record_mutating(&self, number: usize, fingerprint: u64) -> Option<usize> {
        let mut inner = self.inner();
        let first = inner.mutating.iter().find(|(_, known)| *known == fingerprint).map(|(number, _)| *number);
        match first {
            Some(_) => inner.replays += 1,
            None => {
                inner.mutating.push_back((number, fingerprint));
                if inner.mutating.len() > CAPACITY {
                    inner.mutating.pop_front();
                }
            }
        }
        first
    }

    /// Adds a request and drops the oldest one if there are too many.
    pub(crate) fn record(&self, entry: JournalEntry) {
        self.events.send("request", || entry.to_json());
        let mut inner = self.inner();
        inner.entries.push_back(entry);
        if inner.entries.len() > CAPACITY {
            inner.entries.pop_front();
        }
    }

    /// Returns the requests, oldest first.
    pub(crate) fn entries(&self) -> Vec<JournalEntry> {
        self.inner().entries.iter().cloned().collect()
    }

    /// Returns the number of replayed requests since the start or the last [`clear`](Self::clear).
    pub(crate) fn replays(&self) -> usize {
        self.inner().replays
    }

    /// Forgets all requests.
    pub(crate) fn clear(&self) {
        *self.inner() = Inner::default();
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
