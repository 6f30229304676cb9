//! The emulator as an HTTP server: methods, targets, limits, and the end.

use crate::wire::{NOW, Raw, builder, call, connect, cut_off, exchange, get, start};
use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const JOB: &str = "/api/v1/jobs/gqigvHhTu7ra";

#[tokio::test]
async fn wrong_method_on_a_known_path_has_allow() {
    let emulator = start(builder()).await;
    for (method, target, allow) in [
        ("PUT", "/api/v1/jobs", "get, head, options, post"),
        ("TRACE", "/api/v1/jobs", "get, head, options, post"),
        ("POST", JOB, "delete, get, head, options, patch"),
        // It is not the job `verify`.
        ("GET", "/api/v1/jobs/verify", "options, post\r\n"),
        ("DELETE", "/api/v1/jobs/verify", "options, post\r\n"),
    ] {
        let response = call(&emulator, method, target, &Value::Null);
        response.assert_error(405, "100", "Bad Request Exception");
        assert!(response.head.contains(&format!("\r\nallow: {allow}")), "{target}: {}", response.head);
    }
    call(&emulator, "PUT", "/api/v1/job", &Value::Null).assert_error(404, "300", "Not Found Exception");
    let unsigned = Raw::with_signature("PUT", "/api/v1/jobs", &NOW.to_string(), "none").send(&emulator);
    unsigned.assert_error(401, "200", "Authentication Failed");
}

#[tokio::test]
async fn options_needs_no_signature() {
    let emulator = start(builder()).await;
    let mut request = Raw::signed("OPTIONS", JOB);
    request.headers.retain(|(name, _)| !name.starts_with("x-ncp"));
    let response = request.send(&emulator);
    assert_eq!((response.status, response.body.len()), (204, 0));
    assert!(response.head.contains("allow: delete, get, head, options, patch"), "{}", response.head);
    let unknown = Raw { target: "/nothing".to_owned(), ..request };
    unknown.send(&emulator).assert_error(401, "200", "Authentication Failed");
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let emulator = start(builder()).await;
    let headers = |head: &str| -> Vec<String> {
        let kept = |line: &&str| !line.starts_with("x-ncp-request-id");
        head.lines().filter(kept).map(str::to_owned).collect()
    };
    for target in [JOB, "/api/v1/jobs", "/api/v1/jobs/nosuchjob"] {
        let got = call(&emulator, "GET", target, &Value::Null);
        let head = call(&emulator, "HEAD", target, &Value::Null);
        assert_eq!(headers(&head.head), headers(&got.head), "{target}");
        assert!(head.body.is_empty() && !got.body.is_empty(), "{target}");
    }
}

#[tokio::test]
async fn fragment_in_the_target_is_rejected() {
    let emulator = start(builder()).await;
    for target in ["/api/v1/jobs#x", "/api/v1/jobs?page=0#", "/#"] {
        let mut request = Raw::signed("GET", target.split('#').next().unwrap_or_default());
        request.target = target.to_owned();
        request.send(&emulator).assert_error(400, "100", "Bad Request Exception");
        Raw::signed("GET", target).send(&emulator).assert_error(400, "100", "Bad Request Exception");
    }
}

#[tokio::test]
async fn absolute_target_is_its_path_and_query() {
    let emulator = start(builder()).await;
    let mut request = Raw::signed("GET", "/api/v1/jobs?limit=1");
    request.target = format!("{}/api/v1/jobs?limit=1", emulator.endpoint());
    assert_eq!(request.send(&emulator).status, 200);
    Raw::signed("GET", &request.target).send(&emulator).assert_error(401, "200", "Authentication Failed");
}

