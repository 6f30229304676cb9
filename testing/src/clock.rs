//! A clock under the control of a test.

use ncloud_runtime::clock::{Clock, Sleep};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// A clock that advances only by sleeping, which takes no time, and by [`advance`](Self::advance).
#[derive(Debug, Default)]
pub struct FakeClock {
    state: Mutex<State>,
    is_frozen: bool,
}

#[derive(Debug, Default)]
struct State {
    sleeps: Vec<Duration>,
    elapsed: Duration,
}

impl FakeClock {
    /// Start of the clock since 1970-01-01T00:00:00Z: 2023-11-14T22:13:20Z, the time of the published signatures.
    pub const START: Duration = Duration::from_secs(1_700_000_000);

    /// Returns a clock at [`START`](Self::START).
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Returns a clock that sleeping does not advance.
    #[must_use]
    pub fn frozen() -> Arc<Self> {
        Arc::new(Self { is_frozen: true, ..Self::default() })
    }

    /// Advances the clock without a sleep.
    pub fn advance(&self, time: Duration) {
        self.state.lock().unwrap().elapsed += time;
    }

    /// Returns the sleeps so far, in order.
    #[must_use]
    pub fn sleeps(&self) -> Vec<Duration> {
        self.state.lock().unwrap().sleeps.clone()
    }
}

impl Clock for FakeClock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Self::START + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        self.state.lock().unwrap().elapsed
    }

    fn sleep(&self, time: Duration) -> Sleep {
        let mut state = self.state.lock().unwrap();
        state.sleeps.push(time);
        if !self.is_frozen {
            state.elapsed = state.elapsed.saturating_add(time);
        }
        Box::pin(std::future::ready(()))
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}
