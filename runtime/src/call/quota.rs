//! The retry quota of a client, a token bucket that limits retries while many calls fail.
//!
//! A retry takes a permit. The permit returns if the retry succeeds or is canceled, and is lost if it fails. Every
//! successful call adds a tenth of a permit. So a service that is down receives hardly any retries, and single failures
//! are retried as often as the policy of the call allows.

use std::sync::atomic::{AtomicU32, Ordering};

/// Tokens that a retry takes.
const COST: u32 = 10;
/// Tokens that a success adds.
const REFILL: u32 = 1;
/// Maximum number of tokens, enough for 35 failed retries in a row.
const CAPACITY: u32 = 35 * COST;

/// The remaining tokens.
#[derive(Debug)]
pub(crate) struct RetryQuota(AtomicU32);

impl Default for RetryQuota {
    fn default() -> Self {
        Self(AtomicU32::new(CAPACITY))
    }
}

impl RetryQuota {
    /// Takes the permit of one retry. Returns `None` if too few tokens remain.
    pub(crate) fn take(&self) -> Option<Permit<'_>> {
        let take = |left: u32| left.checked_sub(COST);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok().map(|_| Permit(Some(self)))
    }

    /// Adds the tokens for a successful call.
    pub(crate) fn refill(&self) {
        self.add(REFILL);
    }

    fn add(&self, more: u32) {
        let add = |left: u32| Some(left.saturating_add(more).min(CAPACITY));
        // The closure always returns a value, so this cannot fail.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}

/// The permit of one retry. Its tokens return when it is dropped, e.g. because the call was canceled.
#[derive(Debug)]
pub(crate) struct Permit<'a>(Option<&'a RetryQuota>);

impl Permit<'_> {
    /// Consumes the tokens, because the retry failed.
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
    fn failed_retries_consume_tokens_and_successes_add_them() {
        let quota = RetryQuota::default();
        let failed = std::iter::from_fn(|| quota.take().map(|permit| permit.forget())).count();
        assert_eq!(failed, 35);
        (0..9).for_each(|_| quota.refill());
        assert!(quota.take().is_none());
        quota.refill();
        assert!(quota.take().is_some());
    }

    #[test]
    fn dropped_permits_return_their_tokens() {
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
