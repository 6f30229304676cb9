//! Injected faults on the wire.

use crate::wire::{NOW, Raw, builder, call, exchange, expect, get, start, with_clock};
use jiff::SignedDuration;
use ncloud_dataflow_emulator::{Emulator, Fault};
use ncloud_testing::FakeClock;
use serde_json::{Value, json};
use std::time::Duration;

const LISTING: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";

async fn with(fault: Fault) -> Emulator {
    start(builder().fault(fault, 1.0)).await
}

#[tokio::test]
async fn throttled_response_has_retry_after() {
    let emulator = with(Fault::Throttled).await;
    // The gateway counts requests before it checks signatures, so this applies to unsigned requests too.
    let response = Raw::with_signature("GET", LISTING, "0", "none").send(&emulator);
    response.assert_error(429, "410", "Throttle Limited");
    assert!(response.head.contains("retry-after: 1\r\n"), "{}", response.head);
}

#[tokio::test]
async fn unavailable_comes_in_bursts() {
    let emulator = start(builder().fault(Fault::Unavailable, 0.2).seed(5)).await;
    let statuses: Vec<u16> = (0..200).map(|_| call(&emulator, "GET", LISTING, &Value::Null).status).collect();
    let bursts: Vec<usize> = statuses.chunk_by(|a, b| a == b).filter(|run| run[0] == 503).map(<[u16]>::len).collect();
    assert!(bursts.len() > 3 && bursts.iter().rev().skip(1).all(|length| *length >= 3), "{bursts:?}");
    assert!(statuses.iter().all(|status| matches!(status, 200 | 503)));
}

#[tokio::test]
async fn lost_request_is_carried_out() {
    let emulator = start(builder().fault(Fault::Lost, 0.5).seed(1)).await;
    let body = json!({"name": "job", "type": "SCRIPT"}).to_string();
    let sent = 40;
    let lost =
        (0..sent).filter(|_| exchange(&emulator, &Raw::signed("POST", "/api/v1/jobs").json(&body).bytes()).is_none());
    let lost = lost.count();
    assert!((10..=30).contains(&lost), "{lost} of {sent}");
    let listed = loop {
        if let Some(response) = exchange(&emulator, &Raw::signed("GET", "/api/v1/jobs?name=job").bytes()) {
            break response.json();
        }
    };
    assert_eq!(listed["list"].as_array().map(Vec::len), Some(sent));
}

#[tokio::test]
async fn cut_response_is_never_complete() {
    let emulator = with(Fault::Cut).await;
    for _ in 0..200 {
        let Some(response) = exchange(&emulator, &Raw::signed("GET", LISTING).bytes()) else {
            continue;
        };
        let length = response.head.lines().find_map(|line| line.strip_prefix("content-length: "));
        if let Some(length) = length {
            assert!(response.body.len() < length.parse().expect("a number"), "{response:?}");
        }
    }
}

#[tokio::test]
async fn slow_response_is_complete_in_the_end() {
    let clock = FakeClock::new();
    let emulator = start(with_clock(&clock).fault(Fault::Slow, 1.0)).await;
    let page = get(&emulator, LISTING);
    assert_eq!(page["list"][0]["jobExecutionId"], "fKE22JFX4PAu");
    use ncloud_runtime::clock::Clock;
    assert_eq!(clock.elapsed(), Duration::from_secs(2), "eight pauses of a quarter of a second");
}

#[tokio::test]
async fn new_values_and_fields_are_undocumented() {
    let page = get(&with(Fault::NewValue).await, LISTING);
    let known = get(&start(builder()).await, LISTING);
    assert_eq!(page["list"][0]["jobCondition"]["workerType"], "NEW_VALUE");
    assert_eq!(page["list"][0]["jobId"], known["list"][0]["jobId"]);
    let page = get(&with(Fault::NewField).await, LISTING);
    for object in [&page, &page["list"][0], &page["list"][0]["jobCondition"]] {
        assert_eq!(object["newField"], json!({"since": "tomorrow"}));
    }
    // Rows that are not objects are unchanged.
    let emulator = with(Fault::NewField).await;
    let trigger = "/api/v1/triggers/8bjF7EjNypqG";
    assert_eq!(expect(&emulator, 200, "DELETE", trigger, &Value::Null), json!(true));
}

#[tokio::test]
async fn repeated_page_is_the_first_page() {
    let emulator = start(builder().fill("getJobExecutions", 10).fault(Fault::Repeated, 1.0)).await;
    let first = get(&emulator, &format!("{LISTING}?page=0&limit=2"));
    let third = get(&emulator, &format!("{LISTING}?page=2&limit=2"));
    assert_eq!(first["list"], third["list"]);
}

#[tokio::test]
async fn wrong_clock_rejects_and_sends_its_date() {
    let emulator = start(builder().clock_offset(SignedDuration::from_mins(10))).await;
    let response = Raw::signed("GET", LISTING).send(&emulator);
    response.assert_error(401, "200", "Authentication Failed");
    // Ten minutes after 2023-11-14T22:13:20Z.
    assert!(response.head.contains("date: tue, 14 nov 2023 22:23:20 gmt"), "{}", response.head);
    assert_eq!(Raw::signed_at("GET", LISTING, &(NOW + 600_000).to_string()).send(&emulator).status, 200);
}

#[tokio::test]
async fn invalid_fault_rates_are_rejected_by_name() {
    let error = builder().fault(Fault::Cut, 1.5).start().await.expect_err("no rate");
    assert_eq!(error.to_string(), "the rate of the fault 'cut' must be from 0 to 1, not 1.5");
}
