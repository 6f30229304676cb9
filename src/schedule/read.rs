//! Reads the rule of a trigger.

use super::error::ScheduleError;
use super::kind::{KOREA, MonthDay, Schedule};
use crate::models::{DayOfWeek, TriggerInterval, TriggerRule, TriggerRuleType};
use jiff::Timestamp;
use jiff::civil::{DateTime, Time, Weekday};

impl Schedule {
    /// Reads a rule.
    ///
    /// # Errors
    ///
    /// A part of the rule is missing or unreadable.
    pub fn from_rule(rule: &TriggerRule) -> Result<Self, ScheduleError> {
        let schedule = match &rule.r#type {
            None => Err("the rule has no type".to_owned()),
            Some(TriggerRuleType::None) => Ok(Self::Unscheduled),
            Some(TriggerRuleType::OneTime) => {
                text(rule.execution_date.as_deref(), "date").and_then(once).map(Self::Once)
            }
            Some(TriggerRuleType::Recurring) => recurring(rule),
            Some(other) => Err(format!("unknown type '{}'", other.as_str())),
        };
        schedule.map_err(ScheduleError::new)
    }
}

fn recurring(rule: &TriggerRule) -> Result<Schedule, String> {
    let interval = rule.interval.as_ref().ok_or("the rule has no interval")?;
    let at = text(rule.time.as_deref(), "time")?;
    match interval {
        TriggerInterval::Hour => minute(at).map(Schedule::Hourly),
        TriggerInterval::Day => time_of_day(at).map(Schedule::Daily),
        TriggerInterval::Week => Ok(Schedule::Weekly(weekdays(rule.day_of_week.as_deref())?, time_of_day(at)?)),
        TriggerInterval::Month => {
            let day = month_day(text(rule.date_of_month.as_deref(), "day of the month")?)?;
            Ok(Schedule::Monthly(day, time_of_day(at)?))
        }
        other => Err(format!("unknown interval '{}'", other.as_str())),
    }
}

fn text<'r>(found: Option<&'r str>, what: &str) -> Result<&'r str, String> {
    found.map(str::trim).filter(|text| !text.is_empty()).ok_or_else(|| format!("the rule has no {what}"))
}

/// Reads one or two digits.
fn digits(text: &str) -> Option<i8> {
    let is_short = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| text.parse().ok()).flatten()
}

fn minute(text: &str) -> Result<i8, String> {
    let minute = digits(text).filter(|minute| *minute < 60);
    minute.ok_or_else(|| format!("expected a minute such as 30 but found '{text}'"))
}

fn time_of_day(text: &str) -> Result<Time, String> {
    let mut parts = text.split(':').map(digits);
    let time = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Some(hour)), Some(Some(minute)), None, None) => Time::new(hour, minute, 0, 0).ok(),
        (Some(Some(hour)), Some(Some(minute)), Some(Some(second)), None) => Time::new(hour, minute, second, 0).ok(),
        _ => None,
    };
    time.ok_or_else(|| format!("expected a time of day such as 10:00 but found '{text}'"))
}

fn weekdays(days: Option<&[DayOfWeek]>) -> Result<Vec<Weekday>, String> {
    let days = days.unwrap_or_default().iter().map(weekday).collect::<Result<Vec<_>, _>>()?;
    if days.is_empty() {
        return Err("the rule has no day of the week".to_owned());
    }
    Ok(Weekday::Monday.cycle_forward().take(7).filter(|day| days.contains(day)).collect())
}

fn weekday(day: &DayOfWeek) -> Result<Weekday, String> {
    Ok(match day {
        DayOfWeek::Monday => Weekday::Monday,
        DayOfWeek::Tuesday => Weekday::Tuesday,
        DayOfWeek::Wednesday => Weekday::Wednesday,
        DayOfWeek::Thursday => Weekday::Thursday,
        DayOfWeek::Friday => Weekday::Friday,
        DayOfWeek::Saturday => Weekday::Saturday,
        DayOfWeek::Sunday => Weekday::Sunday,
        other => return Err(format!("unknown day of the week '{}'", other.as_str())),
    })
}

fn month_day(text: &str) -> Result<MonthDay, String> {
    let day = digits(text).filter(|day| (1..=31).contains(day)).map(MonthDay::Day);
    let day = if text == "-1" { Some(MonthDay::Last) } else { day };
    day.ok_or_else(|| format!("expected a day of the month from 1 to 31, or -1, but found '{text}'"))
}

/// Shortest text with a date and a time: `20261130T10`.
const SHORTEST: usize = 11;

/// Reads a date and time. A date alone is no time at which something starts.
fn once(text: &str) -> Result<Timestamp, String> {
    let local = || text.parse::<DateTime>().ok().and_then(|local| KOREA.to_timestamp(local).ok());
    let moment = text.parse().ok().or_else(local);
    let moment = moment.filter(|_| text.len() >= SHORTEST);
    moment.ok_or_else(|| format!("expected a date and time such as 2026-11-30T10:00:00 but found '{text}'"))
}

