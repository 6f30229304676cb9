//! R5, R13, R14 and R18: with any server, a call ends in time, within its memory, and with a documented result.

use crate::gateway::{Gateway, Reply, ok, whole};
use ncloud_dataflow::runtime::Request;
use ncloud_dataflow::runtime::clock::Clock;
use ncloud_dataflow::runtime::operation::Operation;
use ncloud_dataflow::{Client, Credentials, Environment, ErrorKind, Options, operations};
use ncloud_testing::{FakeClock, Random, Scale, record};
use std::fs;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

const EMPTY: &str = r#"{"list":[]}"#;
/// Timeout of an attempt to a silent server.
const SHORT: Duration = Duration::from_millis(300);
/// Maximum delay of the end of a call after its timeout.
const GRACE: Duration = Duration::from_millis(500);

async fn client(gateway: &Gateway) -> Client {
    let builder =
        Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint()).clock(FakeClock::new());
    let builder = builder.attempt_timeout(SHORT).stall_timeout(SHORT).connect_timeout(SHORT).attempts(2);
    builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap()
}

/// Returns a complete response that is a success for most operations.
fn fine() -> Vec<u8> {
    whole(200, "content-type: application/json\r\n", EMPTY)
}

/// Behavior of a server, with a name.
pub(super) type Script = (&'static str, fn(&mut Random) -> Reply);

/// Fast behaviors of servers.
pub(super) fn scripts() -> Vec<Script> {
    let mut all: Vec<Script> = vec![
        ("fine", |_| Reply::Bytes(fine())),
        ("closed immediately", |_| Reply::Close(Vec::new())),
        ("reset immediately", |_| Reply::Reset(Vec::new())),
        ("cut in the head", |random| Reply::Close(fine()[..random.below(60)].to_vec())),
        ("cut in the body", |random| Reply::Close(fine()[..fine().len() - 1 - random.below(5)].to_vec())),
        ("reset in the body", |random| Reply::Reset(fine()[..fine().len() - 1 - random.below(5)].to_vec())),
        ("cut without framing", |_| Reply::Close(b"HTTP/1.0 200 OK\r\n\r\n{\"list\":[{\"a\":".to_vec())),
        ("whole without framing", |_| Reply::Close(b"HTTP/1.0 200 OK\r\n\r\n{\"list\":[]}".to_vec())),
        ("two lengths", |_| {
            Reply::Close(b"HTTP/1.1 200 OK\r\ncontent-length: 11\r\ncontent-length: 5\r\n\r\n{\"list\":[]}".to_vec())
        }),
        ("negative length", |_| Reply::Close(b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{\"list\":[]}".to_vec())),
        ("huge length", |_| Reply::Close(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999\r\n\r\n".to_vec())),
        ("length too large", |_| Reply::Close(whole(200, "x: y\r\n", EMPTY)[..40].to_vec())),
        ("length and chunks", |_| {
            Reply::Close(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nb\r\n{\"list\":[]}\r\n0\r\n\r\n".to_vec())
        }),
        ("chunks", |_| {
            Reply::Bytes(
                b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nb\r\n{\"list\":[]}\r\n0\r\n\r\n".to_vec(),
            )
        }),
        ("broken chunks", |_| {
            Reply::Close(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{\"list\":[]}\r\n".to_vec())
        }),
        ("cut chunks", |_| {
            Reply::Close(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nb\r\n{\"list\"".to_vec())
        }),
        ("garbage", |random| Reply::Close((0..random.below(300)).map(|_| random.number().to_le_bytes()[0]).collect())),
        ("not HTTP", |_| Reply::Close(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec())),
        ("endless head", |_| {
            Reply::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x: yyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(64))
        }),
        ("endless line", |_| Reply::Endless(b"HTTP/1.1 200 OK\r\nx: ".to_vec(), vec![b'y'; 4096])),
        ("switching protocols", |_| {
            Reply::Close(b"HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n".to_vec())
        }),
        ("204 with a body", |_| Reply::Close(b"HTTP/1.1 204 X\r\ncontent-length: 11\r\n\r\n{\"list\":[]}".to_vec())),
        ("205", |_| Reply::Close(b"HTTP/1.1 205 X\r\ncontent-length: 0\r\n\r\n".to_vec())),
        ("304", |_| Reply::Close(b"HTTP/1.1 304 X\r\n\r\n".to_vec())),
        ("999", |_| Reply::Bytes(whole(999, "", ""))),
        ("099", |_| Reply::Close(b"HTTP/1.1 099 X\r\ncontent-length: 0\r\n\r\n".to_vec())),
        ("gzip", |_| Reply::Bytes(whole(200, "content-encoding: gzip\r\n", "x"))),
        ("identity, gzip", |_| {
            Reply::Bytes(whole(200, "content-encoding: identity\r\ncontent-encoding: gzip\r\n", "x"))
        }),
        ("stacked", |_| Reply::Bytes(whole(200, "content-encoding: gzip, gzip\r\n", "x"))),
        ("redirect", |_| Reply::Bytes(whole(302, "location: http://127.0.0.1:1/\r\n", ""))),
        ("bytes behind the answer", |_| Reply::Close([fine(), fine()].concat())),
        ("one 100", |_| Reply::Bytes([b"HTTP/1.1 100 Continue\r\n\r\n".to_vec(), fine()].concat())),
        ("not JSON", |_| Reply::Bytes(whole(200, "", "<html>"))),
        ("invalid UTF-8", |_| Reply::Close(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n\xff\xfe".to_vec())),
        ("deep", |_| Reply::Bytes(whole(200, "", &"[".repeat(10_000)))),
        ("envelope", |_| Reply::Bytes(whole(200, "", r#"{"error":{"errorCode":900}}"#))),
        ("false", |_| Reply::Bytes(whole(200, "", "false"))),
        ("true", |_| Reply::Bytes(whole(200, "", "true"))),
        ("empty", |_| Reply::Bytes(whole(200, "", ""))),
    ];
    all.extend([
        ("400", (|_| Reply::Bytes(whole(400, "", r#"{"error":{"errorCode":"100"}}"#))) as fn(&mut Random) -> Reply),
        ("401", |_| Reply::Bytes(whole(401, "", "<html>no</html>"))),
        ("404", |_| Reply::Bytes(whole(404, "", r#"{"detail":"no","errorType":"x"}"#))),
        ("429", |_| Reply::Bytes(whole(429, "retry-after: 2\r\n", ""))),
        ("500", |_| Reply::Bytes(whole(500, "", "\u{1b}[31m"))),
        ("503", |_| Reply::Bytes(whole(503, "", ""))),
        ("504", |_| Reply::Bytes(whole(504, "", ""))),
    ]);
    all
}

/// Returns slow behaviors. Each takes the whole timeout of an attempt.
fn slow_scripts() -> Vec<Script> {
    vec![
        ("silence", |_| Reply::Hold(Vec::new())),
        ("drip in the head", |_| Reply::Drip(fine(), Duration::from_millis(100))),
        ("drip in the body", |_| {
            let head = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n".to_vec();
            Reply::Drip([head, vec![b' '; 1000]].concat(), Duration::from_millis(10))
        }),
        ("endless 100", |_| Reply::Endless(Vec::new(), b"HTTP/1.1 100 Continue\r\n\r\n".to_vec())),
        ("silence in the body", |_| Reply::Hold(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec())),
    ]
}

/// Creates a request of an operation with values for all required parameters and fields.
fn filled(client: &Client, operation: &'static Operation) -> Request {
    let mut request = client.request(operation);
    for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
        request.set(parameter.name, &"2025-03-19T00:00:00");
    }
    if operation.body.is_some() {
        request.body(&serde_json::json!({}));
    }
    request.with(Options::new().unchecked());
    request
}

/// Returns true for the error kinds that a response, or a missing response, may cause.
fn is_documented(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Connect
            | ErrorKind::Timeout
            | ErrorKind::ConnectionLost
            | ErrorKind::OutcomeUnknown
            | ErrorKind::Service
            | ErrorKind::Decode
            | ErrorKind::TooLarge
            | ErrorKind::Redirect
            | ErrorKind::Clock
    )
}

#[tokio::test]
async fn r05_every_call_ends_in_a_documented_way() {
    let scale = Scale::from_process();
    let scripts = scripts();
    let rounds = scale.of(100_000).div_ceil(scripts.len() * operations::OPERATIONS.len());
    let (mut calls, mut well, mut latest) = (0, 0, Duration::ZERO);
    for (number, (name, script)) in scripts.iter().enumerate() {
        let (script, random) = (*script, std::sync::Mutex::new(Random::new(number as u64)));
        let gateway = Gateway::start(move |_| script(&mut random.lock().unwrap()));
        let client = client(&gateway).await;
        for _ in 0..rounds {
            for operation in operations::OPERATIONS {
                let start = Instant::now();
                let outcome = filled(&client, operation).send::<serde_json::Value>().await;
                latest = latest.max(start.elapsed());
                calls += 1;
                match outcome {
                    Ok(_) => well += 1,
                    Err(error) => {
                        assert!(is_documented(error.kind()), "{name}: {error}");
                        assert_eq!(error.operation(), Some(operation.id), "{name}: {error}");
                        assert!(error.to_string().len() <= 1024, "{name}: {error}");
                    }
                }
            }
        }
    }
    // At most two attempts. Pauses take no real time here.
    assert!(!scale.is_full() || latest <= SHORT * 2 + GRACE, "{latest:?}");
    record!(
        scale,
        "R5",
        format!(
            "{calls} calls by {} scripts: {well} well, all others a documented error; the longest took {latest:.1?}",
            scripts.len()
        ),
    );
}

#[tokio::test]
async fn r05_no_response_goes_to_another_call() {
    // Each response names its request. Some responses have extra bytes that look like a response to the next request.
    let gateway = Gateway::start(|request| {
        let id = request.target().rsplit('/').next().unwrap().to_owned();
        let answer = whole(200, "", &format!(r#"{{"jobId":"{id}"}}"#));
        match id.len() % 2 {
            0 => Reply::Bytes([answer, whole(200, "", r#"{"jobId":"of-another"}"#)].concat()),
            _ => Reply::Bytes(answer),
        }
    });
    let client = client(&gateway).await;
    for number in 0..Scale::from_process().of(20_000) {
        let id = "x".repeat(1 + number % 7);
        // A connection with extra bytes may be closed, but must never mix responses.
        if let Ok(job) = client.get_job(id.as_str()).send().await {
            assert_eq!(job.job_id.as_deref(), Some(&*id));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r05_concurrent_calls_end_if_half_of_the_connections_break() {
    let random = std::sync::Mutex::new(Random::new(47));
    let gateway = Arc::new(Gateway::start(move |_| match random.lock().unwrap().chance(0.5) {
        true => Reply::Reset(Vec::new()),
        false => ok(EMPTY),
    }));
    let client = client(&gateway).await.clone();
    let callers = Scale::from_process().of(1000).max(50);
    let crowd: Vec<_> = (0..callers)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.get_job_executions("job").send().await.map(drop) })
        })
        .collect();
    for caller in crowd {
        if let Err(error) = caller.await.unwrap() {
            assert!(is_documented(error.kind()), "{error}");
        }
    }
    drop(client);
    assert!(gateway.connections() <= callers * 2, "{} connections of {callers} callers", gateway.connections());
    assert!(gateway.open() <= callers, "{} connections stay open", gateway.open());
}

/// Returns the peak memory of this process in bytes.
fn peak_memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

#[tokio::test]
async fn r13_a_response_over_the_limit_is_aborted() {
    const MIB: usize = 1 << 20;
    let scale = Scale::from_process();
    let zeros = || b"0".repeat(64 * 1024);
    let chunk = || [b"10000\r\n".to_vec(), zeros(), b"\r\n".to_vec()].concat();
    let head = |lines: &str| format!("HTTP/1.1 200 OK\r\n{lines}\r\n").into_bytes();
    let before = peak_memory();
    let mut results = Vec::new();
    for (name, first, again, kind) in [
        ("announced", head("content-length: 1073741824\r\n"), zeros(), ErrorKind::TooLarge),
        ("endless chunks", head("transfer-encoding: chunked\r\n"), chunk(), ErrorKind::TooLarge),
        ("without a length", head("connection: close\r\n"), zeros(), ErrorKind::TooLarge),
        ("compressed", head("content-encoding: gzip\r\nconnection: close\r\n"), zeros(), ErrorKind::Decode),
    ] {
        let gateway = Gateway::start(move |_| Reply::Endless(first.clone(), again.clone()));
        let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint());
        let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
        let start = Instant::now();
        let error = client.get_job_executions("job").send().await.unwrap_err();
        let took = start.elapsed();
        assert_eq!(error.kind(), kind, "{name}: {error}");
        drop(client);
        // The system's socket buffers hold the bytes that were sent but not read.
        let written = gateway.written() / MIB;
        assert!(written <= 33 + 12, "{name}: {written} MiB were taken");
        assert!(!scale.is_full() || took <= Duration::from_secs(2), "{name}: {took:?}");
        results.push(format!("{name} {written} MiB in {took:.1?}"));
    }
    let grown = peak_memory().saturating_sub(before) / MIB;
    assert!(!scale.is_full() || grown <= 100, "{grown} MiB");
    record!(scale, "R13", format!("{}; {grown} MiB more memory", results.join(", ")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r14_a_call_ends_at_its_timeout() {
    let scale = Scale::from_process();
    let scripts = slow_scripts();
    let runs = scale.of(1000).div_ceil(scripts.len());
    let (mut count, mut latest) = (0, Duration::ZERO);
    for (name, script) in scripts {
        let gateway = Gateway::start(move |_| script(&mut Random::new(14)));
        let client = client(&gateway).await;
        let run = || {
            let request = client.get_job_executions("job").with(Options::new().attempts(1));
            tokio::spawn(async move {
                let start = Instant::now();
                let error = request.send().await.unwrap_err();
                (error, start.elapsed())
            })
        };
        // Only a few concurrently: servers that write endlessly would take CPU time from the measured calls.
        for group in (0..runs).collect::<Vec<_>>().chunks(8) {
            let group: Vec<_> = group.iter().map(|_| run()).collect();
            for call in group {
                let (error, took) = call.await.unwrap();
                assert_eq!(error.kind(), ErrorKind::Timeout, "{name}: {error}");
                latest = latest.max(took);
                count += 1;
            }
        }
    }
    assert!(!scale.is_full() || latest <= SHORT + GRACE, "{latest:?}");
    record!(scale, "R14", format!("{count} calls with a limit of {SHORT:?}: the last one ended after {latest:.1?}"));
}

#[tokio::test]
async fn r18_a_dropped_call_has_no_later_effect() {
    let scale = Scale::from_process();
    // The start of each request of a dropped call. The signed time has it, even if the server reads the request later.
    let began: Arc<std::sync::Mutex<Vec<(usize, u128)>>> = Arc::default();
    let (random, noted) = (std::sync::Mutex::new(Random::new(18)), Arc::clone(&began));
    let gateway = Gateway::start(move |request| {
        let id = request.target().rsplit('/').next().unwrap().to_owned();
        if let Some(number) = id.strip_prefix("dropped-") {
            let stamp = request.header("x-ncp-apigw-timestamp").unwrap().parse().unwrap();
            noted.lock().unwrap().push((number.parse().unwrap(), stamp));
        }
        match random.lock().unwrap().below(4) {
            0 => Reply::Bytes(whole(503, "", "")),
            _ => ok(&format!(r#"{{"jobId":"{id}"}}"#)),
        }
    });
    let clock = FakeClock::new();
    let builder = Client::builder().environment(Environment::empty()).endpoint(gateway.endpoint()).clock(clock.clone());
    let client = builder.credentials(Credentials::new("AK_TEST", "SK_TEST").unwrap()).build().await.unwrap();
    let (points, mut random) = (scale.of(10_000), Random::new(81));
    let mut drops = Vec::with_capacity(points);
    for number in 0..points {
        let polls = random.below(12);
        let mut call = Box::pin(client.get_job(format!("dropped-{number}")).send());
        for _ in 0..polls {
            let once = std::future::poll_fn(|context| std::task::Poll::Ready(call.as_mut().poll(context).is_ready()));
            if once.await {
                break;
            }
            tokio::task::yield_now().await;
        }
        drop(call);
        drops.push(clock.now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis());
        clock.advance(Duration::from_millis(10));
        // A call that is not dropped gets its own response.
        let id = format!("next-{number}");
        if let Ok(job) = client.get_job(id.as_str()).send().await {
            assert_eq!(job.job_id.as_deref(), Some(&*id));
        }
    }
    let began = began.lock().unwrap();
    for (number, stamp) in began.iter() {
        assert!(*stamp <= drops[*number], "a request of call {number} began after the call was dropped");
    }
    record!(
        scale,
        "R18",
        format!(
            "{points} calls dropped at random points, {} requests of theirs, none began after a drop; every next call got its own answer",
            began.len()
        )
    );
}
