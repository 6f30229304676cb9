//! Decides when to poll again, and when a wait is over.

use super::event::WaitEvent;
use crate::auth::clock::Clock;
use crate::call::client::Client;
use crate::call::options::Options;
use crate::error::{Error, ErrorKind, Started};
use crate::table::operation::Operation;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// Pause after the first poll; it grows by half with every poll.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Maximum pause between two polls, unless the options say otherwise.
const MAX_PAUSE: Duration = Duration::from_secs(10);
/// Minimum timeout of a poll, also of the last one, which starts at the deadline.
const POLL_TIME: Duration = Duration::from_secs(2);
/// An error response that persists this long, and for this many polls, ends a wait: permissions and rotated
/// credentials take a moment to apply everywhere.
const REJECTED_FOR: Duration = Duration::from_secs(10);
const REJECTED_POLLS: u32 = 4;
/// Like `REJECTED_FOR`, for a run that was just started and is not found: it may not be visible yet.
const INVISIBLE_FOR: Duration = Duration::from_secs(30);
/// A wait without a timeout ends when no poll has succeeded for this long.
const OUTAGE: Duration = Duration::from_secs(15 * 60);

/// Result of a poll.
#[derive(Debug)]
pub enum PollResult<T> {
    /// The run has ended.
    Done(T),
    /// The run continues, in this state.
    Pending {
        /// The state, in a few words.
        state: String,
        /// True if the documentation lists it.
        documented: bool,
    },
}

/// Decides after each poll whether to poll again, and when.
///
/// A wait ends when a poll finds the end, or at its timeout: the last poll starts at the deadline and may take two
/// seconds more. A failed poll ends it only:
///
/// - if the failure is permanent: an invalid value;
/// - if the service rejects four polls in a row over at least ten seconds (thirty for a run that was started just
///   before and is not found), or the first poll of a run that this wait has not started;
/// - if the wait has no timeout (`Duration::MAX`), and no poll has succeeded for fifteen minutes.
///
/// ```
/// use ncloud_runtime::wait::{PollResult, Poller};
/// use ncloud_runtime::{Error, Request};
/// use serde_json::Value;
/// use std::time::Duration;
///
/// async fn until_idle(request: Request) -> Result<Value, Error> {
///     let mut poller = Poller::new(request.client(), request.operation(), Duration::from_secs(60), request.options());
///     loop {
///         let response = request.clone().send::<Value>().await;
///         let result = response.map(|value| match value["state"].as_str() {
///             Some("BUSY") => PollResult::Pending { state: "BUSY".to_owned(), documented: true },
///             _ => PollResult::Done(value),
///         });
///         if let Some(end) = poller.poll_again(result).await? {
///             return Ok(end);
///         }
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Poller {
    clock: Arc<dyn Clock>,
    operation: &'static Operation,
    start: Duration,
    timeout: Duration,
    pause: Duration,
    max_pause: Duration,
    is_last: bool,
    /// The last state, and when it was seen.
    seen: Option<(String, Duration)>,
    failing: Option<Failing>,
    started: Option<Started>,
    events: VecDeque<WaitEvent>,
}

/// Polls that have failed since the last one that succeeded.
#[derive(Debug)]
struct Failing {
    since: Duration,
    /// Time of the first rejection in a row, and the number of rejections.
    rejected: Option<(Duration, u32)>,
    last: Error,
}

impl Poller {
    /// Starts a wait, with the poll interval of the options.
    #[must_use]
    pub fn new(client: &Client, operation: &'static Operation, timeout: Duration, options: &Options) -> Self {
        let clock = Arc::clone(&client.core().clock);
        let max_pause = options.interval.unwrap_or(MAX_PAUSE);
        Self {
            start: clock.elapsed(),
            clock,
            operation,
            timeout,
            pause: FIRST_PAUSE.min(max_pause),
            max_pause,
            is_last: timeout.is_zero(),
            seen: None,
            failing: None,
            started: None,
            events: VecDeque::new(),
        }
    }

    /// Sets the run that was started just before. It may not be found at first, and every error [names
    /// it](Error::started).
    #[must_use]
    pub fn after_start(mut self, started: Started) -> Self {
        self.started = Some(started);
        self
    }

