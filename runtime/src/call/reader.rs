//! The thread that reads the connections of a client.
//!
//! A connection is read as long as there is something to read. A server that sends interim responses (1xx) without an end
//! would keep the caller's thread busy, and with it the timers that end the call: for half a minute in a build without
//! optimization. On a thread of its own it can only delay other responses to the same client, and calls end in time.

use std::pin::pin;
use std::sync::OnceLock;
use std::thread;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// How often all tasks of the thread get to run until it has settled: one reads the end of a response, one gives the
/// connection back.
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
    /// Does the work in the task that polls this, but has connections that it opens read by the thread.
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

    /// Waits until the thread has done what it has to do by now: a connection whose response was read is then back among
    /// those that are free.
    pub(crate) async fn settled(&self) {
        match self.handle() {
            // It fails only if the thread is gone, and then there is nothing to wait for.
            Some(handle) => drop(handle.spawn(turns()).await),
            None => turns().await,
        }
    }

    /// Does something once the thread has [settled](Self::settled).
    pub(crate) fn when_settled(&self, then: impl FnOnce() + Send + 'static) {
        match self.handle() {
            Some(handle) => drop(handle.spawn(async {
                turns().await;
                then();
            })),
            None => then(),
        }
    }

    /// None if the system gives no thread: connections are then read where the calls are made.
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
