//! Dates that keep their text as received.

use crate::model::text::Text;
use crate::model::{Abort, Codec, Input, Output};
use jiff::Timestamp;
use jiff::civil;
use std::fmt;

/// A date and time in ISO 8601, as the service wrote it.
///
/// The text is kept and parsed on demand, so an invalid date does not make a response unreadable. Dates of resources
/// have an offset (`2025-03-21T11:12:54+09:00`). Dates of statistics and of older data have none
/// (`2025-03-19T00:00:00`).
///
/// ```
/// use ncloud_runtime::DateTime;
///
/// let date = DateTime::from("2025-03-21T11:12:54+09:00");
/// assert_eq!(date.timestamp()?.as_second(), 1_742_523_174);
/// assert_eq!(date.civil()?.hour(), 11);
/// assert!(DateTime::from("2025-03-19T00:00:00").timestamp().is_err());
/// # Ok::<(), ncloud_runtime::DateError>(())
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct DateTime(Text);

impl DateTime {
    /// Returns the text as received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the point in time.
    ///
    /// # Errors
    ///
    /// [`DateError`] if the text is not a date, or has no offset. A date without an offset is not assumed to be UTC.
    pub fn timestamp(&self) -> Result<Timestamp, DateError> {
        self.0.parse().map_err(|cause| DateError { text: self.0.to_string(), cause })
    }

    /// Returns the local date and time. The offset is ignored.
    ///
    /// # Errors
    ///
    /// [`DateError`] if the text is not a date.
    pub fn civil(&self) -> Result<civil::DateTime, DateError> {
        self.0.parse().map_err(|cause| DateError { text: self.0.to_string(), cause })
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

impl From<civil::DateTime> for DateTime {
    /// Converts to a date without an offset, as statistics operations expect.
    fn from(date: civil::DateTime) -> Self {
        Self(Text::from(date.to_string()))
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
    cause: jiff::Error,
}

impl fmt::Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = crate::safe_text::quoted(&self.text);
        write!(formatter, "expected a date such as 2025-03-21T11:12:54+09:00 but found {text}")
    }
}

impl std::error::Error for DateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;

    /// Expected values are from `date -u -d …`.
    #[test]
    fn a_date_keeps_its_text() {
        let text = "2025-03-21T11:12:54+09:00";
        for date in [DateTime::from(text), DateTime::from(text.to_owned()), DateTime::from(Text::from(text))] {
            assert_eq!((date.as_str(), date.to_string().as_str()), (text, text));
            assert_eq!(date.timestamp().unwrap().as_second(), 1_742_523_174);
        }
        let local = DateTime::from(civil::date(2025, 3, 19).at(23, 59, 59, 0));
        assert_eq!(local.as_str(), "2025-03-19T23:59:59");
        assert_eq!(local.civil().unwrap().hour(), 23);
    }

    #[test]
    fn an_invalid_date_is_an_error_with_its_text() {
        let error = DateTime::from("2025-03-19T00:00:00").timestamp().unwrap_err();
        assert!(error.to_string().ends_with("but found '2025-03-19T00:00:00'"), "{error}");
        assert!(error.source().is_some());
        assert!(DateTime::from("yesterday").civil().is_err());
    }
}