#[cfg(test)]
mod tests {
    use super::{MonthDay, Schedule};
    use crate::models::TriggerRule;
    use jiff::civil::{Weekday, time};
    use serde_json::{Value, from_value, json};

    fn read(rule: Value) -> Result<Schedule, String> {
        Schedule::from_rule(&from_value::<TriggerRule>(rule).unwrap()).map_err(|error| error.to_string())
    }

    fn weekly(days: Value) -> Result<Schedule, String> {
        read(json!({"type": "RECURRING", "interval": "WEEK", "time": "10:00", "dayOfWeek": days}))
    }

    fn monthly(day: Value) -> Result<Schedule, String> {
        read(json!({"type": "RECURRING", "interval": "MONTH", "time": "10:00", "dateOfMonth": day}))
    }

    fn recurring(interval: &str, time: &str) -> Result<Schedule, String> {
        read(json!({"type": "RECURRING", "interval": interval, "time": time}))
    }

    fn once(date: &str) -> Result<String, String> {
        match read(json!({"type": "ONE_TIME", "executionDate": date}))? {
            Schedule::Once(moment) => Ok(moment.to_string()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn reads_each_kind_of_rule() {
        let ten = time(10, 0, 0, 0);
        assert_eq!(read(json!({"type": "NONE"})), Ok(Schedule::Unscheduled));
        assert_eq!(recurring("HOUR", "05"), Ok(Schedule::Hourly(5)));
        assert_eq!(recurring("DAY", "10:00"), Ok(Schedule::Daily(ten)));
        assert_eq!(recurring("DAY", " 9:30 "), Ok(Schedule::Daily(time(9, 30, 0, 0))));
        let days = json!(["SUNDAY", "MONDAY", "MONDAY"]);
        assert_eq!(weekly(days), Ok(Schedule::Weekly(vec![Weekday::Monday, Weekday::Sunday], ten)));
        assert_eq!(monthly(json!("-1")), Ok(Schedule::Monthly(MonthDay::Last, ten)));
        assert_eq!(monthly(json!("31")), Ok(Schedule::Monthly(MonthDay::Day(31), ten)));
    }

    #[test]
    fn reads_dates_with_and_without_offset() {
        let expected = Ok("2026-11-30T01:00:00Z".to_owned());
        for date in [
            "2026-11-30T10:00:00+09:00",
            "2026-11-30T01:00:00Z",
            "2026-11-30T10:00:00.000",
            "2026-11-30T10:00:00",
            "2026-11-30T10:00",
            "2026-11-30 10:00:00",
            "2026-11-30 10:00",
            "20261130T100000",
        ] {
            assert_eq!(once(date), expected, "{date}");
        }
    }

    #[test]
    fn names_the_part_that_is_missing_or_unreadable() {
        let fault = |outcome: Result<Schedule, String>| outcome.unwrap_err();
        assert_eq!(fault(read(json!({}))), "the rule has no type");
        assert_eq!(fault(read(json!({"type": "CRON"}))), "unknown type 'CRON'");
        assert_eq!(fault(read(json!({"type": "RECURRING"}))), "the rule has no interval");
        assert_eq!(fault(read(json!({"type": "RECURRING", "interval": "DAY"}))), "the rule has no time");
        assert_eq!(fault(recurring("YEAR", "10:00")), "unknown interval 'YEAR'");
        assert_eq!(fault(recurring("HOUR", "60")), "expected a minute such as 30 but found '60'");
        assert_eq!(fault(recurring("HOUR", "10:30")), "expected a minute such as 30 but found '10:30'");
        for time in ["10", "24:00", "10:60", "10:00:00:00", "+1:00", "ten", "10:", ":10"] {
            let expected = format!("expected a time of day such as 10:00 but found '{time}'");
            assert_eq!(fault(recurring("DAY", time)), expected);
        }
        assert_eq!(fault(weekly(json!([]))), "the rule has no day of the week");
        assert_eq!(fault(weekly(json!(["FUNDAY"]))), "unknown day of the week 'FUNDAY'");
        for day in ["0", "32", "-2", "LAST", "+1"] {
            let expected = format!("expected a day of the month from 1 to 31, or -1, but found '{day}'");
            assert_eq!(fault(monthly(json!(day))), expected);
        }
        for date in ["whenever", "2026-11-30", "20261130", "2026-02-30T10:00:00", "10:00"] {
            let expected = format!("expected a date and time such as 2026-11-30T10:00:00 but found '{date}'");
            assert_eq!(once(date), Err(expected));
        }
        assert_eq!(fault(read(json!({"type": "ONE_TIME"}))), "the rule has no date");
    }
}
