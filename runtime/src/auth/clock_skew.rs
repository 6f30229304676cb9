//! The difference between this machine's clock and the service's.
//!
//! The gateway refuses signatures that are five minutes off, with the same response as it refuses a wrong key. Only that
//! response can say that the clock is wrong, and only a corrected signature that passes proves it. A clock that works is
//! left alone, whatever `Date` other responses have.
//!
//! | A signature was refused, and `Date` | Then |
//! | --- | --- |
//! | differs from the signature by the window | the request is sent once more by that clock |
//! | agrees with it | the clock is not the reason |
//! | is missing, and a corrected clock signed | the request is sent once more without the correction, and the other way round |
//!
//! A correction that is refused too is undone, or doubted: a later call signs without it. So neither a wrong `Date` nor
//! a clock that was set meanwhile stops a client for longer than a call.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// Smaller differences do not explain a refused signature. The gateway's window is five minutes; `Date` counts whole
/// seconds, and responses take their time.
const WINDOW: u64 = (5 * 60 - 30) * 1000;
/// Larger differences are not made up for: nobody gets signatures for another day from us by claiming a date.
/// The tolerance on top makes a day that `Date` rounds up still a day.
const LARGEST: u64 = (24 * 60 * 60 + 60) * 1000;

/// Milliseconds that the service's clock is ahead of this machine's; negative if behind.
#[derive(Debug, Default)]
pub(crate) struct ClockSkew(Mutex<State>);

#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// What is added to this machine's time.
    offset: i64,
    /// Whether a signature with this correction was accepted.
    is_proven: bool,
    /// Another offset that was accepted before, and is tried when there is no `Date` to go by.
    previous: Option<i64>,
}

/// What a refused signature says about the clock.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum SkewCheck {
    /// The clock is not known to be the reason.
    Unexplained,
    /// The next request is signed by another clock, which may be the right one.
    Corrected,
    /// It is wrong by more than is made up for.
    TooLarge(Offset),
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

impl ClockSkew {
    /// What is added to this machine's time at this moment.
    pub(crate) fn current(&self) -> i64 {
        self.state().offset
    }

    /// Takes in that a signature by this offset was accepted.
    pub(crate) fn accepted(&self, used: i64) {
        let mut state = self.state();
        if used == state.offset {
            state.is_proven = true;
        } else if !state.is_proven {
            *state = State { offset: used, is_proven: true, previous: None };
        }
    }

    /// Takes in that a signature by the offset `used` was refused, in a response whose `Date` tells the offset
    /// `measured`. `is_second` if the call was corrected before.
    pub(crate) fn rejected(&self, used: i64, measured: Option<i64>, is_second: bool) -> SkewCheck {
        let mut state = self.state();
        match measured {
            Some(measured) if measured.unsigned_abs() > LARGEST => SkewCheck::TooLarge(Offset(measured)),
            Some(measured) if measured.abs_diff(used) < WINDOW => {
                if !is_second && used == state.offset && !state.is_proven {
                    // Whoever told this date may be wrong: the next call finds out.
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

    /// Goes back to what was accepted before, else to this machine's own time.
    fn undo(&mut self) {
        *self = Self { offset: self.previous.unwrap_or_default(), is_proven: self.previous.is_some(), previous: None };
    }

    /// What to try instead of an offset that was refused without a reason.
    fn alternative(&self, used: i64) -> Option<i64> {
        [Some(self.offset), self.previous, Some(0)].into_iter().flatten().find(|offset| *offset != used)
    }
}

/// The offset that a response tells to a request which travelled from `sent` to `received`.
pub(crate) fn measured(sent: SystemTime, received: SystemTime, server: SystemTime) -> i64 {
    // The service looked at its clock somewhere between; the middle is the best guess.
    let travelled = received.duration_since(sent).unwrap_or_default();
    difference(server, sent.checked_add(travelled / 2).unwrap_or(sent))
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
    use super::{ClockSkew, Offset, SkewCheck, measured, shifted};
    use std::time::{Duration, SystemTime};

    const HOUR: i64 = 3_600_000;

    fn at(millis: i64) -> SystemTime {
        shifted(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000), millis).unwrap()
    }

    /// A first request that was signed by the current offset and refused.
    fn rejected(skew: &ClockSkew, measured: Option<i64>) -> SkewCheck {
        skew.rejected(skew.current(), measured, false)
    }

    #[test]
    fn a_difference_within_the_window_explains_nothing() {
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
    fn a_correction_is_kept_once_it_passes() {
        let skew = ClockSkew::default();
        skew.accepted(0);
        assert_eq!(rejected(&skew, Some(HOUR)), SkewCheck::Corrected);
        skew.accepted(HOUR);
        assert_eq!((rejected(&skew, Some(HOUR)), skew.current()), (SkewCheck::Unexplained, HOUR));
    }

    #[test]
    fn a_correction_that_is_refused_without_a_date_is_undone() {
        let skew = ClockSkew::default();
        assert_eq!(rejected(&skew, Some(HOUR)), SkewCheck::Corrected);
        assert_eq!((skew.rejected(HOUR, None, true), skew.current()), (SkewCheck::Unexplained, 0));
        // One that was accepted before comes back.
        skew.accepted(0);
        rejected(&skew, Some(HOUR));
        skew.accepted(HOUR);
        rejected(&skew, Some(3 * HOUR));
        assert_eq!((skew.rejected(3 * HOUR, None, true), skew.current()), (SkewCheck::Unexplained, HOUR));
    }

    #[test]
    fn a_correction_that_date_confirms_but_nobody_accepts_is_doubted_by_the_next_call() {
        let skew = ClockSkew::default();
        rejected(&skew, Some(HOUR));
        assert_eq!((skew.rejected(HOUR, Some(HOUR), true), skew.current()), (SkewCheck::Unexplained, HOUR));
        assert_eq!((rejected(&skew, Some(HOUR)), skew.current()), (SkewCheck::Unexplained, 0));
        assert_eq!((rejected(&skew, Some(HOUR)), skew.current()), (SkewCheck::Corrected, HOUR));
    }

    #[test]
    fn without_a_date_the_other_offset_is_tried_in_both_directions() {
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
    fn a_clock_that_was_set_needs_no_correction_any_more() {
        let skew = ClockSkew::default();
        rejected(&skew, Some(HOUR));
        skew.accepted(HOUR);
        assert_eq!((rejected(&skew, Some(20_000)), skew.current()), (SkewCheck::Corrected, 0));
    }

    #[test]
    fn calls_at_the_same_time_do_not_undo_what_one_proved() {
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
    fn a_request_that_passes_by_the_old_offset_undoes_an_unproven_correction() {
        let skew = ClockSkew::default();
        rejected(&skew, Some(HOUR));
        skew.accepted(0);
        assert_eq!(skew.current(), 0);
    }

    #[test]
    fn nothing_is_signed_for_another_day() {
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
