//! Durations and moments in sentences.

use jiff::fmt::friendly::{Designator, Spacing, SpanPrinter};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;

/// Returns a duration in whole seconds, e.g. `14m53s`; in minutes from an hour on, e.g. `3h12m`.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    let seconds = if seconds >= 3600 { seconds - seconds % 60 } else { seconds };
    let printer = SpanPrinter::new().spacing(Spacing::None).designator(Designator::Compact);
    printer.duration_to_string(&SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX)))
}

/// Returns a moment as local time, e.g. `11-24 20:31`.
pub(crate) fn moment(millis: i64, zone: &TimeZone) -> Option<String> {
    let moment = Timestamp::from_millisecond(millis).ok()?;
    Some(zone.to_datetime(moment).strftime("%m-%d %H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::duration;
    use std::time::Duration;

    #[test]
    fn durations_are_short() {
        for (seconds, expected) in [(0, "0s"), (893, "14m53s"), (3600, "1h"), (11_535, "3h12m"), (93_600, "26h")] {
            assert_eq!(duration(Duration::from_secs(seconds)), expected);
        }
    }
}
