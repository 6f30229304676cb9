//! Invalid input: the emulator returns an error or closes the connection, and continues to serve others.

use crate::wire::{Raw, builder, connect, cut_off, exchange, start};
use ncloud_dataflow_emulator::Emulator;
use std::io::{Read, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

const TARGET: &str = "/api/v1/jobs/gqigvHhTu7ra/executions";
const MEGABYTE: usize = 1 << 20;

static PANICS: AtomicUsize = AtomicUsize::new(0);

/// Starts to count panics on emulator threads.
fn watch_panics() {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().name() == Some("emulator") {
                PANICS.fetch_add(1, Ordering::SeqCst);
            }
            usual(info);
        }));
    });
}

#[track_caller]
fn check_alive(emulator: &Emulator) {
    assert_eq!(Raw::signed("GET", TARGET).send(emulator).status, 200);
    assert_eq!(PANICS.load(Ordering::SeqCst), 0);
}

/// Returns reproducible random bytes.
fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let next = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    (0..length).map(next).collect()
}

#[tokio::test]
async fn truncated_requests_are_rejected() {
    watch_panics();
    let emulator = start(builder()).await;
    let whole = Raw::signed("GET", TARGET).json("{}").bytes();
    for end in 0..whole.len() {
        if let Some(response) = cut_off(&emulator, &whole[..end]) {
            assert!((400..500).contains(&response.status), "{end} bytes: {response:?}");
        }
    }
    check_alive(&emulator);
}

#[tokio::test]
async fn garbage_is_rejected() {
    watch_panics();
    let emulator = start(builder()).await;
    let mut requests: Vec<Vec<u8>> = (0..200).map(|seed| noise(seed, 64 + 7 * seed as usize)).collect();
    for text in
        ["\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "\0", "\u{16}\u{3}"]
    {
        requests.push(text.as_bytes().to_vec());
    }
    let line = |line: &str| format!("GET {TARGET} HTTP/1.1\r\nhost: x\r\n{line}\r\n\r\n").into_bytes();
    requests
        .extend([": x", "x y: z", "content-length: -1", "content-length: 99999999999999999999", "a\0b: c"].map(line));
    requests.push(line("content-length: 1\r\ncontent-length: 2"));
    requests.push([line("transfer-encoding: chunked"), b"zz\r\n".to_vec()].concat());
    for request in requests {
        if let Some(response) = cut_off(&emulator, &request) {
            assert!((400..500).contains(&response.status), "{request:?}: {response:?}");
        }
    }
    check_alive(&emulator);
}

#[tokio::test]
async fn mutated_byte_never_causes_a_panic() {
    watch_panics();
    let emulator = start(builder()).await;
    let whole = Raw::signed("GET", TARGET).bytes();
    for (index, replacement) in (0..whole.len()).zip(noise(7, whole.len())) {
        let mut request = whole.clone();
        request[index] = replacement;
        cut_off(&emulator, &request);
    }
    check_alive(&emulator);
}

#[tokio::test]
async fn huge_heads_are_rejected() {
    watch_panics();
    let emulator = start(builder()).await;
    let long = "x".repeat(MEGABYTE);
    let many = (0..5000).fold(Raw::signed("GET", TARGET), |request, n| request.header(&format!("x-{n}"), "y"));
    for request in [
        Raw::signed("GET", TARGET).header("x-long", &long),
        Raw::signed("GET", &format!("{TARGET}?x={long}")),
        Raw { method: long.clone(), ..Raw::signed("GET", TARGET) },
        many,
    ] {
        if let Some(response) = cut_off(&emulator, &request.bytes()) {
            assert!((400..500).contains(&response.status), "{response:?}");
        }
    }
    check_alive(&emulator);
}

#[tokio::test]
async fn body_size_is_limited() {
    let emulator = start(builder()).await;
    let fits = Raw::signed("GET", TARGET).json(&"x".repeat(MEGABYTE));
    assert_eq!(fits.send(&emulator).status, 200, "a listing takes no body and ignores it");
    // The length is checked before the signature, so this body is never sent.
    let unsent = Raw { headers: Vec::new(), ..fits.clone() };
    let unsent = unsent.header("host", "x").header("connection", "close").header("content-length", "1048577");
    exchange(&emulator, &Raw { body: Vec::new(), ..unsent }.bytes()).expect("a response").assert_error(
        413,
        "430",
        "Request Entity Too Large",
    );
    let chunk = [b"100000\r\n".as_slice(), &vec![b'x'; MEGABYTE], b"\r\n"].concat();
    let mut chunked = Raw::signed("GET", TARGET).header("transfer-encoding", "chunked");
    chunked.body = [chunk.as_slice(), b"1\r\nx\r\n0\r\n\r\n"].concat();
    if let Some(response) = cut_off(&emulator, &chunked.bytes()) {
        response.assert_error(413, "430", "Request Entity Too Large");
    }
    check_alive(&emulator);
}

#[tokio::test]
async fn slow_requests_do_not_block_others() {
    let emulator = start(builder()).await;
    let whole = Raw::signed("GET", TARGET).bytes();
    let mut slow: Vec<_> = (0..20).map(|_| connect(&emulator)).collect();
    for byte in &whole[..whole.len() - 1] {
        for stream in &mut slow {
            stream.write_all(&[*byte]).expect("an open connection");
        }
    }
    check_alive(&emulator);
    for mut stream in slow {
        stream.write_all(&whole[whole.len() - 1..]).expect("an open connection");
        let mut received = String::new();
        stream.read_to_string(&mut received).expect("a response");
        assert!(received.starts_with("HTTP/1.1 200 OK"), "{received}");
    }
}

#[tokio::test]
async fn connection_serves_many_requests() {
    let emulator = start(builder()).await;
    let mut request = Raw::signed("GET", TARGET);
    request.headers.retain(|(name, _)| name != "connection");
    let last = Raw::signed("GET", TARGET);
    let all = [request.bytes(), request.bytes(), last.bytes()].concat();
    let mut stream = connect(&emulator);
    stream.write_all(&all).expect("an open connection");
    let mut received = String::new();
    stream.read_to_string(&mut received).expect("three responses");
    assert_eq!(received.matches("HTTP/1.1 200 OK").count(), 3);
    assert_eq!(emulator.requests(), 3);
}
