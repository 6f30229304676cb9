//! Time limits of a connection, under a paused clock.

use crate::emulator::Emulator;
use crate::http::connection_state::{BODY_TIMEOUT, HEAD_TIMEOUT, IDLE_TIMEOUT};
use crate::http::server::{self, DRAIN_TIMEOUT};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, advance};

/// Returns the client's end of a served connection, and the sender that drains it.
fn connect() -> (DuplexStream, watch::Sender<bool>) {
    let (client, served) = tokio::io::duplex(1 << 16);
    let site = Emulator::builder().site(None).expect("valid settings");
    let (drain, draining) = watch::channel(false);
    tokio::spawn(server::serve(served, None, Arc::new(site), draining));
    (client, drain)
}

/// Reads until the connection is closed. Returns the bytes, and the time that it took.
async fn read_all(client: &mut DuplexStream) -> (String, Duration) {
    let start = Instant::now();
    let mut received = Vec::new();
    client.read_to_end(&mut received).await.expect("a closed connection");
    (String::from_utf8(received).expect("UTF-8"), start.elapsed())
}

async fn send(client: &mut DuplexStream, text: &str) {
    client.write_all(text.as_bytes()).await.expect("an open connection");
}

/// Reads the head of a response.
async fn read_head(client: &mut DuplexStream) -> String {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        head.push(client.read_u8().await.expect("an open connection").into());
    }
    head
}

#[tokio::test(start_paused = true)]
async fn slow_head_is_closed_after_the_head_timeout() {
    let (mut client, _drain) = connect();
    for byte in "GET /healthz HT".chars() {
        send(&mut client, &byte.to_string()).await;
        tokio::task::yield_now().await;
        advance(Duration::from_millis(500)).await;
    }
    let (received, waited) = read_all(&mut client).await;
    assert_eq!(received, "");
    let total = waited + Duration::from_millis(500 * 15);
    assert!(total >= HEAD_TIMEOUT && total < HEAD_TIMEOUT + Duration::from_millis(10), "{total:?}");
}

#[tokio::test(start_paused = true)]
async fn idle_connection_is_closed_after_the_idle_timeout() {
    let (mut client, _drain) = connect();
    send(&mut client, "HEAD /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(read_head(&mut client).await.starts_with("HTTP/1.1 200 OK"));
    advance(HEAD_TIMEOUT * 2).await;
    send(&mut client, "HEAD /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(read_head(&mut client).await.starts_with("HTTP/1.1 200 OK"));
    let (received, waited) = read_all(&mut client).await;
    assert_eq!(received, "");
    assert!(waited >= IDLE_TIMEOUT && waited < IDLE_TIMEOUT + Duration::from_millis(10), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn stalled_body_is_closed_after_the_body_timeout() {
    for length in ["content-length: 9", "transfer-encoding: chunked"] {
        let (mut client, _drain) = connect();
        send(&mut client, &format!("POST /api/v1/jobs HTTP/1.1\r\nhost: a\r\n{length}\r\n\r\n5")).await;
        let (_, waited) = read_all(&mut client).await;
        assert!(waited >= BODY_TIMEOUT && waited < BODY_TIMEOUT + Duration::from_millis(10), "{length}: {waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn slow_body_is_read_to_its_end() {
    let (mut client, _drain) = connect();
    send(&mut client, "POST /api/v1/jobs HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 9\r\n\r\n").await;
    for _ in 0..9 {
        tokio::task::yield_now().await;
        advance(BODY_TIMEOUT - Duration::from_millis(1)).await;
        send(&mut client, "x").await;
    }
    let (received, _) = read_all(&mut client).await;
    assert!(received.starts_with("HTTP/1.1 401 "), "{received}");
}

#[tokio::test(start_paused = true)]
async fn draining_closes_an_idle_connection_and_finishes_a_request() {
    let (mut idle, drain) = connect();
    send(&mut idle, "HEAD /healthz HTTP/1.1\r\nhost: a\r\n\r\n").await;
    read_head(&mut idle).await;
    drain.send(true).expect("a served connection");
    assert_eq!(read_all(&mut idle).await, (String::new(), Duration::ZERO));

    let (mut busy, drain) = connect();
    send(&mut busy, "POST /api/v1/jobs HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n").await;
    tokio::task::yield_now().await;
    drain.send(true).expect("a served connection");
    tokio::task::yield_now().await;
    send(&mut busy, "123456789").await;
    let (received, _) = read_all(&mut busy).await;
    assert!(received.starts_with("HTTP/1.1 401 ") && received.contains("connection: close"), "{received}");
}

#[tokio::test(start_paused = true)]
async fn pipelined_requests_are_checked_one_by_one() {
    let (mut client, _drain) = connect();
    let good = "GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n";
    let body = "POST /api/v1/jobs HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\n#\r\n#";
    let bad = "GET /healthz#x HTTP/1.1\r\nhost: a\r\n\r\n";
    send(&mut client, &[good, body, good, bad, good].concat()).await;
    let (received, _) = read_all(&mut client).await;
    let statuses: Vec<&str> = received.split("HTTP/1.1 ").skip(1).map(|response| &response[..3]).collect();
    assert_eq!(statuses, ["200", "401", "200", "400"], "the connection closes after the bad one: {received}");
}

#[tokio::test(start_paused = true)]
async fn draining_ends_after_the_drain_timeout() {
    let (mut client, served) = tokio::io::duplex(1 << 16);
    let site = Emulator::builder().site(None).expect("valid settings");
    let (drain, draining) = watch::channel(false);
    let mut connections = JoinSet::new();
    connections.spawn(server::serve(served, None, Arc::new(site), draining));
    send(&mut client, "POST /api/v1/jobs HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n").await;
    tokio::task::yield_now().await;
    let start = Instant::now();
    drain.send(true).expect("a served connection");
    server::finish(&mut connections).await;
    let waited = start.elapsed();
    assert!(waited >= DRAIN_TIMEOUT && waited < DRAIN_TIMEOUT + Duration::from_millis(10), "{waited:?}");
    assert_eq!(connections.len(), 1, "the request is still in flight");
}
