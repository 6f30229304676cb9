//! Runs the program in this process, with a fake clock and streams in memory.

use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::clock::Clock;
use ncloud_dataflow_cli::{Context, Streams, run};
use ncloud_dataflow_emulator::{Builder, Emulator};
use ncloud_testing::FakeClock;
use ncloud_testing::server::{RawServer, Request, Step, response};
use std::cell::Cell;
use std::ffi::OsString;
use std::fs;
use std::future::poll_fn;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::Notify;

/// ID of the job in the documented example.
pub(crate) const JOB: &str = "gqigvHhTu7ra";

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
    width: usize,
    /// Time until Ctrl-C, by the clock.
    interrupted: Option<Duration>,
    /// Event that causes Ctrl-C.
    interrupted_by: Option<Arc<Notify>>,
    input: &'static str,
    live_log: Option<LiveLog>,
}

/// A writer whose content can be read while the program runs.
#[derive(Clone, Default)]
pub(crate) struct LiveLog(Arc<Mutex<Vec<u8>>>);

impl LiveLog {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for LiveLog {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Session {
    /// Returns a session without home directory and terminal. The only variable is the time zone: the machine's own
    /// must not change results.
    pub(crate) fn empty() -> Self {
        Self {
            environment: Environment::empty().with("TZ", "UTC"),
            clock: FakeClock::frozen(),
            terminals: false,
            width: 80,
            interrupted: None,
            interrupted_by: None,
            input: "",
            live_log: None,
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

    /// Sets the width of the terminal.
    pub(crate) fn of_width(mut self, columns: usize) -> Self {
        self.width = columns;
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

    /// Writes the lines of `-v` here while the program waits.
    pub(crate) fn with_live_log(mut self, log: LiveLog) -> Self {
        self.live_log = Some(log);
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
            let is_over = Rc::new(Cell::new(false));
            // Polled whenever the program wakes up. There is one interrupt only.
            context = context.with_interrupt(move || {
                let (clock, end, is_over) = (clock.clone(), clock.elapsed() + time, is_over.clone());
                poll_fn(move |_| match clock.elapsed() >= end && !is_over.replace(clock.elapsed() >= end) {
                    true => Poll::Ready(()),
                    false => Poll::Pending,
                })
            });
        }
        if let Some(arrival) = self.interrupted_by.clone() {
            context = context.with_interrupt(move || {
                let arrival = Arc::clone(&arrival);
                async move { arrival.notified().await }
            });
        }
        let mut streams =
            Streams::new(out, &mut err).with_terminals(self.terminals, self.terminals).with_width(self.width);
        if let Some(log) = &self.live_log {
            streams = streams.with_live_log(log.clone());
        }
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
    let builder = settings(Emulator::builder().realistic_times().clock(FakeClock::frozen()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(builder.start()).unwrap()
}

/// Starts a server that sends these responses in order, and none after them.
pub(crate) fn scripted(answers: Vec<(u16, String)>) -> String {
    let script = answers.into_iter().map(|(status, body)| response(status, "", &body)).collect();
    RawServer::start(script).endpoint().to_owned()
}

/// Starts a server that computes status and body of each response.
pub(crate) fn responding(mut answer: impl FnMut(&Request) -> (u16, String) + Send + 'static) -> String {
    let server = RawServer::responding(move |request| {
        let (status, body) = answer(request);
        Some(response(status, "", &body))
    });
    server.endpoint().to_owned()
}

/// Returns whether a request asks for the first page of a listing.
pub(crate) fn is_first(request: &Request) -> bool {
    !request.target().contains("page=") || request.target().contains("page=0")
}

/// Starts a server that returns this page of a listing, then an empty one.
pub(crate) fn scripted_page(page: String) -> String {
    scripted(vec![(200, page), (200, r#"{"list":[]}"#.to_owned())])
}

/// Runs a command and returns the body that it sends.
pub(crate) fn sent(args: &[&str]) -> String {
    only_request(args).body().to_owned()
}

/// Runs a command and returns the head of its request.
pub(crate) fn request(args: &[&str]) -> String {
    only_request(args).head().to_owned()
}

fn only_request(args: &[&str]) -> Request {
    let server = RawServer::start(vec![response(201, "", "{}")]);
    let outcome = Session::at(server.endpoint()).run(args);
    assert_eq!(outcome.code, 0, "{args:?}: {}", outcome.err);
    server.requests().remove(0)
}

/// Starts a server that reads requests and never responds. The event signals each request.
pub(crate) fn holding() -> (String, Arc<Notify>) {
    let arrival = Arc::new(Notify::new());
    let signal = Arc::clone(&arrival);
    let server = RawServer::responding(move |_| {
        signal.notify_one();
        Some(Step::Silence)
    });
    (server.endpoint().to_owned(), arrival)
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
