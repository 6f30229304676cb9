//! A raw client, and an emulator with a clock that the test advances.

use ncloud_dataflow_emulator::{Builder, Emulator};
use ncloud_runtime::clock::Clock;
use ncloud_runtime::sign::{ACCESS_KEY_HEADER, SIGNATURE_HEADER, Secret, TIMESTAMP_HEADER, sign};
use ncloud_testing::FakeClock;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::time::Duration;

pub(crate) const ACCESS_KEY: &str = "AK_TEST";
pub(crate) const SECRET_KEY: &str = "SK_TEST";
/// Time of the fake clock, in milliseconds since 1970-01-01T00:00:00Z.
pub(crate) const NOW: u64 = 1_700_000_000_000;

/// Returns settings with the test key and a clock that does not advance.
pub(crate) fn builder() -> Builder {
    with_clock(&FakeClock::new())
}

/// Returns settings with the test key, this clock, and executions that end after 7 seconds.
pub(crate) fn with_clock(clock: &Arc<FakeClock>) -> Builder {
    with_default_times(clock).realistic_times()
}

/// Returns settings with the test key, this clock, and the times of the library.
pub(crate) fn with_default_times(clock: &Arc<FakeClock>) -> Builder {
    Emulator::builder().key(ACCESS_KEY, SECRET_KEY).clock(Arc::clone(clock) as Arc<dyn Clock>)
}

pub(crate) async fn start(builder: Builder) -> Emulator {
    builder.start().await.expect("a free port of the loopback interface")
}

/// Sends a signed request. Null means no body.
#[track_caller]
pub(crate) fn call(emulator: &Emulator, method: &str, target: &str, body: &Value) -> Response {
    let request = Raw::signed(method, target);
    let request = if body.is_null() { request } else { request.json(&body.to_string()) };
    request.send(emulator)
}

/// Returns the body of a response, which must have this status.
#[track_caller]
pub(crate) fn expect(emulator: &Emulator, status: u16, method: &str, target: &str, body: &Value) -> Value {
    let response = call(emulator, method, target, body);
    let text = String::from_utf8_lossy(&response.body);
    assert_eq!(response.status, status, "{method} {target}: {text}");
    response.json()
}

#[track_caller]
pub(crate) fn get(emulator: &Emulator, target: &str) -> Value {
    expect(emulator, 200, "GET", target, &Value::Null)
}

/// A request on the wire.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Raw {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

impl Raw {
    pub(crate) fn signed(method: &str, target: &str) -> Self {
        Self::signed_at(method, target, &NOW.to_string())
    }

    pub(crate) fn signed_at(method: &str, target: &str, timestamp: &str) -> Self {
        let signature = sign(method, target, timestamp, ACCESS_KEY, &Secret::new(SECRET_KEY.to_owned()));
        Self::with_signature(method, target, timestamp, &signature)
    }

    pub(crate) fn with_signature(method: &str, target: &str, timestamp: &str, signature: &str) -> Self {
        let headers = [
            ("host", "127.0.0.1"),
            ("connection", "close"),
            (TIMESTAMP_HEADER, timestamp),
            (ACCESS_KEY_HEADER, ACCESS_KEY),
            (SIGNATURE_HEADER, signature),
        ];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.as_bytes().to_vec())).to_vec();
        Self { method: method.to_owned(), target: target.to_owned(), headers, body: Vec::new() }
    }

    pub(crate) fn header(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    pub(crate) fn json(mut self, body: &str) -> Self {
        self.body = body.as_bytes().to_vec();
        self.header("content-length", body.len().to_string())
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{} {} HTTP/1.1\r\n", self.method, self.target).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        bytes.extend(b"\r\n");
        bytes.extend(&self.body);
        bytes
    }

    #[track_caller]
    pub(crate) fn send(&self, emulator: &Emulator) -> Response {
        exchange(emulator, &self.bytes()).unwrap_or_else(|| panic!("no response to {self:?}"))
    }
}

/// A response with its complete body.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Response {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).expect("an ASCII head").to_lowercase();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let rest = &bytes[end + 4..];
        let body = if head.contains("transfer-encoding: chunked") { unchunk(rest) } else { rest.to_vec() };
        Some(Self { status, head, body })
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        assert!(self.head.contains("content-type: application/json"), "{}", self.head);
        serde_json::from_slice(&self.body).expect("a JSON body")
    }

    #[track_caller]
    pub(crate) fn assert_error(&self, status: u16, code: &str, message: &str) {
        let body = self.json();
        assert_eq!(self.status, status, "{body}");
        assert_eq!(body["error"]["errorCode"], code, "{body}");
        assert_eq!(body["error"]["message"], message, "{body}");
        assert!(body["error"]["details"].as_str().is_some_and(|details| !details.is_empty()), "{body}");
    }
}

fn unchunk(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|window| window == b"\r\n").expect("the size of a chunk");
        let size = std::str::from_utf8(&rest[..line]).expect("an ASCII size");
        let size = usize::from_str_radix(size, 16).expect("a hexadecimal size");
        if size == 0 {
            return body;
        }
        body.extend(&rest[line + 2..line + 2 + size]);
        rest = &rest[line + size + 4..];
    }
}

pub(crate) fn connect(emulator: &Emulator) -> TcpStream {
    let address = emulator.endpoint().strip_prefix("http://").expect("a plain endpoint");
    let stream = TcpStream::connect(address).expect("an emulator that listens");
    // A bug then ends the test run instead of blocking it.
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout above zero");
    stream
}

/// Sends bytes and reads until the server closes the connection. Returns `None` if there is no response.
pub(crate) fn exchange(emulator: &Emulator, bytes: &[u8]) -> Option<Response> {
    converse(connect(emulator), bytes, false)
}

/// Sends the bytes and closes the sending side of the connection.
pub(crate) fn cut_off(emulator: &Emulator, bytes: &[u8]) -> Option<Response> {
    converse(connect(emulator), bytes, true)
}

fn converse(mut stream: TcpStream, bytes: &[u8], cut_off: bool) -> Option<Response> {
    // The server may close the connection before all bytes are sent.
    let _ = stream.write_all(bytes);
    if cut_off {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut received = Vec::new();
    let _ = stream.read_to_end(&mut received);
    Response::parse(&received)
}
