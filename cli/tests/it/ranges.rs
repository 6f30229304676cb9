//! Ranges of statistics: the values that are accepted, and what is sent.

use crate::harness::{Session, closed};
use ncloud_testing::server::{RawServer, response};

/// Runs `stats count`. Returns the sent start and end, and the notes.
fn sent(args: &[&str]) -> (String, String) {
    let server = RawServer::start(vec![response(200, "", "{}")]);
    let outcome = Session::at(server.endpoint()).run(&[&["stats", "count", "-o", "json"], args].concat());
    assert_eq!(outcome.code, 0, "{args:?}: {}", outcome.err);
    let target = server.requests().remove(0).target().replace("%3A", ":");
    (target.split_once('?').unwrap().1.to_owned(), outcome.err)
}

#[test]
fn local_times_are_sent_as_they_are() {
    let (query, notes) = sent(&["--start-date", "2025-03-19T00:00:00", "--end-date", "2025-03-20T23:59:59"]);
    assert_eq!(query, "startDate=2025-03-19T00:00:00&endDate=2025-03-20T23:59:59");
    assert_eq!(notes, "");
}

#[test]
fn dates_and_offsets_become_korean_times() {
    let (query, notes) = sent(&["--start-date", "2025-03-19", "--end-date", "2025-03-19"]);
    assert_eq!(query, "startDate=2025-03-19T00:00:00&endDate=2025-03-19T23:59:59");
    assert!(
        notes.contains("note: startDate 2025-03-19T00:00:00 and endDate 2025-03-19T23:59:59 in Korean time"),
        "{notes}"
    );
    let (query, _) = sent(&["--start-date", "2025-03-18T15:00:00Z", "--end-date", "2025-03-19T10:30:00.5-05:00"]);
    assert_eq!(query, "startDate=2025-03-19T00:00:00&endDate=2025-03-20T00:30:00");
}

/// The clock stands at 2023-11-14T22:13:20Z, 2023-11-15T07:13:20 in Korea.
#[test]
fn the_last_days_end_now() {
    for (last, start) in [
        ("7d", "2023-11-08T07:13:20"),
        ("1w", "2023-11-08T07:13:20"),
        ("24h", "2023-11-14T07:13:20"),
        ("1h30m", "2023-11-15T05:43:20"),
    ] {
        let (query, notes) = sent(&["--last", last]);
        assert_eq!(query, format!("startDate={start}&endDate=2023-11-15T07:13:20"));
        assert!(notes.starts_with(&format!("note: startDate {start} and endDate 2023-11-15T07:13:20")), "{notes}");
    }
}

#[test]
fn wrong_ranges_are_refused_before_anything_is_sent() {
    let day = "2025-03-19T00:00:00";
    for (args, expected) in [
        (
            &["--start-date", "2025-03-20T00:00:00", "--end-date", day][..],
            "--start-date 2025-03-20T00:00:00 is after --end-date 2025-03-19T00:00:00",
        ),
        // 01:00 in Korea.
        (&["--start-date", "2025-03-18T16:00:00Z", "--end-date", day], "is after"),
        (&["--start-date", day], "--end-date"),
        (&["--last", "7d", "--start-date", day, "--end-date", day], "cannot be used with"),
        (&["--last", "0d"], "such as 7d"),
        (&["--last", "7"], "such as 7d"),
        (&["--last", "99999999999d"], "--last is before"),
        (&["--start-date", "yesterday", "--end-date", day], "expected a date and time such as"),
        (&[], "--start-date"),
    ] {
        let outcome = Session::at(&closed()).run(&[&["stats", "count"], args].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}: {}", outcome.err);
        assert!(outcome.err.contains(expected), "{expected}: {}", outcome.err);
    }
}
