//! Connections of the emulator.
//!
//! Their number and their idle time are limited, so slow or stuck clients cost a known amount of memory.

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

/// Maximum number of concurrent connections; further ones wait to be accepted.
const MAX_CONNECTIONS: usize = 256;

/// Maximum idle time of a connection. Longer than clients keep an idle connection (reqwest: 90 s): if the emulator
/// closed it first, their next request would fail.
const IDLE_TIMEOUT: Duration = Duration::from_secs(120);

/// A listener with a limited number of connections.
#[derive(Debug)]
pub(crate) struct Connections {
    listener: TcpListener,
    free: Arc<Semaphore>,
}

impl Connections {
    pub(crate) async fn listen(address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        Ok(Self { listener, free: Arc::new(Semaphore::new(MAX_CONNECTIONS)) })
    }
}

impl Listener for Connections {
    type Io = Connection<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        // The semaphore is never closed, so this cannot fail.
        let permit = Arc::clone(&self.free).acquire_owned().await.ok();
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Without it, the last packet of a response waits for the client's acknowledgement.
        let _ = stream.set_nodelay(true);
        (Connection::new(stream, permit), address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// Number of bytes that may still be written to a connection before it breaks. Every request has a handle to it.
#[derive(Clone, Debug)]
pub(crate) struct ByteBudget(Arc<AtomicUsize>);

impl ByteBudget {
    fn unlimited() -> Self {
        Self(Arc::new(AtomicUsize::new(usize::MAX)))
    }

    /// Breaks the connection after this many more bytes.
    pub(crate) fn break_after(&self, bytes: usize) {
        self.0.store(bytes, Ordering::SeqCst);
    }

    fn remaining(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    fn record(&self, bytes: usize) {
        // One that is unlimited stays unlimited.
        let less = |remaining: usize| (remaining != usize::MAX).then(|| remaining.saturating_sub(bytes));
        let _ = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less);
    }
}

impl Connected<IncomingStream<'_, Connections>> for ByteBudget {
    fn connect_info(stream: IncomingStream<'_, Connections>) -> Self {
        stream.io().budget.clone()
    }
}

/// A connection that fails when nothing was read for [`IDLE_TIMEOUT`], or when its budget is broken.
#[derive(Debug)]
pub(crate) struct Connection<S> {
    stream: S,
    budget: ByteBudget,
    idle: Pin<Box<Sleep>>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl<S> Connection<S> {
    fn new(stream: S, permit: Option<OwnedSemaphorePermit>) -> Self {
        Self { stream, budget: ByteBudget::unlimited(), idle: Box::pin(sleep(IDLE_TIMEOUT)), _permit: permit }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Connection<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, buffer) {
            self.idle.as_mut().reset(Instant::now() + IDLE_TIMEOUT);
            return Poll::Ready(read);
        }
        ready!(self.idle.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let remaining = self.budget.remaining();
        if remaining == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        let allowed = bytes.get(..remaining).unwrap_or(bytes);
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, allowed))?;
        self.budget.record(written);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test(start_paused = true)]
    async fn silence_ends_a_connection() {
        let (_client, server) = tokio::io::duplex(64);
        let error = Connection::new(server, None).read_u8().await.expect_err("nothing is ever sent");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test(start_paused = true)]
    async fn each_byte_starts_the_silence_anew() {
        let (mut client, server) = tokio::io::duplex(64);
        let mut connection = Connection::new(server, None);
        for byte in 0..4 {
            tokio::time::advance(IDLE_TIMEOUT - Duration::from_millis(1)).await;
            client.write_u8(byte).await.expect("the other end is open");
            assert_eq!(connection.read_u8().await.expect("the byte just sent"), byte);
        }
    }
}
