//! Dates that keep their text as received.

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod libraries;
pub(crate) mod parts;

use crate::model::text::Text;
use crate::model::{Abort, Codec, Input, Output};
use parts::Parts;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::time::{Duration, SystemTime};

/// Korean time, in seconds east of UTC.
const KOREA: i32 = 9 * 3600;

/// A date and time in ISO 8601, as the service wrote it.
///
/// The text is kept and parsed on demand, so an invalid date does not make a response unreadable. Dates of resources
/// have an offset (`2025-03-21T11:12:54+09:00`). Dates of statistics and of older data have none
/// (`2025-03-19T00:00:00`).
///
/// Dates with an offset are compared as moments, others by their local time. A date with and one without an offset are
/// different and have no order. Texts that are no dates are compared as text.
///
/// The features `jiff`, `chrono` and `time` convert from and to the types of these crates.
///
/// ```
/// use ncloud_runtime::DateTime;
///
/// let date = DateTime::from("2025-03-21T11:12:54+09:00");
/// assert_eq!(date.to_millis()?, 1_742_523_174_000);
/// assert_eq!(date, DateTime::from("2025-03-21T02:12:54Z"));
/// assert!(date < DateTime::from("2025-03-21T02:12:55Z"));
///
/// let local = DateTime::from("2025-03-21T11:12:54");
/// assert!(local.to_millis().is_err());
/// assert_eq!(local.to_millis_in_korea()?, 1_742_523_174_000);
/// # Ok::<(), ncloud_runtime::DateError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct DateTime(Text);

impl DateTime {
    /// Returns the text as received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the milliseconds since 1970-01-01T00:00:00Z, rounded down.
    ///
    /// # Errors
    ///
    /// [`DateError`] if the text is not a date and time, or has no offset. A date without an offset is not assumed to
    /// be UTC.
    pub fn to_millis(&self) -> Result<i64, DateError> {
        self.millis(Parts::nanoseconds)
    }

    /// Returns the milliseconds since 1970-01-01T00:00:00Z, rounded down. A date without an offset is Korean time, the
    /// time of the service's region.
    ///
    /// # Errors
    ///
    /// [`DateError`] if the text is not a date and time.
    pub fn to_millis_in_korea(&self) -> Result<i64, DateError> {
        self.millis(|parts| Some(parts.nanoseconds_at(parts.offset.unwrap_or(KOREA))))
    }

    /// Returns true if the text is a date and time with an offset, which is a moment.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        self.parts().is_ok_and(|parts| parts.offset.is_some())
    }

    fn millis(&self, nanoseconds: impl Fn(&Parts) -> Option<i128>) -> Result<i64, DateError> {
        let nanoseconds = nanoseconds(&self.parts()?).ok_or_else(|| self.error())?;
        i64::try_from(nanoseconds.div_euclid(1_000_000)).map_err(|_| self.error())
    }

    fn parts(&self) -> Result<Parts, DateError> {
        Parts::parse(&self.0).ok_or_else(|| self.error())
    }

    fn error(&self) -> DateError {
        DateError { text: self.0.to_string() }
    }

    fn key(&self) -> Key<'_> {
        match Parts::parse(&self.0) {
            Some(parts) => match parts.nanoseconds() {
                Some(moment) => Key::Moment(moment),
                None => Key::Local(parts.nanoseconds_at(0)),
            },
            None => Key::Text(&self.0),
        }
    }
}

/// What dates are compared by.
#[derive(Eq, Hash, PartialEq)]
enum Key<'t> {
    Moment(i128),
    Local(i128),
    Text(&'t str),
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str() || self.key() == other.key()
    }
}

impl Eq for DateTime {}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self.key(), other.key()) {
            (Key::Moment(one), Key::Moment(two)) | (Key::Local(one), Key::Local(two)) => Some(one.cmp(&two)),
            (Key::Text(one), Key::Text(two)) => Some(one.cmp(two)),
            _ => None,
        }
    }
}

impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self(Text::from(text))
    }
}

impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self(Text::from(text))
    }
}

impl From<Text> for DateTime {
    fn from(text: Text) -> Self {
        Self(text)
    }
}

