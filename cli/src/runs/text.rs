//! Durations and dates in sentences.

use jiff::fmt::friendly::{Designator, Spacing, SpanPrinter};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::DateTime;
use std::time::Duration;

/// Returns a duration in whole seconds, e.g. `14m53s`; in minutes from an hour on, e.g. `3h12m`.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    let seconds = if seconds >= 3600 { seconds - seconds % 60 } else { seconds };
    let printer = SpanPrinter::new().spacing(Spacing::None).designator(Designator::Compact);
    printer.duration_to_string(&SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX)))
}

/// Returns a date of the API as local time, e.g. `11-24 20:31`; as it came if it is not readable.
pub(crate) fn date(date: &DateTime, zone: &TimeZone) -> String {
    let millis = date.to_millis_in_korea().ok();
    millis.and_then(|millis| moment(millis, zone)).unwrap_or_else(|| date.as_str().to_owned())
}

/// Returns a moment as local time.
pub(crate) fn moment(millis: i64, zone: &TimeZone) -> Option<String> {
    let moment = Timestamp::from_millisecond(millis).ok()?;
    Some(zone.to_datetime(moment).strftime("%m-%d %H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::{date, duration};
    use jiff::tz::{TimeZone, offset};
    use ncloud_dataflow::DateTime;
    use std::time::Duration;

    #[test]
    fn durations_and_dates_are_short() {
        for (seconds, expected) in [(0, "0s"), (893, "14m53s"), (3600, "1h"), (11_535, "3h12m"), (93_600, "26h")] {
            assert_eq!(duration(Duration::from_secs(seconds)), expected);
        }
        let seoul = TimeZone::fixed(offset(9));
        assert_eq!(date(&DateTime::from("2026-11-24T11:31:00Z"), &seoul), "11-24 20:31");
        assert_eq!(date(&DateTime::from("2026-11-24T20:31:00"), &seoul), "11-24 20:31");
        assert_eq!(date(&DateTime::from("soon"), &seoul), "soon");
    }
}
