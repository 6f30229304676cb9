//! Conversions from and to the types of date libraries.

use super::{DateError, DateTime};

#[cfg(feature = "jiff")]
mod jiff {
    use super::{DateError, DateTime};
    use ::jiff::civil::DateTime as Civil;
    use ::jiff::{Timestamp, ZonedDateTime};

    impl From<Timestamp> for DateTime {
        /// Converts to a date in UTC.
        fn from(timestamp: Timestamp) -> Self {
            Self::from(timestamp.to_string())
        }
    }

    impl From<ZonedDateTime> for DateTime {
        /// Converts to a date with the offset of the time zone.
        fn from(zoned: ZonedDateTime) -> Self {
            Self::from(zoned.timestamp().display_with_offset(zoned.offset()).to_string())
        }
    }

    impl From<Civil> for DateTime {
        /// Converts to a date without an offset, as statistics operations expect.
        fn from(date: Civil) -> Self {
            Self::from(date.to_string())
        }
    }

    impl TryFrom<&DateTime> for Timestamp {
        type Error = DateError;

        /// Fails for a text that is not a date and time with an offset.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            let moment = date.parts()?.nanoseconds().ok_or_else(|| date.error())?;
            Self::from_nanosecond(moment).map_err(|_| date.error())
        }
    }

    impl TryFrom<&DateTime> for Civil {
        type Error = DateError;

        /// Converts to the local date and time. The offset is dropped.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            let local = Timestamp::from_nanosecond(date.parts()?.nanoseconds_at(0)).map_err(|_| date.error())?;
            Ok(::jiff::tz::Offset::UTC.to_datetime(local))
        }
    }
}

#[cfg(feature = "chrono")]
mod chrono {
    use super::{DateError, DateTime};
    use ::chrono::{DateTime as Moment, FixedOffset, NaiveDateTime, SecondsFormat, TimeZone, Utc};

    impl<Z: TimeZone> From<Moment<Z>> for DateTime
    where
        Z::Offset: std::fmt::Display,
    {
        /// Converts to a date with the offset of the time zone.
        fn from(moment: Moment<Z>) -> Self {
            Self::from(moment.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        }
    }

    impl From<NaiveDateTime> for DateTime {
        /// Converts to a date without an offset, as statistics operations expect.
        fn from(date: NaiveDateTime) -> Self {
            Self::from(date.format("%Y-%m-%dT%H:%M:%S%.f").to_string())
        }
    }

    impl TryFrom<&DateTime> for Moment<FixedOffset> {
        type Error = DateError;

        /// Fails for a text that is not a date and time with an offset.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            let parts = date.parts()?;
            let offset = parts.offset.and_then(FixedOffset::east_opt).ok_or_else(|| date.error())?;
            let local = NaiveDateTime::try_from(date)?;
            offset.from_local_datetime(&local).single().ok_or_else(|| date.error())
        }
    }

    impl TryFrom<&DateTime> for Moment<Utc> {
        type Error = DateError;

        /// Fails for a text that is not a date and time with an offset.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            Ok(Moment::<FixedOffset>::try_from(date)?.with_timezone(&Utc))
        }
    }

    impl TryFrom<&DateTime> for NaiveDateTime {
        type Error = DateError;

        /// Converts to the local date and time. The offset is dropped.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            let parts = date.parts()?;
            let local = Moment::<Utc>::from_timestamp(parts.local, parts.nanosecond);
            Ok(local.ok_or_else(|| date.error())?.naive_utc())
        }
    }
}

#[cfg(feature = "time")]
mod time {
    use super::{DateError, DateTime};
    use ::time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

    impl From<OffsetDateTime> for DateTime {
        /// Converts to a date with its offset, which is cut to minutes.
        fn from(date: OffsetDateTime) -> Self {
            let (hours, minutes, _) = date.offset().as_hms();
            let sign = if date.offset().is_negative() { '-' } else { '+' };
            let local = Self::from(PrimitiveDateTime::new(date.date(), date.time()));
            Self::from(format!("{local}{sign}{:02}:{:02}", hours.unsigned_abs(), minutes.unsigned_abs()))
        }
    }

