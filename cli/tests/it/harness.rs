//! Runs the program in this process, with a clock that stands still and streams in memory.

use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::clock::{Clock, Sleep};
use ncloud_dataflow_cli::{Process, Streams, run};
use ncloud_dataflow_emulator::{Builder, Emulator};
use std::ffi::OsString;
use std::fs;
use std::future::poll_fn;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, SystemTime};
use tokio::sync::Notify;

/// The job of the documented example.
pub(crate) const JOB: &str = "gqigvHhTu7ra";

/// A moment that never passes; waits are over at once.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _time: Duration) -> Sleep {
        Box::pin(std::future::ready(()))
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

/// The same that every wait moves on, for a program and an emulator that share it.
#[derive(Debug, Default)]
pub(crate) struct Moving(Mutex<Duration>);

impl Clock for Moving {
    fn now(&self) -> SystemTime {
        Still.now() + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, time: Duration) -> Sleep {
        *self.0.lock().unwrap() += time;
        Box::pin(std::future::ready(()))
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Outcome {
    /// Everything, for a snapshot. Ports differ from run to run.
    pub(crate) fn session(&self) -> String {
        let text = format!("exit code: {}\n---- stdout\n{}---- stderr\n{}", self.code, self.out, self.err);
        without_numbers(&text)
    }
}

/// What a run starts from.
pub(crate) struct Session {
    environment: Environment,
    clock: Arc<dyn Clock>,
    terminals: bool,
    /// When Ctrl-C comes, by the clock.
    interrupted: Option<Duration>,
    /// Or by what else.
    interrupted_by: Option<Arc<Notify>>,
    input: &'static str,
}

impl Session {
    /// No variables, no home folder, no terminal.
    pub(crate) fn empty() -> Self {
        Self {
            environment: Environment::empty(),
            clock: Arc::new(Still),
            terminals: false,
            interrupted: None,
            interrupted_by: None,
            input: "",
        }
    }

    /// With keys, and an endpoint.
    pub(crate) fn at(endpoint: &str) -> Self {
        Self::empty()
            .with("NCLOUD_ACCESS_KEY_ID", "EXAMPLE-ACCESS-KEY")
            .with("NCLOUD_SECRET_ACCESS_KEY", "example-secret-key")
            .with("NCLOUD_DATAFLOW_ENDPOINT", endpoint)
    }

    /// With what a running emulator accepts.
    pub(crate) fn of(emulator: &Emulator) -> Self {
        Self::empty()
            .with("NCLOUD_ACCESS_KEY_ID", ncloud_dataflow_emulator::DEMO_ACCESS_KEY)
            .with("NCLOUD_SECRET_ACCESS_KEY", ncloud_dataflow_emulator::DEMO_SECRET_KEY)
            .with("NCLOUD_DATAFLOW_ENDPOINT", emulator.endpoint())
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment = self.environment.with(name, value);
        self
    }

    pub(crate) fn with_home(mut self, home: &Path) -> Self {
        self.environment = self.environment.with_home(home);
        self
    }

    pub(crate) fn on_a_terminal(mut self) -> Self {
        self.terminals = true;
        self
    }

    /// With a text that standard input holds, typed by a person if there is a terminal.
    pub(crate) fn with_input(mut self, text: &'static str) -> Self {
        self.input = text;
        self
    }

    /// With a clock that an emulator may have too.
    pub(crate) fn with_clock(mut self, clock: Arc<Moving>) -> Self {
        self.clock = clock;
        self
    }

    pub(crate) fn interrupted(self) -> Self {
        self.interrupted_after(Duration::ZERO)
    }

    pub(crate) fn interrupted_after(mut self, time: Duration) -> Self {
        self.interrupted = Some(time);
        self
    }

    /// Interrupted by an event.
    pub(crate) fn interrupted_by(mut self, event: Arc<Notify>) -> Self {
        self.interrupted_by = Some(event);
        self
    }

    pub(crate) fn run(&self, args: &[&str]) -> Outcome {
        let mut out = Vec::new();
        let (code, err) = self.run_into(args, &mut out);
        Outcome { code, out: String::from_utf8(out).unwrap(), err }
    }

    /// The same with another stream for the results.
    pub(crate) fn run_into(&self, args: &[&str], out: &mut dyn Write) -> (u8, String) {
        let mut err = Vec::new();
        let input = self.input.as_bytes();
        let mut process = Process::new(self.environment.clone())
            .with_clock(self.clock.clone())
            .with_input(move || input)
            .with_input_terminal(self.terminals);
        if let Some(time) = self.interrupted {
            let clock = self.clock.clone();
            // Looked at whenever the program wakes up.
            process = process.with_interrupt(move || {
                let (clock, end) = (clock.clone(), clock.elapsed() + time);
                poll_fn(move |_| if clock.elapsed() >= end { Poll::Ready(()) } else { Poll::Pending })
            });
        }
        if let Some(arrival) = self.interrupted_by.clone() {
            process = process.with_interrupt(move || {
                let arrival = Arc::clone(&arrival);
                async move { arrival.notified().await }
            });
        }
        let mut streams = Streams::new(out, &mut err).with_terminals(self.terminals, self.terminals).with_width(100);
        let args = std::iter::once("ncloud-dataflow").chain(args.iter().copied()).map(OsString::from);
        let code = run(args, &process, &mut streams);
        (code, String::from_utf8(err).unwrap())
    }
}

/// A folder for the files of a test, removed when dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        // Two tests may choose the same name.
        static FOLDERS: AtomicUsize = AtomicUsize::new(0);
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("ncloud-dataflow-cli-{name}-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The path of a file with this text.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// The text without the path of the folder, which differs from run to run.
    pub(crate) fn hidden(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A started emulator whose clock stands still too.
pub(crate) fn emulator(settings: impl FnOnce(Builder) -> Builder) -> Emulator {
    let builder = settings(Emulator::builder().clock(Arc::new(Still)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(builder.start()).unwrap()
}

/// A server that answers one request after the other with the given status and body, and then no more.
pub(crate) fn scripted(answers: Vec<(u16, String)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for (status, body) in answers {
            let (connection, _) = listener.accept().unwrap();
            read_target(&connection);
            respond(&connection, status, &body);
        }
    });
    endpoint
}

/// A server that answers each request by its head with a status and a body.
pub(crate) fn responding(mut answer: impl FnMut(&str) -> (u16, String) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for connection in listener.incoming().map_while(Result::ok) {
            let (status, body) = answer(&read_request(&connection));
            // A program that has ended is gone.
            let _ = (&connection).write_all(response(status, &body).as_bytes());
        }
    });
    endpoint
}

/// A server that answers a listing with this page, and then with an empty one.
pub(crate) fn scripted_page(page: String) -> String {
    scripted(vec![(200, page), (200, r#"{"list":[]}"#.to_owned())])
}

/// A server that answers one request, and a thread that ends with the request as it came.
fn recorded(status: u16, body: &'static str) -> (String, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let request = std::thread::spawn(move || {
        let (connection, _) = listener.accept().unwrap();
        let request = read_request(&connection);
        respond(&connection, status, body);
        request
    });
    (endpoint, request)
}

/// Runs a command against a server that takes everything, and returns the body that it was sent.
pub(crate) fn sent(args: &[&str]) -> String {
    request(args).split_once("\r\n\r\n").unwrap().1.to_owned()
}

/// The same with the whole request.
pub(crate) fn request(args: &[&str]) -> String {
    let (endpoint, request) = recorded(201, "{}");
    let outcome = Session::at(&endpoint).run(args);
    assert_eq!(outcome.code, 0, "{args:?}: {}", outcome.err);
    request.join().unwrap()
}

/// A server that reads each request, and says nothing to it; and the event that it has read one.
pub(crate) fn holding() -> (String, Arc<Notify>) {
    let (listener, endpoint) = silent();
    let arrival = Arc::new(Notify::new());
    let told = Arc::clone(&arrival);
    std::thread::spawn(move || {
        let mut held = Vec::new();
        for connection in listener.incoming().map_while(Result::ok) {
            read_request(&connection);
            held.push(connection);
            told.notify_one();
        }
    });
    (endpoint, arrival)
}

/// A server that accepts, and says nothing.
pub(crate) fn silent() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    (listener, endpoint)
}

/// The address of a port that nobody listens on.
pub(crate) fn closed() -> String {
    silent().1
}

/// Reads a request: its path and query.
pub(crate) fn read_target(connection: &TcpStream) -> String {
    read_request(connection).split(' ').nth(1).unwrap_or_default().to_owned()
}

/// Reads a request to its end: a connection that is closed with something unread is reset, and the response is lost.
fn read_request(mut connection: &TcpStream) -> String {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && connection.read(&mut byte).is_ok_and(|read| read == 1) {
        request.extend(byte);
    }
    let head = String::from_utf8_lossy(&request).to_lowercase();
    let length = head.split_once("content-length: ").map_or("0", |(_, rest)| rest.lines().next().unwrap());
    let mut body = vec![0; length.parse().unwrap()];
    connection.read_exact(&mut body).unwrap();
    request.extend(body);
    String::from_utf8(request).unwrap()
}

/// Answers a request, the only one of its connection.
pub(crate) fn respond(mut connection: &TcpStream, status: u16, body: &str) {
    connection.write_all(response(status, body).as_bytes()).unwrap();
}

fn response(status: u16, body: &str) -> String {
    format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// The text without what differs from run to run: ports, and how many requests there were before.
pub(crate) fn without_numbers(text: &str) -> String {
    let text = without_digits_after(text, "127.0.0.1:", "PORT");
    without_digits_after(&text, "request ID emulator-", "N")
}

fn without_digits_after(text: &str, mark: &str, instead: &str) -> String {
    let mut parts = text.split(mark);
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        clean.push_str(mark);
        clean.push_str(instead);
        clean.push_str(part.trim_start_matches(|character: char| character.is_ascii_digit()));
    }
    clean
}
