//! Waiting until what was started has ended.

use crate::answer::Answer;
use crate::client::Client;
use crate::clock::Clock;
use crate::error::{Error, ErrorKind};
use crate::json;
use crate::operation::{Operation, Wait};
use crate::options::Options;
use crate::refusal::Refusal;
use crate::request::Request;
use serde_json::Value;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

/// Pause after the first look; it grows by half with every look.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause between two looks, unless the options say otherwise.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Time that is left for the answer to the last look.
const LAST_LOOK: Duration = Duration::from_secs(2);

/// What a look found.
#[derive(Debug)]
pub enum Look<T> {
    /// It has ended.
    Ended(T),
    /// It goes on, in this state.
    Pending(String),
}

/// How long a waiter still looks, and when the next time.
///
/// ```
/// use ncloud_runtime::wait::{Look, Patience};
/// use ncloud_runtime::{Error, Request};
/// use serde_json::Value;
/// use std::time::Duration;
///
/// async fn until_it_rests(request: Request) -> Result<Value, Error> {
///     let mut patience = Patience::new(request.client(), request.operation(), Duration::from_secs(60), request.options());
///     loop {
///         let answer = request.clone().send::<Value>().await;
///         let look = answer.map(|value| match &value["state"] {
///             Value::String(state) if state != "RESTING" => Look::Pending(state.clone()),
///             _ => Look::Ended(value),
///         });
///         if let Some(end) = patience.after(look).await? {
///             return Ok(end);
///         }
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Patience {
    clock: Arc<dyn Clock>,
    operation: &'static Operation,
    start: Duration,
    most: Duration,
    pause: Duration,
    longest_pause: Duration,
    is_last_look: bool,
    last: Last,
}

impl Patience {
    /// From now on at most this time in all, with the pauses that the options ask for.
    #[must_use]
    pub fn new(client: &Client, operation: &'static Operation, most: Duration, options: &Options) -> Self {
        let clock = Arc::clone(&client.core().clock);
        let longest_pause = options.interval.unwrap_or(LONGEST_PAUSE);
        Self {
            start: clock.elapsed(),
            clock,
            operation,
            most,
            pause: FIRST_PAUSE.min(longest_pause),
            longest_pause,
            is_last_look: most.is_zero(),
            last: Last::default(),
        }
    }

    /// The longest time that the next look may take; none for the only look of a wait without time, which is made as if
    /// nobody waited.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        (!self.most.is_zero()).then(|| self.most.saturating_sub(self.clock.elapsed().saturating_sub(self.start)))
    }

    /// What has ended, or none after a pause, behind which to look again. The pauses grow.
    ///
    /// A look that fails for now ([`Error::is_retryable`]) does not end the waiting.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Waiting`] when the time is over, with the [last state](Error::last_state), and the last failed look as
    /// its source; else that of the look.
    pub async fn after<T>(&mut self, look: Result<Look<T>, Error>) -> Result<Option<T>, Error> {
        match look {
            Ok(Look::Ended(end)) => return Ok(Some(end)),
            Ok(Look::Pending(state)) => self.last.state = Some(state),
            Err(error) if error.is_retryable() && !self.most.is_zero() => self.last.failure = Some(error),
            Err(error) => return Err(error),
        }
        let left = self.left().unwrap_or_default();
        if self.is_last_look || left.is_zero() {
            return Err(mem::take(&mut self.last).into_error(self.most).with_operation(self.operation.id));
        }
        // The last look comes late, but while there is time for an answer.
        self.is_last_look = self.pause >= left;
        let pause = if self.is_last_look { left - (left / 2).min(LAST_LOOK) } else { self.pause };
        self.pause = self.pause.saturating_mul(3).checked_div(2).unwrap_or(self.pause).min(self.longest_pause);
        self.clock.sleep(pause).await;
        Ok(None)
    }
}

/// What a waiter knows when its time is over.
#[derive(Debug, Default)]
struct Last {
    state: Option<String>,
    failure: Option<Error>,
}

impl Last {
    fn into_error(self, most: Duration) -> Error {
        let state = self.state.as_deref().unwrap_or("in no known state");
        let message = format!("still {state} after {most:?}");
        let error = Error::new(ErrorKind::Waiting, message)
            .with_state(self.state)
            .with_hint("it goes on; wait again with a longer time");
        match self.failure {
            Some(failure) => error.with_source(failure),
            None => error,
        }
    }
}

/// Repeats a request until the state in its answer is a last one.
pub(crate) async fn for_end(request: Request, most: Duration) -> Result<Answer, Error> {
    let operation = request.operation();
    let Some(wait) = &operation.wait else {
        let error = Error::new(ErrorKind::Input, "this operation has no state to wait for");
        return Err(error.with_operation(operation.id));
    };
    let mut patience = Patience::new(request.client(), operation, most, request.options());
    let mut seen = None;
    loop {
        let answer = request.within(patience.left().unwrap_or(Duration::MAX)).execute().await;
        let look = answer.map(|answer| match state(wait, &answer) {
            Some(state) if wait.done.contains(&state.as_str()) => Look::Ended(answer),
            state => {
                seen = Some(answer);
                Look::Pending(state.unwrap_or_else(|| "without a state".to_owned()))
            }
        });
        match patience.after(look).await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => {}
            Err(error) => return Err(with_last_answer(error, seen)),
        }
    }
}

/// When the time is over, the last answer tells where it stands.
fn with_last_answer(error: Error, seen: Option<Answer>) -> Error {
    match seen {
        Some(answer) if error.kind() == ErrorKind::Waiting => error.with_answer(answer, Refusal::default()),
        _ => error,
    }
}

fn state(wait: &Wait, answer: &Answer) -> Option<String> {
    let value: Value = json::decode(&answer.body).ok()?;
    value.get(wait.field)?.as_str().map(str::to_owned)
}
