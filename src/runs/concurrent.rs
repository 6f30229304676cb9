//! Runs futures, a limited number at a time.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Futures. A limited number of them run at a time. Results come in the order in which they are ready.
pub(super) struct Concurrent<I: Iterator> {
    waiting: I,
    running: Vec<Pin<Box<I::Item>>>,
    limit: usize,
}

impl<I: Iterator<Item: Future>> Concurrent<I> {
    #[inline]
    pub(super) fn new(futures: I, limit: usize) -> Self {
        Self { waiting: futures, running: Vec::new(), limit: limit.max(1) }
    }

    /// Returns the next result; `None` after the last one.
    #[inline]
    pub(super) async fn next(&mut self) -> Option<<I::Item as Future>::Output> {
        poll_fn(|context| self.poll_next(context)).await
    }

    #[inline]
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<<I::Item as Future>::Output>> {
        for index in 0..self.running.len() {
            if let Some(output) = self.poll_running(index, context) {
                return Poll::Ready(Some(output));
            }
        }
        while self.running.len() < self.limit {
            let Some(future) = self.waiting.next() else {
                break;
            };
            self.running.push(Box::pin(future));
            // Only a future that was polled wakes the task.
            if let Some(output) = self.poll_running(self.running.len() - 1, context) {
                return Poll::Ready(Some(output));
            }
        }
        if self.running.is_empty() { Poll::Ready(None) } else { Poll::Pending }
    }

    /// Polls a future, and removes it if it is ready.
    #[inline]
    fn poll_running(&mut self, index: usize, context: &mut Context<'_>) -> Option<<I::Item as Future>::Output> {
        match self.running.get_mut(index)?.as_mut().poll(context) {
            Poll::Ready(output) => {
                drop(self.running.swap_remove(index));
                Some(output)
            }
            Poll::Pending => None,
        }
    }
}
