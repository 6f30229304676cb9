//! A running emulator.

use crate::builder::Builder;
use crate::emulator_account::EmulatorAccount;
use crate::emulator_clock::EmulatorClock;
use crate::error::EmulatorError;
use crate::faults::rule::FaultRule;
use crate::http::entry::Site;
use crate::http::server;
use crate::journal::entry::JournalEntry;
use crate::state::NewResources;
use ncloud_runtime::Credentials;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::{oneshot, watch};

/// A local gateway that serves the Data Flow API until it is stopped or dropped.
///
/// It has its own thread, so it responds while your code is busy or blocked. After [`stop`](Self::stop) or a drop its
/// connections are closed and its port is free.
#[must_use = "an emulator stops when it is dropped"]
pub struct Emulator {
    account: EmulatorAccount,
    site: Arc<Site>,
    token: Option<String>,
    /// True lets requests in flight finish; without the sender, they are closed.
    stop: Option<watch::Sender<bool>>,
    stopped: Option<oneshot::Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Emulator {
    /// Starts an emulator with the documented examples as its data, on a free port of 127.0.0.1, with the demo key.
    ///
    /// Executions are fast: they end 70 milliseconds after their creation. [`Builder::running_for`] sets a longer time.
    ///
    /// # Errors
    ///
    /// The emulator cannot listen on the address.
    pub async fn start() -> Result<Self, EmulatorError> {
        Self::builder().start().await
    }

    /// Returns a builder, to set the data, the address, faults and more.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Returns the URL of the emulator: scheme, host and port, e.g. `http://127.0.0.1:43210`.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        self.account.endpoint()
    }

    /// Returns the credentials that the emulator accepts.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        self.account.credentials()
    }

    /// Returns the number of HTTP requests so far, including rejected ones.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.site.gateway.request_count()
    }

    /// Returns the account of [`credentials`](Self::credentials).
    #[must_use]
    pub fn default_account(&self) -> &EmulatorAccount {
        &self.account
    }

    /// Adds an account: a new key pair with its own documented resources, clock, faults and journal.
    ///
    /// It starts with the settings of the builder: speed, faults and plan. With a data file, the account is kept.
    ///
    /// ```
    /// use ncloud_dataflow::Client;
    /// use ncloud_dataflow_emulator::Emulator;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// let account = emulator.account().await?;
    /// let client =
    ///     Client::builder().endpoint(account.endpoint()).credentials(account.credentials().clone()).build().await?;
    /// client.create_job("nightly", "SCRIPT").send().await?;
    /// // The default account does not have this job.
    /// assert!(emulator.journal().is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// There are 10,000 accounts already, or the data file cannot be written.
    pub async fn account(&self) -> Result<EmulatorAccount, EmulatorError> {
        let control = &self.site.control;
        let account = control.accounts.add(NewResources::Initial).await?;
        EmulatorAccount::new(self.endpoint(), account, Arc::clone(&control.data), control.quirks)
    }

    /// Removes an account with its resources. Its key pair is then unknown.
    ///
    /// # Errors
    ///
    /// The account is the default one or unknown, or the data file cannot be written.
    pub async fn remove_account(&self, access_key: &str) -> Result<(), EmulatorError> {
        Ok(self.site.control.accounts.remove(access_key).await?)
    }

    /// Returns the clock of the default account.
    #[must_use]
    pub fn clock(&self) -> EmulatorClock {
        self.account.clock()
    }

    /// Returns the last 1,000 API requests of the default account, oldest first.
    #[must_use]
    pub fn journal(&self) -> Vec<JournalEntry> {
        self.account.journal()
    }

    /// Forgets the requests of [`journal`](Self::journal). Their numbers continue.
    pub fn clear_journal(&self) {
        self.account.clear_journal();
    }

    /// Replaces all faults of the default account. Counting for `skip` and `times` starts anew.
    ///
    /// # Errors
    ///
    /// A rate is not from 0 to 1, or an operation does not exist. Nothing has changed then.
    pub fn set_faults(&self, rules: impl IntoIterator<Item = FaultRule>) -> Result<(), EmulatorError> {
        self.account.set_faults(rules)
    }

    /// Removes all faults of the default account.
    pub fn clear_faults(&self) {
        // No rules have no problem.
        let _ = self.set_faults([]);
    }

    /// Returns the token for the control routes below `/_emulator`; `None` on a loopback address, which needs none.
    #[must_use]
    pub fn control_token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Writes the resources to a JSON file that [`Builder::seed_file`] reads.
    ///
    /// The file is replaced atomically. Executions that have not ended continue after loading, by the clock.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn export(&self, path: impl AsRef<Path>) -> Result<(), EmulatorError> {
        self.site.control.data.export(path.as_ref())
    }

    /// Returns the copy of a JSON file that became the data file of [`Builder::data`] at this start.
    #[must_use]
    pub fn imported(&self) -> Option<&Path> {
        self.site.control.data.imported()
    }

    /// Stops the emulator: refuses new connections, lets requests in flight finish for at most five seconds, and closes
    /// its data file.
    ///
    /// A dropped emulator closes its connections immediately, also if this future is dropped before it is ready.
    ///
    /// # Errors
    ///
    /// The data file of [`Builder::data`] cannot be closed. Acknowledged changes are not affected.
    pub async fn stop(mut self) -> Result<(), EmulatorError> {
        if let Some(stop) = &self.stop {
            // An error means that the thread has ended.
            let _ = stop.send(true);
        }
        if let Some(stopped) = self.stopped.take() {
            // An error also means that the thread has ended.
            let _ = stopped.await;
        }
        self.site.control.data.close()
    }

    pub(crate) async fn run(address: SocketAddr, site: Site, token: Option<String>) -> Result<Self, EmulatorError> {
        let site = Arc::new(site);
        let (stop, stopping) = watch::channel(false);
        let (start, started) = oneshot::channel();
        let (end, stopped) = oneshot::channel();
        let served = Arc::clone(&site);
        let work = move || {
            server::run(address, served, start, stopping);
            drop(end);
        };
        let failed = "cannot start the thread of the emulator";
        let thread = std::thread::Builder::new().name("emulator".to_owned()).spawn(work);
        let thread = thread.map_err(|error| EmulatorError::with_source(failed, error))?;
        let bound = started.await.map_err(|error| EmulatorError::with_source(failed, error))??;
        let endpoint = format!("http://{}", reachable(bound));
        let control = &site.control;
        let (default, data) = (Arc::clone(control.accounts.default()), Arc::clone(&control.data));
        let account = EmulatorAccount::new(&endpoint, default, data, control.quirks)?;
        Ok(Self { account, site, token, stop: Some(stop), stopped: Some(stopped), thread: Some(thread) })
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // The thread has reported its panic; a second one here would end the process.
            let _ = thread.join();
        }
        // Acknowledged changes are committed, and a drop cannot report an error. The lock of the data file ends here.
        let _ = self.site.control.data.close();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Emulator")
            .field("endpoint", &self.endpoint())
            .field("requests", &self.requests())
            .finish_non_exhaustive()
    }
}

/// Returns an address to connect to: "all interfaces" is an address to listen on only.
fn reachable(bound: SocketAddr) -> SocketAddr {
    let ip = match bound.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, bound.port())
}
