//! The thread that reads the connections of a client.
//!
//! A server that sends interim responses (1xx) forever would keep the caller's thread busy, and with it the timers that
//! end the call. On its own thread it can only delay other responses to the same client, and calls end in time.

use std::pin::pin;
use std::sync::OnceLock;
use std::thread;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// Number of turns of all tasks until the thread has settled: one task reads the end of a response, and one returns the
/// connection to the pool.
const TURNS: usize = 3;

/// Starts the thread with the first request, and stops it when dropped.
#[derive(Debug, Default)]
pub(crate) struct Reader(OnceLock<Option<Running>>);

#[derive(Debug)]
struct Running {
    handle: Handle,
    /// The thread ends when this is dropped.
    _stop: oneshot::Sender<()>,
}

impl Reader {
    /// Does the work in the caller's task. Connections that it opens are read by this thread.
    pub(crate) async fn with_connections_apart<T>(&self, work: impl Future<Output = T>) -> T {
        let Some(handle) = self.handle() else {
            return work.await;
        };
        let mut work = pin!(work);
        std::future::poll_fn(|context| {
            let _entered = handle.enter();
            work.as_mut().poll(context)
        })
        .await
    }

    /// Waits until the thread has no work left. A connection whose response was read is then back in the pool.
    pub(crate) async fn settled(&self) {
        match self.running() {
            // It fails only if the thread is gone, and then there is nothing to wait for.
            Some(handle) => drop(handle.spawn(turns()).await),
            None => turns().await,
        }
    }

    /// Calls `then` once the thread has [settled](Self::settled).
    pub(crate) fn when_settled(&self, then: impl FnOnce() + Send + 'static) {
        match self.running() {
            Some(handle) => drop(handle.spawn(async {
                turns().await;
                then();
            })),
            None => then(),
        }
    }

    /// Returns `None` if the thread was not started.
    fn running(&self) -> Option<&Handle> {
        self.0.get()?.as_ref().map(|running| &running.handle)
    }

    /// Returns `None` if no thread can be started. Connections are then read by the caller's runtime.
    fn handle(&self) -> Option<&Handle> {
        self.0.get_or_init(start).as_ref().map(|running| &running.handle)
    }
}

fn start() -> Option<Running> {
    let runtime = Builder::new_current_thread().enable_all().build().ok()?;
    let handle = runtime.handle().clone();
    let (stop, stopped) = oneshot::channel();
    // The sender is only ever dropped.
    let run = move || drop(runtime.block_on(stopped));
    thread::Builder::new().name("ncloud-connections".to_owned()).spawn(run).ok()?;
    Some(Running { handle, _stop: stop })
}

async fn turns() {
    for _ in 0..TURNS {
        tokio::task::yield_now().await;
    }
}