    impl From<PrimitiveDateTime> for DateTime {
        /// Converts to a date without an offset, as statistics operations expect.
        fn from(date: PrimitiveDateTime) -> Self {
            let (hour, minute, second, nanosecond) = date.as_hms_nano();
            let fraction = format!(".{nanosecond:09}");
            let fraction = if nanosecond == 0 { "" } else { fraction.trim_end_matches('0') };
            let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
            Self::from(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}"))
        }
    }

    impl TryFrom<&DateTime> for OffsetDateTime {
        type Error = DateError;

        /// Fails for a text that is not a date and time with an offset.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            let parts = date.parts()?;
            let offset = parts.offset.ok_or_else(|| date.error())?;
            let moment = Self::from_unix_timestamp_nanos(parts.nanoseconds_at(offset)).map_err(|_| date.error())?;
            Ok(moment.to_offset(UtcOffset::from_whole_seconds(offset).map_err(|_| date.error())?))
        }
    }

    impl TryFrom<&DateTime> for PrimitiveDateTime {
        type Error = DateError;

        /// Converts to the local date and time. The offset is dropped.
        fn try_from(date: &DateTime) -> Result<Self, DateError> {
            let local = OffsetDateTime::from_unix_timestamp_nanos(date.parts()?.nanoseconds_at(0));
            let local = local.map_err(|_| date.error())?;
            Ok(Self::new(local.date(), local.time()))
        }
    }
}

#[cfg(all(test, feature = "chrono", feature = "jiff", feature = "time"))]
mod tests {
    use crate::DateTime;
    use ::chrono::{FixedOffset, NaiveDateTime};

    const MOMENTS: [&str; 5] = [
        "2025-03-21T11:12:54+09:00",
        "2025-03-21T02:12:54.123-00:30",
        "1969-12-31T23:59:59.999999999+00:00",
        "2000-02-29T00:00:00+05:45",
        "9999-12-01T00:00:00-12:00",
    ];

    /// Each library writes what another one has read, and all name the same moment.
    #[test]
    fn moments_convert_both_ways() {
        for text in MOMENTS {
            let date = DateTime::from(text);
            let jiff = ::jiff::Timestamp::try_from(&date).unwrap();
            let chrono = ::chrono::DateTime::<FixedOffset>::try_from(&date).unwrap();
            let time = ::time::OffsetDateTime::try_from(&date).unwrap();
            assert_eq!(jiff, text.parse().unwrap());
            assert_eq!(chrono, ::chrono::DateTime::parse_from_rfc3339(text).unwrap());
            assert_eq!(time.unix_timestamp_nanos(), jiff.as_nanosecond(), "{text}");
            for back in [DateTime::from(jiff), DateTime::from(chrono), DateTime::from(time)] {
                assert_eq!(back, date, "{back}");
            }
            assert_eq!(DateTime::from(chrono).as_str(), text.replace("+00:00", "Z"));
            assert_eq!(DateTime::from(time).as_str(), text);
        }
    }

    #[test]
    fn local_times_convert_both_ways() {
        for text in ["2025-03-19T00:00:00", "2023-10-20T13:45:15.125"] {
            let date = DateTime::from(text);
            let jiff = ::jiff::civil::DateTime::try_from(&date).unwrap();
            let chrono = NaiveDateTime::try_from(&date).unwrap();
            let time = ::time::PrimitiveDateTime::try_from(&date).unwrap();
            for back in [DateTime::from(jiff), DateTime::from(chrono), DateTime::from(time)] {
                assert_eq!(back.as_str(), text);
            }
            assert!(::jiff::Timestamp::try_from(&date).is_err());
            assert!(::chrono::DateTime::<FixedOffset>::try_from(&date).is_err());
            assert!(::time::OffsetDateTime::try_from(&date).is_err());
        }
    }
}
