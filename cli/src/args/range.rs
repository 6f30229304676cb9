//! Ranges of dates without offset: their start and end as dates, as times with an offset, or as `--last`.

use crate::args::flags::{parameter_flag, parameter_id};
use crate::args::time_limit;
use crate::args::values::Checks;
use crate::context::Context;
use crate::failure::{CliError, Failure};
use crate::table::{LAST, UNCHECKED};
use crate::terminal::output_streams::Streams;
use clap::builder::ValueParser;
use clap::{Arg, ArgMatches};
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::runtime::check;
use ncloud_dataflow::runtime::operation::{Operation, Parameter};
use std::time::Duration;

/// Offset of Korean time, which has no daylight saving time. The service is Korean; its documentation does not name the
/// time zone of dates without offset.
const KOREA: Offset = Offset::constant(9);

/// Says which time zone is meant.
const ZONE: &str = "Korean time, the likely time zone of the service";

const EXPECTED: &str =
    "expected a date and time such as 2025-03-19T00:00:00, the same with an offset such as Z or +09:00, or a date";

/// Start and end of a range.
struct Range {
    start: &'static Parameter,
    end: &'static Parameter,
}

/// A value of the command line as the service takes it.
struct Converted {
    value: String,
    /// Whether it differs from the value of the command line.
    is_changed: bool,
}

fn of(operation: &'static Operation) -> Option<Range> {
    operation.parameters.iter().find_map(|start| Some(Range { start, end: operation.parameter(start.range_end?)? }))
}

/// Returns the flag `--last`, if the operation has a range.
pub(crate) fn arg(operation: &'static Operation) -> Option<Arg> {
    let range = of(operation)?;
    let arg = Arg::new(LAST)
        .long("last")
        .value_name("TIME")
        .value_parser(last)
        .conflicts_with_all([parameter_id(range.start.name), parameter_id(range.end.name)])
        .help("The time until now, e.g. 7d or 24h, in place of start and end");
    Some(arg)
}

/// Returns the start or end of a range with the values that it takes; other parameters as they are.
pub(crate) fn accept(operation: &'static Operation, parameter: &'static Parameter, arg: Arg, checks: Checks) -> Arg {
    let Some(range) = of(operation).filter(|range| [range.start.name, range.end.name].contains(&parameter.name)) else {
        return arg;
    };
    let is_end = parameter.name == range.end.name;
    let arg = if parameter.required { arg.required(false).required_unless_present(LAST) } else { arg };
    arg.value_parser(ValueParser::from(move |text: &str| match convert(parameter, text, is_end) {
        None if checks == Checks::Ranges => Err(EXPECTED),
        _ => Ok(text.to_owned()),
    }))
}

/// Returns start and end as the service takes them, with their names. An end before the start is an error: the service
/// would find nothing.
pub(crate) fn values(
    operation: &'static Operation,
    matches: &ArgMatches,
    context: &Context,
    streams: &mut Streams<'_>,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let Some(range) = of(operation) else {
        return Ok(Vec::new());
    };
    let given = |parameter: &'static Parameter, is_end| {
        let text = matches.get_one::<String>(&parameter_id(parameter.name))?;
        convert(parameter, text, is_end)
    };
    let (start, end) = match matches.get_one::<Duration>(LAST) {
        Some(last) => until_now(*last, context)?,
        None => (given(range.start, false), given(range.end, true)),
    };
    if let (Some(start), Some(end)) = (&start, &end)
        && !matches.get_flag(UNCHECKED)
        && time(&start.value) > time(&end.value)
    {
        let flag = |parameter| parameter_flag(operation, parameter);
        let (first, second) = (flag(range.start), flag(range.end));
        let message = format!("--{first} {} is after --{second} {}", start.value, end.value);
        return Err(CliError::usage(message, "swap the two, or use --last; nothing was sent").into());
    }
    let values: Vec<_> = [(range.start, start), (range.end, end)]
        .into_iter()
        .filter_map(|(parameter, value)| Some((parameter.name, value?)))
        .collect();
    if values.iter().any(|(_, value)| value.is_changed) {
        let sent: Vec<_> = values.iter().map(|(name, value)| format!("{name} {}", value.value)).collect();
        streams.note(&format!("note: {} in {ZONE}", sent.join(" and ")));
    }
    Ok(values.into_iter().map(|(name, value)| (name, value.value)).collect())
}

/// Returns a value as the service takes it; `None` if it is neither a time nor a date. A date is a whole day.
fn convert(parameter: &Parameter, text: &str, is_end: bool) -> Option<Converted> {
    if check::parameter(parameter, text).is_none() {
        return Some(Converted { value: text.to_owned(), is_changed: false });
    }
    let local = match (text.len(), text.parse::<Date>(), text.parse::<Timestamp>()) {
        (10, Ok(date), _) if is_end => date.at(23, 59, 59, 0),
        (10, Ok(date), _) => date.at(0, 0, 0, 0),
        (_, _, Ok(moment)) => KOREA.to_datetime(moment),
        _ => return None,
    };
    Some(Converted { value: shown(local), is_changed: true })
}

fn until_now(last: Duration, context: &Context) -> Result<(Option<Converted>, Option<Converted>), Failure> {
    let now = Timestamp::try_from(context.clock.now()).ok();
    let start = SignedDuration::try_from(last).ok().and_then(|last| now?.checked_sub(last).ok());
    let (Some(start), Some(now)) = (start, now) else {
        return Err(CliError::usage("--last is before the first date".to_owned(), "use a shorter time").into());
    };
    let converted = |moment| Some(Converted { value: shown(KOREA.to_datetime(moment)), is_changed: true });
    Ok((converted(start), converted(now)))
}

/// Returns a date and time without a fraction of a second.
fn shown(time: DateTime) -> String {
    format!("{}T{:02}:{:02}:{:02}", time.date(), time.hour(), time.minute(), time.second())
}

fn time(text: &str) -> Option<DateTime> {
    text.parse().ok()
}

/// Parses a time with units. A day has 24 hours, a week 168.
fn last(text: &str) -> Result<Duration, String> {
    let hours = |unit: char, hours: u64| {
        let count = text.strip_suffix(unit)?.parse::<u64>().ok().filter(|count| *count > 0)?;
        Some(Duration::from_secs(count.checked_mul(hours)?.checked_mul(3600)?))
    };
    match hours('d', 24).or_else(|| hours('w', 168)) {
        Some(time) => Ok(time),
        None => time_limit::parse(text)
            .map_err(|_| "expected a positive time with a unit, such as 7d, 24h or 1h30m".to_owned()),
    }
}
