//! The retry quota of a client: how much repeating a service in trouble has to bear from it.
//!
//! A repetition takes a share, which comes back if it succeeds or is given up; one that fails has used it up. Every
//! success adds a tenth of a permit. So a service that is down sees a call once, and one that has trouble sees little
//! more than it would without repetitions, while single faults are repeated as often as a call may.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a repetition takes.
const COST: u32 = 10;
/// What a success adds.
const REFILL: u32 = 1;
/// Most that can be saved up: 35 repetitions in a row that fail.
const CAPACITY: u32 = 35 * COST;

/// What is left.
#[derive(Debug)]
pub(crate) struct RetryQuota(AtomicU32);

impl Default for RetryQuota {
    fn default() -> Self {
        Self(AtomicU32::new(CAPACITY))
    }
}

impl RetryQuota {
    /// The share of one repetition; none if too much is used up.
    pub(crate) fn take(&self) -> Option<Permit<'_>> {
        let take = |left: u32| left.checked_sub(COST);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok().map(|_| Permit(Some(self)))
    }

    /// A call succeeded.
    pub(crate) fn refill(&self) {
        self.add(REFILL);
    }

    fn add(&self, more: u32) {
        let add = |left: u32| Some(left.saturating_add(more).min(CAPACITY));
        // It always has something to set.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}

/// The share of one repetition. It goes back when dropped, so that a call which is given up leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Permit<'a>(Option<&'a RetryQuota>);

impl Permit<'_> {
    /// The repetition failed.
    pub(crate) fn forget(mut self) {
        self.0 = None;
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if let Some(quota) = self.0 {
            quota.add(COST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RetryQuota;

    #[test]
    fn failures_use_it_up_and_successes_fill_it() {
        let quota = RetryQuota::default();
        let failed = std::iter::from_fn(|| quota.take().map(|permit| permit.forget())).count();
        assert_eq!(failed, 35);
        (0..9).for_each(|_| quota.refill());
        assert!(quota.take().is_none());
        quota.refill();
        assert!(quota.take().is_some());
    }

    #[test]
    fn what_is_given_up_comes_back() {
        let quota = RetryQuota::default();
        for _ in 0..1000 {
            drop(quota.take().unwrap());
        }
        let held: Vec<_> = std::iter::from_fn(|| quota.take()).collect();
        assert_eq!(held.len(), 35);
        drop(held);
        (0..1000).for_each(|_| quota.refill());
        assert_eq!(std::iter::from_fn(|| quota.take().map(|permit| permit.forget())).count(), 35);
    }
}
