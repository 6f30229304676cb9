//! A clock that does not run: sleeping moves it and takes no time.

use ncloud_dataflow::runtime::clock::{Clock, Sleep};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// 2023-11-14T22:13:20Z, the time of the published signatures.
pub(crate) const NOW: Duration = Duration::from_secs(1_700_000_000);

#[derive(Debug, Default)]
pub(crate) struct Still(Mutex<Passed>);

#[derive(Debug, Default)]
struct Passed {
    sleeps: Vec<Duration>,
    total: Duration,
}

impl Still {
    pub(crate) fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Lets time go by although nobody sleeps.
    pub(crate) fn pass(&self, time: Duration) {
        self.0.lock().unwrap().total += time;
    }

    /// The pauses that were asked for, in order.
    pub(crate) fn sleeps(&self) -> Vec<Duration> {
        self.0.lock().unwrap().sleeps.clone()
    }
}

impl Clock for Still {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + NOW + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        self.0.lock().unwrap().total
    }

    fn sleep(&self, time: Duration) -> Sleep {
        let mut passed = self.0.lock().unwrap();
        passed.sleeps.push(time);
        passed.total = passed.total.saturating_add(time);
        Box::pin(async {})
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}
