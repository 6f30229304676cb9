//! Times in tables: local and short, or exact.

use crate::context::Context;
use crate::output::Format;
use crate::table::UTC;
use crate::terminal::output_streams::Streams;
use clap::ArgMatches;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::time::SystemTime;

/// Plausible years of a run. Systems write other years for unknown dates: year 1, the start of 1970 in any time zone,
/// year 9999.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 2000..=2099;

/// How much of a time is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Detail {
    /// `11-24 20:31`; with the year if it is not the current one.
    Short,
    /// With seconds and offset.
    Exact,
}

/// Prints times for people. JSON, YAML and CSV show them as received.
#[derive(Clone, Debug)]
pub(crate) struct Times {
    zone: TimeZone,
    detail: Detail,
    /// The current time.
    now: Timestamp,
    /// The current year.
    year: i16,
}

impl Times {
    /// Returns the times that the arguments and the environment ask for.
    pub(crate) fn chosen(format: Format, matches: &ArgMatches, context: &Context, streams: &mut Streams<'_>) -> Self {
        let is_utc = matches.get_flag(UTC);
        let zone = if is_utc { Ok(TimeZone::UTC) } else { context.time_zone() };
        let zone = zone.unwrap_or_else(|unknown| {
            if matches!(format, Format::Table | Format::Wide) {
                streams.note(&format!("note: no time zone is called '{unknown}' (variable TZ); times are in UTC"));
            }
            TimeZone::UTC
        });
        let times = Self::new(zone, context.clock.now());
        if is_utc || format == Format::Wide { times.exact() } else { times }
    }

    /// Returns short times in a time zone.
    pub(crate) fn new(zone: TimeZone, now: SystemTime) -> Self {
        let now = Timestamp::try_from(now).unwrap_or(Timestamp::UNIX_EPOCH);
        let year = zone.to_datetime(now).year();
        Self { zone, detail: Detail::Short, now, year }
    }

    /// Returns the current time.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// Returns exact times, such as `2026-11-24T20:31:05+09:00`.
    pub(crate) fn exact(mut self) -> Self {
        self.detail = Detail::Exact;
        self
    }

    /// Returns the text of a moment, which has an offset in the API. A text that is none is returned as received, and so
    /// is a moment without offset: its time zone is unknown.
    pub(crate) fn of_text<'t>(&self, received: &'t str) -> Cow<'t, str> {
        let moment = received.parse::<Timestamp>().ok();
        moment.and_then(|moment| self.of(moment)).map_or(received.into(), Cow::Owned)
    }

    /// Returns the text of a date and time without offset. Its time zone is not documented, so it is not converted.
    pub(crate) fn of_local<'t>(&self, received: &'t str) -> Cow<'t, str> {
        match (self.detail, received.parse::<DateTime>()) {
            (Detail::Short, Ok(time)) if YEARS.contains(&time.year()) => self.short(time).into(),
            _ => received.into(),
        }
    }

    /// Returns the text of milliseconds since 1970.
    pub(crate) fn of_milliseconds<'t>(&self, received: &'t str) -> Cow<'t, str> {
        let moment = received.parse().ok().and_then(|time| Timestamp::from_millisecond(time).ok());
        moment.and_then(|moment| self.of(moment)).map_or(received.into(), Cow::Owned)
    }

    /// Returns the text of a moment; `None` if its year is implausible.
    pub(crate) fn of(&self, moment: Timestamp) -> Option<String> {
        let local = self.zone.to_datetime(moment);
        if !YEARS.contains(&local.year()) {
            return None;
        }
        Some(match self.detail {
            Detail::Short => self.short(local),
            Detail::Exact if self.zone == TimeZone::UTC => moment.to_string(),
            Detail::Exact => moment.display_with_offset(self.zone.to_offset(moment)).to_string(),
        })
    }

    fn short(&self, time: DateTime) -> String {
        let rest = format!("{:02}-{:02} {:02}:{:02}", time.month(), time.day(), time.hour(), time.minute());
        if time.year() == self.year { rest } else { format!("{}-{rest}", time.year()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Times;
    use jiff::tz::TimeZone;
    use std::time::{Duration, SystemTime};

    /// In November 2023.
    fn times(zone: &str) -> Times {
        Times::new(TimeZone::posix(zone).unwrap(), SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))
    }

    #[test]
    fn times_are_local_and_short() {
        let seoul = times("KST-9");
        assert_eq!(seoul.of_text("2023-03-21T11:12:54+09:00"), "03-21 11:12");
        assert_eq!(seoul.of_text("2023-03-21T23:12:54Z"), "03-22 08:12");
        assert_eq!(seoul.of_text("2025-03-21T11:12:54+09:00"), "2025-03-21 11:12");
        // The offset of the year, not of today.
        let new_york = times("EST5EDT,M3.2.0,M11.1.0");
        assert_eq!(new_york.of_text("2023-07-01T12:00:00Z"), "07-01 08:00");
        assert_eq!(new_york.of_text("2023-01-01T12:00:00Z"), "01-01 07:00");
        assert_eq!(new_york.of_text("2023-01-01T02:00:00Z"), "2022-12-31 21:00");
    }

    #[test]
    fn exact_times_have_seconds_and_offset() {
        let seoul = times("KST-9").exact();
        assert_eq!(seoul.of_text("2025-03-21T02:12:54.5Z"), "2025-03-21T11:12:54.5+09:00");
        let utc = Times { zone: TimeZone::UTC, ..seoul };
        assert_eq!(utc.of_text("2025-03-21T11:12:54+09:00"), "2025-03-21T02:12:54Z");
        assert_eq!(utc.of_milliseconds("1742513574000"), "2025-03-20T23:32:54Z");
        assert_eq!(utc.of_local("2025-03-21T00:00:01"), "2025-03-21T00:00:01");
    }

    #[test]
    fn times_in_an_unknown_zone_are_not_converted() {
        assert_eq!(times("KST-9").of_text("2023-03-21T11:12:54.000"), "2023-03-21T11:12:54.000");
        assert_eq!(times("KST-9").of_local("2023-03-21T11:12:54"), "03-21 11:12");
    }

    #[test]
    fn implausible_times_are_shown_as_received() {
        for text in ["0001-01-01T00:00:00Z", "1970-01-01T09:00:00+09:00", "9999-12-31T23:59:59Z", "", "soon"] {
            assert_eq!(times("KST-9").of_text(text), text);
            assert_eq!(times("KST-9").of_local(text), text);
        }
        for text in ["0", "99999999999999999999", "1.5"] {
            assert_eq!(times("KST-9").of_milliseconds(text), text);
        }
    }
}
