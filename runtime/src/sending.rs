//! A request on its way.

use crate::answer::Answer;
use crate::error::Error;
use crate::operation::Operation;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A request on its way: awaited, it gives the answer. Nothing is sent before it is awaited; what is dropped is given up.
///
/// Everything up to the answer is one function for all operations, so that a crate compiles the reading of answers alone.
#[must_use = "a request does nothing until it is awaited"]
pub struct Sending<T> {
    operation: &'static Operation,
    answer: Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>,
    read: fn(&'static Operation, Answer) -> Result<T, Error>,
}

impl<T> Sending<T> {
    pub(crate) fn new(
        operation: &'static Operation,
        answer: impl Future<Output = Result<Answer, Error>> + Send + 'static,
        read: fn(&'static Operation, Answer) -> Result<T, Error>,
    ) -> Self {
        Self { operation, answer: Box::pin(answer), read }
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.answer.as_mut().poll(context));
        Poll::Ready(answer.and_then(|answer| (self.read)(self.operation, answer)))
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sending").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
