//! Time limits, e.g. `90s` or `5m`.

use jiff::SignedDuration;
use std::time::Duration;

/// Parses a positive time with units, e.g. `500ms`, `90s`, `5m`, `1h30m`.
pub(crate) fn parse(text: &str) -> Result<Duration, String> {
    let parsed = text.parse::<SignedDuration>().ok().and_then(|time| Duration::try_from(time).ok());
    parsed
        .filter(|time| !time.is_zero())
        .ok_or_else(|| "expected a positive time with a unit, such as 500ms, 90s, 5m or 1h30m".to_owned())
}

#[cfg(test)]
mod tests {
    use super::parse;
    use std::time::Duration;

    #[test]
    fn reads_times_with_units() {
        assert_eq!(parse("90s"), Ok(Duration::from_secs(90)));
        assert_eq!(parse("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(parse("1h30m"), Ok(Duration::from_secs(5400)));
    }

    #[test]
    fn rejects_other_strings() {
        for text in ["", "60", "0s", "-3s", "2h ago", "soon", "99999999999999999999s"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
