//! Waiting until what was started has ended.

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::json;
use crate::operation::Wait;
use crate::request::Request;
use serde_json::Value;
use std::time::Duration;

/// Pause after the first look; it grows by half with every look.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause between two looks, unless the options say otherwise.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Looks until the state is a last one. A look that fails ends the waiting: it was repeated as often as allowed.
pub(crate) async fn run(request: &Request, most: Duration) -> Result<Answer, Error> {
    let operation = request.operation();
    let Some(wait) = &operation.wait else {
        return Err(
            Error::new(ErrorKind::Input, "this operation has no state to wait for")
                .with_operation(operation.id),
        );
    };
    let clock = &request.client().core().clock;
    let longest = request.options().interval.unwrap_or(LONGEST_PAUSE);
    let start = clock.elapsed();
    let mut pause = FIRST_PAUSE.min(longest);
    loop {
        let answer = request.execute().await?;
        let state = state(wait, &answer);
        if state
            .as_deref()
            .is_some_and(|state| wait.done.contains(&state))
        {
            return Ok(answer);
        }
        let left = most.saturating_sub(clock.elapsed().saturating_sub(start));
        if left.is_zero() {
            let state = state.as_deref().unwrap_or("without a state");
            return Err(
                Error::new(ErrorKind::Waiting, format!("still {state} after {most:?}"))
                    .with_operation(operation.id)
                    .with_hint("it goes on; wait again with a longer time"),
            );
        }
        clock.sleep(pause.min(left)).await;
        pause = pause
            .saturating_mul(3)
            .checked_div(2)
            .unwrap_or(longest)
            .min(longest);
    }
}

fn state(wait: &Wait, answer: &Answer) -> Option<String> {
    let value: Value = json::decode(&answer.body).ok()?;
    value.get(wait.field)?.as_str().map(str::to_owned)
}
