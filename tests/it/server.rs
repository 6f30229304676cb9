//! A server of raw bytes: each connection gets the next step of a script, whatever it asks for.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What happens on a connection once its request was read.
#[derive(Clone)]
pub(crate) enum Step {
    /// These bytes, then the connection is closed.
    Bytes(Vec<u8>),
    /// Nothing, until the client goes away.
    Silence,
}

pub(crate) struct Server {
    endpoint: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

/// A request as it came over the wire.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    head: String,
    body: String,
}

impl Request {
    pub(crate) fn new(head: String) -> Self {
        Self { head, body: String::new() }
    }

    pub(crate) fn with_body(self, body: String) -> Self {
        Self { body, ..self }
    }

    /// Request line and header fields.
    pub(crate) fn head(&self) -> &str {
        &self.head
    }

    pub(crate) fn method(&self) -> &str {
        self.head.split(' ').next().unwrap()
    }

    pub(crate) fn body(&self) -> &str {
        &self.body
    }

    /// The body, which has to be JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Path and query of the request line, untouched.
    pub(crate) fn target(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut fields = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        fields.find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// An answer with a JSON body.
pub(crate) fn json(status: u16, body: &str) -> Step {
    answer(status, "content-type: application/json\r\n", body)
}

/// An answer with further header lines.
pub(crate) fn answer(status: u16, headers: &str, body: &str) -> Step {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n");
    Step::Bytes([head.as_bytes(), body.as_bytes()].concat())
}

impl Server {
    /// Serves one step a connection. Connections beyond the script are closed at once, but counted.
    pub(crate) fn start(script: Vec<Step>) -> Self {
        let mut script = script.into_iter();
        Self::responding(move |_| script.next())
    }

    /// Serves each connection by its request; without a step it is closed.
    pub(crate) fn responding(mut respond: impl FnMut(&Request) -> Option<Step> + Send + 'static) -> Self {
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

    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The requests so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
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
        // A client that refuses the answer may be gone before its end.
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
