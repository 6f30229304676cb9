//! Load for the emulator. Takes little of the processor: requests are signed once.
//!
//! `load call ENDPOINT METHOD TARGET BODY CALLS CONNECTIONS` sends a request repeatedly. `load list ENDPOINT` lists the
//! executions of all jobs in pages of 1,000. Each prints one JSON object.

use ncloud_runtime::sign::{Secret, sign};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

const ACCESS_KEY: &str = "EMULATOR-DEMO-ACCESS-KEY";
const SECRET_KEY: &str = "emulator-demo-secret-key-not-a-secret";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let start = Instant::now();
    let figure = match arguments.as_slice() {
        ["call", endpoint, method, target, body, calls, connections] => {
            let connections: usize = connections.parse().expect("a number");
            let calls = calls.parse::<usize>().expect("a number") / connections;
            call(address(endpoint), &request(address(endpoint), method, target, body), calls, connections);
            format!("\"calls\":{}", calls * connections)
        }
        ["list", endpoint] => format!("\"rows\":{}", list(address(endpoint))),
        _ => panic!("usage: load call ENDPOINT METHOD TARGET BODY CALLS CONNECTIONS | load list ENDPOINT"),
    };
    println!("{{\"seconds\":{},{figure}}}", start.elapsed().as_secs_f64());
}

fn address(endpoint: &str) -> &str {
    endpoint.trim_start_matches("http://")
}

fn call(address: &str, request: &[u8], calls: usize, connections: usize) {
    thread::scope(|scope| {
        for _ in 0..connections {
            scope.spawn(|| {
                let mut connection = Connection::open(address);
                for _ in 0..calls {
                    connection.send(request);
                }
            });
        }
    });
}

/// Returns the number of executions.
fn list(address: &str) -> usize {
    let mut connection = Connection::open(address);
    let mut page = |target: &str| {
        let request = request(address, "GET", target, "");
        connection.send(&request).to_vec()
    };
    let jobs: Value = serde_json::from_slice(&page("/api/v1/jobs")).expect("a page of jobs");
    let mut rows = 0;
    for job in jobs["list"].as_array().expect("jobs") {
        for number in 0.. {
            let job = job["jobId"].as_str().expect("an ID");
            let page = page(&format!("/api/v1/jobs/{job}/executions?page={number}&limit=1000"));
            // Parsing each page would take longer than the emulator needs to make it.
            let key = b"\"jobExecutionId\"";
            let found = page.windows(key.len()).filter(|window| window == key).count();
            rows += found;
            if found == 0 {
                break;
            }
        }
    }
    rows
}

fn request(address: &str, method: &str, target: &str, body: &str) -> Vec<u8> {
    let timestamp = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time").as_millis().to_string();
    let signature = sign(method, target, &timestamp, ACCESS_KEY, &Secret::new(SECRET_KEY.to_owned()));
    let content = match body {
        "" => String::new(),
        body => format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len()),
    };
    format!(
        "{method} {target} HTTP/1.1\r\nhost: {address}\r\nx-ncp-apigw-timestamp: {timestamp}\r\n\
         x-ncp-iam-access-key: {ACCESS_KEY}\r\nx-ncp-apigw-signature-v2: {signature}\r\n{content}\r\n{body}"
    )
    .into_bytes()
}

/// A connection that is kept.
struct Connection {
    stream: TcpStream,
    reader: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("a socket option");
        let reader = BufReader::with_capacity(1 << 16, stream.try_clone().expect("a socket"));
        Self { stream, reader, body: Vec::new() }
    }

    /// Returns the body of the response, which must be a success.
    fn send(&mut self, request: &[u8]) -> &[u8] {
        self.stream.write_all(request).expect("a sent request");
        let status = self.line();
        assert!(status.starts_with("http/1.1 2"), "{status}");
        let mut length = None;
        loop {
            let header = self.line();
            if header.is_empty() {
                break;
            }
            length = header.strip_prefix("content-length: ").map(|length| length.parse().expect("a length")).or(length);
        }
        self.body.clear();
        match length {
            Some(length) => self.read(length),
            None => self.read_chunks(),
        }
        &self.body
    }

    /// Returns a line in small letters.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).expect("a line");
        line.trim_end().to_ascii_lowercase()
    }

    fn read(&mut self, length: usize) {
        let start = self.body.len();
        self.body.resize(start + length, 0);
        self.reader.read_exact(&mut self.body[start..]).expect("a body");
    }

    fn read_chunks(&mut self) {
        loop {
            let size = usize::from_str_radix(&self.line(), 16).expect("a size");
            self.read(size);
            self.line();
            if size == 0 {
                return;
            }
        }
    }
}
