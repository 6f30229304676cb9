//! The clock that resources, executions and triggers follow.
//!
//! Signatures and the `Date` header follow the clock of the machine instead: a client signs with its own clock, so it can
//! use an emulator whose time runs faster or stands still.

use super::timestamp::Timestamp;
use ncloud_runtime::clock::Clock;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Maximum speed. A year passes in half a second.
const MAX_SPEED: f64 = 1e8;

/// Time that passes at a chosen speed.
#[derive(Debug)]
pub(crate) struct ServiceClock {
    base: Arc<dyn Clock>,
    pace: Mutex<Pace>,
}

/// At `since` of the base clock, this clock showed `shown`.
#[derive(Clone, Copy, Debug)]
struct Pace {
    since: Timestamp,
    shown: Timestamp,
    /// 1 is the speed of the base clock, 0 a frozen clock.
    speed: f64,
}

impl Pace {
    fn at(self, base: Timestamp) -> Timestamp {
        let passed = base.millis().saturating_sub(self.since.millis());
        // Exact at the usual speed.
        let passed = if self.speed == 1.0 { passed } else { (passed as f64 * self.speed) as i64 };
        Timestamp::from_millis(self.shown.millis().saturating_add(passed))
    }
}

impl ServiceClock {
    /// Starts at the time of the base clock, or at `earliest` if that is later: time never goes back between two starts
    /// with the same data.
    pub(crate) fn new(base: Arc<dyn Clock>, speed: f64, earliest: Timestamp) -> Self {
        let since = Timestamp::from_system_time(base.now());
        Self { base, pace: Mutex::new(Pace { since, shown: since.max(earliest), speed }) }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.pace().at(self.base_now())
    }

    /// Returns the speed; 0 if the clock is frozen.
    pub(crate) fn speed(&self) -> f64 {
        self.pace().speed
    }

    /// Sets the speed. Time goes on from where it is.
    pub(crate) fn set_speed(&self, speed: f64) {
        let (base, mut pace) = (self.base_now(), self.pace());
        *pace = Pace { since: base, shown: pace.at(base), speed };
    }

    /// Sets the time.
    pub(crate) fn set(&self, time: Timestamp) {
        let (base, mut pace) = (self.base_now(), self.pace());
        *pace = Pace { since: base, shown: time, speed: pace.speed };
    }

    /// Shows the time of the base clock again.
    pub(crate) fn reset(&self) {
        let base = self.base_now();
        *self.pace() = Pace { since: base, shown: base, speed: 1.0 };
    }

    fn base_now(&self) -> Timestamp {
        Timestamp::from_system_time(self.base.now())
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns true for a speed that a clock can have.
pub(crate) fn is_speed(speed: f64) -> bool {
    (0.0..=MAX_SPEED).contains(&speed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ncloud_testing::FakeClock;
    use std::time::Duration;

    fn millis(clock: &ServiceClock) -> i64 {
        clock.now().millis()
    }

    #[test]
    fn time_passes_at_the_speed() {
        let base = FakeClock::new();
        let clock = ServiceClock::new(base.clone(), 1.0, Timestamp::from_millis(0));
        let start = millis(&clock);
        base.advance(Duration::from_secs(1));
        assert_eq!(millis(&clock), start + 1000);
        clock.set_speed(60.0);
        base.advance(Duration::from_secs(1));
        assert_eq!(millis(&clock), start + 61_000);
        clock.set_speed(0.0);
        base.advance(Duration::from_secs(100));
        assert_eq!(millis(&clock), start + 61_000, "frozen");
        clock.set(Timestamp::from_millis(5));
        assert_eq!(millis(&clock), 5);
        clock.reset();
        assert_eq!(millis(&clock), start + 102_000);
    }

    #[test]
    fn time_does_not_go_back_at_a_start() {
        let base = FakeClock::new();
        let later = Timestamp::from_millis(1_800_000_000_000);
        assert_eq!(ServiceClock::new(base, 1.0, later).now(), later);
    }
}
