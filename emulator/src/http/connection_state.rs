//! State that a connection shares with its requests: what is read, until when, and what may still be written.
//!
//! The timeout of the HTTP library for a head also runs between requests, so it cannot give a slow head less time than an
//! idle connection. The timeouts are here instead.

use crate::http::head::{HeadFault, HeadScanner, Scanned};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;
use tokio::time::Instant;

/// Maximum time from the first byte of a request head to its last.
pub(crate) const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Maximum time between two parts of a request body.
pub(crate) const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// Maximum idle time of a connection. Longer than clients keep an idle connection (reqwest: 90 s): if the emulator
/// closed it first, their next request would fail.
pub(crate) const IDLE_TIMEOUT: Duration = Duration::from_secs(120);

/// The part of a connection that is read next.
#[derive(Debug)]
enum Phase {
    /// A head. Bytes of it may have arrived.
    Head(HeadScanner),
    /// Nothing: a complete head was handed over, and its request has not started.
    Handed,
    /// This many bytes of a body.
    Body(u64),
    /// A body of unknown length. The connection closes after the response, so no head follows.
    Last,
}

#[derive(Debug)]
struct Inner {
    phase: Phase,
    /// Time at which reading fails. None while a response is in flight.
    deadline: Option<Instant>,
    /// Reason to reject the request whose head was handed over last.
    fault: Option<HeadFault>,
    /// Number of bytes that may still be written.
    budget: usize,
    /// Wakes the reader, which waits without a deadline.
    reader: Option<Waker>,
}

/// What is known of a request before it is parsed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    /// Reason to reject it.
    pub(crate) fault: Option<HeadFault>,
    /// True if the connection has to close after the response.
    pub(crate) is_last: bool,
}

/// A handle to the state of a connection.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionState {
    inner: Arc<Mutex<Inner>>,
    peer: Option<SocketAddr>,
}

impl ConnectionState {
    pub(crate) fn new(peer: Option<SocketAddr>) -> Self {
        let inner = Inner {
            phase: Phase::Head(HeadScanner::default()),
            deadline: Some(Instant::now() + IDLE_TIMEOUT),
            fault: None,
            budget: usize::MAX,
            reader: None,
        };
        Self { inner: Arc::new(Mutex::new(inner)), peer }
    }

    /// Returns the address of the client.
    pub(crate) fn peer(&self) -> Option<SocketAddr> {
        self.peer
    }

    /// Starts the request whose head was handed over last. `length` is the size of its body; `None` if it is unknown.
    pub(crate) fn begin(&self, length: Option<u64>) -> Head {
        let mut inner = self.inner();
        (inner.phase, inner.deadline) = match length {
            Some(0) => (Phase::Head(HeadScanner::default()), None),
            Some(length) => (Phase::Body(length), Some(Instant::now() + BODY_TIMEOUT)),
            None => (Phase::Last, Some(Instant::now() + BODY_TIMEOUT)),
        };
        let fault = inner.fault.take();
        Head { fault, is_last: length.is_none() || fault.is_some() }
    }

    /// Ends the timeout of the body: the request was read, and its response can take any time.
    pub(crate) fn body_is_read(&self) {
        self.inner().deadline = None;
    }

    /// Starts the idle time: the response was sent.
    pub(crate) fn end(&self) {
        let mut inner = self.inner();
        let time = match &inner.phase {
            Phase::Head(scanner) if scanner.is_empty() => IDLE_TIMEOUT,
            Phase::Head(_) | Phase::Handed => HEAD_TIMEOUT,
            Phase::Body(_) | Phase::Last => BODY_TIMEOUT,
        };
        inner.deadline = Some(Instant::now() + time);
        if let Some(reader) = inner.reader.take() {
            reader.wake();
        }
    }

    /// Breaks the connection after this many more bytes.
    pub(crate) fn break_after(&self, bytes: usize) {
        self.inner().budget = bytes;
    }

    /// Returns the number of bytes that may still be written.
    pub(super) fn budget(&self) -> usize {
        self.inner().budget
    }

    pub(super) fn record_written(&self, bytes: usize) {
        let mut inner = self.inner();
        // One that is unlimited stays unlimited.
        if inner.budget != usize::MAX {
            inner.budget = inner.budget.saturating_sub(bytes);
        }
    }

    /// Returns the time at which reading fails. If there is none, `reader` is woken when there is one.
    pub(super) fn deadline(&self, reader: &Waker) -> Option<Instant> {
        let mut inner = self.inner();
        inner.reader = inner.deadline.is_none().then(|| reader.clone());
        inner.deadline
    }

    /// Returns how many of the received bytes, at least one, belong to the current part of the connection.
    pub(super) fn accept(&self, received: &[u8]) -> io::Result<usize> {
        let mut guard = self.inner();
        let Inner { phase, deadline, fault, .. } = &mut *guard;
        match phase {
            Phase::Head(scanner) => {
                let was_empty = scanner.is_empty();
                match scanner.scan(received) {
                    Scanned::Partial => {
                        if was_empty && !scanner.is_empty() {
                            *deadline = Some(Instant::now() + HEAD_TIMEOUT);
                        }
                        Ok(received.len())
                    }
                    Scanned::Complete { size, fault: found } => {
                        *fault = found;
                        *phase = Phase::Handed;
                        Ok(size)
                    }
                }
            }
            // The library expects a longer head than was found: the two disagree about where it ends.
            Phase::Handed => Err(io::ErrorKind::InvalidData.into()),
            Phase::Body(left) => {
                *deadline = Some(Instant::now() + BODY_TIMEOUT);
                let size = usize::try_from(*left).unwrap_or(usize::MAX).min(received.len());
                *left = left.saturating_sub(size as u64);
                if *left == 0 {
                    *phase = Phase::Head(HeadScanner::default());
                    *deadline = None;
                }
                Ok(size)
            }
            Phase::Last => {
                *deadline = Some(Instant::now() + BODY_TIMEOUT);
                Ok(received.len())
            }
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
