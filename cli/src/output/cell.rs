//! Cells of tables and CSV files.

use crate::failure::Failure;
use crate::json::{self, Entries, Json};
use crate::output::formatter::read;
use crate::output::times::YEARS;
use jiff::civil::DateTime;
use jiff::fmt::friendly::{Designator, Spacing, SpanPrinter};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use ncloud_dataflow::runtime::operation::{Cell, Operation};
use ncloud_dataflow::runtime::schema::{Schema, Shape};
use std::borrow::Cow;

/// Returns the exact text of a cell; `None` if the item has no value for it.
///
/// Dates are printed as received: they keep their offset and sort as text.
pub(crate) fn text<'t>(cell: &Cell, item: &Entries<'t>) -> Result<Option<Cow<'t, str>>, Failure> {
    match cell {
        Cell::Field(path) => value(item.at(path)),
        Cell::Between { from, to } => {
            let date = |path| item.at(path).and_then(json::string);
            Ok(date(from).zip(date(to)).and_then(|(from, to)| between(&from, &to)).map(Cow::Owned))
        }
    }
}

/// Returns the text of a raw value.
pub(crate) fn value(raw: Option<&str>) -> Result<Option<Cow<'_, str>>, Failure> {
    let Some(raw) = raw.filter(|raw| *raw != "null") else {
        return Ok(None);
    };
    match raw.bytes().next() {
        // Its reader explains what is wrong with a string.
        Some(b'"' | b'{' | b'[') => match json::string(raw) {
            Some(text) => Ok(Some(text)),
            None => Ok(scalar(&read(raw)?).map(Cow::Owned)),
        },
        _ => Ok(Some(raw.into())),
    }
}

/// Returns the schema of the field that a cell shows, in the rows or in the response.
pub(crate) fn schema(cell: &Cell, operation: &Operation) -> Option<&'static Schema> {
    let Cell::Field(path) = cell else {
        return None;
    };
    let response = operation.response?;
    let rows = operation.paging.as_ref().map(|paging| paging.items);
    let row = match rows.or(operation.command.rows) {
        Some(rows) => element(named(response, rows)?)?,
        None => response,
    };
    path.split('.').try_fold(row, named)
}

/// Returns the schema of the elements of an array.
pub(crate) fn element(schema: &'static Schema) -> Option<&'static Schema> {
    match &schema.shape {
        Shape::Array { items } => Some(items),
        Shape::Nullable(schema) | Shape::Also { schema, .. } => element(schema),
        _ => None,
    }
}

/// Returns the schema of a field of an object.
pub(crate) fn named(schema: &'static Schema, field: &str) -> Option<&'static Schema> {
    match &schema.shape {
        Shape::Object { fields } => fields.iter().find(|known| known.name == field).map(|known| known.schema),
        Shape::Nullable(schema) | Shape::Also { schema, .. } => named(schema, field),
        _ => None,
    }
}

/// Returns any value as one line; objects and arrays as JSON.
pub(crate) fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// Maximum duration, `9999h59m59s`: more than a year, and no wider than a date.
const MAX_DURATION: SignedDuration = SignedDuration::from_secs(10_000 * 3600 - 1);

/// Returns the time between two dates in whole seconds, e.g. `14m53s`.
///
/// `None` if a date is missing, unreadable or implausible, if the end is before the start, or if the duration is longer
/// than any run.
fn between(from: &str, to: &str) -> Option<String> {
    let (from, to) = match (from.parse::<Timestamp>(), to.parse::<Timestamp>()) {
        (Ok(from), Ok(to)) => (Offset::UTC.to_datetime(from), Offset::UTC.to_datetime(to)),
        // Without offsets, both dates are in the same time zone.
        (Err(_), Err(_)) => (from.parse::<DateTime>().ok()?, to.parse::<DateTime>().ok()?),
        _ => return None,
    };
    let time = to.duration_since(from);
    let are_plausible = [from, to].iter().all(|date| YEARS.contains(&date.year()));
    let is_valid = are_plausible && !time.is_negative() && time <= MAX_DURATION;
    let printer = SpanPrinter::new().spacing(Spacing::None).designator(Designator::Compact);
    is_valid.then(|| printer.duration_to_string(&SignedDuration::from_secs(time.as_secs())))
}

#[cfg(test)]
mod tests {
    use super::{between, value};
    use crate::json::Entries;

    #[test]
    fn computes_the_duration_between_dates() {
        let check = |from, to| between(from, to);
        let some = |text: &str| Some(text.to_owned());
        // The documented example.
        assert_eq!(check("2025-03-21T11:12:54+09:00", "2025-03-21T11:27:47+09:00"), some("14m53s"));
        assert_eq!(check("2025-03-21T11:12:54+09:00", "2025-03-21T02:12:59Z"), some("5s"));
        assert_eq!(check("2025-03-21T11:12:54", "2025-03-22T13:12:54"), some("26h"));
        assert_eq!(check("2025-03-21T11:12:54Z", "2025-03-21T11:12:54.9Z"), some("0s"));
    }

    #[test]
    fn unreadable_dates_have_no_duration() {
        assert_eq!(between("2025-03-21T11:12:54", "2025-03-21T11:12:54Z"), None);
        assert_eq!(between("", "2025-03-21T11:12:54Z"), None);
        assert_eq!(between("soon", "later"), None);
    }

    #[test]
    fn implausible_dates_have_no_duration() {
        for (from, to) in [
            // .NET, Go, Java and C write year 1 or the start of 1970 for no date.
            ("0001-01-01T00:00:00Z", "2025-03-21T11:12:54Z"),
            ("1970-01-01T00:00:00Z", "2025-03-21T11:12:54Z"),
            ("1970-01-01T09:00:00+09:00", "2025-03-21T11:12:54+09:00"),
            ("1969-12-31T19:00:00-05:00", "2025-03-21T11:12:54Z"),
            ("1970-01-01T00:00:00", "2025-03-21T11:12:54"),
            ("1900-01-01T00:00:00Z", "2025-03-21T11:12:54Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2025-03-21T11:12:54Z", "0001-01-01T00:00:00Z"),
            ("2025-03-21T11:12:54Z", "9999-12-30T00:00:00Z"),
            ("2025-03-21T11:12:54", "9999-12-31T23:59:59"),
            // The end is before the start.
            ("2025-03-21T11:12:54Z", "2025-03-21T11:12:53.9Z"),
            // A run does not last for years.
            ("2010-01-01T00:00:00Z", "2025-03-21T11:12:54Z"),
        ] {
            assert_eq!(between(from, to), None, "{from} {to}");
        }
        assert_eq!(between("2024-01-01T00:00:00Z", "2025-02-20T15:59:59Z"), Some("9999h59m59s".to_owned()));
        assert_eq!(between("2025-03-21T11:12:54Z", "2025-03-21T11:12:54Z"), Some("0s".to_owned()));
    }

    #[test]
    fn finds_fields_and_shows_values() {
        let text = r#"{"a":{"b":2.50},"n":null,"l":[1, {"x" : "y"}],"big":18446744073709551616,"e":"\u00e9"}"#;
        let item = Entries::read(text);
        let text = |path| value(item.at(path)).unwrap();
        assert_eq!(text("a.b").as_deref(), Some("2.50"));
        assert_eq!(text("a.c"), None);
        assert_eq!(text("n"), None);
        assert_eq!(text("l").as_deref(), Some(r#"[1,{"x":"y"}]"#));
        assert_eq!(text("big").as_deref(), Some("18446744073709551616"));
        assert_eq!(text("e").as_deref(), Some("é"));
        assert!(value(Some(r#""\ud800""#)).is_err());
    }
}
