//! The method `wait` of a request.

use super::poller::Poller;
use super::state::run_state;
use super::until_end::last_response;
use crate::call::request::{Request, decode};
use crate::call::response::Response;
use crate::call::response_future::ResponseFuture;
use crate::error::Error;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::model::Codec;
use crate::table::operation::Operation;
use std::time::Duration;

impl Request {
    /// Polls until the run has ended and returns the last response. Its state says how the run ended.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::WaitTimeout`] after `timeout`, with the [last state](Error::last_state). Otherwise the errors of
    /// [`send`](Self::send). A poll that fails temporarily does not end the wait: see [`Poller`](crate::wait::Poller).
    pub fn wait<T: Codec + Default>(self, timeout: Duration) -> ResponseFuture<T> {
        let poller = Poller::new(self.client(), self.operation(), timeout, self.options());
        let operation = self.operation();
        ResponseFuture::new(operation, async move { last_response(self, poller, |_| {}).await }, decode_end)
    }
}

/// Decodes the last response of a wait. An error has its state.
fn decode_end<T: Codec + Default>(operation: &'static Operation, response: Response) -> Result<T, Error> {
    let state = operation.wait.as_ref().and_then(|wait| run_state(wait, &response.body));
    decode(operation, response).map_err(|error| error.with_state(state.and_then(|state| state.state)))
}
