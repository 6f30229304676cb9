//! The future of a response.

use crate::call::response::Response;
use crate::error::Error;
use crate::table::operation::Operation;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The future of a response. Nothing is sent before it is awaited. Dropping it cancels the call.
///
/// Everything up to the response is one non-generic function; each operation adds only its decoding. That keeps compile
/// times low.
#[must_use = "a request does nothing until it is awaited"]
pub struct ResponseFuture<T> {
    operation: &'static Operation,
    response: Pin<Box<dyn Future<Output = Result<Response, Error>> + Send>>,
    read: fn(&'static Operation, Response) -> Result<T, Error>,
}

impl<T> ResponseFuture<T> {
    pub(crate) fn new(
        operation: &'static Operation,
        response: impl Future<Output = Result<Response, Error>> + Send + 'static,
        read: fn(&'static Operation, Response) -> Result<T, Error>,
    ) -> Self {
        Self { operation, response: Box::pin(response), read }
    }
}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(self.response.as_mut().poll(context));
        Poll::Ready(response.and_then(|response| (self.read)(self.operation, response)))
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ResponseFuture").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
