//! A schedule in words.

use super::kind::{KOREA, MonthDay, Schedule};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use std::fmt;

impl fmt::Display for Schedule {
    /// Writes the schedule in words, e.g. `every Monday 10:00 KST`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (when, at) = match self {
            Self::Unscheduled => return formatter.write_str("no schedule"),
            Self::Once(moment) => return write!(formatter, "once {} KST", date(*moment)),
            Self::Hourly(minute) => return write!(formatter, "every hour at minute {minute:02}"),
            Self::Daily(at) => ("every day".to_owned(), at),
            Self::Weekly(days, at) => (format!("every {}", listed(days)), at),
            Self::Monthly(MonthDay::Day(day), at) => (format!("every month on day {day}"), at),
            Self::Monthly(MonthDay::Last, at) => ("every month on the last day".to_owned(), at),
        };
        write!(formatter, "{when} {} KST", clock(*at))
    }
}

/// Returns a moment as date and time in Korea, e.g. `2026-11-30 10:00`.
fn date(moment: Timestamp) -> String {
    let local = KOREA.to_datetime(moment);
    format!("{} {}", local.date(), clock(local.time()))
}

fn clock(at: Time) -> String {
    match at.second() {
        0 => format!("{:02}:{:02}", at.hour(), at.minute()),
        second => format!("{:02}:{:02}:{second:02}", at.hour(), at.minute()),
    }
}

/// Returns the days as a list, e.g. `Monday, Tuesday and Friday`.
fn listed(days: &[Weekday]) -> String {
    let names: Vec<&str> = days.iter().map(|day| name(*day)).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::{MonthDay, Schedule};
    use jiff::civil::{Weekday, time};

    #[test]
    fn each_schedule_has_words() {
        let ten = time(10, 0, 0, 0);
        let days = vec![Weekday::Monday, Weekday::Wednesday, Weekday::Sunday];
        for (schedule, expected) in [
            (Schedule::Unscheduled, "no schedule"),
            (Schedule::Hourly(5), "every hour at minute 05"),
            (Schedule::Daily(time(9, 30, 0, 0)), "every day 09:30 KST"),
            (Schedule::Weekly(vec![Weekday::Monday], ten), "every Monday 10:00 KST"),
            (Schedule::Weekly(days, ten), "every Monday, Wednesday and Sunday 10:00 KST"),
            (Schedule::Monthly(MonthDay::Day(31), ten), "every month on day 31 10:00 KST"),
            (Schedule::Monthly(MonthDay::Last, ten), "every month on the last day 10:00 KST"),
            (Schedule::Once("2026-11-30T01:00:00Z".parse().unwrap()), "once 2026-11-30 10:00 KST"),
            (Schedule::Once("2025-11-30T01:00:09Z".parse().unwrap()), "once 2025-11-30 10:00:09 KST"),
        ] {
            assert_eq!(schedule.to_string(), expected);
        }
    }
}
