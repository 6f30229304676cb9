//! A running emulator.

use crate::builder::Builder;
use crate::error::EmulatorError;
use crate::http::gateway::Gateway;
use crate::http::server;
use ncloud_runtime::Credentials;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// A local gateway that serves the Data Flow API until it is stopped or dropped.
///
/// It runs on a thread of its own, so it answers while its caller is busy or blocked, and when
/// [`stop`](Self::stop) or a drop is over, its connections are closed and its port is free.
#[must_use = "an emulator stops when it is dropped"]
pub struct Emulator {
    endpoint: String,
    credentials: Credentials,
    gateway: Arc<Gateway>,
    state_file: Option<PathBuf>,
    stop: Option<oneshot::Sender<()>>,
    stopped: Option<oneshot::Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Emulator {
    /// Starts one with the documented examples as its data, on a free port of 127.0.0.1, with the demo key.
    ///
    /// # Errors
    ///
    /// If the address cannot be listened on.
    pub async fn start() -> Result<Self, EmulatorError> {
        Self::builder().start().await
    }

    /// Settings for one that differs from that.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Where it listens: scheme, host and port, e.g. `http://127.0.0.1:43210`.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The key that it accepts.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// How many requests it has seen, refused ones included. What is not HTTP does not count.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.gateway.request_count()
    }

    /// Writes its resources to a file, which [`Builder::load`] and [`Builder::state`] read.
    ///
    /// The file is replaced as a whole. Executions that have not ended go on after they are read, by the clock.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), EmulatorError> {
        self.gateway.service().save(path.as_ref())
    }

    /// Stops it: connections are closed at once, and its port is free afterwards.
    ///
    /// # Errors
    ///
    /// If [`Builder::state`] named a file and that cannot be written. It is stopped all the same.
    pub async fn stop(mut self) -> Result<(), EmulatorError> {
        self.stop = None;
        if let Some(stopped) = self.stopped.take() {
            // An error is as good an answer: the thread is gone.
            let _ = stopped.await;
        }
        match &self.state_file {
            Some(path) => self.save(path),
            None => Ok(()),
        }
    }

    pub(crate) async fn run(
        address: SocketAddr,
        credentials: Credentials,
        gateway: Gateway,
        state_file: Option<PathBuf>,
    ) -> Result<Self, EmulatorError> {
        let gateway = Arc::new(gateway);
        let (stop, stopping) = oneshot::channel();
        let (start, started) = oneshot::channel();
        let (end, stopped) = oneshot::channel();
        let served = Arc::clone(&gateway);
        let work = move || {
            server::run(address, served, start, stopping);
            drop(end);
        };
        let failed = "cannot start the thread of the emulator";
        let thread = std::thread::Builder::new().name("emulator".to_owned()).spawn(work);
        let thread = thread.map_err(|error| EmulatorError::with_source(failed, error))?;
        let bound = started.await.map_err(|error| EmulatorError::with_source(failed, error))??;
        let endpoint = format!("http://{}", reachable(bound));
        Ok(Self {
            endpoint,
            credentials,
            gateway,
            state_file,
            stop: Some(stop),
            stopped: Some(stopped),
            thread: Some(thread),
        })
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was reported by the thread; a second one here would end the process.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Emulator")
            .field("endpoint", &self.endpoint)
            .field("requests", &self.requests())
            .finish_non_exhaustive()
    }
}

/// An address to connect to: "all interfaces" is one to listen on only.
fn reachable(bound: SocketAddr) -> SocketAddr {
    let ip = match bound.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, bound.port())
}
