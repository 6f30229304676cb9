//! What a schedule is.

use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use jiff::tz::{Offset, offset};

/// Korean time, which has had no daylight saving time since 1988.
pub const KOREA: Offset = offset(9);

/// When a trigger starts its workflows. Times of day are Korean time. `Display` gives it in words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Schedule {
    /// The rule sets no time: workflows are started by hand or by an event.
    Unscheduled,
    /// Once.
    Once(Timestamp),
    /// At this minute of every hour.
    Hourly(i8),
    /// Every day.
    Daily(Time),
    /// On these days of the week, from Monday to Sunday, each once.
    Weekly(Vec<Weekday>, Time),
    /// On a day of the month.
    Monthly(MonthDay, Time),
}

/// A day of the month.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MonthDay {
    /// 1 to 31. Months without that day are skipped.
    Day(i8),
    /// The last day of each month.
    Last,
}
