//! Counts of executions.

use crate::wire::{Raw, call, get, start, with_clock};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

/// Starts an emulator with four executions: the documented one, created on 2025-03-21 at 11:12:54 in Korea, and three
/// of 2023-11-15.
async fn emulator() -> Emulator {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock)).await;
    let body = json!({ "name": "failing", "type": "SCRIPT" });
    let job = call(&emulator, "POST", "/api/v1/jobs", &body).json()["jobId"].clone();
    let failing = format!("/api/v1/jobs/{}/executions", job.as_str().expect("an id"));
    for target in [failing.as_str(), "/api/v1/jobs/gqigvHhTu7ra/executions"] {
        assert_eq!(call(&emulator, "POST", target, &json!({})).status, 200);
    }
    clock.advance(Duration::from_secs(60));
    assert_eq!(call(&emulator, "POST", &failing, &json!({})).status, 200);
    emulator
}

fn ask(emulator: &Emulator, path: &str, start: &str, end: &str) -> Value {
    get(emulator, &format!("/api/v1/stats/{path}?startDate={start}&endDate={end}"))
}

#[tokio::test]
async fn executions_in_a_range_are_counted() {
    let emulator = emulator().await;
    let count = |start: &str, end: &str| {
        let response = ask(&emulator, "executions", start, end);
        [&response["totalCount"], &response["completedCount"], &response["failedCount"]]
            .map(|count| count.as_i64().expect("a number"))
    };
    assert_eq!(count("2023-01-01T00:00:00", "2025-12-31T23:59:59"), [4, 2, 1]);
    assert_eq!(count("2023-11-15T07:13:20", "2023-11-15T07:13:20"), [2, 1, 1]);
    assert_eq!(count("2025-03-21T11:12:55", "2025-03-22T00:00:00"), [0, 0, 0]);
    assert_eq!(count("2025-03-22T00:00:00", "2023-01-01T00:00:00"), [0, 0, 0]);
}

#[tokio::test]
async fn a_day_starts_one_second_after_midnight() {
    let emulator = emulator().await;
    let days = ask(&emulator, "executions-interval", "2025-03-20T00:00:00", "2025-03-21T23:59:59");
    let expected = json!({ "result": [
        { "totalCount": 0, "startDate": "2025-03-20T00:00:01", "endDate": "2025-03-21T00:00:00" },
        { "totalCount": 1, "startDate": "2025-03-21T00:00:01", "endDate": "2025-03-22T00:00:00" },
    ] });
    assert_eq!(days, expected);
    let same = ask(&emulator, "executions-interval", "2025-03-20T00%3A00%3A00", "2025-03-22T00%3A00%3A00");
    assert_eq!(same, expected, "midnight ends a day and begins none");
    let none = ask(&emulator, "executions-interval", "2025-03-21T00:00:00", "2025-03-20T23:59:59");
    assert_eq!(none, json!({ "result": [] }));
}

/// The points of the documented example start at 2025-03-20T07:00:00Z, 16:00 in Korea.
#[tokio::test]
async fn chart_has_a_point_every_two_hours() {
    let emulator = emulator().await;
    let points = ask(&emulator, "executions-times", "2025-03-20T16:30:00", "2025-03-20T22:00:00");
    let example = ncloud_dataflow::operations::EXAMPLES
        .iter()
        .find(|example| example.file == "getExecutionTimes.response.json")
        .expect("an example");
    assert_eq!(points, serde_json::from_str::<Value>(example.text).expect("JSON"));
    let points = ask(&emulator, "executions-times", "2023-11-15T06:00:00", "2023-11-15T06:00:00");
    assert_eq!(points, json!({ "result": [{ "time": 1_699_995_600_000_i64, "value": 3 }] }));
}

#[tokio::test]
async fn dates_in_another_format_are_rejected() {
    let emulator = emulator().await;
    for path in ["executions", "executions-interval", "executions-times"] {
        for (start, end) in [
            ("2025-03-19", "soon"),
            ("2025-03-19T00:00:00%2B09:00", "2025-03-20T00:00:00%2B09:00"),
            ("2025-03-19T00:00:00Z", "2025-03-20T00:00:00Z"),
            ("2025-02-30T00:00:00", "2025-03-20T00:00:00"),
            ("0001-01-01T00:00:00", "9999-12-31T23:59:59"),
        ] {
            let target = format!("/api/v1/stats/{path}?startDate={start}&endDate={end}");
            Raw::signed("GET", &target).send(&emulator).assert_error(400, "-", "bad-parameter");
        }
        let target = format!("/api/v1/stats/{path}?startDate=2025-03-19T00:00:00");
        Raw::signed("GET", &target).send(&emulator).assert_error(400, "-", "bad-parameter");
    }
}

#[tokio::test]
async fn range_length_is_limited() {
    let emulator = emulator().await;
    let days = ask(&emulator, "executions-interval", "1950-01-01T00:00:00", "2049-12-31T23:59:59");
    assert_eq!(days["result"].as_array().map(Vec::len), Some(36_525));
    for path in ["executions-interval", "executions-times"] {
        ask(&emulator, path, "9999-12-30T00:00:00", "9999-12-31T23:59:59");
        ask(&emulator, path, "0001-01-01T00:00:00", "0001-01-01T00:00:00");
    }
}
