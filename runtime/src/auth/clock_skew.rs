//! The difference between this machine's clock and the service's.
//!
//! The gateway rejects a signature that is five minutes off with the same response as a wrong key. Only such a response
//! can show that the clock is wrong, and only a corrected signature that is accepted proves it. The `Date` of other
//! responses changes nothing.
//!
//! | A signature was rejected, and `Date` | Then |
//! | --- | --- |
//! | differs from the signature by more than the window | the request is sent once more, signed with that time |
//! | agrees with it | the clock is not the cause |
//! | is missing | the request is sent once more without the correction, or with the previous one if it had none |
//!
//! A correction that is rejected too is undone, at the latest by the next call. So neither a wrong `Date` nor a clock
//! that was set meanwhile blocks a client for longer than a call.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// Smaller differences do not explain a rejected signature. The gateway's window is five minutes; `Date` counts whole
/// seconds, and responses take time to arrive.
const WINDOW: u64 = (5 * 60 - 30) * 1000;
/// Larger differences are not corrected: a false `Date` must not get a signature for another day. The extra minute
/// allows for a `Date` that is rounded up.
const LARGEST: u64 = (24 * 60 * 60 + 60) * 1000;

/// Milliseconds that the service's clock is ahead of this machine's; negative if it is behind.
#[derive(Debug, Default)]
pub(crate) struct ClockSkew(Mutex<State>);

#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Milliseconds added to this machine's time.
    offset: i64,
    /// True once a signature with this offset was accepted.
    is_proven: bool,
    /// The offset that was accepted before. It is tried if a response has no `Date`.
    previous: Option<i64>,
}

/// Conclusion about the clock from a rejected signature.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum SkewCheck {
    /// The clock does not explain the rejection.
    Unexplained,
    /// The offset was changed: sign and send again.
    Corrected,
    /// The clock is wrong by more than is corrected.
    TooLarge(Offset),
}

/// The offset of the service's clock in milliseconds, for messages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Offset(i64);

impl fmt::Display for Offset {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hours = self.0.unsigned_abs() / 3_600_000;
        let side = if self.0 > 0 { "behind" } else { "ahead of" };
        write!(formatter, "{hours} hours {side} the service's")
    }
}

impl ClockSkew {
    /// Returns the milliseconds that are now added to this machine's time.
    pub(crate) fn current(&self) -> i64 {
        self.state().offset
    }

    /// Records that a signature with this offset was accepted.
    pub(crate) fn accepted(&self, used: i64) {
        let mut state = self.state();
        if used == state.offset {
            state.is_proven = true;
        } else if !state.is_proven {
            *state = State { offset: used, is_proven: true, previous: None };
        }
    }

