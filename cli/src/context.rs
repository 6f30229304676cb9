//! The context of the program: environment, clock, standard input and Ctrl-C.

use crate::terminal::echo::{self, Hidden};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::clock::{Clock, System};
use std::fmt;
use std::future::{Future, pending};
use std::io::{self, IsTerminal, Read, empty, stdin};
use std::pin::Pin;
use std::sync::Arc;

type Interrupt = Pin<Box<dyn Future<Output = ()>>>;
type Input = Box<dyn Read + Send>;

/// Environment, clock, standard input and Ctrl-C. Tests can replace each.
pub struct Context {
    pub(crate) environment: Environment,
    pub(crate) clock: Arc<dyn Clock>,
    interrupt: Box<dyn Fn() -> Interrupt>,
    input: Box<dyn Fn() -> Input>,
    input_is_terminal: bool,
    hide_input: fn() -> io::Result<Hidden>,
    /// Time zone without the variable `TZ`.
    time_zone: TimeZone,
}

impl Context {
    /// Returns the context of the process.
    #[must_use]
    pub fn current() -> Self {
        let context = Self::new(Environment::from_process()).with_input(stdin);
        let context = context.with_input_terminal(stdin().is_terminal()).with_interrupt(interrupt_signal);
        Self { hide_input: echo::hide, time_zone: TimeZone::try_system().unwrap_or(TimeZone::UTC), ..context }
    }

    /// Returns a context with this environment, the system clock, an empty standard input, and no Ctrl-C. Its time zone
    /// is the variable `TZ`, or UTC.
    #[must_use]
    pub fn new(environment: Environment) -> Self {
        Self {
            environment,
            clock: Arc::new(System::new()),
            interrupt: Box::new(|| Box::pin(pending())),
            input: Box::new(|| Box::new(empty())),
            input_is_terminal: false,
            hide_input: || Ok(Box::new(())),
            time_zone: TimeZone::UTC,
        }
    }

    /// Sets the clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Sets standard input. It is opened when it is needed.
    #[must_use]
    pub fn with_input<R: Read + Send + 'static>(mut self, open: impl Fn() -> R + 'static) -> Self {
        self.input = Box::new(move || Box::new(open()));
        self
    }

    /// Sets whether standard input is a terminal. Without one, the program does not ask questions.
    #[must_use]
    pub fn with_input_terminal(mut self, is_terminal: bool) -> Self {
        self.input_is_terminal = is_terminal;
        self
    }

    /// Sets the source of interrupts: the program is interrupted when the future resolves. It is made and polled inside
    /// a tokio runtime.
    #[must_use]
    pub fn with_interrupt<F: Future<Output = ()> + 'static>(mut self, interrupt: impl Fn() -> F + 'static) -> Self {
        self.interrupt = Box::new(move || Box::pin(interrupt()));
        self
    }

    /// Returns the time; the start of 1970 if the clock is outside of the calendar.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::try_from(self.clock.now()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Opens standard input.
    pub(crate) fn input(&self) -> Input {
        (self.input)()
    }

    /// Returns whether standard input is a terminal.
    pub(crate) fn input_is_terminal(&self) -> bool {
        self.input_is_terminal
    }

    /// Returns the time zone for people: of the variable `TZ`, or of the machine. An error is the unknown value of `TZ`.
    pub(crate) fn time_zone(&self) -> Result<TimeZone, &str> {
        let Some(value) = self.environment.variable("TZ") else {
            return Ok(self.time_zone.clone());
        };
        let name = value.strip_prefix(':').unwrap_or(value);
        TimeZone::get(name).or_else(|_| TimeZone::posix(name)).map_err(|_| value)
    }

    /// Hides what is typed into standard input, until the result is dropped.
    pub(crate) fn hide_input(&self) -> io::Result<Hidden> {
        (self.hide_input)()
    }

    /// Resolves at the next interrupt.
    pub(crate) fn interrupted(&self) -> Interrupt {
        (self.interrupt)()
    }
}

/// Resolves at Ctrl-C, SIGTERM or SIGHUP. The handlers are installed when this returns; if they cannot be, the system's
/// defaults apply.
fn interrupt_signal() -> impl Future<Output = ()> {
    #[cfg(unix)]
    {
        use std::future::poll_fn;
        use std::task::Poll;
        use tokio::signal::unix::{SignalKind, signal};
        let mut signals = vec![SignalKind::interrupt(), SignalKind::terminate()];
        if !is_hangup_ignored() {
            signals.push(SignalKind::hangup());
        }
        let mut watched: Vec<_> = signals.into_iter().filter_map(|kind| signal(kind).ok()).collect();
        poll_fn(move |task| match watched.iter_mut().any(|signal| signal.poll_recv(task).is_ready()) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
    }
    #[cfg(not(unix))]
    async {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    }
}

/// Returns true if the program was started with `nohup`: it then runs on when the terminal closes. Known on Linux only.
#[cfg(unix)]
fn is_hangup_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask & 1 != 0)
}

impl fmt::Debug for Context {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Context").field("environment", &self.environment).finish_non_exhaustive()
    }
}
