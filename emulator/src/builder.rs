//! Settings of an emulator.

use crate::control::account::Account;
use crate::control::call::Control;
use crate::data::rows::Listings;
use crate::emulator::Emulator;
use crate::error::EmulatorError;
use crate::faults::clock_offset::ClockOffset;
use crate::faults::fault::Fault;
use crate::faults::rule::FaultRule;
use crate::faults::rules::FaultRules;
use crate::http::entry::Site;
use crate::http::gateway::Gateway;
use crate::http::signature::SignatureCheck;
use crate::quirks::Quirks;
use crate::state::{Service, Sources, Timing, is_stateful};
use crate::token;
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

/// Access key that the emulator accepts by default. Not valid anywhere else.
pub const DEMO_ACCESS_KEY: &str = "EMULATOR-DEMO-ACCESS-KEY";
/// Secret key of [`DEMO_ACCESS_KEY`]. Not valid anywhere else.
pub const DEMO_SECRET_KEY: &str = "emulator-demo-secret-key-not-a-secret";

/// Settings of an [`Emulator`], from [`Emulator::builder`].
#[must_use = "a builder does nothing before `start`"]
pub struct Builder {
    address: SocketAddr,
    exposed: bool,
    credentials: Result<Credentials, ncloud_runtime::Error>,
    secret: Secret,
    /// The secret key as text, for the examples on the site.
    secret_key: String,
    clock: Arc<dyn Clock>,
    operations: &'static [&'static Operation],
    examples: &'static [Example],
    fills: Vec<(String, usize)>,
    quirks: Quirks,
    timing: Timing,
    speed: f64,
    faults: Vec<FaultRule>,
    seed: u64,
    clock_offset: SignedDuration,
    seed_file: Option<PathBuf>,
    data: Option<PathBuf>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            exposed: false,
            credentials: Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY),
            secret: Secret::new(DEMO_SECRET_KEY.to_owned()),
            secret_key: DEMO_SECRET_KEY.to_owned(),
            clock: Arc::new(System::new()),
            operations: ncloud_dataflow::operations::OPERATIONS,
            examples: ncloud_dataflow::operations::EXAMPLES,
            fills: Vec::new(),
            quirks: Quirks::default(),
            timing: Timing::FAST,
            speed: 1.0,
            faults: Vec::new(),
            seed: 0,
            clock_offset: SignedDuration::ZERO,
            seed_file: None,
            data: None,
        }
    }

    /// Sets the address to listen on. Default: `127.0.0.1:0`, a free port of the loopback interface.
    ///
    /// An address that other machines can reach also needs [`exposed`](Self::exposed).
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Allows an address that other machines can reach. The traffic is not encrypted, and the demo key is public.
    /// The control routes then need [`Emulator::control_token`].
    pub fn exposed(mut self) -> Self {
        self.exposed = true;
        self
    }

    /// Sets the key pair that requests must be signed with. Default: [`DEMO_ACCESS_KEY`] and [`DEMO_SECRET_KEY`].
    ///
    /// Leading and trailing white space is removed, as in the client.
    pub fn key(mut self, access_key: impl Into<String>, secret_key: impl Into<String>) -> Self {
        let secret_key = secret_key.into();
        self.secret = Secret::new(secret_key.trim().to_owned());
        self.secret_key = secret_key.trim().to_owned();
        self.credentials = Credentials::new(access_key, secret_key);
        self
    }

    /// Sets the clock that timestamps are compared with and that executions follow. Default: the clock of this machine.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Replaces the rows of a listing with exactly `count` synthetic ones, newest first, made from its documented
    /// example.
    ///
    /// The rows belong to the same resource as the example's row: the executions of a job have the example's job ID.
    /// Rows are made when they are served, so a million rows cost no memory. They are rows only: their IDs are not
    /// resources, and the listing does not show resources that you create later. `start` returns an error if
    /// `operation` is not a listing.
    ///
    /// ```
    /// # use ncloud_dataflow_emulator::Emulator;
    /// let builder = Emulator::builder().fill("getJobExecutions", 1_000_000);
    /// ```
    pub fn fill(mut self, operation: impl Into<String>, count: usize) -> Self {
        self.fills.push((operation.into(), count));
        self
    }

    /// Sets the behavior where the documentation leaves it open.
    pub fn quirks(mut self, quirks: Quirks) -> Self {
        self.quirks = quirks;
        self
    }

    /// Sets the time from the creation of an execution until it runs. Default: 20 milliseconds.
    pub fn ready_for(mut self, time: Duration) -> Self {
        self.timing.ready = time;
        self
    }

    /// Sets the time that an execution runs before it ends. Default: 50 milliseconds.
    ///
    /// Set a longer time for a test that reads or cancels a running execution.
    pub fn running_for(mut self, time: Duration) -> Self {
        self.timing.running = time;
        self
    }

    /// Sets the times of the command line: an execution runs after 2 seconds, and ends after 5 more seconds.
    pub fn realistic_times(mut self) -> Self {
        self.timing = Timing::REALISTIC;
        self
    }

    /// Divides the times of [`ready_for`](Self::ready_for) and [`running_for`](Self::running_for) by a factor. Default:
    /// 1.
    ///
    /// A factor of 10 makes executions ten times as fast; the clock does not change. It also divides
    /// [`realistic_times`](Self::realistic_times). `start` returns an error if the
    /// factor is not a positive number.
    pub fn speed(mut self, factor: f64) -> Self {
        self.speed = factor;
        self
    }

    /// Applies a fault to a share of the requests: a rate of 0.1 is one request in ten on average.
    ///
    /// You can set several faults, each with its rate; a second rate of a fault replaces the first. `start` returns an error if a rate is not from 0 to 1.
    ///
    /// ```
    /// # use ncloud_dataflow_emulator::{Emulator, Fault};
    /// let builder = Emulator::builder().fault(Fault::Lost, 0.05).fault(Fault::Throttled, 0.1).seed(7);
    /// ```
    pub fn fault(mut self, fault: Fault, rate: f64) -> Self {
        self.faults.retain(|rule| rule.fault != fault || !rule.is_plain());
        self.faults.push(FaultRule::new(fault).rate(rate));
        self
    }

    /// Adds a fault for certain requests: of one operation, or only the third one, for example.
    ///
    /// Each request is checked against all rules. `start` returns an error if a rule is invalid.
    pub fn fault_rule(mut self, rule: FaultRule) -> Self {
        self.faults.push(rule);
        self
    }

    /// Sets the seed that decides which requests a fault applies to. Default: 0.
    ///
    /// The same calls in the same order meet the same faults.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets how far the clock of the emulator is ahead of [`clock`](Self::clock). Default: not at all.
    ///
    /// Signatures, executions and the `Date` header follow the shifted clock.
    pub fn clock_offset(mut self, offset: SignedDuration) -> Self {
        self.clock_offset = offset;
        self
    }

    /// Starts with the resources of a file that [`Emulator::export`] wrote, instead of the documented ones.
    ///
    /// The file must exist. It does not change. With [`data`](Self::data), the data file must be new.
    pub fn seed_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.seed_file = Some(path.into());
        self
    }

    /// Keeps the resources in a data file, an embedded database.
    ///
    /// A successful response is sent after its change is on the disk, so it survives a crash at any time. A request is
    /// stored completely or not at all. If the disk is full, the request gets an error response, and nothing changes.
    ///
    /// A new file gets the resources of [`seed_file`](Self::seed_file), or the documented ones. A JSON file that an older
    /// version kept its state in becomes a database; [`Emulator::imported`] has the path of its copy. One emulator can
    /// use a data file at a time: a lock file next to it has the process ID.
    pub fn data(mut self, path: impl Into<PathBuf>) -> Self {
        self.data = Some(path.into());
        self
    }

    /// Serves another table of operations, e.g. of another service behind the same gateway.
    pub fn table(mut self, operations: &'static [&'static Operation], examples: &'static [Example]) -> Self {
        self.operations = operations;
        self.examples = examples;
        self
    }

    /// Starts the emulator. It serves requests as soon as this returns.
    ///
    /// # Errors
    ///
    /// - It cannot listen on the address, or other machines can reach the address and [`exposed`](Self::exposed) is not
    ///   set.
    /// - The key pair is invalid.
    /// - An operation to [`fill`](Self::fill) is not a listing.
    /// - The [`speed`](Self::speed) is not a positive number.
    /// - The rate of a [`fault`](Self::fault) is not from 0 to 1, or a [`fault_rule`](Self::fault_rule) is invalid.
    /// - A seed file cannot be read or is invalid.
    /// - A data file cannot be written, is in use, is damaged, or is something else. It does not change.
    pub async fn start(self) -> Result<Emulator, EmulatorError> {
        if !self.exposed && !self.address.ip().is_loopback() {
            let message = format!("other machines can reach {}; allow that, or use 127.0.0.1", self.address);
            return Err(EmulatorError::new(message));
        }
        let address = self.address;
        let token = if address.ip().is_loopback() { None } else { Some(token::random()?) };
        let (credentials, site) = self.site(token.as_deref())?;
        Emulator::run(address, credentials, site, token).await
    }

    /// Returns the credentials, and everything that the emulator serves.
    pub(crate) fn site(mut self, token: Option<&str>) -> Result<(Credentials, Site), EmulatorError> {
        let timing = self.timing.faster(self.speed)?;
        let faults = Arc::new(FaultRules::new(self.operations, std::mem::take(&mut self.faults), self.seed)?);
        self.clock = ClockOffset::wrap(self.clock, self.clock_offset);
        let credentials = self
            .credentials
            .map_err(|error| EmulatorError::with_source("the key pair of the emulator is invalid", error))?;
        let sources =
            Sources { examples: self.examples, seed_file: self.seed_file.as_deref(), data: self.data.as_deref() };
        let service = Arc::new(Service::new(&sources, Arc::clone(&self.clock), timing)?);
        let account = Account::new(credentials.access_key(), self.secret_key, Arc::clone(&service));
        let control = Control::new(token, Arc::clone(&faults), account);
        let mut listings = Listings::new(self.operations, self.examples, is_stateful);
        for (operation, count) in self.fills {
            let template = service.newest_row(&operation, self.quirks);
            listings.fill(&operation, count, template)?;
        }
        let signature_check = SignatureCheck::new(credentials.access_key(), self.secret, self.clock);
        let tables = (self.operations, self.examples);
        let shared = (faults, Arc::clone(&control.journal));
        let gateway = Gateway::new(tables, signature_check, listings, service, self.quirks, shared);
        Ok((credentials, Site { gateway: Arc::new(gateway), control }))
    }
}

impl fmt::Debug for Builder {
    /// Omits the table: its schemas may be recursive.
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
            .field("seed_file", &self.seed_file)
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
