//! Timestamps, and their format in the API.

use jiff::civil::DateTime as Civil;
use jiff::tz::{Offset, offset};
use ncloud_runtime::DateTime;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Time zone of the service. Statistics use it without writing the offset.
const ZONE: Offset = offset(9);

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Timestamp(i64);

impl Timestamp {
    /// A time that no clock reaches.
    pub(super) const NEVER: Self = Self(i64::MAX);

    pub(crate) fn from_system_time(time: SystemTime) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    pub(super) fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Returns the timestamp of a date and time in Korea; `None` outside of the calendar.
    pub(super) fn from_civil(civil: Civil) -> Option<Self> {
        millis(civil).map(Self)
    }

    pub(super) fn millis(self) -> i64 {
        self.0
    }

    pub(super) fn after(self, time: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX)))
    }

    /// Returns true if the service has a date for it: from 1970 to 9998.
    pub(super) fn is_in_calendar(self) -> bool {
        // 9999-01-01T00:00:00Z.
        (0..253_370_764_800_000).contains(&self.0)
    }

    /// Returns the timestamp with milliseconds, e.g. `2026-12-01T11:12:54.000+09:00`.
    pub(crate) fn text(self) -> String {
        format!("{:.3}", self.to_jiff().display_with_offset(ZONE))
    }

    pub(crate) fn to_jiff(self) -> jiff::Timestamp {
        // The calendar ends at the years -9999 and 9999.
        jiff::Timestamp::from_millisecond(self.0).unwrap_or_default()
    }

    pub(crate) fn from_jiff(time: jiff::Timestamp) -> Self {
        Self(time.as_millisecond())
    }

    /// Returns the whole seconds since an earlier timestamp; 0 if it is not earlier.
    pub(super) fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).max(0) / 1000
    }

    /// Returns the timestamp in the format of resources: ISO 8601 with offset, e.g. `2025-03-21T11:12:54+09:00`.
    pub(super) fn date(self) -> DateTime {
        DateTime::from(format!("{}+09:00", self.civil()))
    }

    /// Returns date and time in Korea, to the second.
    pub(super) fn civil(self) -> Civil {
        let seconds = self.0.div_euclid(1000);
        // The calendar ends at the years -9999 and 9999.
        ZONE.to_datetime(jiff::Timestamp::from_second(seconds).unwrap_or_default())
    }
}

/// Returns date and time in Korea of a date of a resource, to the second; `None` if it is not a date.
pub(super) fn civil(date: &DateTime) -> Option<Civil> {
    let civil = match jiff::Timestamp::try_from(date) {
        Ok(timestamp) => ZONE.to_datetime(timestamp),
        // Without offset, as in the 2023 edition.
        Err(_) => Civil::try_from(date).ok()?,
    };
    civil.with().subsec_nanosecond(0).build().ok()
}

/// Returns the milliseconds since 1970-01-01T00:00:00Z of a date and time in Korea; `None` outside of the calendar.
pub(super) fn millis(civil: Civil) -> Option<i64> {
    ZONE.to_timestamp(civil).ok().map(jiff::Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_in_korean_time() {
        // The start of the documented execution; `date -d 2025-03-21T11:12:54+09:00 +%s` says 1742523174.
        let timestamp = Timestamp::from_millis(1_742_523_174_999);
        assert_eq!(timestamp.date().as_str(), "2025-03-21T11:12:54+09:00");
        assert_eq!(civil(&timestamp.date()), Some(timestamp.civil()));
        assert_eq!(millis(timestamp.civil()), Some(1_742_523_174_000));
    }

    #[test]
    fn date_without_offset_is_korean_time() {
        let old = DateTime::from("2023-10-20T13:45:15.833");
        assert_eq!(civil(&old).map(|civil| civil.to_string()).as_deref(), Some("2023-10-20T13:45:15"));
        assert_eq!(civil(&DateTime::from("soon")), None);
    }

    #[test]
    fn every_clock_value_has_a_date() {
        for millis in [i64::MIN, -1, 0, i64::MAX] {
            assert!(Timestamp::from_millis(millis).date().as_str().ends_with("+09:00"));
        }
    }
}
