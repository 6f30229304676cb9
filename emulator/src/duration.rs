//! Durations as text, e.g. `1d2h30m`. A day has 24 hours.

use jiff::{SignedDuration, Span, SpanRelativeTo};
use std::time::Duration;

/// Reads a duration; `None` if it is not one, or negative.
pub(crate) fn read(text: &str) -> Option<Duration> {
    let span: Span = text.parse().ok()?;
    Duration::try_from(span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?).ok()
}

/// Returns the text of a duration, which [`read`] accepts.
pub(crate) fn text(time: Duration) -> String {
    SignedDuration::try_from(time).map(|time| format!("{time:#}").replace(' ', "")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_and_written() {
        for (given, seconds, written) in [("14m", 840, "14m"), ("1d2h30m", 95_400, "26h30m"), ("0s", 0, "0s")] {
            let time = Duration::from_secs(seconds);
            assert_eq!((read(given), text(time).as_str(), read(&text(time))), (Some(time), written, Some(time)));
        }
        for other in ["", "soon", "14", "-1h", "1 month", "1y"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
