//! Connecting: within the time of the request that needs a connection, and never more connections than the client may have.
//!
//! Each request has a permit and needs one connection. The HTTP client races a new connection against one that becomes
//! free. If the free one wins, the new one is finished in the background, and the next request can use it. Until then it
//! is a connection without a permit, so it counts when another is to be begun.

use crate::call::reader::Reader;
use std::error::Error;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{AcquireError, Notify, OwnedSemaphorePermit, Semaphore};

type BoxError = Box<dyn Error + Send + Sync>;

tokio::task_local! {
    /// Time that the request of this task has to connect.
    static TIME: Duration;
}

/// Longest time that connecting ends before its request, which is a tenth of the time of the request. Only an error of
/// the connection proves that nothing was sent.
const MARGIN: Duration = Duration::from_millis(100);

/// Why no connection was made.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NotConnected {
    /// The time of the request is over.
    Late(Duration),
    /// The request has got another connection.
    Unneeded,
}

impl fmt::Display for NotConnected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late(time) => write!(formatter, "no connection within {time:?}"),
            Self::Unneeded => formatter.write_str("another connection became free"),
        }
    }
}

impl Error for NotConnected {}

/// The connections of a client, counted.
#[derive(Debug)]
pub(crate) struct Connections {
    reader: Reader,
    permits: Arc<Semaphore>,
    maximum: usize,
    /// Connections that are finished in the background.
    unneeded: AtomicUsize,
    fewer: Notify,
}

/// The right to one connection.
///
/// It comes back a moment after its request has ended: then the connection is free or closed, and the next request does
/// not open another one next to it.
pub(crate) struct Permit(Option<(OwnedSemaphorePermit, Arc<Connections>)>);

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some((permit, connections)) = self.0.take() {
            let counted = Arc::clone(&connections);
            connections.reader.when_settled(move || {
                drop(permit);
                counted.fewer.notify_waiters();
            });
        }
    }
}

/// A connection that is finished in the background.
struct Unneeded<'a>(&'a Connections);

impl Drop for Unneeded<'_> {
    fn drop(&mut self) {
        self.0.unneeded.fetch_sub(1, Ordering::SeqCst);
        self.0.fewer.notify_waiters();
    }
}

impl Connections {
    pub(crate) fn at_most(maximum: usize) -> Arc<Self> {
        let maximum = maximum.clamp(1, Semaphore::MAX_PERMITS);
        // An eighth is for connections that are being opened or closed without a request.
        let permits = Arc::new(Semaphore::new(maximum - maximum / 8));
        Arc::new(Self {
            reader: Reader::default(),
            permits,
            maximum,
            unneeded: AtomicUsize::new(0),
            fewer: Notify::new(),
        })
    }

    /// Does the work of a request, which may connect until its time is over.
    pub(crate) async fn within<T>(&self, time: Duration, request: impl Future<Output = T>) -> T {
        let request = TIME.scope(time.saturating_sub(MARGIN.min(time / 10)), request);
        self.reader.with_connections_apart(request).await
    }

    pub(crate) fn maximum(&self) -> usize {
        self.maximum
    }

    /// Waits for the right to a connection.
    pub(crate) async fn permit(self: Arc<Self>) -> Result<Permit, AcquireError> {
        let permit = Arc::clone(&self.permits).acquire_owned().await?;
        Ok(Permit(Some((permit, self))))
    }

    /// Connects for the request whose task polls this. The HTTP client polls what lost the race in a task of its own.
    pub(crate) async fn connect<T>(
        self: Arc<Self>,
        connecting: impl Future<Output = Result<T, BoxError>>,
    ) -> Result<T, BoxError> {
        let time = TIME.try_get().map_err(|_| NotConnected::Unneeded)?;
        let connect = async {
            // One that is just being given back is then used instead.
            self.reader.settled().await;
            self.room().await;
            if !is_needed() {
                return Err(NotConnected::Unneeded.into());
            }
            self.counted(connecting).await
        };
        tokio::time::timeout(time, connect).await.unwrap_or_else(|_| Err(NotConnected::Late(time).into()))
    }

    /// Waits until there may be one connection more for the requests that have a permit.
    async fn room(&self) {
        loop {
            let fewer = self.fewer.notified();
            let used = (self.maximum - self.maximum / 8).saturating_sub(self.permits.available_permits());
            if used.saturating_add(self.unneeded.load(Ordering::SeqCst)) <= self.maximum || !is_needed() {
                return;
            }
            fewer.await;
        }
    }

    async fn counted<T>(&self, connecting: impl Future<Output = T>) -> T {
        let mut connecting = pin!(connecting);
        let mut unneeded = None;
        std::future::poll_fn(|context| {
            if unneeded.is_none() && !is_needed() {
                self.unneeded.fetch_add(1, Ordering::SeqCst);
                unneeded = Some(Unneeded(self));
            }
            connecting.as_mut().poll(context)
        })
        .await
    }
}

/// Whether the request that began to connect still waits for the connection.
fn is_needed() -> bool {
    TIME.try_with(|_| ()).is_ok()
}