    /// Maximum time of the next poll.
    ///
    /// `None` if the timeout is zero: there is exactly one poll, with the client's own limits.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Duration> {
        (!self.timeout.is_zero()).then(|| self.remaining().max(POLL_TIME))
    }

    /// Returns true if the next poll is the last one.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.is_last || self.remaining().is_zero()
    }

    /// Records a poll. Returns the result if the run has ended; otherwise pauses and returns `None`: poll again. The
    /// pauses grow.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::WaitTimeout`] at the timeout, with the [last state](Error::last_state), and the last failed poll as
    /// its source. Otherwise the error of the poll. Both name [the run](Error::started).
    pub async fn poll_again<T>(&mut self, poll: Result<PollResult<T>, Error>) -> Result<Option<T>, Error> {
        let end = self.record(poll)?;
        if end.is_none() {
            self.pause().await;
        }
        Ok(end)
    }

    /// Records a poll like [`poll_again`](Self::poll_again), without the pause.
    ///
    /// # Errors
    ///
    /// The errors of [`poll_again`](Self::poll_again).
    pub fn record<T>(&mut self, poll: Result<PollResult<T>, Error>) -> Result<Option<T>, Error> {
        match poll {
            Ok(PollResult::Done(end)) => return Ok(Some(end)),
            Ok(PollResult::Pending { state, documented }) => self.note_state(state, documented),
            Err(error) => self.note_failure(error)?,
        }
        if self.is_last() {
            return Err(self.time_is_over());
        }
        Ok(None)
    }

    /// Waits until the next poll is due.
    pub async fn pause(&mut self) {
        let remaining = self.remaining();
        self.is_last = self.pause >= remaining;
        let pause = self.pause.min(remaining);
        self.pause = self.pause.saturating_mul(3).checked_div(2).unwrap_or(self.pause).min(self.max_pause);
        self.clock.sleep(pause).await;
    }

    /// Takes the next event.
    pub fn next_event(&mut self) -> Option<WaitEvent> {
        self.events.pop_front()
    }

    fn now(&self) -> Duration {
        self.clock.elapsed().saturating_sub(self.start)
    }

    fn remaining(&self) -> Duration {
        self.timeout.saturating_sub(self.now())
    }

    fn note_state(&mut self, state: String, documented: bool) {
        if self.failing.take().is_some() {
            self.events.push_back(WaitEvent::Recovered);
        }
        if self.seen.as_ref().is_none_or(|(before, _)| *before != state) {
            self.events.push_back(WaitEvent::State { state: state.clone(), documented });
        }
        self.seen = Some((state, self.now()));
        self.events.push_back(WaitEvent::Polled);
    }

    /// Records a temporary failure, and returns one that ends the wait.
    fn note_failure(&mut self, error: Error) -> Result<(), Error> {
        let now = self.now();
        let before = self.failing.take();
        let is_first = before.is_none();
        let since = before.as_ref().map_or(now, |failing| failing.since);
        let rejected = is_rejection(&error).then(|| {
            let known = before.and_then(|failing| failing.rejected);
            known.map_or((now, 1), |(since, polls)| (since, polls.saturating_add(1)))
        });
        let failing = Failing { since, rejected, last: error };
        if self.ends(&failing) {
            return Err(self.with_context(failing.last));
        }
        if is_first {
            self.events.push_back(WaitEvent::PollFailed(failing.last.to_string()));
        }
        self.failing = Some(failing);
        Ok(())
    }

    fn ends(&self, failing: &Failing) -> bool {
        let error = &failing.last;
        let is_outage = self.timeout == Duration::MAX && self.now().saturating_sub(failing.since) >= OUTAGE;
        if self.timeout.is_zero() || is_permanent(error) || is_outage {
            return true;
        }
        let Some((since, polls)) = failing.rejected else {
            return false;
        };
        let is_new = self.seen.is_none() && self.started.is_none();
        let may_be_invisible = self.seen.is_none() && error.is_not_found();
        let limit = if may_be_invisible { INVISIBLE_FOR } else { REJECTED_FOR };
        is_new
            || (self.is_last() && !may_be_invisible)
            || (polls >= REJECTED_POLLS && self.now().saturating_sub(since) >= limit)
    }

    fn time_is_over(&mut self) -> Error {
        let waited = self.timeout;
        let message = match &self.seen {
            Some((state, at)) => match self.now().saturating_sub(*at) {
                age if self.failing.is_some() => format!("still {state} after {waited:?}; last seen {age:.0?} ago"),
                _ => format!("still {state} after {waited:?}"),
            },
            None => format!("no state seen after {waited:?}"),
        };
        let error = Error::new(ErrorKind::WaitTimeout, message).with_operation(self.operation.id);
        let error = match self.failing.take() {
            Some(failing) => error.with_source(failing.last),
            None => error,
        };
        self.with_context(error).with_hint("the run continues; wait again with a longer timeout")
    }

    /// Adds the last state and the started run to an error.
    pub(super) fn with_context(&self, error: Error) -> Error {
        let error = error.with_state(self.seen.as_ref().map(|(state, _)| state.clone()));
        match &self.started {
            Some(started) => error.with_started(started.clone()),
            None => error,
        }
    }
}

/// Returns true if every further poll would fail in the same way.
fn is_permanent(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Input | ErrorKind::Configuration)
}

/// Returns true if the service or the client has rejected the poll.
fn is_rejection(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Service => {
            matches!(error.status(), Some(400..=499)) && !matches!(error.status(), Some(408 | 425 | 429))
        }
        ErrorKind::Credentials | ErrorKind::Clock | ErrorKind::Redirect => true,
        _ => false,
    }
}
