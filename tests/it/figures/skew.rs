//! R4: a wrong clock costs at most one extra request, and a wrong key causes exactly one request.

use jiff::SignedDuration;
use ncloud_dataflow::{Client, Credentials, Environment};
use ncloud_dataflow_emulator::Emulator;
use ncloud_testing::{FakeClock, Scale, record};

/// Returns the numbers of requests of the first and the second call, and true if both succeeded.
async fn requests(offset: SignedDuration, secret: &str) -> (usize, usize, bool) {
    let clock = FakeClock::new();
    let emulator = Emulator::builder().clock(clock.clone()).clock_offset(offset).key("AK_TEST", "SK_TEST").start();
    let emulator = emulator.await.unwrap();
    let builder = Client::builder().environment(Environment::empty()).endpoint(emulator.endpoint()).clock(clock);
    let client = builder.credentials(Credentials::new("AK_TEST", secret).unwrap()).build().await.unwrap();
    let first = client.get_job("gqigvHhTu7ra").send().await.is_ok();
    let after_first = emulator.requests();
    let second = client.get_job("gqigvHhTu7ra").send().await.is_ok();
    (after_first, emulator.requests() - after_first, first && second)
}

#[tokio::test]
async fn r04_a_wrong_clock_is_corrected() {
    let scale = Scale::from_process();
    let half_hours = (-48..=48).map(|half| SignedDuration::from_mins(half * 30));
    let around_the_window = (18..=36).map(|tens| SignedDuration::from_secs(tens * 10));
    let offsets = half_hours.chain(around_the_window.clone()).chain(around_the_window.map(|offset| -offset));
    let mut count = 0;
    for offset in offsets {
        let (first, second, well) = requests(offset, "SK_TEST").await;
        assert!(well && first <= 2 && second == 1, "{offset}: {first} requests, then {second}; well: {well}");
        count += 1;
    }
    assert_eq!(requests(SignedDuration::ZERO, "wrong").await, (1, 1, false));
    record!(scale, "R4", format!("{count} offsets: all well with at most 2 requests, then 1; a wrong key 1 request"));
}
