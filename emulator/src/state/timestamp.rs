//! Points in time, and how the service writes them.

use jiff::civil::DateTime as Civil;
use jiff::tz::{Offset, offset};
use ncloud_runtime::DateTime;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The service is Korean and writes +09:00 (in statistics it is meant, though not written).
const ZONE: Offset = offset(9);

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Timestamp(i64);

impl Timestamp {
    pub(crate) fn from_system_time(time: SystemTime) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    pub(super) fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub(super) fn millis(self) -> i64 {
        self.0
    }

    pub(super) fn after(self, time: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX)))
    }

    /// Whole seconds since an earlier timestamp; 0 if it is not earlier.
    pub(super) fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).max(0) / 1000
    }

    /// As resources carry it: ISO 8601 with offset, e.g. `2025-03-21T11:12:54+09:00`.
    pub(super) fn date(self) -> DateTime {
        DateTime::from(format!("{}+09:00", self.civil()))
    }

    /// Date and time on the wall, to the second.
    pub(super) fn civil(self) -> Civil {
        let seconds = self.0.div_euclid(1000);
        // Outside of the years -9999 to 9999 no clock stands.
        ZONE.to_datetime(jiff::Timestamp::from_second(seconds).unwrap_or_default())
    }
}

/// Date and time on the wall of a date that a resource carries, to the second; none if it is no date.
pub(super) fn civil(date: &DateTime) -> Option<Civil> {
    let civil = match date.timestamp() {
        Ok(timestamp) => ZONE.to_datetime(timestamp),
        // Without offset, as in the 2023 edition.
        Err(_) => date.civil().ok()?,
    };
    civil.with().subsec_nanosecond(0).build().ok()
}

/// The timestamp when the wall shows this; none outside of the calendar.
pub(super) fn millis(civil: Civil) -> Option<i64> {
    ZONE.to_timestamp(civil).ok().map(jiff::Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_korea() {
        // The start of the documented execution; `date -d 2025-03-21T11:12:54+09:00 +%s` says 1742523174.
        let timestamp = Timestamp::from_millis(1_742_523_174_999);
        assert_eq!(timestamp.date().as_str(), "2025-03-21T11:12:54+09:00");
        assert_eq!(civil(&timestamp.date()), Some(timestamp.civil()));
        assert_eq!(millis(timestamp.civil()), Some(1_742_523_174_000));
    }

    #[test]
    fn a_date_without_offset_is_taken_as_it_stands() {
        let old = DateTime::from("2023-10-20T13:45:15.833");
        assert_eq!(civil(&old).map(|civil| civil.to_string()).as_deref(), Some("2023-10-20T13:45:15"));
        assert_eq!(civil(&DateTime::from("soon")), None);
    }

    #[test]
    fn no_clock_is_too_odd() {
        for millis in [i64::MIN, -1, 0, i64::MAX] {
            assert!(Timestamp::from_millis(millis).date().as_str().ends_with("+09:00"));
        }
    }
}
