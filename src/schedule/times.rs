//! The times of a schedule.

use super::kind::{KOREA, MonthDay, Schedule};
use jiff::Timestamp;
use jiff::civil::{Date, Time, time};
use std::iter::successors;

impl Schedule {
    /// Returns the times at or after a moment, in order.
    ///
    /// The iterator is lazy. For a recurring schedule it ends with the calendar, in the year 9999: use `take` or
    /// `take_while`.
    pub fn times(&self, from: Timestamp) -> impl Iterator<Item = Timestamp> {
        let once = match self {
            Self::Once(moment) => Some(*moment),
            _ => None,
        };
        // The calendar ends in the year 9999.
        let days = successors(Some(KOREA.to_datetime(from).date()), |day| day.tomorrow().ok());
        let recurring = days.flat_map(move |day| self.on(day));
        once.into_iter().chain(recurring).filter(move |moment| *moment >= from)
    }

    /// Returns the times on a day, if the schedule recurs.
    fn on(&self, day: Date) -> Vec<Timestamp> {
        let times: Vec<Time> = match self {
            Self::Unscheduled | Self::Once(_) => Vec::new(),
            Self::Hourly(minute) => (0..24).map(|hour| time(hour, *minute, 0, 0)).collect(),
            Self::Daily(at) => vec![*at],
            Self::Weekly(days, at) if days.contains(&day.weekday()) => vec![*at],
            Self::Monthly(MonthDay::Day(number), at) if day.day() == *number => vec![*at],
            Self::Monthly(MonthDay::Last, at) if day == day.last_of_month() => vec![*at],
            Self::Weekly(..) | Self::Monthly(..) => Vec::new(),
        };
        times.into_iter().filter_map(|at| KOREA.to_timestamp(day.to_datetime(at)).ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{MonthDay, Schedule};
    use jiff::Timestamp;
    use jiff::civil::{Weekday, time};

    /// Returns the first times at or after a moment, without seconds, in Korean time.
    fn first(schedule: &Schedule, from: &str, count: usize) -> Vec<String> {
        let from: Timestamp = from.parse().unwrap();
        let times = schedule.times(from).take(count);
        times.map(|moment| super::KOREA.to_datetime(moment).strftime("%a %F %H:%M").to_string()).collect()
    }

    #[test]
    fn a_time_is_in_korea_and_includes_the_start() {
        let daily = Schedule::Daily(time(8, 0, 0, 0));
        // 08:00 in Korea is 23:00 UTC of the day before.
        assert_eq!(first(&daily, "2026-11-29T23:00:00Z", 2), ["Mon 2026-11-30 08:00", "Tue 2026-12-01 08:00"]);
        assert_eq!(first(&daily, "2026-11-29T23:00:00.001Z", 1), ["Tue 2026-12-01 08:00"]);
    }

    #[test]
    fn hours_have_the_same_minute() {
        let hourly = Schedule::Hourly(5);
        let expected = ["Mon 2026-11-30 23:05", "Tue 2026-12-01 00:05", "Tue 2026-12-01 01:05"];
        assert_eq!(first(&hourly, "2026-11-30T22:06:00+09:00", 3), expected);
    }

    #[test]
    fn weeks_have_several_days() {
        let weekly = Schedule::Weekly(vec![Weekday::Monday, Weekday::Friday], time(10, 0, 0, 0));
        let expected = ["Mon 2026-11-30 10:00", "Fri 2026-12-04 10:00", "Mon 2026-12-07 10:00"];
        assert_eq!(first(&weekly, "2026-11-28T00:00:00Z", 3), expected);
    }

    #[test]
    fn months_without_the_day_are_skipped() {
        let monthly = Schedule::Monthly(MonthDay::Day(31), time(10, 0, 0, 0));
        let expected = ["Sun 2027-01-31 10:00", "Wed 2027-03-31 10:00", "Mon 2027-05-31 10:00"];
        assert_eq!(first(&monthly, "2027-01-01T00:00:00Z", 3), expected);
        let leap_day = Schedule::Monthly(MonthDay::Day(29), time(10, 0, 0, 0));
        assert_eq!(first(&leap_day, "2027-02-01T00:00:00Z", 1), ["Mon 2027-03-29 10:00"]);
        assert_eq!(first(&leap_day, "2028-02-01T00:00:00Z", 1), ["Tue 2028-02-29 10:00"]);
    }

    #[test]
    fn the_last_day_differs_by_month() {
        let last = Schedule::Monthly(MonthDay::Last, time(23, 30, 0, 0));
        let expected = ["Mon 2028-01-31 23:30", "Tue 2028-02-29 23:30", "Fri 2028-03-31 23:30", "Sun 2028-04-30 23:30"];
        assert_eq!(first(&last, "2028-01-01T00:00:00+09:00", 4), expected);
    }

    #[test]
    fn a_single_time_passes() {
        let once = Schedule::Once("2026-11-30T10:00:00+09:00".parse().unwrap());
        assert_eq!(first(&once, "2026-11-30T10:00:00+09:00", 9), ["Mon 2026-11-30 10:00"]);
        assert_eq!(first(&once, "2026-11-30T10:00:01+09:00", 9).len(), 0);
        assert_eq!(first(&Schedule::Unscheduled, "2026-11-30T10:00:01+09:00", 9).len(), 0);
    }

    #[test]
    fn the_calendar_ends_without_an_error() {
        let daily = Schedule::Daily(time(8, 0, 0, 0));
        assert!(daily.times("9999-12-29T00:00:00Z".parse().unwrap()).count() <= 3);
    }
}
