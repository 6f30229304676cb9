//! The thread of an emulator, and the connections that it serves.

use crate::error::EmulatorError;
use crate::http::connection::Connection;
use crate::http::connection_state::ConnectionState;
use crate::http::entry::{self, Site};
use crate::http::head::MAX_HEAD;
use axum::body::HttpBody;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;
use tokio::sync::oneshot::Sender;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

/// Maximum number of concurrent connections; further ones wait to be accepted.
const MAX_CONNECTIONS: usize = 256;

/// Maximum number of headers of a request.
const MAX_HEADERS: usize = 100;

/// Maximum time for requests in flight to finish when the emulator stops.
pub(crate) const DRAIN_TIMEOUT: Duration = Duration::from_secs(5);

/// Interval at which the emulator starts what is due. Each request does it, too.
const TURN: Duration = Duration::from_millis(100);

/// Pause after a connection could not be accepted, e.g. because too many files are open.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Serves until `stopping` becomes true. `start` receives the address once the server accepts requests.
///
/// Requests in flight may finish then. If the sender of `stopping` is dropped, before or during that, they are closed. On
/// return the listener and all connections are closed.
pub(crate) fn run(
    address: SocketAddr,
    site: Arc<Site>,
    start: Sender<Result<SocketAddr, EmulatorError>>,
    stopping: watch::Receiver<bool>,
) {
    // If `start` has no receiver any more, the start was canceled; `stopping` then ends too.
    let runtime = match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _ = start.send(Err(EmulatorError::with_source("cannot start the runtime of the emulator", error)));
            return;
        }
    };
    runtime.block_on(async move {
        let listening = async {
            let listener = TcpListener::bind(address).await?;
            Ok((listener.local_addr()?, listener))
        };
        match listening.await {
            Ok((bound, listener)) => {
                let _ = start.send(Ok(bound));
                accept_until(listener, site, stopping).await;
            }
            Err(error) => {
                let _ = start.send(Err(cannot_listen(address, error)));
            }
        }
    });
}

/// Accepts connections until `stopping` becomes true, then lets requests in flight finish.
async fn accept_until(listener: TcpListener, site: Arc<Site>, mut stopping: watch::Receiver<bool>) {
    let free = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let (drain, draining) = watch::channel(false);
    let mut connections = JoinSet::new();
    let mut turns = interval(TURN);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let is_graceful = loop {
        tokio::select! {
            stop = stopping.wait_for(|stopping| *stopping) => break stop.is_ok(),
            accepted = accept(&listener, &free) => {
                let (stream, peer, permit) = accepted;
                let served = serve(stream, Some(peer), Arc::clone(&site), draining.clone());
                connections.spawn(async move {
                    served.await;
                    drop(permit);
                });
            }
            Some(_) = connections.join_next() => {}
            _ = turns.tick() => site.control.accounts.tick(),
        }
    };
    drop(listener);
    site.close_streams();
    site.control.accounts.stop_programs();
    if is_graceful {
        let _ = drain.send(true);
        tokio::select! {
            () = finish(&mut connections) => {}
            // Only the end of the sender can follow.
            _ = stopping.changed() => {}
        }
    }
}

/// Waits until all connections have ended, for at most [`DRAIN_TIMEOUT`].
pub(crate) async fn finish(connections: &mut JoinSet<()>) {
    let _ = timeout(DRAIN_TIMEOUT, async { while connections.join_next().await.is_some() {} }).await;
}

async fn accept(
    listener: &TcpListener,
    free: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed, so this cannot fail.
    let permit = Arc::clone(free).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Without it, the last packet of a response waits for the client's acknowledgement.
                let _ = stream.set_nodelay(true);
                return (stream, peer, permit);
            }
            Err(_) => sleep(ACCEPT_PAUSE).await,
        }
    }
}

/// Serves the requests of a connection until it closes. When `draining` becomes true, the current request is the last.
pub(crate) async fn serve<S>(stream: S, peer: Option<SocketAddr>, site: Arc<Site>, mut draining: watch::Receiver<bool>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let state = ConnectionState::new(peer);
    let io = TokioIo::new(Connection::new(stream, state.clone()));
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let (site, state) = (Arc::clone(&site), state.clone());
        // Before anything else is read: the state has to know where the body ends.
        let head = state.begin(request.body().size_hint().exact());
        async move { Ok::<_, Infallible>(entry::serve(&site, state, head, request.map(axum::body::Body::new)).await) }
    });
    let mut settings = http1::Builder::new();
    settings.header_read_timeout(None).max_buf_size(MAX_HEAD).max_headers(MAX_HEADERS);
    let mut connection = pin!(settings.serve_connection(io, service));
    let drained = tokio::select! {
        // An error is a client that has gone, or one that was too slow; the connection is closed either way.
        _ = connection.as_mut() => false,
        _ = draining.wait_for(|draining| *draining) => true,
    };
    if drained {
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}

fn cannot_listen(address: SocketAddr, error: io::Error) -> EmulatorError {
    EmulatorError::with_source(format!("cannot listen on {address}; try another port"), error)
}
