//! A connection of the emulator: it limits the time for reading, and hands over one request head at a time.

use crate::http::connection_state::ConnectionState;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep_until};

/// A stream whose reading side fails after a timeout, and whose writing side fails when its budget is used up.
#[derive(Debug)]
pub(crate) struct Connection<S> {
    stream: S,
    state: ConnectionState,
    /// Bytes that were received, but belong to the next part of the connection.
    leftover: Vec<u8>,
    timeout: Option<Pin<Box<Sleep>>>,
}

impl<S> Connection<S> {
    pub(crate) fn new(stream: S, state: ConnectionState) -> Self {
        Self { stream, state, leftover: Vec::new(), timeout: None }
    }

    /// Completes when the time for the next byte is over.
    fn poll_timeout(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Some(deadline) = self.state.deadline(context.waker()) else {
            self.timeout = None;
            return Poll::Pending;
        };
        let timeout = self.timeout.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if timeout.deadline() != deadline {
            timeout.as_mut().reset(deadline);
        }
        timeout.as_mut().poll(context)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Connection<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        if self.leftover.is_empty() {
            match Pin::new(&mut self.stream).poll_read(context, buffer) {
                Poll::Ready(read) => read?,
                Poll::Pending => {
                    ready!(self.poll_timeout(context));
                    return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
                }
            }
        } else {
            let size = self.leftover.len().min(buffer.remaining());
            self.leftover.drain(..size).for_each(|byte| buffer.put_slice(&[byte]));
        }
        let received = buffer.filled().get(before..).unwrap_or_default();
        if received.is_empty() {
            return Poll::Ready(Ok(()));
        }
        let accepted = self.state.accept(received)?;
        let rest = received.get(accepted..).unwrap_or_default().to_vec();
        self.leftover.splice(0..0, rest);
        buffer.set_filled(before + accepted);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let remaining = self.state.budget();
        if remaining == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        let allowed = bytes.get(..remaining).unwrap_or(bytes);
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, allowed))?;
        self.state.record_written(written);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
