//! Polling one run until its state is final.

use super::event::WaitEvent;
use super::poller::{PollResult, Poller};
use super::state::{RunState, run_state};
use crate::call::decode;
use crate::call::request::{Request, decode as decode_as};
use crate::call::response::Response;
use crate::error::{Error, ErrorKind};
use crate::error_body::ErrorBody;
use crate::model::Codec;
use crate::table::schema::Outcome;

/// A run that has ended.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Waited<T> {
    /// The last response.
    pub response: T,
    /// The state in the response; `None` if it has none.
    pub state: Option<String>,
    /// Outcome of the run. `None` if the documentation does not list its final state.
    pub outcome: Option<Outcome>,
}

/// Sends the request until its response shows that the run has ended. Each change is reported while it waits.
///
/// # Errors
///
/// The errors of [`Poller`]; [`ErrorKind::Input`] if the operation has no state to wait for; [`ErrorKind::Decode`] with
/// the [state](Error::last_state) if the run has ended but the response cannot be read as `T`.
pub async fn until_end<T: Codec + Default>(
    request: Request,
    mut poller: Poller,
    on_event: impl FnMut(WaitEvent),
) -> Result<Waited<T>, Error> {
    let operation = request.operation();
    let (state, response) = poll_until_end(&request, &mut poller, on_event).await?;
    let RunState { state, outcome, .. } = state;
    let response =
        decode_as(operation, response).map_err(|error| poller.with_context(error).with_state(state.clone()))?;
    Ok(Waited { response, state, outcome })
}

/// Waits like [`until_end`], and returns the last response without decoding it.
pub(super) async fn last_response(
    request: Request,
    mut poller: Poller,
    on_event: impl FnMut(WaitEvent),
) -> Result<Response, Error> {
    poll_until_end(&request, &mut poller, on_event).await.map(|(_, response)| response)
}

async fn poll_until_end(
    request: &Request,
    poller: &mut Poller,
    mut on_event: impl FnMut(WaitEvent),
) -> Result<(RunState, Response), Error> {
    let mut last = None;
    let mut ended_before = None;
    loop {
        let poll = poll(request, poller).await.map(|(state, response)| {
            // An undocumented state may be temporary: it ends the wait only if the next poll finds it too.
            let is_sure = state.outcome.is_some() || poller.is_last() || ended_before.as_ref() == Some(&state);
            if state.has_ended() && is_sure {
                return PollResult::Done((state, response));
            }
            last = Some(response);
            let pending = PollResult::Pending { state: state.describe().to_owned(), documented: state.documented };
            ended_before = state.has_ended().then_some(state);
            pending
        });
        let result = poller.record(poll);
        while let Some(event) = poller.next_event() {
            on_event(event);
        }
        match result {
            Ok(Some(end)) => return Ok(end),
            Ok(None) => poller.pause().await,
            Err(error) => return Err(with_last_response(error, last)),
        }
    }
}

/// Polls once.
async fn poll(request: &Request, poller: &Poller) -> Result<(RunState, Response), Error> {
    let operation = request.operation();
    let Some(wait) = &operation.wait else {
        let error = Error::new(ErrorKind::Input, "this operation has no state to wait for");
        return Err(error.with_operation(operation.id));
    };
    let response = match poller.poll_timeout() {
        Some(limit) => request.within(limit).execute().await?,
        None => request.execute().await?,
    };
    match run_state(wait, &response.body) {
        Some(state) => Ok((state, response)),
        None => Err(decode::not_an_object(response).with_operation(operation.id)),
    }
}

/// Adds the last response to the error of a timeout.
fn with_last_response(error: Error, last: Option<Response>) -> Error {
    match last {
        Some(response) if error.kind() == ErrorKind::WaitTimeout => error.with_response(response, ErrorBody::default()),
        _ => error,
    }
}
