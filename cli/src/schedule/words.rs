//! A schedule in words with its next time, and moments in Korean time.

use jiff::Timestamp;
use ncloud_dataflow::schedule::{KOREA, Schedule};

/// Returns a schedule in words with its next time, e.g. `every Monday 10:00 KST, next 2026-11-30 10:00`.
pub(crate) fn words_with_next(schedule: &Schedule, now: Timestamp) -> String {
    match (schedule, schedule.times(now).next()) {
        (Schedule::Once(_), None) => format!("{schedule}, in the past"),
        (Schedule::Unscheduled | Schedule::Once(_), _) | (_, None) => schedule.to_string(),
        (_, Some(next)) => format!("{schedule}, next {}", date(next)),
    }
}

/// Returns a moment as date and time in Korea, e.g. `2026-11-30 10:00`. Seconds are omitted if they are zero.
pub(crate) fn date(moment: Timestamp) -> String {
    let local = KOREA.to_datetime(moment);
    let format = if local.second() == 0 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
    local.strftime(format).to_string()
}

/// Returns a moment as day of the week, date and time in Korea, e.g. `Mon 2026-11-30 10:00`.
pub(crate) fn date_with_day(moment: Timestamp) -> String {
    format!("{} {}", KOREA.to_datetime(moment).strftime("%a"), date(moment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, time};

    #[test]
    fn a_recurring_schedule_has_a_next_time() {
        let now = "2026-11-28T00:00:00Z".parse().unwrap();
        for (schedule, expected) in [
            (Schedule::Unscheduled, "no schedule"),
            (Schedule::Hourly(5), "every hour at minute 05, next 2026-11-28 09:05"),
            (
                Schedule::Weekly(vec![Weekday::Monday], time(10, 0, 0, 0)),
                "every Monday 10:00 KST, next 2026-11-30 10:00",
            ),
            (Schedule::Once("2026-11-30T01:00:00Z".parse().unwrap()), "once 2026-11-30 10:00 KST"),
            (Schedule::Once("2025-11-30T01:00:09Z".parse().unwrap()), "once 2025-11-30 10:00:09 KST, in the past"),
        ] {
            assert_eq!(words_with_next(&schedule, now), expected);
        }
    }
}
