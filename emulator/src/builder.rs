//! Settings of an emulator.

use crate::data::rows::Listings;
use crate::emulator::Emulator;
use crate::error::EmulatorError;
use crate::faults::clock_offset::ClockOffset;
use crate::faults::fault::Fault;
use crate::faults::rates::FaultRates;
use crate::http::gateway::Gateway;
use crate::http::signature::SignatureCheck;
use crate::quirks::Quirks;
use crate::state::{Service, Timing, is_stateful};
use jiff::SignedDuration;
use ncloud_runtime::Credentials;
use ncloud_runtime::clock::{Clock, System};
use ncloud_runtime::operation::{Example, Operation};
use ncloud_runtime::sign::Secret;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Access key that the emulator accepts unless told otherwise. Valid nowhere else.
pub const DEMO_ACCESS_KEY: &str = "EMULATOR-DEMO-ACCESS-KEY";
/// Secret key that belongs to [`DEMO_ACCESS_KEY`]. Valid nowhere else.
pub const DEMO_SECRET_KEY: &str = "emulator-demo-secret-key-not-a-secret";

/// Settings of an [`Emulator`], from [`Emulator::builder`].
#[must_use = "a builder does nothing before `start`"]
pub struct Builder {
    address: SocketAddr,
    exposed: bool,
    credentials: Result<Credentials, ncloud_runtime::Error>,
    secret: Secret,
    clock: Arc<dyn Clock>,
    operations: &'static [&'static Operation],
    examples: &'static [Example],
    fills: Vec<(String, usize)>,
    quirks: Quirks,
    timing: Timing,
    speed: f64,
    faults: Vec<(Fault, f64)>,
    seed: u64,
    clock_offset: SignedDuration,
    load: Option<PathBuf>,
    state: Option<PathBuf>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            exposed: false,
            credentials: Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY),
            secret: Secret::new(DEMO_SECRET_KEY.to_owned()),
            clock: Arc::new(System::new()),
            operations: ncloud_dataflow::operations::OPERATIONS,
            examples: ncloud_dataflow::operations::EXAMPLES,
            fills: Vec::new(),
            quirks: Quirks::default(),
            timing: Timing { ready: Duration::from_secs(2), running: Duration::from_secs(5) },
            speed: 1.0,
            faults: Vec::new(),
            seed: 0,
            clock_offset: SignedDuration::ZERO,
            load: None,
            state: None,
        }
    }

    /// Address to listen on; `127.0.0.1:0`, a free port of the loopback interface, if not set.
    ///
    /// An address that other machines can reach also needs [`exposed`](Self::exposed).
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Allows an address that other machines can reach. The traffic is not encrypted, and everybody knows the demo key.
    pub fn exposed(mut self) -> Self {
        self.exposed = true;
        self
    }

    /// The key that requests are to be signed with; [`DEMO_ACCESS_KEY`] and [`DEMO_SECRET_KEY`] if not set.
    ///
    /// White space around the two is cut off, as the client does.
    pub fn key(mut self, access_key: impl Into<String>, secret_key: impl Into<String>) -> Self {
        let secret_key = secret_key.into();
        self.secret = Secret::new(secret_key.trim().to_owned());
        self.credentials = Credentials::new(access_key, secret_key);
        self
    }

    /// The clock that timestamps are compared with and that executions go on by; this machine's if not set.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Replaces the rows of a listing by exactly `count` synthetic ones, newest first, made from its documented example.
    ///
    /// They belong to what the example's row belongs to: the executions of a job have the example's job id. Rows are
    /// made when they are served, so a million costs nothing. They are rows and nothing else: their ids name no
    /// resources, and what is created later is not listed among them. `start` refuses an `operation` that is no listing.
    ///
    /// ```
    /// # use ncloud_dataflow_emulator::Emulator;
    /// let builder = Emulator::builder().fill("getJobExecutions", 1_000_000);
    /// ```
    pub fn fill(mut self, operation: impl Into<String>, count: usize) -> Self {
        self.fills.push((operation.into(), count));
        self
    }

    /// What to do where the documentation leaves a behaviour open.
    pub fn quirks(mut self, quirks: Quirks) -> Self {
        self.quirks = quirks;
        self
    }

    /// How long an execution is ready before it runs; 2 seconds if not set.
    pub fn ready_for(mut self, time: Duration) -> Self {
        self.timing.ready = time;
        self
    }

    /// How long an execution runs before it ends; 5 seconds if not set.
    pub fn running_for(mut self, time: Duration) -> Self {
        self.timing.running = time;
        self
    }

    /// How many times as fast executions go on; 1 if not set. The clock is not touched: an execution is only ready and
    /// runs for a shorter time, or for a longer one below 1. `start` refuses 0, negative numbers and those that are none.
    pub fn speed(mut self, factor: f64) -> Self {
        self.speed = factor;
        self
    }

    /// Lets a fault strike some of the requests: a rate of 0.1 is every tenth, on an average. `start` refuses a rate that
    /// is not from 0 to 1.
    ///
    /// ```
    /// # use ncloud_dataflow_emulator::{Emulator, Fault};
    /// let builder = Emulator::builder().fault(Fault::Lost, 0.05).fault(Fault::Throttled, 0.1).seed(7);
    /// ```
    pub fn fault(mut self, fault: Fault, rate: f64) -> Self {
        self.faults.push((fault, rate));
        self
    }

    /// What decides which requests faults strike; 0 if not set. The same calls, in the same order, meet the
    /// same faults.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How far its clock is ahead of the one it was given; not at all if not set. Signatures are checked by it, executions
    /// go on by it, and answers carry it as `Date`.
    pub fn clock_offset(mut self, offset: SignedDuration) -> Self {
        self.clock_offset = offset;
        self
    }

    /// Starts with the resources of a file that [`Emulator::save`] wrote, instead of the documented ones.
    ///
    /// The file is left as it is. It must be there.
    pub fn load(mut self, path: impl Into<PathBuf>) -> Self {
        self.load = Some(path.into());
        self
    }

    /// Keeps the resources in a file: read at the start if it is there, written by [`Emulator::stop`].
    ///
    /// An emulator that is only dropped writes nothing, because nobody could be told that it failed. Two emulators
    /// must not share a file: the last one to stop wins.
    pub fn state(mut self, path: impl Into<PathBuf>) -> Self {
        self.state = Some(path.into());
        self
    }

    /// Serves another table of operations, e.g. of another service behind the same gateway.
    pub fn table(mut self, operations: &'static [&'static Operation], examples: &'static [Example]) -> Self {
        self.operations = operations;
        self.examples = examples;
        self
    }

    /// Starts it. Requests are answered from now on.
    ///
    /// # Errors
    ///
    /// If the address cannot be listened on, or can be reached from other machines without
    /// [`exposed`](Self::exposed); if the key is unusable; if an operation to fill is no listing; if the speed is no
    /// positive number, or the rate of a fault none from 0 to 1; if a file of state cannot be read or is none.
    pub async fn start(mut self) -> Result<Emulator, EmulatorError> {
        if !self.exposed && !self.address.ip().is_loopback() {
            let message = format!("{} can be reached from other machines; allow that, or use 127.0.0.1", self.address);
            return Err(EmulatorError::new(message));
        }
        let state_file = self.state.take();
        let address = self.address;
        let (credentials, gateway) = self.gateway(state_file.as_ref())?;
        Emulator::run(address, credentials, gateway, state_file).await
    }

    fn gateway(mut self, state_file: Option<&PathBuf>) -> Result<(Credentials, Gateway), EmulatorError> {
        let timing =
            Timing { ready: faster(self.timing.ready, self.speed)?, running: faster(self.timing.running, self.speed)? };
        let faults = FaultRates::new(std::mem::take(&mut self.faults), self.seed)?;
        self.clock = ClockOffset::wrap(self.clock, self.clock_offset);
        let credentials = self
            .credentials
            .map_err(|error| EmulatorError::with_source("the key of the emulator is unusable", error))?;
        let service = Service::new(self.examples, Arc::clone(&self.clock), timing);
        if let Some(path) = &self.load {
            service.load(path)?;
        }
        // A file of which not even that can be told must not be overwritten later.
        if let Some(path) = state_file.filter(|path| path.try_exists().unwrap_or(true)) {
            service.load(path)?;
        }
        let mut listings = Listings::new(self.operations, self.examples, is_stateful);
        for (operation, count) in self.fills {
            let template = service.newest_row(&operation, self.quirks);
            listings.fill(&operation, count, template)?;
        }
        let signature_check = SignatureCheck::new(credentials.access_key(), self.secret, self.clock);
        let tables = (self.operations, self.examples);
        let gateway = Gateway::new(tables, signature_check, listings, service, (self.quirks, faults));
        Ok((credentials, gateway))
    }
}

impl fmt::Debug for Builder {
    /// Without the table: its shapes may contain themselves.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Builder")
            .field("address", &self.address)
            .field("exposed", &self.exposed)
            .field("credentials", &self.credentials)
            .field("fills", &self.fills)
            .field("quirks", &self.quirks)
            .field("speed", &self.speed)
            .field("faults", &self.faults)
            .field("clock_offset", &self.clock_offset)
            .field("load", &self.load)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

fn faster(time: Duration, factor: f64) -> Result<Duration, EmulatorError> {
    let refused =
        || EmulatorError::new(format!("the speed of the emulator is {factor}, expected a number above 0, e.g. 10"));
    if !(factor.is_finite() && factor > 0.0) {
        return Err(refused());
    }
    Duration::try_from_secs_f64(time.as_secs_f64() / factor).map_err(|_| refused())
}
