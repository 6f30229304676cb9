//! The thread of an emulator.

use crate::error::EmulatorError;
use crate::http::connection::{ByteBudget, Connections};
use crate::http::gateway::{self, Gateway};
use axum::Router;
use axum::serve::Listener;
use std::future::IntoFuture;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::runtime::Builder;
use tokio::sync::oneshot::{Receiver, Sender};

/// Serves until the sender of `stopping` is dropped. `start` receives the address once the server accepts requests.
///
/// On return the listener, all connections and all requests in flight are closed.
pub(crate) fn run(
    address: SocketAddr,
    gateway: Arc<Gateway>,
    start: Sender<Result<SocketAddr, EmulatorError>>,
    stopping: Receiver<()>,
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
            let connections = Connections::listen(address).await?;
            Ok((connections.local_addr()?, connections))
        };
        match listening.await {
            Ok((bound, connections)) => {
                let router = Router::new().fallback(gateway::serve).with_state(gateway);
                let service = router.into_make_service_with_connect_info::<ByteBudget>();
                tokio::spawn(axum::serve(connections, service).into_future());
                let _ = start.send(Ok(bound));
                let _ = stopping.await;
            }
            Err(error) => {
                let _ = start.send(Err(cannot_listen(address, error)));
            }
        }
    });
}

fn cannot_listen(address: SocketAddr, error: io::Error) -> EmulatorError {
    EmulatorError::with_source(format!("cannot listen on {address}; try another port"), error)
}