#[tokio::test]
async fn ambiguous_requests_are_rejected() {
    let emulator = start(builder()).await;
    let create = || Raw::signed("POST", "/api/v1/jobs").json(r#"{"name":"job","type":"SCRIPT"}"#);
    create().header("transfer-encoding", "chunked").send(&emulator).assert_error(400, "100", "Bad Request Exception");
    create().header("host", "b").send(&emulator).assert_error(400, "100", "Bad Request Exception");
    let mut without_host = create();
    without_host.headers.retain(|(name, _)| name != "host");
    without_host.send(&emulator).assert_error(400, "100", "Bad Request Exception");
    assert_eq!(get(&emulator, "/api/v1/jobs?name=job")["list"], json!([]), "nothing was created");
    assert_eq!(create().send(&emulator).status, 201);
}

#[tokio::test]
async fn chunked_body_is_the_last_of_its_connection() {
    let emulator = start(builder()).await;
    let mut request = Raw::signed("POST", "/api/v1/jobs").header("transfer-encoding", "chunked");
    request.headers.retain(|(name, _)| name != "connection");
    request.body = b"1e\r\n{\"name\":\"job\",\"type\":\"SCRIPT\"}\r\n0\r\n\r\n".to_vec();
    let response = request.send(&emulator);
    assert_eq!(response.status, 201, "{response:?}");
    assert!(response.head.contains("connection: close"), "{}", response.head);
}

#[tokio::test]
async fn unknown_key_and_wrong_signature_have_the_same_response() {
    let emulator = start(builder()).await;
    let wrong = Raw::with_signature("GET", JOB, &NOW.to_string(), "wrong");
    let mut unknown = wrong.clone();
    unknown.headers.retain(|(name, _)| name != ACCESS_KEY_HEADER);
    let unknown = unknown.header(ACCESS_KEY_HEADER, "AK_OTHER");
    let (wrong, unknown) = (wrong.send(&emulator), unknown.send(&emulator));
    assert_eq!((wrong.status, &wrong.body), (401, &unknown.body));
    assert_eq!(wrong.head.replace("emulator-1", "emulator-2"), unknown.head);
    let reasons: Vec<_> = emulator.journal().into_iter().map(|entry| entry.reason.unwrap_or_default()).collect();
    assert!(reasons[0].contains("does not match") && reasons[1].contains("is unknown"), "{reasons:?}");
    assert!(!reasons.concat().contains("AK_OTHER"));
}

#[tokio::test]
async fn only_canonical_timestamps_are_accepted() {
    let emulator = start(builder()).await;
    for timestamp in
        ["01700000000000", "1_700_000_000_000", "1700000000000,", "1700000 000000", "１７００００００００００００"]
    {
        let response = Raw::signed_at("GET", JOB, timestamp).send(&emulator);
        assert_eq!(response.status, 401, "{timestamp}: {response:?}");
    }
}

#[tokio::test]
async fn empty_and_repeated_signature_headers_are_rejected() {
    let emulator = start(builder()).await;
    for name in [TIMESTAMP_HEADER, ACCESS_KEY_HEADER, SIGNATURE_HEADER] {
        let mut request = Raw::signed("GET", JOB);
        let value = request.headers.iter().find(|(known, _)| known == name).expect("a signed request").1.clone();
        let twice = request.clone().header(name, &value).send(&emulator).json();
        assert_eq!(twice["error"]["details"], format!("header {name} occurs more than once"));
        request.headers.retain(|(known, _)| known != name);
        let empty = request.header(name, "").send(&emulator).json();
        assert_eq!(empty["error"]["details"], format!("header {name} is empty"));
    }
}

#[tokio::test]
async fn large_heads_are_rejected() {
    let emulator = start(builder()).await;
    let base = Raw::signed("GET", JOB);
    let filled =
        |count: usize| (base.headers.len()..count).fold(base.clone(), |all, n| all.header(&format!("x-{n}"), "y"));
    assert_eq!(filled(100).send(&emulator).status, 200);
    let status = |request: Raw| cut_off(&emulator, &request.bytes()).expect("a response").status;
    assert_eq!(status(filled(101)), 431);
    assert_eq!(base.clone().header("x-long", "x".repeat(60_000)).send(&emulator).status, 200);
    // The emulator closes the connection while the head is still sent, and the system may then drop the response.
    let refused = cut_off(&emulator, &base.clone().header("x-long", "x".repeat(70_000)).bytes());
    assert!(refused.is_none_or(|response| response.status == 431));
}

#[tokio::test]
async fn stop_refuses_new_connections_and_finishes_requests() {
    let emulator = start(builder()).await;
    let request = Raw::signed("POST", "/api/v1/jobs").json(r#"{"name":"job","type":"SCRIPT"}"#).bytes();
    let (start_of_it, rest) = request.split_at(request.len() - 1);
    let mut busy = connect(&emulator);
    busy.write_all(start_of_it).expect("an open connection");
    // Its response shows that the emulator has accepted both connections.
    exchange(&emulator, &Raw::signed("GET", JOB).bytes()).expect("a response");
    let address = busy.peer_addr().expect("a connected stream");
    let stopping = tokio::spawn(emulator.stop());
    tokio::task::yield_now().await;
    while TcpStream::connect(address).is_ok() {
        tokio::task::yield_now().await;
    }
    busy.write_all(rest).expect("an open connection");
    let mut received = String::new();
    busy.read_to_string(&mut received).expect("a response");
    assert!(received.starts_with("HTTP/1.1 201 Created"), "{received}");
    stopping.await.expect("no panic").expect("no state to keep");
}

#[tokio::test]
async fn idle_connection_does_not_delay_a_stop() {
    let emulator = start(builder()).await;
    let mut idle = connect(&emulator);
    let mut request = Raw::signed("HEAD", JOB);
    request.headers.retain(|(name, _)| name != "connection");
    idle.write_all(&request.bytes()).expect("an open connection");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        idle.read_exact(&mut byte).expect("a response");
        head.extend(byte);
    }
    // Requests in flight would get five seconds.
    let stopped = tokio::time::timeout(Duration::from_secs(4), emulator.stop()).await;
    stopped.expect("nothing to wait for").expect("no state to keep");
    assert_eq!(idle.read(&mut [0]).expect("a closed connection"), 0);
}