    /// Records that a signature with the offset `used` was rejected. `measured` is the offset by the `Date` of the
    /// response; `is_second` is true if the call was corrected before.
    pub(crate) fn rejected(&self, used: i64, measured: Option<i64>, is_second: bool) -> SkewCheck {
        let mut state = self.state();
        match measured {
            Some(measured) if measured.unsigned_abs() > LARGEST => SkewCheck::TooLarge(Offset(measured)),
            Some(measured) if measured.abs_diff(used) < WINDOW => {
                if !is_second && used == state.offset && !state.is_proven {
                    // The `Date` may be wrong: the next call tries without it.
                    state.undo();
                }
                SkewCheck::Unexplained
            }
            Some(measured) => {
                state.correct(used, if measured.unsigned_abs() < WINDOW { 0 } else { measured }, is_second)
            }
            None if is_second => {
                if used == state.offset {
                    state.undo();
                }
                SkewCheck::Unexplained
            }
            None => match state.alternative(used) {
                Some(offset) => state.correct(used, offset, is_second),
                None => SkewCheck::Unexplained,
            },
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn correct(&mut self, used: i64, offset: i64, is_second: bool) -> SkewCheck {
        if used == self.offset || !self.is_proven {
            let previous = if self.is_proven { Some(self.offset) } else { self.previous };
            *self = Self { offset, is_proven: false, previous: previous.filter(|previous| *previous != offset) };
        }
        if is_second { SkewCheck::Unexplained } else { SkewCheck::Corrected }
    }

    /// Returns to the offset that was accepted before, or to this machine's own time.
    fn undo(&mut self) {
        *self = Self { offset: self.previous.unwrap_or_default(), is_proven: self.previous.is_some(), previous: None };
    }

    /// Returns the offset to try after one that was rejected by a response without `Date`.
    fn alternative(&self, used: i64) -> Option<i64> {
        [Some(self.offset), self.previous, Some(0)].into_iter().flatten().find(|offset| *offset != used)
    }
}

/// Returns the offset by the `Date` of a response to a request that was sent at `sent` and answered at `received`.
pub(crate) fn measured(sent: SystemTime, received: SystemTime, server: SystemTime) -> i64 {
    // The service read its clock between the two; the middle is the best estimate.
    let round_trip = received.duration_since(sent).unwrap_or_default();
    difference(server, sent.checked_add(round_trip / 2).unwrap_or(sent))
}

/// Returns the milliseconds from one time to another, at most `i64::MAX`.
fn difference(later: SystemTime, earlier: SystemTime) -> i64 {
    let millis = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    match later.duration_since(earlier) {
        Ok(ahead) => millis(ahead),
        Err(behind) => -millis(behind.duration()),
    }
}

/// Returns a time with an offset added, or `None` if the result is out of range.
pub(crate) fn shifted(time: SystemTime, skew: i64) -> Option<SystemTime> {
    let distance = Duration::from_millis(skew.unsigned_abs());
    if skew < 0 { time.checked_sub(distance) } else { time.checked_add(distance) }
}

#[cfg(test)]
mod tests {
    use super::{ClockSkew, Offset, SkewCheck, measured, shifted};
    use std::time::{Duration, SystemTime};

    const HOUR: i64 = 3_600_000;

    fn at(millis: i64) -> SystemTime {
        shifted(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000), millis).unwrap()
    }

    /// Rejects a first request that was signed with the current offset.
    fn rejected(skew: &ClockSkew, measured: Option<i64>) -> SkewCheck {
        skew.rejected(skew.current(), measured, false)
    }

    #[test]
    fn a_difference_within_the_window_is_no_explanation() {
        let skew = ClockSkew::default();
        for ahead in [0, 60_000, -200_000, 269_999, -269_999] {
            assert_eq!(rejected(&skew, Some(ahead)), SkewCheck::Unexplained);
            assert_eq!(skew.current(), 0);
        }
        for ahead in [270_000, -300_000, 5 * HOUR, -24 * HOUR, 24 * HOUR] {
            let skew = ClockSkew::default();
            assert_eq!(rejected(&skew, Some(ahead)), SkewCheck::Corrected);
            assert_eq!(skew.current(), ahead);
        }
    }

    #[test]
    fn an_accepted_correction_is_kept() {
        let skew = ClockSkew::default();
        skew.accepted(0);
        assert_eq!(rejected(&skew, Some(HOUR)), SkewCheck::Corrected);
        skew.accepted(HOUR);
        assert_eq!((rejected(&skew, Some(HOUR)), skew.current()), (SkewCheck::Unexplained, HOUR));
    }

    #[test]
    fn a_correction_rejected_without_a_date_is_undone() {
        let skew = ClockSkew::default();
        assert_eq!(rejected(&skew, Some(HOUR)), SkewCheck::Corrected);
        assert_eq!((skew.rejected(HOUR, None, true), skew.current()), (SkewCheck::Unexplained, 0));
        // The previous accepted offset is used again.
        skew.accepted(0);
        rejected(&skew, Some(HOUR));
        skew.accepted(HOUR);
        rejected(&skew, Some(3 * HOUR));
        assert_eq!((skew.rejected(3 * HOUR, None, true), skew.current()), (SkewCheck::Unexplained, HOUR));
    }

    #[test]
    fn the_next_call_undoes_a_correction_that_was_never_accepted() {
        let skew = ClockSkew::default();
        rejected(&skew, Some(HOUR));
        assert_eq!((skew.rejected(HOUR, Some(HOUR), true), skew.current()), (SkewCheck::Unexplained, HOUR));
        assert_eq!((rejected(&skew, Some(HOUR)), skew.current()), (SkewCheck::Unexplained, 0));
        assert_eq!((rejected(&skew, Some(HOUR)), skew.current()), (SkewCheck::Corrected, HOUR));
    }

    #[test]
    fn without_a_date_the_other_offset_is_tried() {
        let skew = ClockSkew::default();
        assert_eq!((rejected(&skew, None), skew.current()), (SkewCheck::Unexplained, 0));
        rejected(&skew, Some(HOUR));
        skew.accepted(HOUR);
        // This machine's clock was set meanwhile.
        assert_eq!((rejected(&skew, None), skew.current()), (SkewCheck::Corrected, 0));
        skew.accepted(0);
        // And then set back.
        assert_eq!((rejected(&skew, None), skew.current()), (SkewCheck::Corrected, HOUR));
    }

    #[test]
    fn no_correction_after_the_clock_was_set() {
        let skew = ClockSkew::default();
        rejected(&skew, Some(HOUR));
        skew.accepted(HOUR);
        assert_eq!((rejected(&skew, Some(20_000)), skew.current()), (SkewCheck::Corrected, 0));
    }

    #[test]
    fn concurrent_calls_do_not_undo_a_proven_correction() {
        let skew = ClockSkew::default();
        assert_eq!(skew.rejected(0, Some(HOUR), false), SkewCheck::Corrected);
        skew.accepted(HOUR);
        // Signed before the correction.
        assert_eq!((skew.rejected(0, Some(HOUR + 1), false), skew.current()), (SkewCheck::Corrected, HOUR));
        assert_eq!((skew.rejected(0, None, false), skew.current()), (SkewCheck::Corrected, HOUR));
        skew.accepted(0);
        assert_eq!(skew.current(), HOUR);
    }

    #[test]
    fn acceptance_of_the_old_offset_undoes_a_correction() {
        let skew = ClockSkew::default();
        rejected(&skew, Some(HOUR));
        skew.accepted(0);
        assert_eq!(skew.current(), 0);
    }

    #[test]
    fn more_than_a_day_is_not_corrected() {
        let skew = ClockSkew::default();
        for beyond in [25 * HOUR, -25 * HOUR, 24 * HOUR + 60_001] {
            assert_eq!(rejected(&skew, Some(beyond)), SkewCheck::TooLarge(Offset(beyond)));
        }
        assert_eq!(skew.current(), 0);
        assert_eq!(Offset(25 * HOUR).to_string(), "25 hours behind the service's");
        assert_eq!(Offset(-25 * HOUR).to_string(), "25 hours ahead of the service's");
    }

    #[test]
    fn the_middle_of_a_request_is_measured() {
        assert_eq!(measured(at(0), at(2000), at(1000 + HOUR)), HOUR);
        // A clock that jumps back on the way does no harm.
        assert_eq!(measured(at(0), at(-HOUR), at(0)), 0);
        assert_eq!(
            shifted(SystemTime::UNIX_EPOCH, i64::MIN).is_some(),
            shifted(SystemTime::UNIX_EPOCH, i64::MAX).is_some()
        );
    }
}
