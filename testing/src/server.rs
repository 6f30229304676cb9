//! A server that sends raw bytes, so a test controls every byte of a response.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Reaction to a request.
#[derive(Clone, Debug)]
pub enum Step {
    /// Sends these bytes, then closes the connection.
    Bytes(Vec<u8>),
    /// Sends nothing until the client closes the connection.
    Silence,
}

/// A server with one request per connection. It runs until the test process ends.
#[derive(Debug)]
pub struct RawServer {
    endpoint: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

/// A received request.
#[derive(Clone, Debug)]
pub struct Request {
    head: String,
    body: String,
}

impl Request {
    /// Returns a request without a body.
    #[must_use]
    pub fn new(head: String) -> Self {
        Self { head, body: String::new() }
    }

    /// Sets the body.
    #[must_use]
    pub fn with_body(self, body: String) -> Self {
        Self { body, ..self }
    }

    /// Returns the request line and the header fields.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// Returns the method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.head.split(' ').next().unwrap()
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Returns the body, which must be JSON.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Returns path and query exactly as received.
    #[must_use]
    pub fn target(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    /// Returns the value of a header field.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut fields = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        fields.find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// Returns a response with a JSON body.
#[must_use]
pub fn json(status: u16, body: &str) -> Step {
    response(status, "content-type: application/json\r\n", body)
}

/// Returns a response with more header lines. Each of them ends with CR LF.
#[must_use]
pub fn response(status: u16, headers: &str, body: &str) -> Step {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n");
    Step::Bytes([head.as_bytes(), body.as_bytes()].concat())
}

impl RawServer {
    /// Starts a server that runs one step per connection. Further connections are closed immediately; their requests count.
    #[must_use]
    pub fn start(script: Vec<Step>) -> Self {
        let mut script = script.into_iter();
        Self::responding(move |_| script.next())
    }

    /// Starts a server that computes the step for each request. Without a step it closes the connection.
    #[must_use]
    pub fn responding(mut respond: impl FnMut(&Request) -> Option<Step> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::default();
        let seen = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                serve(stream, &mut respond, &seen);
            }
        });
        Self { endpoint, requests }
    }

    /// Returns the URL of the server.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Returns the requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, respond: &mut dyn FnMut(&Request) -> Option<Step>, seen: &Mutex<Vec<Request>>) {
    let Some(request) = read(&mut stream) else {
        return;
    };
    let step = respond(&request);
    seen.lock().unwrap().push(request);
    match step {
        // A client that rejects the response may close the connection before its end.
        Some(Step::Bytes(bytes)) => drop(stream.write_all(&bytes)),
        Some(Step::Silence) => drop(stream.read(&mut [0])),
        None => {}
    }
}

fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let request = Request { head: head.to_owned(), body: body.to_owned() };
            let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                return Some(request);
            }
        }
        match stream.read(&mut buffer).ok()? {
            0 => return None,
            count => bytes.extend_from_slice(&buffer[..count]),
        }
    }
}
