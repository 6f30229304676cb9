//! What a run takes from its process besides arguments and streams: environment, clock, standard input, Ctrl-C.

use ncloud_dataflow::runtime::Environment;
use ncloud_dataflow::runtime::clock::{Clock, System};
use std::fmt;
use std::future::{Future, pending};
use std::io::{IsTerminal, Read, empty, stdin};
use std::pin::Pin;
use std::sync::Arc;

type Interrupt = Pin<Box<dyn Future<Output = ()>>>;
type Input = Box<dyn Read + Send>;

/// Environment, clock, standard input and Ctrl-C of a run, each of which a test can replace.
pub struct Process {
    pub(crate) environment: Environment,
    pub(crate) clock: Arc<dyn Clock>,
    interrupt: Box<dyn Fn() -> Interrupt>,
    input: Box<dyn Fn() -> Input>,
    input_is_terminal: bool,
}

impl Process {
    /// The real ones.
    #[must_use]
    pub fn current() -> Self {
        let process = Self::new(Environment::from_process()).with_input(stdin);
        process.with_input_terminal(stdin().is_terminal()).with_interrupt(end_of_session)
    }

    /// This environment, the clock of the machine, an empty standard input, and no Ctrl-C.
    #[must_use]
    pub fn new(environment: Environment) -> Self {
        Self {
            environment,
            clock: Arc::new(System::new()),
            interrupt: Box::new(|| Box::pin(pending())),
            input: Box::new(|| Box::new(empty())),
            input_is_terminal: false,
        }
    }

    /// The same with another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// The same with another standard input, which is opened when it is needed.
    #[must_use]
    pub fn with_input<R: Read + Send + 'static>(mut self, open: impl Fn() -> R + 'static) -> Self {
        self.input = Box::new(move || Box::new(open()));
        self
    }

    /// The same with what is known of the terminal behind standard input: without one nobody is asked.
    #[must_use]
    pub fn with_input_terminal(mut self, is_terminal: bool) -> Self {
        self.input_is_terminal = is_terminal;
        self
    }

    /// The same with another Ctrl-C: the run is interrupted when the future ends, which is polled inside a tokio
    /// runtime.
    #[must_use]
    pub fn with_interrupt<F: Future<Output = ()> + 'static>(mut self, interrupt: impl Fn() -> F + 'static) -> Self {
        self.interrupt = Box::new(move || Box::pin(interrupt()));
        self
    }

    /// Standard input.
    pub(crate) fn input(&self) -> Input {
        (self.input)()
    }

    /// Whether a person can answer.
    pub(crate) fn input_is_terminal(&self) -> bool {
        self.input_is_terminal
    }

    /// Ends at the next Ctrl-C, or request to stop.
    pub(crate) fn interrupted(&self) -> Interrupt {
        (self.interrupt)()
    }
}

/// Ends at Ctrl-C, and when the session or the system asks the program to stop. Where that cannot be watched, the
/// system's own way of ending the program applies.
async fn end_of_session() {
    #[cfg(unix)]
    {
        use std::future::poll_fn;
        use std::task::Poll;
        use tokio::signal::unix::{SignalKind, signal};
        let signals = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
        let mut watched: Vec<_> = signals.into_iter().filter_map(|kind| signal(kind).ok()).collect();
        poll_fn(|context| match watched.iter_mut().any(|signal| signal.poll_recv(context).is_ready()) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
        .await;
    }
    #[cfg(not(unix))]
    if tokio::signal::ctrl_c().await.is_err() {
        pending::<()>().await;
    }
}

impl fmt::Debug for Process {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Process").field("environment", &self.environment).finish_non_exhaustive()
    }
}
