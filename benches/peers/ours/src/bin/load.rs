//! Sends one signed request repeatedly over many connections.
//!
//! `load ENDPOINT METHOD TARGET BODY CALLS CONNECTIONS` signs the request once, so that this program takes little of the
//! processor. It prints the seconds and the bytes of the responses as one JSON object.

use ncloud_runtime::sign::{Secret, sign};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

const ACCESS_KEY: &str = "EMULATOR-DEMO-ACCESS-KEY";
const SECRET_KEY: &str = "emulator-demo-secret-key-not-a-secret";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, method, target, body, calls, connections] = arguments.as_slice() else {
        panic!("usage: load ENDPOINT METHOD TARGET BODY CALLS CONNECTIONS");
    };
    let address = endpoint.trim_start_matches("http://").to_owned();
    let request = request(&address, method, target, body);
    let connections: usize = connections.parse().expect("a number");
    let calls = calls.parse::<usize>().expect("a number") / connections;
    let start = Instant::now();
    let threads: Vec<_> = (0..connections)
        .map(|_| {
            let (address, request) = (address.clone(), request.clone());
            thread::spawn(move || send(&address, &request, calls))
        })
        .collect();
    let bytes: usize = threads.into_iter().map(|thread| thread.join().expect("a finished thread")).sum();
    println!("{{\"seconds\":{},\"bytes\":{bytes}}}", start.elapsed().as_secs_f64());
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

/// Sends the request on one connection. Returns the bytes of the bodies.
fn send(address: &str, request: &[u8], calls: usize) -> usize {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("a socket option");
    let mut reader = BufReader::with_capacity(1 << 16, stream.try_clone().expect("a socket"));
    let (mut line, mut body, mut bytes) = (String::new(), Vec::new(), 0);
    for _ in 0..calls {
        stream.write_all(request).expect("a sent request");
        let (mut length, mut is_first) = (None, true);
        loop {
            line.clear();
            reader.read_line(&mut line).expect("a head");
            if std::mem::take(&mut is_first) {
                assert!(line.starts_with("HTTP/1.1 2"), "{line}");
            }
            if line.trim_end().is_empty() {
                break;
            }
            let header = line.trim_end().to_ascii_lowercase();
            length = header.strip_prefix("content-length: ").map(|length| length.parse().expect("a length")).or(length);
        }
        match length {
            Some(length) => read(&mut reader, &mut body, length),
            None => chunks(&mut reader, &mut body),
        }
        bytes += body.len();
    }
    bytes
}

fn read(reader: &mut impl Read, body: &mut Vec<u8>, length: usize) {
    body.resize(length, 0);
    reader.read_exact(body).expect("a body");
}

/// Reads a chunked body.
fn chunks(reader: &mut impl BufRead, body: &mut Vec<u8>) {
    body.clear();
    loop {
        let mut size = String::new();
        reader.read_line(&mut size).expect("a size");
        let size = usize::from_str_radix(size.trim_end(), 16).expect("a size");
        let start = body.len();
        body.resize(start + size, 0);
        reader.read_exact(&mut body[start..]).expect("a chunk");
        reader.read_line(&mut String::new()).expect("the end of a chunk");
        if size == 0 {
            return;
        }
    }
}
