//! A moment in an argument: a time before now, a date, or a date and time.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};

/// A moment in an argument, before the current time is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Moment {
    /// A time before now.
    Ago(SignedDuration),
    /// A date and time with an offset.
    Exact(Timestamp),
    /// A date and time of the machine's time zone.
    Local(DateTime),
}

/// What an argument expects, for error messages.
const EXPECTED: &str = "expected a time before now, such as 24h or 7d, a date, such as 2026-11-24, or a date and time, \
                        such as 2026-11-24T18:00 or 2026-11-24T18:00:00+09:00";

/// Longest time before now: a hundred years.
const MAX_AGO: SignedDuration = SignedDuration::from_hours(100 * 366 * 24);

/// Parses an argument.
pub(crate) fn parse(text: &str) -> Result<Moment, String> {
    let text = text.trim();
    if text == "now" {
        return Ok(Moment::Ago(SignedDuration::ZERO));
    }
    let moment = if let Some(ago) = ago(text) {
        Some(Moment::Ago(ago))
    } else if let Ok(exact) = text.parse::<Timestamp>() {
        Some(Moment::Exact(exact))
    } else {
        // A date and time with an annotation of a zone is not taken for local time.
        let local = text
            .parse::<DateTime>()
            .ok()
            .or_else(|| Some(text.parse::<Date>().ok()?.to_datetime(jiff::civil::Time::midnight())));
        local.filter(|_| !text.contains(['[', '+'])).map(Moment::Local)
    };
    moment.ok_or_else(|| EXPECTED.to_owned())
}

/// Parses a positive time, such as `90m`, `24h`, `7d` or `2w`. A day has 24 hours.
fn ago(text: &str) -> Option<SignedDuration> {
    // A date has no letter, a time has a unit.
    if !text.starts_with(|first: char| first.is_ascii_digit()) || text.contains(['-', ':', 'T']) {
        return None;
    }
    let span: Span = text.parse().ok()?;
    let is_calendar = span.get_months() != 0 || span.get_years() != 0;
    let time = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    (!is_calendar && time.is_positive() && time <= MAX_AGO).then_some(time)
}

impl Moment {
    /// Returns the moment in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn to_millis(self, now: Timestamp, zone: &TimeZone) -> Option<i64> {
        let moment = match self {
            Self::Ago(time) => now.checked_sub(time).ok()?,
            Self::Exact(moment) => moment,
            Self::Local(local) => zone.to_timestamp(local).ok()?,
        };
        Some(moment.as_millisecond())
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, parse};
    use jiff::tz::TimeZone;
    use jiff::{SignedDuration, Timestamp};

    /// Expected values are from `date -u -d …`.
    #[test]
    fn reads_moments() {
        let now: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        let seoul = TimeZone::fixed(jiff::tz::offset(9));
        let at = |text| parse(text).unwrap().to_millis(now, &seoul).unwrap();
        assert_eq!(at("24h"), 1_795_435_200_000);
        assert_eq!(at("7d"), 1_794_916_800_000);
        assert_eq!(at("1d12h"), 1_795_392_000_000);
        assert_eq!(at("2w"), 1_794_312_000_000);
        assert_eq!(at("2026-11-24"), 1_795_446_000_000);
        assert_eq!(at("2026-11-24T18:00"), 1_795_510_800_000);
        assert_eq!(at("2026-11-24 18:00"), 1_795_510_800_000);
        assert_eq!(at("2026-11-24T18:00:00+09:00"), 1_795_510_800_000);
        assert_eq!(at("2026-11-24T09:00:00Z"), 1_795_510_800_000);
        assert_eq!(parse("now"), Ok(Moment::Ago(SignedDuration::ZERO)));
    }

    #[test]
    fn refuses_other_texts() {
        for text in
            ["", "24", "yesterday", "-3h", "0h", "1mo", "2026-13-01", "2026-02-30", "24h ago", "9999999d", "+09:00"]
        {
            assert_eq!(parse(text), Err(super::EXPECTED.to_owned()), "{text}");
        }
    }
}
