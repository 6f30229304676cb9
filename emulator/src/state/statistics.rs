//! Counts of executions.
//!
//! Assumed: executions are counted by their creation date in Korean time.

use super::call::{Call, Reply};
use super::history::Counted;
use super::store::Store;
use super::timestamp::{self, Timestamp};
use crate::http::response::{self, ErrorResponse};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime as Civil};
use ncloud_dataflow::DateTime;
use ncloud_dataflow::models::{
    ExecutionCount, ExecutionInterval, ExecutionIntervals, ExecutionStatus, ExecutionTime, ExecutionTimes,
};

/// Maximum length of a range, days. No limit is documented; this one bounds the size of a response.
const MAX_DAYS: i32 = 36_600;

/// Interval between two points of the chart, hours, as in the documented example.
const GRID: i8 = 2;

pub(super) fn count(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let (start, end) = range(call)?;
    let runs = store.runs.iter().map(|run| run.at(call.now));
    let stored = runs
        .filter(|run| created(run.created_date.as_ref()).is_some_and(|date| start <= date && date <= end))
        .map(|run| run.status);
    let statuses: Vec<_> = stored.chain(of_history(store, start, end).map(|run| Some(run.status))).collect();
    let ended = |wanted: ExecutionStatus| {
        let count = statuses.iter().filter(|status| status.as_ref() == Some(&wanted));
        number(count.count())
    };
    let response = ExecutionCount {
        total_count: number(statuses.len()),
        completed_count: ended(ExecutionStatus::Completed),
        failed_count: ended(ExecutionStatus::Failed),
        ..ExecutionCount::default()
    };
    Reply::value(&response)
}

/// Counts by day. A day runs from a second past midnight to the next midnight, as documented.
pub(super) fn by_day(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let (start, end) = range(call)?;
    let dates = creation_dates(store, start, end);
    let mut response = ExecutionIntervals::default();
    // Midnight belongs to the day that it ends, so a range up to midnight does not include the next day.
    let last = end.checked_sub(1.second()).unwrap_or(end).date();
    for day in days(start.date(), last).take_while(|_| start <= end) {
        let Ok(next) = day.tomorrow() else { break };
        let (from, to) = (day.at(0, 0, 1, 0), next.at(0, 0, 0, 0));
        let interval = ExecutionInterval {
            total_count: number(count_between(&dates, from, to)),
            start_date: Some(DateTime::from(from)),
            end_date: Some(DateTime::from(to)),
            ..ExecutionInterval::default()
        };
        response.result.push(interval);
    }
    Reply::value(&response)
}

/// Returns a point every two hours, with the number of executions created in the two hours after it.
pub(super) fn times(store: &mut Store, call: &Call<'_>) -> Result<Reply, ErrorResponse> {
    let (start, end) = range(call)?;
    let dates = creation_dates(store, start, end);
    let mut response = ExecutionTimes::default();
    let mut point = start.date().at(start.hour() / GRID * GRID, 0, 0, 0);
    while point <= end && start <= end {
        let Ok(next) = point.checked_add(i64::from(GRID).hours()) else {
            break;
        };
        let last = next.checked_sub(1.second()).unwrap_or(point);
        let time = ExecutionTime {
            time: timestamp::millis(point),
            value: number(count_between(&dates, point, last)),
            ..ExecutionTime::default()
        };
        response.result.push(time);
        point = next;
    }
    Reply::value(&response)
}

/// Returns the range of a call. A range that ends before its start is empty.
fn range(call: &Call<'_>) -> Result<(Civil, Civil), ErrorResponse> {
    let (start, end) = (date(call, 0)?, date(call, 1)?);
    let days = start.date().until(end.date()).map(|span| span.get_days());
    if days.is_ok_and(|days| days <= MAX_DAYS) {
        Ok((start, end))
    } else {
        let details = format!("expected a range of at most {MAX_DAYS} days but found {start} to {end}");
        Err(ErrorResponse::bad_parameter(details))
    }
}

/// Returns a date of the query. A date with an offset is rejected: the documented ones have none.
fn date(call: &Call<'_>, number: usize) -> Result<Civil, ErrorResponse> {
    let text = call.query(number).unwrap_or_default();
    match text.parse::<Civil>() {
        Ok(date) if text.parse::<jiff::Timestamp>().is_err() => Ok(date),
        _ => {
            let found = response::quoted(text);
            let details =
                format!("expected a date and time without offset such as 2025-03-19T00:00:00 but found {found}");
            Err(ErrorResponse::bad_parameter(details))
        }
    }
}

fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

/// Returns the creation dates of the executions that count for a range, sorted. A day and an interval of the chart reach
/// over its ends.
fn creation_dates(store: &Store, start: Civil, end: Civil) -> Vec<Civil> {
    let (from, to) = (start.saturating_sub(1.day()), end.saturating_add(1.day()));
    let dates = store.runs.iter().map(|run| created(run.execution.created_date.as_ref()));
    let past = of_history(store, from, to).map(|run| run.created.civil());
    let mut dates: Vec<Civil> = dates.flatten().chain(past).collect();
    dates.sort_unstable();
    dates
}

/// Returns the executions of the history that were created in a range.
fn of_history(store: &Store, from: Civil, to: Civil) -> impl Iterator<Item = Counted> {
    let range = Timestamp::from_civil(from).zip(Timestamp::from_civil(to));
    let history = store.history.as_ref().zip(range);
    history.into_iter().flat_map(|(history, (from, to))| history.created_between(from, to))
}

fn created(date: Option<&DateTime>) -> Option<Civil> {
    timestamp::civil(date?)
}

/// Returns the number of dates between two, both included. `dates` must be sorted.
fn count_between(dates: &[Civil], from: Civil, to: Civil) -> usize {
    let before = dates.partition_point(|date| *date < from);
    dates.partition_point(|date| *date <= to).saturating_sub(before)
}

fn number(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}
