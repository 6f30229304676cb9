//! Times at which a job of a history starts.

use super::super::timestamp::Timestamp;
use ncloud_dataflow::models::{DayOfWeek, TriggerInterval, TriggerRule, TriggerRuleType};

pub(super) const MINUTE: i64 = 60;
pub(super) const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;

/// Monday 1970-01-05T00:00:00+09:00, seconds since 1970-01-01T00:00:00Z.
const MONDAY: i64 = 4 * DAY - 9 * HOUR;

/// Length of the day of the people who start jobs by hand, seconds.
const WORKDAY: i64 = 8 * HOUR;

/// When a job starts, in Korean time. Days of the week are numbers from 0, Monday.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Schedule {
    Hourly {
        minute: u8,
    },
    Daily {
        hour: u8,
        minute: u8,
    },
    Weekly {
        days: &'static [u8],
        hour: u8,
        minute: u8,
    },
    /// Started by a person, once on each of these days.
    ByHand {
        days: &'static [u8],
        hour: u8,
    },
}

impl Schedule {
    /// Returns the number of starts in a week.
    pub(super) fn per_week(self) -> i64 {
        match self {
            Self::Hourly { .. } => 7 * 24,
            Self::Daily { .. } => 7,
            Self::Weekly { days, .. } | Self::ByHand { days, .. } => i64::try_from(days.len()).unwrap_or(1).max(1),
        }
    }

    /// Returns the time of a start after the beginning of its week, seconds.
    fn in_week(self, number: i64) -> i64 {
        let clock = |hour: u8, minute: u8| i64::from(hour) * HOUR + i64::from(minute) * MINUTE;
        let day = |days: &[u8]| usize::try_from(number).ok().and_then(|number| days.get(number)).copied();
        match self {
            Self::Hourly { minute } => number * HOUR + clock(0, minute),
            Self::Daily { hour, minute } => number * DAY + clock(hour, minute),
            Self::Weekly { days, hour, minute } => i64::from(day(days).unwrap_or(0)) * DAY + clock(hour, minute),
            Self::ByHand { days, hour } => i64::from(day(days).unwrap_or(0)) * DAY + clock(hour, 0),
        }
    }

    /// Returns the time of a start, seconds since 1970-01-01T00:00:00Z. Starts have consecutive numbers.
    pub(super) fn time(self, start: i64) -> i64 {
        let per_week = self.per_week();
        MONDAY + start.div_euclid(per_week) * WEEK + self.in_week(start.rem_euclid(per_week))
    }

    /// Returns the last start that is not after a time.
    pub(super) fn last_start(self, time: i64) -> i64 {
        let per_week = self.per_week();
        let (week, rest) = ((time - MONDAY).div_euclid(WEEK), (time - MONDAY).rem_euclid(WEEK));
        let passed = (0..per_week).filter(|number| self.in_week(*number) <= rest).count();
        week * per_week + i64::try_from(passed).unwrap_or_default() - 1
    }

    /// Returns the maximum time from the time of a start to its creation, seconds.
    pub(super) fn delay(self) -> i64 {
        match self {
            Self::ByHand { .. } => WORKDAY,
            _ => 15,
        }
    }

    /// Returns the maximum time from the time of a start to its end, seconds: less than until the next start.
    pub(super) fn room(self) -> i64 {
        match self {
            Self::Hourly { .. } => 55 * MINUTE,
            _ => 20 * HOUR,
        }
    }

    pub(super) fn is_by_hand(self) -> bool {
        matches!(self, Self::ByHand { .. })
    }

    /// Returns the name of a trigger with this schedule.
    pub(super) fn trigger_name(self) -> String {
        match self {
            Self::Hourly { minute } => format!("hourly-{minute:02}"),
            Self::Daily { hour, minute } => format!("daily-{hour:02}{minute:02}"),
            Self::Weekly { days, hour, minute } => {
                let days: Vec<String> = days.iter().map(|day| name(*day).as_str().to_lowercase()).collect();
                let days = match days.as_slice() {
                    [first, .., last] => format!("{}-{}", short(first), short(last)),
                    _ => days.concat(),
                };
                format!("weekly-{days}-{hour:02}{minute:02}")
            }
            Self::ByHand { .. } => "by-hand".to_owned(),
        }
    }

    /// Returns the rule of a trigger with this schedule.
    pub(super) fn rule(self) -> TriggerRule {
        let recurring = |interval, time: String| TriggerRule {
            r#type: Some(TriggerRuleType::Recurring),
            interval: Some(interval),
            time: Some(time.into()),
            ..TriggerRule::default()
        };
        match self {
            Self::Hourly { minute } => recurring(TriggerInterval::Hour, format!("{minute:02}")),
            Self::Daily { hour, minute } => recurring(TriggerInterval::Day, format!("{hour:02}:{minute:02}")),
            Self::Weekly { days, hour, minute } => TriggerRule {
                day_of_week: Some(days.iter().map(|day| name(*day)).collect()),
                ..recurring(TriggerInterval::Week, format!("{hour:02}:{minute:02}"))
            },
            Self::ByHand { .. } => TriggerRule { r#type: Some(TriggerRuleType::None), ..TriggerRule::default() },
        }
    }
}

fn short(day: &str) -> &str {
    day.get(..3).unwrap_or(day)
}

fn name(day: u8) -> DayOfWeek {
    match day {
        0 => DayOfWeek::Monday,
        1 => DayOfWeek::Tuesday,
        2 => DayOfWeek::Wednesday,
        3 => DayOfWeek::Thursday,
        4 => DayOfWeek::Friday,
        5 => DayOfWeek::Saturday,
        _ => DayOfWeek::Sunday,
    }
}

/// Returns a timestamp of whole seconds.
pub(super) fn timestamp(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds.saturating_mul(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(schedule: Schedule, expected: &str, next: &str) {
        // The start of the documented execution: Friday 2025-03-21T11:12:54+09:00.
        let start = schedule.last_start(1_742_523_174);
        let date = |start| timestamp(schedule.time(start)).date().to_string();
        assert_eq!((date(start).as_str(), date(start + 1).as_str()), (expected, next), "{schedule:?}");
    }

    #[test]
    fn starts_follow_the_calendar_of_korea() {
        check(Schedule::Hourly { minute: 5 }, "2025-03-21T11:05:00+09:00", "2025-03-21T12:05:00+09:00");
        check(Schedule::Daily { hour: 23, minute: 30 }, "2025-03-20T23:30:00+09:00", "2025-03-21T23:30:00+09:00");
        let weekly = Schedule::Weekly { days: &[0, 4], hour: 11, minute: 13 };
        check(weekly, "2025-03-17T11:13:00+09:00", "2025-03-21T11:13:00+09:00");
        check(Schedule::ByHand { days: &[3], hour: 9 }, "2025-03-20T09:00:00+09:00", "2025-03-27T09:00:00+09:00");
    }

    #[test]
    fn last_start_is_the_inverse_of_time() {
        for schedule in [Schedule::Hourly { minute: 59 }, Schedule::Weekly { days: &[1, 5], hour: 0, minute: 0 }] {
            for start in -500..500 {
                let time = schedule.time(start);
                assert_eq!(schedule.last_start(time), start);
                assert_eq!(schedule.last_start(time - 1), start - 1);
            }
        }
    }
}
