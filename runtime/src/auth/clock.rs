//! Time and randomness as arguments, so that tests need no real waits.

use std::fmt::Debug;
use std::future::Future;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A future that completes when the time is over.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Source of time and randomness for the client.
///
/// [`System`] is the real one. Tests pass their own, which signs requests at a fixed time and skips waits.
pub trait Clock: Debug + Send + Sync {
    /// Returns the wall-clock time, which goes into signatures. It may jump.
    fn now(&self) -> SystemTime;

    /// Returns the monotonic time since a fixed moment of the clock's choice. Deadlines are measured with it.
    fn elapsed(&self) -> Duration;

    /// Waits before the next attempt or poll.
    fn sleep(&self, time: Duration) -> Sleep;

    /// Returns a random number from 0 up to, but not including, 1, to spread retries.
    fn jitter(&self) -> f64;
}

impl<T: Clock + ?Sized> Clock for Arc<T> {
    fn now(&self) -> SystemTime {
        T::now(self)
    }

    fn elapsed(&self) -> Duration {
        T::elapsed(self)
    }

    fn sleep(&self, time: Duration) -> Sleep {
        T::sleep(self, time)
    }

    fn jitter(&self) -> f64 {
        T::jitter(self)
    }
}

/// The clock of this machine. Sleeping needs a tokio runtime.
#[derive(Debug)]
pub struct System {
    start: tokio::time::Instant,
}

impl System {
    /// Creates a clock whose [`elapsed`](Clock::elapsed) starts now.
    #[must_use]
    pub fn new() -> Self {
        Self { start: tokio::time::Instant::now() }
    }
}

impl Default for System {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for System {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, time: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(time))
    }

    fn jitter(&self) -> f64 {
        // The standard library seeds its hash maps at random. That is random enough to spread retries, without another
        // crate.
        let bits = RandomState::new().hash_one(self.elapsed()) >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }
}
