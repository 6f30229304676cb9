//! A raw server for many concurrent requests. It keeps connections open, and a function responds to each request.
//!
//! It does not use our code: it splits requests at their blank line, and checks signatures with another library.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ncloud_testing::server::Request;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Response to a request.
pub(crate) enum Reply {
    /// These bytes. The connection stays open.
    Bytes(Vec<u8>),
    /// These bytes. Then the connection is closed.
    Close(Vec<u8>),
    /// These bytes. Then the connection is reset.
    Reset(Vec<u8>),
    /// These bytes one by one, with a pause before each, until the client disconnects.
    Drip(Vec<u8>, Duration),
    /// The first bytes once, then the others repeatedly until the client disconnects.
    Endless(Vec<u8>, Vec<u8>),
    /// These bytes. Then nothing until the client disconnects.
    Hold(Vec<u8>),
}

/// Returns a response with a JSON body.
pub(crate) fn ok(body: &str) -> Reply {
    Reply::Bytes(whole(200, "", body))
}

/// Returns the bytes of a response with additional header lines.
pub(crate) fn whole(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\n{headers}\r\n{body}").into_bytes()
}

pub(crate) struct Gateway {
    endpoint: String,
    shared: Arc<Shared>,
}

struct Shared {
    answer: Box<dyn Fn(&Request) -> Reply + Send + Sync>,
    requests: AtomicUsize,
    connections: AtomicUsize,
    open: AtomicUsize,
    written: AtomicUsize,
}

impl Gateway {
    pub(crate) fn start(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let counter = AtomicUsize::default;
        let shared = Arc::new(Shared {
            answer: Box::new(answer),
            requests: counter(),
            connections: counter(),
            open: counter(),
            written: counter(),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let shared = Arc::clone(&serving);
                shared.connections.fetch_add(1, Ordering::SeqCst);
                thread::spawn(move || {
                    shared.open.fetch_add(1, Ordering::SeqCst);
                    shared.serve(stream);
                    shared.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { endpoint, shared }
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Returns the number of complete requests.
    pub(crate) fn requests(&self) -> usize {
        self.shared.requests.load(Ordering::SeqCst)
    }

    /// Returns the number of accepted connections.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// Returns the number of open connections.
    pub(crate) fn open(&self) -> usize {
        self.shared.open.load(Ordering::SeqCst)
    }

    /// Returns the number of response bytes that were written to sockets.
    pub(crate) fn written(&self) -> usize {
        self.shared.written.load(Ordering::SeqCst)
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) {
        let _ = stream.set_nodelay(true);
        let mut buffer = Vec::new();
        while let Some(request) = next(&mut stream, &mut buffer) {
            self.requests.fetch_add(1, Ordering::SeqCst);
            match (self.answer)(&request) {
                Reply::Bytes(bytes) if self.write(&mut stream, &bytes) => {}
                Reply::Bytes(_) => return,
                Reply::Close(bytes) => {
                    self.write(&mut stream, &bytes);
                    return;
                }
                Reply::Reset(bytes) => {
                    self.write(&mut stream, &bytes);
                    reset(&stream);
                    return;
                }
                Reply::Drip(bytes, pause) => {
                    for byte in bytes {
                        thread::sleep(pause);
                        if !self.write(&mut stream, &[byte]) {
                            return;
                        }
                    }
                }
                Reply::Endless(first, again) => {
                    self.write(&mut stream, &first);
                    while self.write(&mut stream, &again) {}
                    return;
                }
                Reply::Hold(bytes) => {
                    self.write(&mut stream, &bytes);
                    let _ = stream.read(&mut [0]);
                    return;
                }
            }
        }
    }

    fn write(&self, stream: &mut TcpStream, bytes: &[u8]) -> bool {
        let is_written = stream.write_all(bytes).is_ok();
        if is_written {
            self.written.fetch_add(bytes.len(), Ordering::SeqCst);
        }
        is_written
    }
}

/// Closes with a reset, like a process that dies.
fn reset(stream: &TcpStream) {
    let _ = socket2::SockRef::from(stream).set_linger(Some(Duration::ZERO));
}

/// Reads the next request of a connection. `None` if the client disconnects.
fn next(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Request> {
    let mut chunk = [0; 16 * 1024];
    loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
            let request = Request::new(head);
            let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
            if buffer.len() >= end + 4 + length {
                let body = String::from_utf8_lossy(&buffer[end + 4..end + 4 + length]).into_owned();
                buffer.drain(..end + 4 + length);
                return Some(request.with_body(body));
            }
        }
        match stream.read(&mut chunk).ok()? {
            0 => return None,
            count => buffer.extend_from_slice(&chunk[..count]),
        }
    }
}

/// Returns true if a request is signed with this secret, by an HMAC implementation other than ours.
pub(crate) fn is_signed(request: &Request, secret: &str) -> bool {
    let header = |name| request.header(name).unwrap_or_default();
    let (timestamp, access_key) = (header("x-ncp-apigw-timestamp"), header("x-ncp-iam-access-key"));
    header("x-ncp-apigw-signature-v2") == by_ring(request.method(), request.target(), timestamp, access_key, secret)
}

/// Returns the signature of `ring`.
pub(crate) fn by_ring(method: &str, target: &str, timestamp: &str, access_key: &str, secret: &str) -> String {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret.as_bytes());
    STANDARD.encode(ring::hmac::sign(&key, format!("{method} {target}\n{timestamp}\n{access_key}").as_bytes()))
}
