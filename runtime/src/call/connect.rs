//! Opens connections within the timeout of the request, and never more than the maximum of the client.
//!
//! Each request has a permit and needs one connection. The HTTP client races a new connection against one that becomes
//! free. If the free one wins, the new one is finished in the background for the next request. Until then it is a
//! connection without a permit, so it is counted before another one is opened.

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
    /// Time that the request of this task may take to connect.
    static TIME: Duration;
}

/// Connecting ends this long before its request, or a tenth of the request's time if that is less. Only an error of the
/// connection proves that nothing was sent.
const MARGIN: Duration = Duration::from_millis(100);

/// Reason why no connection was made.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NotConnected {
    /// The request timed out.
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
    /// Number of connections that are finished in the background.
    unneeded: AtomicUsize,
    fewer: Notify,
}

/// The right to one connection.
///
/// It returns a moment after its request has ended. The connection is then free or closed, so the next request does not
/// open another one.
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

    /// Runs a request with this time limit for connecting.
    pub(crate) async fn within<T>(&self, time: Duration, request: impl Future<Output = T>) -> T {
        let request = TIME.scope(time.saturating_sub(MARGIN.min(time / 10)), request);
        self.reader.with_connections_apart(request).await
    }

    pub(crate) fn maximum(&self) -> usize {
        self.maximum
    }

    /// Waits for a permit.
    pub(crate) async fn permit(self: Arc<Self>) -> Result<Permit, AcquireError> {
        let permit = Arc::clone(&self.permits).acquire_owned().await?;
        Ok(Permit(Some((permit, self))))
    }

    /// Connects for the request of the current task. The HTTP client finishes a connection that lost the race in
    /// another task.
    pub(crate) async fn connect<T>(
        self: Arc<Self>,
        connecting: impl Future<Output = Result<T, BoxError>>,
    ) -> Result<T, BoxError> {
        let time = TIME.try_get().map_err(|_| NotConnected::Unneeded)?;
        let connect = async {
            // A connection that is just returning to the pool is then used instead.
            self.reader.settled().await;
            self.room().await;
            if !is_needed() {
                return Err(NotConnected::Unneeded.into());
            }
            self.counted(connecting).await
        };
        tokio::time::timeout(time, connect).await.unwrap_or_else(|_| Err(NotConnected::Late(time).into()))
    }

    /// Waits until another connection may be opened.
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

/// Returns true while the request that started to connect still waits for the connection.
fn is_needed() -> bool {
    TIME.try_with(|_| ()).is_ok()
}
