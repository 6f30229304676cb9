//! Durations in a plan.

use jiff::SignedDuration;
use std::time::Duration;

/// Longest duration, so that the end of an execution is within the calendar.
const MAX: Duration = Duration::from_secs(366 * 24 * 3600);

/// Reads a duration such as `14m` or `1h30m`.
pub(super) fn read(text: &str) -> Result<Duration, String> {
    let expected =
        || format!("expected a time such as 14m or 1h30m, at most a year, but found '{}'", text.escape_debug());
    let time = text.parse::<SignedDuration>().map_err(|_| expected())?;
    Duration::try_from(time).ok().filter(|time| *time <= MAX).ok_or_else(expected)
}

/// Returns the text of a duration, which [`read`] accepts.
pub(super) fn text(time: Duration) -> String {
    SignedDuration::try_from(time).map(|time| format!("{time:#}").replace(' ', "")).unwrap_or_default()
}
