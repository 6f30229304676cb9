//! The retry budget of a client: how much repeating a service in trouble has to bear from it.
//!
//! A repetition takes a share, which comes back if it succeeds or is given up; one that fails has used it up. Every
//! success adds a tenth of a share. So a service that is down sees a call once, and one that has trouble sees little
//! more than it would without repetitions, while single faults are repeated as often as a call may.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a repetition takes.
const SHARE: u32 = 10;
/// What a success adds.
const REFILL: u32 = 1;
/// Most that can be saved up: 35 repetitions in a row that fail.
const FULL: u32 = 35 * SHARE;

/// What is left.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicU32::new(FULL))
    }
}

impl Budget {
    /// The share of one repetition; none if too much is used up.
    pub(crate) fn take(&self) -> Option<Share<'_>> {
        let take = |left: u32| left.checked_sub(SHARE);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok().map(|_| Share(Some(self)))
    }

    /// A call succeeded.
    pub(crate) fn refill(&self) {
        self.add(REFILL);
    }

    fn add(&self, more: u32) {
        let add = |left: u32| Some(left.saturating_add(more).min(FULL));
        // It always has something to set.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}

/// The share of one repetition. It goes back when dropped, so that a call which is given up leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Share<'a>(Option<&'a Budget>);

impl Share<'_> {
    /// The repetition failed.
    pub(crate) fn use_up(mut self) {
        self.0 = None;
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        if let Some(budget) = self.0 {
            budget.add(SHARE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;

    #[test]
    fn failures_use_it_up_and_successes_fill_it() {
        let budget = Budget::default();
        let failed = std::iter::from_fn(|| budget.take().map(|share| share.use_up())).count();
        assert_eq!(failed, 35);
        (0..9).for_each(|_| budget.refill());
        assert!(budget.take().is_none());
        budget.refill();
        assert!(budget.take().is_some());
    }

    #[test]
    fn what_is_given_up_comes_back() {
        let budget = Budget::default();
        for _ in 0..1000 {
            drop(budget.take().unwrap());
        }
        let held: Vec<_> = std::iter::from_fn(|| budget.take()).collect();
        assert_eq!(held.len(), 35);
        drop(held);
        (0..1000).for_each(|_| budget.refill());
        assert_eq!(std::iter::from_fn(|| budget.take().map(|share| share.use_up())).count(), 35);
    }
}
