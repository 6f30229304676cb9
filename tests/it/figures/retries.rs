//! R7, R11 and R12: reads recover, a failing service gets few retries, and `Retry-After` is obeyed up to a limit.

use crate::gateway::{Gateway, Reply, ok, whole};
use ncloud_dataflow::{Client, Credentials, Environment, ErrorKind};
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const EMPTY: &str = r#"{"list":[]}"#;

async fn client(gateway: &Gateway, clock: Arc<FakeClock>) -> Client {
    let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint()).clock(clock);
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

#[tokio::test]
async fn r07_reads_recover() {
    let scale = Scale::from_process();
    let random = Mutex::new(Random::new(7));
    let gateway = Gateway::start(move |_| {
        let mut random = random.lock().unwrap();
        match random.below(100) {
            0..5 => Reply::Reset(Vec::new()),
            5..7 => Reply::Bytes(whole(503, "", "")),
            7 => Reply::Close(whole(200, "", EMPTY)[..20 + random.below(10)].to_vec()),
            _ => ok(EMPTY),
        }
    });
    let client = client(&gateway, FakeClock::new()).await;
    let calls = scale.of(100_000);
    let mut failed = 0;
    for _ in 0..calls {
        if let Err(error) = client.get_job_executions("job").send().await {
            assert_eq!(error.attempts(), 3, "{error}");
            assert!(matches!(error.kind(), ErrorKind::ConnectionLost | ErrorKind::Service), "{error}");
            failed += 1;
        }
    }
    assert!(failed <= calls.div_ceil(1000) + usize::from(!scale.is_full()), "{failed} of {calls}");
    record!(
        scale,
        "R7",
        format!("{failed} of {calls} reads failed after 3 attempts, each typed; {} requests", gateway.requests()),
    );
}

#[tokio::test]
async fn r11_a_failing_service_gets_few_retries() {
    let scale = Scale::from_process();
    let down = Gateway::start(|_| Reply::Bytes(whole(503, "", "")));
    let client = client(&down, FakeClock::new()).await;
    let calls = scale.of(10_000);
    for _ in 0..calls {
        client.get_job_executions("job").send().await.unwrap_err();
    }
    let requests = down.requests();
    assert!(requests <= calls + 36, "{requests} requests of {calls} calls");

    let turn = AtomicUsize::default();
    let random = Mutex::new(Random::new(11));
    let half = Gateway::start(move |_| {
        turn.fetch_add(1, Ordering::SeqCst);
        match random.lock().unwrap().chance(0.5) {
            true => Reply::Bytes(whole(503, "", "")),
            false => ok(EMPTY),
        }
    });
    let client = self::client(&half, FakeClock::new()).await;
    let half_calls = scale.of(200_000);
    for _ in 0..half_calls {
        let _ = client.get_job_executions("job").send().await;
    }
    // The initial tokens of the quota only become insignificant over many calls.
    let ratio = (half.requests().saturating_sub(36)) as f64 / half_calls as f64;
    assert!(ratio <= 1.2, "{ratio}");
    record!(
        scale,
        "R11",
        format!(
            "down: {requests} requests of {calls} calls; half down: {ratio:.3} requests a call over {half_calls} calls"
        ),
    );
}

#[tokio::test]
async fn r12_retry_after_is_obeyed_up_to_a_limit() {
    let scale = Scale::from_process();
    let mut random = Random::new(12);
    let mut values: Vec<String> = ["0", "1", "59", "60", "61", "86400", "-1", "NaN", "1e400", "", "soon", "1.5", "+3"]
        .map(str::to_owned)
        .to_vec();
    values.push("Tue, 14 Nov 2023 22:14:20 GMT".to_owned());
    values.push("Tue, 14 Nov 2022 22:14:20 GMT".to_owned());
    values.push("Tue, 14 Nov 2033 22:14:20 GMT".to_owned());
    values.push("18446744073709551616".to_owned());
    while values.len() < 1000 {
        values.push(match random.below(3) {
            0 => random.below(200).to_string(),
            1 => random.number().to_string(),
            _ => random.text(12).chars().filter(|character| character.is_ascii_graphic()).collect(),
        });
    }
    let mut longest = Duration::ZERO;
    let mut immediate = 0;
    for value in &values {
        // Some responses have two headers. The longer one applies.
        let twice = if random.chance(0.1) { "retry-after: 1\r\n" } else { "" };
        let headers = format!("date: Tue, 14 Nov 2023 22:13:20 GMT\r\nretry-after: {value}\r\n{twice}");
        let gateway = Gateway::start(move |request| match request.header("x-ncp-apigw-timestamp") {
            Some("1700000000000") => Reply::Close(whole(429, &headers, "")),
            _ => ok(EMPTY),
        });
        let clock = FakeClock::new();
        let outcome = client(&gateway, clock.clone()).await.get_job_executions("job").send().await;
        match outcome {
            Ok(_) => longest = longest.max(*clock.sleeps().iter().max().unwrap()),
            Err(error) => {
                assert_eq!((clock.sleeps().len(), gateway.requests()), (0, 1), "{value}: {error}");
                // A pause of a minute does not fit in the total timeout of a minute.
                assert!(error.retry_after().unwrap() >= Duration::from_secs(60), "{value}");
                immediate += 1;
            }
        }
    }
    assert!(longest <= Duration::from_secs(60) && immediate > 10, "{longest:?}, {immediate}");
    let count = values.len();
    record!(
        scale,
        "R12",
        format!("{count} values: longest wait {longest:?}, {immediate} above the limit told at once")
    );
}
