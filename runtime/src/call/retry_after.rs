//! The header `Retry-After`.
//!
//! | Value | Meaning |
//! | --- | --- |
//! | whole seconds, e.g. `120` | that time; a number that is too large is the maximum |
//! | a date, e.g. `Fri, 31 Dec 1999 23:59:59 GMT` | the time after the response's own `Date`, because clocks differ; 0 for a past date |
//! | several headers | the longest |
//! | anything else | ignored |
//!
//! Source: RFC 9110, section 10.2.3.

use std::time::{Duration, SystemTime};

/// Returns the longest time that the values ask for, or `None`.
pub(crate) fn wait<'a>(values: impl Iterator<Item = &'a str>, date: Option<SystemTime>) -> Option<Duration> {
    values.filter_map(|value| seconds(value.trim()).or_else(|| until(value, date?))).max()
}

fn seconds(text: &str) -> Option<Duration> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Duration::from_secs(text.parse().unwrap_or(u64::MAX)))
}

fn until(text: &str, date: SystemTime) -> Option<Duration> {
    Some(http_date(text)?.duration_since(date).unwrap_or_default())
}

/// Parses an HTTP date.
pub(crate) fn http_date(text: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(text).ok()
}

#[cfg(test)]
mod tests {
    use super::{http_date, wait};
    use std::time::Duration;

    #[track_caller]
    fn check(values: &[&str], expected: Option<u64>) {
        let date = http_date("Sun, 06 Nov 1994 08:49:37 GMT");
        assert!(date.is_some());
        assert_eq!(wait(values.iter().copied(), date), expected.map(Duration::from_secs), "{values:?}");
    }

    #[test]
    fn takes_seconds_and_dates() {
        check(&["0"], Some(0));
        check(&["120"], Some(120));
        check(&[" 86400 "], Some(86_400));
        check(&["99999999999999999999999"], Some(u64::MAX));
        check(&["Sun, 06 Nov 1994 08:50:07 GMT"], Some(30));
        check(&["Sun, 06 Nov 1994 08:00:00 GMT"], Some(0));
        check(&["5", "Sun, 06 Nov 1994 08:50:07 GMT", "soon"], Some(30));
    }

    #[test]
    fn ignores_the_rest() {
        for value in ["", "-1", "+5", "1.5", "NaN", "1e400", "5s", "soon", "Sun, 99 Nov 1994 08:49:37 GMT"] {
            check(&[value], None);
        }
        // Without the service's own date, the difference is not known.
        assert_eq!(wait(["Sun, 06 Nov 1994 08:50:07 GMT"].into_iter(), None), None);
    }
}
