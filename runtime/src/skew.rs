//! The difference between this machine's clock and the service's.
//!
//! The gateway refuses requests that are five minutes off. Every answer tells the service's time in its `Date`, so a
//! wrong clock costs one request and is then made up for. A refused key is not mistaken for a wrong clock: nothing is
//! corrected unless the clocks differ.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

/// Smaller differences stay as they are: `Date` counts whole seconds, and answers take their time.
const TOLERANCE: Duration = Duration::from_secs(60);
/// Larger differences are not made up for: nobody gets signatures for another day from us by claiming a date.
/// The tolerance on top makes a day that `Date` rounds up still a day.
const LARGEST: Duration = Duration::from_secs(24 * 60 * 60 + 60);

/// Milliseconds that the service's clock is ahead of this machine's; negative if behind.
#[derive(Debug, Default)]
pub(crate) struct Skew(AtomicI64);

/// What an answer tells of the clock that its request was signed by.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    /// It was right, or nothing can be said.
    Right,
    /// It was wrong; the next request is signed by the service's.
    Corrected,
    /// It was wrong by more than is made up for.
    TooFar(Offset),
}

/// Milliseconds that the service's clock is ahead of this machine's, for messages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Offset(i64);

impl fmt::Display for Offset {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hours = self.0.unsigned_abs() / 3_600_000;
        let side = if self.0 > 0 { "behind" } else { "ahead of" };
        write!(formatter, "{hours} hours {side} the service's")
    }
}

impl Skew {
    /// What is added to this machine's time at this moment.
    pub(crate) fn current(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Learns from an answer to a request that was signed with `used` and travelled from `sent` to `received`.
    pub(crate) fn learn(&self, used: i64, sent: SystemTime, received: SystemTime, server: SystemTime) -> Verdict {
        // The service looked at its clock somewhere between; the middle is the best guess.
        let travelled = received.duration_since(sent).unwrap_or_default();
        let measured = difference(server, sent + travelled / 2);
        let distance = Duration::from_millis(measured.abs_diff(used));
        if distance < TOLERANCE {
            return Verdict::Right;
        }
        if Duration::from_millis(measured.unsigned_abs()) > LARGEST {
            return Verdict::TooFar(Offset(measured));
        }
        self.0.store(measured, Ordering::Relaxed);
        Verdict::Corrected
    }
}

/// Milliseconds from one time to another, as far as they can be counted.
fn difference(later: SystemTime, earlier: SystemTime) -> i64 {
    let millis = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    match later.duration_since(earlier) {
        Ok(ahead) => millis(ahead),
        Err(behind) => -millis(behind.duration()),
    }
}

/// A time with a skew added; none if no clock can show it.
pub(crate) fn shifted(time: SystemTime, skew: i64) -> Option<SystemTime> {
    let distance = Duration::from_millis(skew.unsigned_abs());
    if skew < 0 { time.checked_sub(distance) } else { time.checked_add(distance) }
}

#[cfg(test)]
mod tests {
    use super::{Offset, Skew, Verdict, shifted};
    use std::time::{Duration, SystemTime};

    const HOUR: i64 = 3_600_000;

    fn at(millis: i64) -> SystemTime {
        shifted(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000), millis).unwrap()
    }

    /// A request that took two seconds, to a server whose clock is ahead.
    fn learn(skew: &Skew, used: i64, ahead: i64) -> Verdict {
        skew.learn(used, at(0), at(2000), at(1000 + ahead))
    }

    #[test]
    fn a_difference_beyond_the_tolerance_is_learnt_once() {
        let skew = Skew::default();
        assert_eq!(learn(&skew, 0, 59_999), Verdict::Right);
        assert_eq!(learn(&skew, 0, -59_999), Verdict::Right);
        assert_eq!(skew.current(), 0);
        for ahead in [60_000, -60_000, 5 * HOUR, -24 * HOUR, 24 * HOUR] {
            assert_eq!(learn(&skew, 0, ahead), Verdict::Corrected);
            assert_eq!(skew.current(), ahead);
            assert_eq!(learn(&skew, ahead, ahead), Verdict::Right);
        }
    }

    #[test]
    fn a_request_signed_before_another_learnt_is_worth_repeating_too() {
        let skew = Skew::default();
        assert_eq!(learn(&skew, 0, HOUR), Verdict::Corrected);
        assert_eq!(learn(&skew, 0, HOUR), Verdict::Corrected);
        assert_eq!(skew.current(), HOUR);
    }

    #[test]
    fn nothing_is_signed_for_another_day() {
        let skew = Skew::default();
        for beyond in [25 * HOUR, -25 * HOUR, 24 * HOUR + 60_001] {
            assert_eq!(learn(&skew, 0, beyond), Verdict::TooFar(Offset(beyond)));
        }
        assert_eq!(skew.current(), 0);
        assert_eq!(Offset(25 * HOUR).to_string(), "25 hours behind the service's");
        assert_eq!(Offset(-25 * HOUR).to_string(), "25 hours ahead of the service's");
    }

    #[test]
    fn a_clock_that_jumps_back_on_the_way_does_no_harm() {
        let skew = Skew::default();
        assert_eq!(skew.learn(0, at(0), at(-HOUR), at(0)), Verdict::Right);
        assert_eq!(
            shifted(SystemTime::UNIX_EPOCH, i64::MIN).is_some(),
            shifted(SystemTime::UNIX_EPOCH, i64::MAX).is_some()
        );
    }
}
