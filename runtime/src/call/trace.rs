//! Spans of calls and attempts. Without the feature `tracing` these functions do nothing.
//!
//! Spans have operation, path template, attempt, status, pause and request ID. They never have resource IDs,
//! credentials, signatures or bodies.

use crate::call::response::Response;
use crate::error::Error;
use crate::table::operation::Operation;
use std::time::Duration;

#[cfg(feature = "tracing")]
mod spans {
    use super::{Duration, Error, Operation, Response};
    use tracing::{Instrument, debug, debug_span};

    pub(crate) async fn call<T>(
        operation: &'static Operation,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let span =
            debug_span!("call", operation = operation.id, method = operation.method.as_str(), path = operation.path);
        work.instrument(span).await
    }

    pub(crate) async fn attempt(
        attempt: u32,
        work: impl Future<Output = Result<Response, Error>>,
    ) -> Result<Response, Error> {
        let work = async {
            let result = work.await;
            match &result {
                Ok(response) => {
                    debug!(status = response.status, request_id = response.request_id, bytes = response.body.len())
                }
                Err(error) => {
                    debug!(kind = ?error.kind(), status = error.status(), request_id = error.request_id())
                }
            }
            result
        };
        work.instrument(debug_span!("attempt", attempt)).await
    }

    /// Runs the work of another task in the caller's span.
    pub(crate) fn within_span<T>(work: impl Future<Output = T> + Send) -> impl Future<Output = T> + Send {
        work.in_current_span()
    }

    pub(crate) fn pause(pause: Duration) {
        debug!(?pause, "the attempt is retried");
    }
}

#[cfg(not(feature = "tracing"))]
mod spans {
    use super::{Duration, Error, Operation, Response};

    pub(crate) fn call<T>(
        _operation: &'static Operation,
        work: impl Future<Output = Result<T, Error>>,
    ) -> impl Future<Output = Result<T, Error>> {
        work
    }

    pub(crate) fn attempt(
        _attempt: u32,
        work: impl Future<Output = Result<Response, Error>>,
    ) -> impl Future<Output = Result<Response, Error>> {
        work
    }

    pub(crate) fn within_span<T>(work: impl Future<Output = T> + Send) -> impl Future<Output = T> + Send {
        work
    }

    pub(crate) fn pause(_pause: Duration) {}
}

pub(crate) use spans::{attempt, call, pause, within_span};
