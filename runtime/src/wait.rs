//! Waiting until what was started has ended.

use crate::answer::Answer;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::json;
use crate::operation::{Operation, Wait};
use crate::options::Options;
use crate::refusal::Refusal;
use crate::request::Request;
use serde_json::Value;
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

/// How a waiter looks, and for how long at most.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    most: Duration,
    longest_pause: Duration,
}

impl Patience {
    /// At most this time in all, with the pauses that the options ask for.
    #[must_use]
    pub fn new(most: Duration, options: &Options) -> Self {
        Self { most, longest_pause: options.interval.unwrap_or(LONGEST_PAUSE) }
    }

    /// Looks until it has ended, with pauses that grow.
    ///
    /// `look` is given the longest time that it may take, or none for the first look of a wait without time: that one
    /// look is made as if nobody waited. A look that fails for now ([`Error::is_retryable`]) does not end the waiting.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Waiting`] when the time is over, with the [last state](Error::last_state), and the last failed look as
    /// its source; else that of `look`.
    pub async fn until<T>(
        &self,
        client: &Client,
        operation: &'static Operation,
        mut look: impl AsyncFnMut(Option<Duration>) -> Result<Look<T>, Error>,
    ) -> Result<T, Error> {
        let clock = &client.core().clock;
        let start = clock.elapsed();
        let left = || self.most.saturating_sub(clock.elapsed().saturating_sub(start));
        let mut pause = FIRST_PAUSE.min(self.longest_pause);
        let (mut last, mut is_last_look) = (Last::default(), self.most.is_zero());
        loop {
            match look((!self.most.is_zero()).then(left)).await {
                Ok(Look::Ended(end)) => return Ok(end),
                Ok(Look::Pending(state)) => last.state = Some(state),
                Err(error) if error.is_retryable() && !self.most.is_zero() => last.failure = Some(error),
                Err(error) => return Err(error),
            }
            let left = left();
            if is_last_look || left.is_zero() {
                return Err(last.into_error(self.most).with_operation(operation.id));
            }
            // The last look comes late, but while there is time for an answer.
            is_last_look = pause >= left;
            clock.sleep(if is_last_look { left - (left / 2).min(LAST_LOOK) } else { pause }).await;
            pause = pause.saturating_mul(3).checked_div(2).unwrap_or(pause).min(self.longest_pause);
        }
    }
}

/// What a waiter knows when its time is over.
#[derive(Default)]
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
pub(crate) async fn for_end(request: &Request, most: Duration) -> Result<Answer, Error> {
    let operation = request.operation();
    let Some(wait) = &operation.wait else {
        let error = Error::new(ErrorKind::Input, "this operation has no state to wait for");
        return Err(error.with_operation(operation.id));
    };
    let patience = Patience::new(most, request.options());
    let mut seen = None;
    let outcome = patience.until(request.client(), operation, async |left| {
        let answer = request.within(left.unwrap_or(Duration::MAX)).execute().await?;
        let state = state(wait, &answer);
        if state.as_deref().is_some_and(|state| wait.done.contains(&state)) {
            return Ok(Look::Ended(answer));
        }
        seen = Some(answer);
        Ok(Look::Pending(state.unwrap_or_else(|| "without a state".to_owned())))
    });
    let outcome = outcome.await;
    match (outcome, seen) {
        (Err(error), Some(answer)) if error.kind() == ErrorKind::Waiting => {
            Err(error.with_answer(answer, Refusal::default()))
        }
        (outcome, _) => outcome,
    }
}

fn state(wait: &Wait, answer: &Answer) -> Option<String> {
    let value: Value = json::decode(&answer.body).ok()?;
    value.get(wait.field)?.as_str().map(str::to_owned)
}
