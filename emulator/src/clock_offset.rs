//! A clock with an offset.

use jiff::SignedDuration;
use ncloud_runtime::clock::{Clock, Sleep};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A clock that is ahead of another one, or behind it.
#[derive(Debug)]
pub(crate) struct ClockOffset {
    clock: Arc<dyn Clock>,
    ahead: SignedDuration,
}

impl ClockOffset {
    pub(crate) fn wrap(clock: Arc<dyn Clock>, ahead: SignedDuration) -> Arc<dyn Clock> {
        if ahead.is_zero() { clock } else { Arc::new(Self { clock, ahead }) }
    }
}

impl Clock for ClockOffset {
    fn now(&self) -> SystemTime {
        let (now, distance) = (self.clock.now(), self.ahead.unsigned_abs());
        let shown = if self.ahead.is_negative() { now.checked_sub(distance) } else { now.checked_add(distance) };
        shown.unwrap_or(now)
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }

    fn sleep(&self, time: Duration) -> Sleep {
        self.clock.sleep(time)
    }

    fn jitter(&self) -> f64 {
        self.clock.jitter()
    }
}
