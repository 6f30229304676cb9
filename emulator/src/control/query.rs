//! Reading a query strictly: unknown names and invalid values are errors.

use super::account::Account;
use super::call::{Call, Control};
use super::reply::ControlError;
use crate::http::target;
use crate::nearest;
use crate::state::overview::PageQuery;
use axum::http::StatusCode;

/// Maximum number of rows of a page.
const MAX_LIMIT: usize = 200;

/// Milliseconds of the units of an age.
const UNITS: [(char, i64); 5] =
    [('s', 1000), ('m', 60_000), ('h', 3_600_000), ('d', 86_400_000), ('w', 7 * 86_400_000)];

/// The names and values of a query. A name without a value counts as missing.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Takes a query that has no other than the known names, and `account`. Each occurs once.
    pub(super) fn new(call: &Call, known: &[&'static str]) -> Result<Self, ControlError> {
        let names = || known.iter().copied().chain(["account"]);
        let list = names().collect::<Vec<_>>().join(", ");
        let mut values: Vec<(String, String)> = Vec::new();
        for (name, value) in target::pairs(&call.query) {
            let decoded = target::decode_query(name).zip(target::decode_query(value));
            let Some((name, value)) = decoded else {
                return Err(ControlError::bad_request(
                    "the query has an invalid percent-encoding",
                    "encode it as UTF-8",
                ));
            };
            if !names().any(|known| known == name) {
                let near = nearest::name(&name, names());
                let hint = near.map_or_else(String::new, |near| format!("did you mean '{near}'? "));
                let message = format!("there is no query parameter '{}'", name.escape_debug());
                return Err(ControlError::bad_request(message, format!("{hint}known parameters: {list}")));
            }
            if values.iter().any(|(known, _)| *known == name) {
                let message = format!("the query parameter '{name}' occurs more than once");
                return Err(ControlError::bad_request(message, "send it once"));
            }
            values.push((name, value));
        }
        values.retain(|(_, value)| !value.is_empty());
        Ok(Self(values))
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn required(&self, name: &str) -> Result<&str, ControlError> {
        let missing = || ControlError::bad_request(format!("the query parameter '{name}' is missing"), "add it");
        self.text(name).ok_or_else(missing)
    }

    /// Returns the page in `page` and `limit`.
    pub(super) fn page(&self, default_limit: usize) -> Result<PageQuery, ControlError> {
        let number = |name: &str, default: usize, range: std::ops::RangeInclusive<usize>| match self.text(name) {
            None => Ok(default),
            Some(text) => text.parse().ok().filter(|number| range.contains(number)).ok_or_else(|| {
                let message = format!("'{name}' must be an integer from {} to {}", range.start(), range.end());
                ControlError::bad_request(message, format!("found '{}'", text.escape_debug()))
            }),
        };
        Ok(PageQuery { page: number("page", 0, 0..=1_000_000)?, limit: number("limit", default_limit, 1..=MAX_LIMIT)? })
    }

    /// Returns an age such as `24h` in milliseconds.
    pub(super) fn age(&self, name: &str) -> Result<Option<i64>, ControlError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let age = UNITS.iter().find_map(|(unit, factor)| {
            let number: u32 = text.strip_suffix(*unit)?.parse().ok()?;
            i64::from(number).checked_mul(*factor)
        });
        let invalid = || {
            let message = format!("'{name}' is not an age: '{}'", text.escape_debug());
            ControlError::bad_request(message, "write a number and s, m, h, d or w, e.g. 24h or 7d")
        };
        age.map(Some).ok_or_else(invalid)
    }
}

impl Control {
    /// Returns the account in the query, or the default one.
    pub(super) fn account(&self, query: &Query) -> Result<&Account, ControlError> {
        match query.text("account") {
            Some(key) if key != self.account.access_key => {
                let message = format!("there is no account '{}'", key.escape_debug());
                Err(ControlError::new(StatusCode::NOT_FOUND, message, "leave out 'account' for the default account"))
            }
            _ => Ok(&self.account),
        }
    }
}
