//! A schedule in words.

use super::kind::{KOREA, MonthDay, Schedule};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};

impl Schedule {
    /// Returns the schedule in words, e.g. `every Monday 10:00 KST`.
    pub(crate) fn words(&self) -> String {
        let (when, at) = match self {
            Self::Unscheduled => return "no schedule".to_owned(),
            Self::Once(moment) => return format!("once {} KST", date(*moment)),
            Self::Hourly(minute) => return format!("every hour at minute {minute:02}"),
            Self::Daily(at) => ("every day".to_owned(), at),
            Self::Weekly(days, at) => (format!("every {}", listed(days)), at),
            Self::Monthly(MonthDay::Day(day), at) => (format!("every month on day {day}"), at),
            Self::Monthly(MonthDay::Last, at) => ("every month on the last day".to_owned(), at),
        };
        format!("{when} {} KST", clock(*at))
    }

    /// Returns the schedule in words with its next time, e.g. `every Monday 10:00 KST, next 2026-11-30 10:00`.
    pub(crate) fn words_with_next(&self, now: Timestamp) -> String {
        let words = self.words();
        match (self, self.times(now).next()) {
            (Self::Once(_), None) => format!("{words}, in the past"),
            (Self::Unscheduled | Self::Once(_), _) | (_, None) => words,
            (_, Some(next)) => format!("{words}, next {}", date(next)),
        }
    }
}

/// Returns a moment as date and time in Korea, e.g. `2026-11-30 10:00`.
pub(crate) fn date(moment: Timestamp) -> String {
    let local = KOREA.to_datetime(moment);
    format!("{} {}", local.date(), clock(local.time()))
}

/// Returns a moment as day of the week, date and time in Korea, e.g. `Mon 2026-11-30 10:00`.
pub(crate) fn date_with_day(moment: Timestamp) -> String {
    let day: String = name(KOREA.to_datetime(moment).weekday()).chars().take(3).collect();
    format!("{day} {}", date(moment))
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
    fn each_schedule_has_words_and_a_next_time() {
        let now = "2026-11-28T00:00:00Z".parse().unwrap();
        let ten = time(10, 0, 0, 0);
        let all = [Weekday::Monday, Weekday::Wednesday, Weekday::Sunday];
        for (schedule, expected) in [
            (Schedule::Unscheduled, "no schedule"),
            (Schedule::Hourly(5), "every hour at minute 05, next 2026-11-28 09:05"),
            (Schedule::Daily(time(9, 30, 0, 0)), "every day 09:30 KST, next 2026-11-28 09:30"),
            (Schedule::Weekly(vec![Weekday::Monday], ten), "every Monday 10:00 KST, next 2026-11-30 10:00"),
            (
                Schedule::Weekly(all.to_vec(), ten),
                "every Monday, Wednesday and Sunday 10:00 KST, next 2026-11-29 10:00",
            ),
            (Schedule::Monthly(MonthDay::Day(31), ten), "every month on day 31 10:00 KST, next 2026-12-31 10:00"),
            (Schedule::Monthly(MonthDay::Last, ten), "every month on the last day 10:00 KST, next 2026-11-30 10:00"),
            (Schedule::Once("2026-11-30T01:00:00Z".parse().unwrap()), "once 2026-11-30 10:00 KST"),
            (Schedule::Once("2025-11-30T01:00:09Z".parse().unwrap()), "once 2025-11-30 10:00:09 KST, in the past"),
        ] {
            assert_eq!(schedule.words_with_next(now), expected);
        }
    }
}
