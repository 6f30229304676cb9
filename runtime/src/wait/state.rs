//! Reads the state of a run from a response. Other fields are ignored.

use crate::error_body::without_mark;
use crate::table::operation::Wait;
use crate::table::schema::{Outcome, is_state};
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The state of a run, from one response.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RunState {
    /// The state as the service wrote it; `None` if the response has none.
    pub state: Option<String>,
    /// True if the documentation lists the state.
    pub documented: bool,
    /// Outcome of the run. `None` while it continues, and for an undocumented state.
    pub outcome: Option<Outcome>,
    /// True if the response has an end date.
    pub has_end: bool,
}

impl RunState {
    /// Returns true if the run has ended: by its state, or by its end date if the state is not documented.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.outcome.is_some() || (self.has_end && !self.documented)
    }

    /// Returns the state for messages.
    #[must_use]
    pub fn describe(&self) -> &str {
        self.state.as_deref().unwrap_or("without a state")
    }
}

impl RunState {
    /// Creates the state of a run from its state and its end date.
    #[must_use]
    pub fn new(wait: &Wait, state: Option<String>, end: Option<&str>) -> Self {
        let text = state.as_deref().unwrap_or_default();
        let known = wait.states.iter().find(|(known, _)| is_state(text, known));
        Self {
            documented: known.is_some(),
            outcome: known.and_then(|(_, outcome)| *outcome),
            has_end: end.is_some_and(is_date),
            state,
        }
    }
}

/// Reads the state of a run from a response body.
///
/// Only the two fields that [`Wait`] names are read; other fields have no effect. `None` if the
/// body is not one JSON object, or holds two different states.
///
/// ```
/// use ncloud_runtime::operation::Wait;
/// use ncloud_runtime::schema::Outcome;
/// use ncloud_runtime::wait::run_state;
///
/// let states = &[("RUNNING", None), ("FAILED", Some(Outcome::Failure))];
/// let wait = Wait { field: "status", end: Some("endDate"), states };
/// let state = run_state(&wait, br#"{"runningTime":"830","status":"FAILED"}"#).unwrap();
/// assert_eq!((state.has_ended(), state.outcome), (true, Some(Outcome::Failure)));
/// assert!(run_state(&wait, b"<html>").is_none());
/// ```
#[must_use]
pub fn run_state(wait: &Wait, body: &[u8]) -> Option<RunState> {
    let text = std::str::from_utf8(without_mark(body)).ok()?;
    let mut json = serde_json::Deserializer::from_str(text);
    let found = json.deserialize_map(Search { wait, found: Found::default() }).ok()?;
    json.end().ok()?;
    Some(RunState::new(wait, found.state, found.end.as_deref()))
}

#[derive(Default)]
struct Found {
    state: Option<String>,
    end: Option<String>,
}

struct Search<'w> {
    wait: &'w Wait,
    found: Found,
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = Found;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Found, A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            let value: &RawValue = map.next_value()?;
            if name == self.wait.field {
                let state = text(value);
                if self.found.state.as_ref().is_some_and(|before| state.as_ref() != Some(before)) {
                    return Err(A::Error::custom("two states"));
                }
                self.found.state = state;
            } else if Some(name.as_str()) == self.wait.end {
                self.found.end = text(value);
            }
        }
        Ok(self.found)
    }
}

/// Returns a string that is not blank.
fn text(value: &RawValue) -> Option<String> {
    let text: String = serde_json::from_str(value.get()).ok()?;
    (!text.trim().is_empty()).then_some(text)
}

/// Returns true for a real date, and false for the zero that some services write instead of null.
fn is_date(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && !["0000-", "0001-", "1970-01-01"].iter().any(|zero| text.starts_with(zero))
}

#[cfg(test)]
mod tests {
    use super::run_state;
    use crate::table::operation::Wait;
    use crate::table::schema::Outcome;

    const WAIT: Wait = Wait {
        field: "status",
        end: Some("endDate"),
        states: &[("RUNNING", None), ("COMPLETED", Some(Outcome::Success)), ("FAILED", Some(Outcome::Failure))],
    };

    /// Returns true if the run has ended, and its outcome.
    fn read(body: &str) -> Option<(bool, Option<Outcome>)> {
        run_state(&WAIT, body.as_bytes()).map(|state| (state.has_ended(), state.outcome))
    }

    #[test]
    fn only_the_state_decides() {
        for fields in
            [r#""runningTime":"830""#, r#""startDate":7"#, r#""x":1e999"#, r#""jobCondition":null"#, r#""a":"\ud800""#]
        {
            assert_eq!(
                read(&format!(r#"{{{fields},"status":"FAILED"}}"#)),
                Some((true, Some(Outcome::Failure))),
                "{fields}"
            );
            assert_eq!(read(&format!(r#"{{"status":"RUNNING",{fields}}}"#)), Some((false, None)), "{fields}");
        }
        assert_eq!(read(r#"{"status":"RUNNING","endDate":"2025-03-21T11:27:47+09:00"}"#), Some((false, None)));
        assert_eq!(read("\u{feff}{\"status\":\" completed \"}"), Some((true, Some(Outcome::Success))));
    }

    #[test]
    fn an_undocumented_state_ends_by_its_end_date() {
        for state in [r#""status":"KILLED""#, r#""status":null"#, r#""status":3"#, r#""status":" ""#, r#""a":1"#] {
            assert_eq!(read(&format!("{{{state}}}")), Some((false, None)), "{state}");
            assert_eq!(
                read(&format!(r#"{{{state},"endDate":"2025-03-21T11:27:47+09:00"}}"#)),
                Some((true, None)),
                "{state}"
            );
            for none in ["null", r#""""#, r#""0001-01-01T00:00:00Z""#, r#""1970-01-01T09:00:00+09:00""#, r#""-""#] {
                assert_eq!(read(&format!(r#"{{{state},"endDate":{none}}}"#)), Some((false, None)), "{state} {none}");
            }
        }
    }

    #[test]
    fn a_body_that_is_not_one_object_has_no_state() {
        for body in ["", "null", "[]", "true", "<html>", r#"{"status":"FAILED""#, r#"{"status":"FAILED"}{}"#] {
            assert_eq!(read(body), None, "{body}");
        }
        assert_eq!(read(r#"{"status":"FAILED","status":"COMPLETED"}"#), None);
        assert_eq!(read(r#"{"status":"FAILED","status":"FAILED"}"#), Some((true, Some(Outcome::Failure))));
    }
}