impl From<SystemTime> for DateTime {
    /// Converts to a date in UTC, such as `2025-03-21T02:12:54Z`. Years before 0 and after 9999 become the nearest date.
    fn from(time: SystemTime) -> Self {
        let nanoseconds = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i128::try_from(after.as_nanos()).unwrap_or(i128::MAX),
            Err(before) => i128::try_from(before.duration().as_nanos()).map_or(i128::MIN, |before| -before),
        };
        let end = if nanoseconds < 0 { "0000-01-01T00:00:00Z" } else { "9999-12-31T23:59:59Z" };
        Self::from(parts::utc(nanoseconds).unwrap_or_else(|| end.to_owned()))
    }
}

impl TryFrom<&DateTime> for SystemTime {
    type Error = DateError;

    /// Fails for a text that is not a date and time with an offset.
    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        let moment = date.parts()?.nanoseconds().ok_or_else(|| date.error())?;
        let (seconds, nanosecond) = (moment.div_euclid(1_000_000_000), moment.rem_euclid(1_000_000_000));
        let distance = Duration::from_secs(u64::try_from(seconds.unsigned_abs()).unwrap_or(u64::MAX));
        let time = match seconds < 0 {
            true => Self::UNIX_EPOCH.checked_sub(distance),
            false => Self::UNIX_EPOCH.checked_add(distance),
        };
        let fraction = Duration::from_nanos(u64::try_from(nanosecond).unwrap_or_default());
        time.and_then(|time| time.checked_add(fraction)).ok_or_else(|| date.error())
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Codec for DateTime {
    fn read(&mut self, from: &mut dyn Input) -> Result<(), Abort> {
        self.0.read(from)
    }

    fn write(&self, to: &mut dyn Output) -> Result<(), Abort> {
        self.0.write(to)
    }
}

crate::serde_by_value!(DateTime);

/// The error of a text that is not a date of the requested kind.
#[derive(Debug)]
pub struct DateError {
    text: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = crate::safe_text::quoted(&self.text);
        write!(formatter, "expected a date such as 2025-03-21T11:12:54+09:00 but found {text}")
    }
}

impl std::error::Error for DateError {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    /// Expected values are from `date -u -d …`.
    #[test]
    fn a_date_keeps_its_text() {
        let text = "2025-03-21T11:12:54+09:00";
        for date in [DateTime::from(text), DateTime::from(text.to_owned()), DateTime::from(Text::from(text))] {
            assert_eq!((date.as_str(), date.to_string().as_str()), (text, text));
            assert_eq!(date.to_millis().unwrap(), 1_742_523_174_000);
        }
    }

    #[test]
    fn an_invalid_date_is_an_error_with_its_text() {
        let error = DateTime::from("2025-03-19T00:00:00").to_millis().unwrap_err();
        assert!(error.to_string().ends_with("but found '2025-03-19T00:00:00'"), "{error}");
        assert!(DateTime::from("yesterday").to_millis_in_korea().is_err());
    }

    #[test]
    fn dates_with_an_offset_are_compared_as_moments() {
        let [seoul, utc, later, local, other] = [
            "2025-03-21T11:12:54+09:00",
            "2025-03-21T02:12:54Z",
            "2025-03-21T02:12:54.001Z",
            "2025-03-21T11:12:54",
            "soon",
        ]
        .map(DateTime::from);
        assert!(seoul == utc && seoul < later && later > utc);
        assert!(seoul != local && seoul.partial_cmp(&local).is_none() && local.partial_cmp(&other).is_none());
        assert!(local < DateTime::from("2025-03-21T11:12:55") && other == DateTime::from("soon"));
        assert_eq!(HashSet::from([seoul, utc, local, other]).len(), 3);
    }

    #[test]
    fn system_times_convert_both_ways() {
        for text in ["2025-03-21T02:12:54.5Z", "1969-12-31T23:59:59.25Z", "1970-01-01T00:00:00Z"] {
            let time = SystemTime::try_from(&DateTime::from(text)).unwrap();
            assert_eq!(DateTime::from(time).as_str(), text);
        }
        assert!(SystemTime::try_from(&DateTime::from("2025-03-21T02:12:54")).is_err());
    }
}
