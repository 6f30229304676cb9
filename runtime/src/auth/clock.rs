//! Time and chance as an argument, so that tests need neither wait nor guess.

use std::fmt::Debug;
use std::future::Future;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::time::{Duration, SystemTime};

/// A future that ends when a wait is over.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where the client takes time and chance from.
///
/// [`System`] is the real one. Tests pass their own to stamp requests with a fixed time and to skip waits.
pub trait Clock: Debug + Send + Sync {
    /// The wall clock, which stamps requests. It may jump.
    fn now(&self) -> SystemTime;

    /// Time since a fixed moment of the clock's choice. It never goes back; deadlines are measured by it.
    fn elapsed(&self) -> Duration;

    /// Waits before the next attempt or poll.
    fn sleep(&self, time: Duration) -> Sleep;

    /// A number from 0 up to, but not including, 1, by which waits are spread.
    fn jitter(&self) -> f64;
}

/// The clock of this machine. Sleeping needs a tokio runtime.
#[derive(Debug)]
pub struct System {
    start: tokio::time::Instant,
}

impl System {
    /// A clock whose [`elapsed`](Clock::elapsed) starts now.
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
        // The standard library seeds its hash maps at random: chance enough to spread retries, without a crate.
        let bits = RandomState::new().hash_one(self.elapsed()) >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }
}
