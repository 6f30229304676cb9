//! Reads and writes the parts of a date and time in ISO 8601.
//!
//! Accepted is what RFC 3339 has, and what ISO 8601 has besides: no offset, a date alone, seconds left out, the basic
//! form of an offset (`+0900`, `+09`) and a comma before the fraction. Week and ordinal dates are not accepted.

/// A date and time, perhaps with an offset.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Parts {
    /// Seconds from 1970-01-01T00:00:00 to the local time.
    pub(crate) local: i64,
    pub(crate) nanosecond: u32,
    /// Seconds east of UTC.
    pub(crate) offset: Option<i32>,
    /// True if the text has a time.
    pub(crate) has_time: bool,
}

/// Years that texts of four digits can have.
const YEARS: std::ops::RangeInclusive<i64> = 0..=9999;
const DAY: i64 = 86_400;

impl Parts {
    /// Reads a text. `None` if it is no date, such as February 30.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader(text.as_bytes());
        let year = reader.digits(4)?;
        reader.expect(b"-")?;
        let month = reader.digits(2)?;
        reader.expect(b"-")?;
        let day = reader.digits(2)?;
        let days = days_from_civil(year, month, day)?;
        let mut parts = Self { local: days * DAY, nanosecond: 0, offset: None, has_time: false };
        if reader.0.is_empty() {
            return Some(parts);
        }
        reader.expect(b"Tt ")?;
        let (hour, minute) = (reader.digits(2)?, reader.colon()?.digits(2)?);
        let second = match reader.expect(b":") {
            // A leap second counts as the second before it, as most clocks show it.
            Some(()) => Some(reader.digits(2)?).filter(|second| *second <= 60)?.min(59),
            None => 0,
        };
        if hour > 23 || minute > 59 {
            return None;
        }
        parts.local += hour * 3600 + minute * 60 + second;
        parts.has_time = true;
        if reader.expect(b".,").is_some() {
            parts.nanosecond = reader.fraction()?;
        }
        parts.offset = reader.offset()?;
        reader.0.is_empty().then_some(parts)
    }

    /// Nanoseconds since the epoch; `None` without an offset.
    pub(crate) fn nanoseconds(&self) -> Option<i128> {
        Some(self.nanoseconds_at(self.offset?))
    }

    /// Nanoseconds since the epoch, at this offset in seconds.
    pub(crate) fn nanoseconds_at(&self, offset: i32) -> i128 {
        i128::from(self.local - i64::from(offset)) * 1_000_000_000 + i128::from(self.nanosecond)
    }
}

/// Writes a moment in UTC: `2025-03-21T02:12:54Z`, with as many digits of a fraction as needed. `None` for years that
/// have no four digits.
pub(crate) fn utc(nanoseconds: i128) -> Option<String> {
    let seconds = i64::try_from(nanoseconds.div_euclid(1_000_000_000)).ok()?;
    let fraction = nanoseconds.rem_euclid(1_000_000_000);
    let (days, time) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = civil_from_days(days);
    if !YEARS.contains(&year) {
        return None;
    }
    let fraction = match fraction {
        0 => String::new(),
        fraction => format!(".{fraction:09}").trim_end_matches('0').to_owned(),
    };
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"))
}

/// The rest of a text.
struct Reader<'t>(&'t [u8]);

impl Reader<'_> {
    /// Reads one of these bytes.
    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        bytes.contains(first).then(|| self.0 = rest)
    }

    fn colon(&mut self) -> Option<&mut Self> {
        self.expect(b":")?;
        Some(self)
    }

    /// Reads exactly this many digits.
    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number = digits
            .iter()
            .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0')))?;
        self.0 = rest;
        Some(number)
    }

    /// Reads one digit or more. Digits beyond nanoseconds are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let length = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at_checked(length).filter(|_| length > 0)?;
        self.0 = rest;
        let digits = digits.iter().map(|digit| u32::from(digit - b'0')).chain(std::iter::repeat(0));
        Some(digits.take(9).fold(0, |number, digit| number * 10 + digit))
    }

    /// Reads an offset, or nothing.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.0.is_empty() {
            return Some(None);
        }
        if self.expect(b"Zz").is_some() {
            return Some(Some(0));
        }
        let sign = if self.expect(b"+").is_some() { 1 } else { self.expect(b"-").map(|()| -1)? };
        let hours = self.digits(2)?;
        let minutes = match self.expect(b":") {
            Some(()) => self.digits(2)?,
            None if self.0.is_empty() => 0,
            None => self.digits(2)?,
        };
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        (hours <= 23 && minutes <= 59).then_some(Some(sign * seconds))
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    // Years begin in March here, so that the leap day is the last day of a year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// Year, month and day of a number of days since 1970-01-01.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, next_year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year_of_era + next_year, month, day)
}

#[cfg(test)]
mod tests {
    use super::{Parts, utc};

    /// jiff is the second implementation.
    #[test]
    fn every_day_of_four_centuries_is_as_jiff_has_it() {
        let mut date = jiff::civil::date(1800, 1, 1);
        while date.year() < 2200 {
            let local = Parts::parse(&format!("{date}T12:34:56")).unwrap().local;
            let expected = jiff::tz::Offset::UTC.to_timestamp(date.at(12, 34, 56, 0)).unwrap();
            assert_eq!(local, expected.as_second(), "{date}");
            assert_eq!(utc(i128::from(local) * 1_000_000_000).unwrap(), expected.to_string());
            date = date.tomorrow().unwrap();
        }
    }

    #[test]
    fn moments_are_as_jiff_has_them() {
        for text in [
            "2025-03-21T11:12:54+09:00",
            "2025-03-21T02:12:54Z",
            "2025-03-21t02:12:54z",
            "2025-03-21 02:12:54.123-00:30",
            "1969-12-31T23:59:59.999999999Z",
            "0001-01-01T00:00:00Z",
            "2025-03-21T11:12:54+0900",
            "2025-03-21T11:12+09",
            "2024-02-29T23:59:60Z",
            "2025-03-21T11:12:54,5+09:00",
        ] {
            let moment = Parts::parse(text).and_then(|parts| parts.nanoseconds());
            let expected = text.parse::<jiff::Timestamp>().map(|timestamp| timestamp.as_nanosecond());
            assert_eq!(moment, expected.ok(), "{text}");
            let written = utc(moment.unwrap()).unwrap();
            assert_eq!(written.parse::<jiff::Timestamp>().unwrap().as_nanosecond(), moment.unwrap(), "{written}");
        }
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in [
            "",
            "soon",
            "2025",
            "2025-3-21",
            "2025-02-30T00:00:00",
            "2100-02-29",
            "2025-13-01",
            "2025-00-01",
            "2025-01-00",
            "2025-01-01T",
            "2025-01-01T1:00",
            "2025-01-01T24:00:00",
            "2025-01-01T00:60:00",
            "2025-01-01T00:00:61",
            "2025-01-01T00:00:00.",
            "2025-01-01T00:00:00+",
            "2025-01-01T00:00:00+24:00",
            "2025-01-01T00:00:00+09:",
            "2025-01-01T00:00:00 UTC",
            "2025-01-01T00:00:00+09:00[Asia/Seoul]",
            "작업작업",
            "2025-01-01T00:00:00Zx",
        ] {
            assert_eq!(Parts::parse(text), None, "{text}");
        }
    }
}
