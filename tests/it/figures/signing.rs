//! R1 to R3: signatures are correct, match the sent request, and are new for each attempt.

use crate::gateway::{Gateway, Reply, by_ring, is_signed, ok, whole};
use crate::signature::by_openssl;
use ncloud_dataflow::runtime::clock::{Clock, System};
use ncloud_dataflow::runtime::sign::{Secret, sign};
use ncloud_dataflow::{Client, Credentials, Environment, operations};
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::UNIX_EPOCH;

const EMPTY: &str = r#"{"list":[]}"#;

async fn client(endpoint: &str, clock: Arc<dyn Clock>) -> Client {
    let builder = Client::builder().environment(Environment::empty()).endpoint(endpoint).clock(clock);
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

#[test]
fn r01_signatures_match_two_other_implementations() {
    let scale = Scale::from_process();
    let mut random = Random::new(1);
    let one = |random: &mut Random| {
        let method = *random.choose(&["GET", "POST", "PUT", "PATCH", "DELETE"]);
        let (target, secret) = (format!("/{}?x={}", random.text(40), random.text(40)), random.text(80));
        let (timestamp, access_key) = (random.number().to_string(), random.text(20));
        let ours = sign(method, &target, &timestamp, &access_key, &Secret::new(secret.clone()));
        (ours, (method, target, timestamp, access_key, secret))
    };
    let (by_library, by_program) = (scale.of(100_000), scale.of(2_000));
    for _ in 0..by_library {
        let (ours, (method, target, timestamp, access_key, secret)) = one(&mut random);
        assert_eq!(ours, by_ring(method, &target, &timestamp, &access_key, &secret));
    }
    for _ in 0..by_program {
        let (ours, (method, target, timestamp, access_key, secret)) = one(&mut random);
        assert_eq!(ours, by_openssl(method, &target, &timestamp, &access_key, &secret));
    }
    record!(
        scale,
        "R1",
        format!(
            "published vectors exact (test `signature`); {by_library} random cases equal to ring, {by_program} to OpenSSL"
        )
    );
}

/// Creates a request with random parameters for an operation with path and query strings.
fn request(client: &Client, random: &mut Random) -> ncloud_dataflow::runtime::Request {
    let mut request = client.request(match random.below(4) {
        0 => &operations::GET_JOB,
        1 => &operations::GET_JOBS,
        2 => &operations::GET_JOB_EXECUTION,
        _ => &operations::GET_WORKFLOW_EXECUTIONS,
    });
    for parameter in request.operation().parameters {
        let value = match parameter.name {
            "page" | "limit" => (1 + random.below(5000)).to_string(),
            _ => random.text(30),
        };
        if parameter.required || random.chance(0.7) {
            request.set(parameter.name, &value);
        }
    }
    request
}

#[tokio::test]
async fn r02_the_signed_target_is_the_sent_target() {
    let scale = Scale::from_process();
    // In process: no URL type in use changes a target.
    let client = client("http://127.0.0.1:1", FakeClock::new()).await;
    let mut random = Random::new(2);
    let (sets, mut refused) = (scale.of(1_000_000), 0);
    for _ in 0..sets {
        let Ok(target) = request(&client, &mut random).target() else {
            refused += 1;
            continue;
        };
        let url = url::Url::parse(&format!("http://127.0.0.1:1{target}")).unwrap();
        let sent = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        assert_eq!(sent, target);
        let uri: http::Uri = target.parse().unwrap();
        assert_eq!(uri.path_and_query().unwrap().as_str(), target);
    }
    // Over sockets: another implementation computes the same signature for the raw request line.
    let gateway = Gateway::start(|request| match is_signed(request, "SK_TEST") {
        true => ok(EMPTY),
        false => Reply::Close(whole(401, "", "")),
    });
    let client = self::client(gateway.endpoint(), FakeClock::new()).await;
    let sockets = scale.of(200_000);
    let mut sent = 0;
    for _ in 0..sockets {
        let request = request(&client, &mut random);
        if request.target().is_ok() {
            request.send::<serde_json::Value>().await.unwrap();
            sent += 1;
        }
    }
    assert_eq!(gateway.requests(), sent);
    record!(
        scale,
        "R2",
        format!(
            "0 mismatches in {sets} parameter sets ({refused} refused as dot segments), 0 refusals of {sent} requests"
        ),
    );
}

#[tokio::test]
async fn r03_every_attempt_is_signed_when_it_is_sent() {
    let scale = Scale::from_process();
    // In the quick scale the clock only advances in pauses, so the difference must be zero.
    let still = FakeClock::new();
    let clock: Arc<dyn Clock> = if scale.is_full() { Arc::new(System::new()) } else { still.clone() };
    let arrivals: Arc<Mutex<Vec<(u128, String)>>> = Arc::default();
    let (noted, arrival) = (Arc::clone(&arrivals), Arc::clone(&clock));
    let gateway = Gateway::start(move |request| {
        let now = arrival.now().duration_since(UNIX_EPOCH).unwrap().as_millis();
        let stamp: u128 = request.header("x-ncp-apigw-timestamp").unwrap().parse().unwrap();
        let mut noted = noted.lock().unwrap();
        noted.push((now.abs_diff(stamp), format!("{stamp} {}", request.header("x-ncp-apigw-signature-v2").unwrap())));
        match noted.len() % 5 {
            0 => Reply::Close(whole(503, "", "")),
            _ => ok(EMPTY),
        }
    });
    let client = client(gateway.endpoint(), clock).await;
    let attempts = scale.of(50_000);
    while gateway.requests() < attempts {
        client.get_job_executions("job").send().await.unwrap();
    }
    let arrivals = arrivals.lock().unwrap();
    let mut delays: Vec<u128> = arrivals.iter().map(|(delay, _)| *delay).collect();
    delays.sort_unstable();
    let (almost, worst) = (delays[delays.len() * 999 / 1000], delays[delays.len() - 1]);
    assert!(almost <= 100 && worst <= 1000, "{almost} ms, {worst} ms");
    // Every fifth response causes a second attempt, which must not be a copy of the first.
    for pair in arrivals.windows(2).skip(4).step_by(5) {
        assert_ne!(pair[0].1, pair[1].1);
    }
    let distinct: HashSet<&str> = arrivals.iter().map(|(_, pair)| pair.as_str()).collect();
    let count = arrivals.len();
    record!(
        scale,
        "R3",
        format!(
            "{count} attempts: 99.9 % within {almost} ms, all within {worst} ms; {} pairs of time and signature",
            distinct.len()
        ),
    );
}
