//! Synthetic rows of a listing. Each row is computed from its number.
//!
//! | Field | Row `i` |
//! | --- | --- |
//! | named by the path | as in the template, so all rows belong to the same resource |
//! | key | 12 letters and digits, different for each `i`; a number stays a number |
//! | enum | the `i`-th of its values, starting over after the last |
//! | date and time | `i` minutes before the template's, so the newest row comes first |
//! | any other | as in the template |

use crate::data::ids;
use jiff::SignedDuration;
use jiff::civil::DateTime;
use ncloud_runtime::operation::{Operation, Paging, Place};
use ncloud_runtime::schema::{Format, Schema, Shape};
use ncloud_runtime::walk::walk_mut;
use serde_json::{Value, json};

/// Synthetic rows. Only the template and their number are kept in memory.
pub(crate) struct SyntheticRows {
    operation: &'static Operation,
    key: &'static str,
    item: &'static Schema,
    template: Value,
    count: usize,
}

impl SyntheticRows {
    pub(crate) fn new(
        operation: &'static Operation,
        paging: &Paging,
        item: &'static Schema,
        template: Value,
        count: usize,
    ) -> Self {
        Self { operation, key: paging.key, item, template, count }
    }

    pub(crate) fn template(&self) -> &Value {
        &self.template
    }

    /// Returns the key of the template; `None` if it is not a string.
    pub(crate) fn template_key(&self) -> Option<&str> {
        self.template.get(self.key)?.as_str()
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Returns the row with this number, from 0.
    pub(crate) fn row(&self, index: usize) -> Value {
        let index = u64::try_from(index).unwrap_or(u64::MAX);
        let mut row = self.template.clone();
        let Shape::Object { fields } = self.item.shape else {
            return row;
        };
        for field in fields {
            let Some(value) = row.get_mut(field.name) else {
                continue;
            };
            if field.name == self.key {
                *value = if value.is_number() { json!(index + 1) } else { json!(ids::id(index)) };
            } else if !self.is_path_parameter(field.name) {
                vary(field.schema, value, index);
            }
        }
        row
    }

    fn is_path_parameter(&self, name: &str) -> bool {
        self.operation.parameter(name).is_some_and(|parameter| parameter.place == Place::Path)
    }
}

fn vary(schema: &Schema, value: &mut Value, index: u64) {
    walk_mut(schema, value, &mut |schema, value| {
        match &schema.shape {
            Shape::String { format: Format::DateTime | Format::DateTimeLocal, .. } => {
                if let Some(earlier) = value.as_str().and_then(|text| minutes_before(text, index)) {
                    *value = Value::String(earlier);
                }
            }
            Shape::String { values, .. } => {
                let turn = index.checked_rem(values.len() as u64).and_then(|turn| usize::try_from(turn).ok());
                if let Some(known) = turn.and_then(|turn| values.get(turn)) {
                    *value = json!(known);
                }
            }
            _ => {}
        }
        false
    });
}

/// Returns the date `minutes` earlier. The text after the seconds (fraction, offset) stays the same.
fn minutes_before(text: &str, minutes: u64) -> Option<String> {
    let (civil, rest) = text.split_at_checked("YYYY-MM-DDThh:mm:ss".len())?;
    let seconds = i64::try_from(minutes).ok()?.checked_mul(60)?;
    let earlier = civil.parse::<DateTime>().ok()?.checked_sub(SignedDuration::from_secs(seconds)).ok()?;
    Some(format!("{earlier}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, minutes: u64, expected: Option<&str>) {
        assert_eq!(minutes_before(text, minutes).as_deref(), expected);
    }

    #[test]
    fn dates_keep_their_format() {
        check("2025-03-21T11:12:54+09:00", 0, Some("2025-03-21T11:12:54+09:00"));
        check("2025-03-21T00:00:54+09:00", 1, Some("2025-03-20T23:59:54+09:00"));
        check("2023-10-20T13:45:15.000", 60, Some("2023-10-20T12:45:15.000"));
        check("2024-03-01T00:00:00Z", 1440, Some("2024-02-29T00:00:00Z"));
        check("not a date, but long enough", 1, None);
        check("short", 1, None);
        check("2025-03-21T11:12:54+09:00", u64::MAX, None);
        check("작업작업작업작업", 1, None);
    }
}
