//! Runs the program in this process, with a fake clock and streams in memory.

use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::clock::{Clock, Sleep};
use ncloud_dataflow_cli::{Context, Streams, run};
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

/// ID of the job in the documented example.
pub(crate) const JOB: &str = "gqigvHhTu7ra";

/// A clock that never advances. Sleeping returns immediately.
#[derive(Debug)]
struct FrozenClock;

impl Clock for FrozenClock {
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

/// A clock that only sleeping advances. Program and emulator can share it.
#[derive(Debug, Default)]
pub(crate) struct FakeClock(Mutex<Duration>);

impl Clock for FakeClock {
    fn now(&self) -> SystemTime {
        FrozenClock.now() + self.elapsed()
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

/// Result of a run of the program.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Outcome {
    /// Returns exit code and output for a snapshot, without ports.
    pub(crate) fn session(&self) -> String {
        let text = format!("exit code: {}\n---- stdout\n{}---- stderr\n{}", self.code, self.out, self.err);
        without_numbers(&text)
    }
}

/// Settings of a run of the program.
pub(crate) struct Session {
    environment: Environment,
    clock: Arc<dyn Clock>,
    terminals: bool,
    /// Time until Ctrl-C, by the clock.
    interrupted: Option<Duration>,
    /// Event that causes Ctrl-C.
    interrupted_by: Option<Arc<Notify>>,
    input: &'static str,
}

impl Session {
    /// Returns a session without variables, home directory and terminal.
    pub(crate) fn empty() -> Self {
        Self {
            environment: Environment::empty(),
            clock: Arc::new(FrozenClock),
            terminals: false,
            interrupted: None,
            interrupted_by: None,
            input: "",
        }
    }

    /// Returns a session with credentials and an endpoint.
    pub(crate) fn at(endpoint: &str) -> Self {
        Self::empty()
            .with("NCLOUD_ACCESS_KEY_ID", "EXAMPLE-ACCESS-KEY")
            .with("NCLOUD_SECRET_ACCESS_KEY", "example-secret-key")
            .with("NCLOUD_DATAFLOW_ENDPOINT", endpoint)
    }

    /// Returns a session that calls a running emulator.
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

    /// Sets the content of standard input.
    pub(crate) fn with_input(mut self, text: &'static str) -> Self {
        self.input = text;
        self
    }

    /// Sets a clock that an emulator may share.
    pub(crate) fn with_clock(mut self, clock: Arc<FakeClock>) -> Self {
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

    /// Interrupts the program at an event.
    pub(crate) fn interrupted_by(mut self, event: Arc<Notify>) -> Self {
        self.interrupted_by = Some(event);
        self
    }

    pub(crate) fn run(&self, args: &[&str]) -> Outcome {
        let mut out = Vec::new();
        let (code, err) = self.run_into(args, &mut out);
        Outcome { code, out: String::from_utf8(out).unwrap(), err }
    }

    /// Runs the program with another output stream.
    pub(crate) fn run_into(&self, args: &[&str], out: &mut dyn Write) -> (u8, String) {
        let mut err = Vec::new();
        let input = self.input.as_bytes();
        let mut context = Context::new(self.environment.clone())
            .with_clock(self.clock.clone())
            .with_input(move || input)
            .with_input_terminal(self.terminals);
        if let Some(time) = self.interrupted {
            let clock = self.clock.clone();
            // Polled whenever the program wakes up.
            context = context.with_interrupt(move || {
                let (clock, end) = (clock.clone(), clock.elapsed() + time);
                poll_fn(move |_| if clock.elapsed() >= end { Poll::Ready(()) } else { Poll::Pending })
            });
        }
        if let Some(arrival) = self.interrupted_by.clone() {
            context = context.with_interrupt(move || {
                let arrival = Arc::clone(&arrival);
                async move { arrival.notified().await }
            });
        }
        let mut streams = Streams::new(out, &mut err).with_terminals(self.terminals, self.terminals).with_width(80);
        let args = std::iter::once("ncloud-dataflow").chain(args.iter().copied()).map(OsString::from);
        let code = run(args, &context, &mut streams);
        (code, String::from_utf8(err).unwrap())
    }
}

/// A folder for the files of a test, removed when dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        // Two tests may use the same name.
        static FOLDERS: AtomicUsize = AtomicUsize::new(0);
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("ncloud-dataflow-cli-{name}-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a file and returns its path.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// Removes the path of the folder from a text.
    pub(crate) fn hidden(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Starts an emulator with a frozen clock.
pub(crate) fn emulator(settings: impl FnOnce(Builder) -> Builder) -> Emulator {
    let builder = settings(Emulator::builder().clock(Arc::new(FrozenClock)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(builder.start()).unwrap()
}

/// Starts a server that sends these responses in order, and none after them.
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

/// Starts a server that computes each response from the head of the request.
pub(crate) fn responding(mut answer: impl FnMut(&str) -> (u16, String) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for connection in listener.incoming().map_while(Result::ok) {
            let (status, body) = answer(&read_request(&connection));
            // The program may have ended.
            let _ = (&connection).write_all(response(status, &body).as_bytes());
        }
    });
    endpoint
}

/// Starts a server that returns this page of a listing, then an empty one.
pub(crate) fn scripted_page(page: String) -> String {
    scripted(vec![(200, page), (200, r#"{"list":[]}"#.to_owned())])
}

/// Starts a server for one request. The thread returns the request.
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

/// Runs a command and returns the body that it sends.
pub(crate) fn sent(args: &[&str]) -> String {
    request(args).split_once("\r\n\r\n").unwrap().1.to_owned()
}

/// Runs a command and returns its request.
pub(crate) fn request(args: &[&str]) -> String {
    let (endpoint, request) = recorded(201, "{}");
    let outcome = Session::at(&endpoint).run(args);
    assert_eq!(outcome.code, 0, "{args:?}: {}", outcome.err);
    request.join().unwrap()
}

/// Starts a server that reads requests and never responds. The event signals each request.
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

/// Starts a server that accepts connections and never responds.
pub(crate) fn silent() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    (listener, endpoint)
}

/// Returns an endpoint without a listener.
pub(crate) fn closed() -> String {
    silent().1
}

/// Reads a request and returns its target.
pub(crate) fn read_target(connection: &TcpStream) -> String {
    read_request(connection).split(' ').nth(1).unwrap_or_default().to_owned()
}

/// Reads a complete request. Closing a connection with unread data would reset it and lose the response.
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

/// Sends a response and closes the connection.
pub(crate) fn respond(mut connection: &TcpStream, status: u16, body: &str) {
    connection.write_all(response(status, body).as_bytes()).unwrap();
}

fn response(status: u16, body: &str) -> String {
    format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// Replaces ports and request numbers, which differ between runs.
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
