//! Settings of an emulator.

use crate::accounts::keys::Keys;
use crate::emulator::Emulator;
use crate::error::EmulatorError;
use crate::faults::fault::Fault;
use crate::faults::rule::FaultRule;
use crate::outcome_plan::OutcomePlan;
use crate::quirks::Quirks;
use crate::state::Timing;
use crate::token;
use jiff::SignedDuration;
use ncloud_runtime::Credentials;
use ncloud_runtime::clock::{Clock, System};
use ncloud_runtime::operation::{Example, Operation};
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
    pub(crate) address: SocketAddr,
    pub(crate) exposed: bool,
    pub(crate) credentials: Result<Credentials, ncloud_runtime::Error>,
    pub(crate) keys: Keys,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) operations: &'static [&'static Operation],
    pub(crate) examples: &'static [Example],
    pub(crate) fills: Vec<(String, usize)>,
    pub(crate) quirks: Quirks,
    pub(crate) timing: Timing,
    pub(crate) speed: f64,
    pub(crate) advance_on_read: Option<u32>,
    pub(crate) plan: OutcomePlan,
    pub(crate) faults: Vec<FaultRule>,
    pub(crate) seed: u64,
    pub(crate) clock_offset: SignedDuration,
    pub(crate) history: Option<usize>,
    pub(crate) seed_file: Option<PathBuf>,
    pub(crate) logs: Option<PathBuf>,
    pub(crate) runner: Option<Vec<String>>,
    pub(crate) data: Option<PathBuf>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            exposed: false,
            credentials: Credentials::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY),
            keys: Keys::new(DEMO_ACCESS_KEY, DEMO_SECRET_KEY),
            clock: Arc::new(System::new()),
            operations: ncloud_dataflow::operations::OPERATIONS,
            examples: ncloud_dataflow::operations::EXAMPLES,
            fills: Vec::new(),
            quirks: Quirks::default(),
            timing: Timing::FAST,
            speed: 1.0,
            advance_on_read: None,
            plan: OutcomePlan::default(),
            faults: Vec::new(),
            seed: 0,
            clock_offset: SignedDuration::ZERO,
            history: None,
            seed_file: None,
            logs: None,
            runner: None,
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
        let (access_key, secret_key) = (access_key.into(), secret_key.into());
        self.keys = Keys::new(&access_key, &secret_key);
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

    /// Starts with a believable history of `count` executions instead of the documented resources.
    ///
    /// Jobs, workflows and triggers are ordinary resources: 10 of them for a small history, 60 for a large one. Their
    /// executions end shortly before the start of the emulator, by its [`clock`](Self::clock), and go back in time by the
    /// schedule of each job. Some fail: an outage hits several jobs, and a broken job fails until it is fixed. The
    /// [`seed`](Self::seed) decides everything. Executions are computed when they are read, so a million cost no memory.
    /// `start` returns an error if there are more than 10,000,000, or if there is also a [`seed_file`](Self::seed_file).
    ///
    /// ```
    /// # use ncloud_dataflow_emulator::Emulator;
    /// let builder = Emulator::builder().history(3_000).seed(7);
    /// ```
    pub fn history(mut self, count: usize) -> Self {
        self.history = Some(count);
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

    /// Sets how fast the time of the service passes. Default: 1, as fast as the machine's.
    ///
    /// At 60, a minute of an execution takes a second, and a daily trigger starts its workflow every 24 minutes. At 0
    /// the clock is frozen: [`EmulatorClock`](crate::EmulatorClock) advances it. Signatures and the `Date` header keep
    /// the machine's time. `start` returns an error if the speed is not from 0 to 100,000,000.
    pub fn speed(mut self, speed: f64) -> Self {
        self.speed = speed;
        self
    }

    /// Lets executions progress by reads instead of by time: an execution runs after it was read `count` times, and ends
    /// after as many more reads. Tests then need neither a clock nor a pause.
    ///
    /// `getJobExecution` reads one execution, a listing all unfinished ones of its job or workflow. `start` returns an
    /// error if the count is 0.
    pub fn advance_on_read(mut self, count: u32) -> Self {
        self.advance_on_read = Some(count);
        self
    }

    /// Sets how executions end, and when. Default: all complete; a job whose name begins with `fail` fails.
    pub fn plan(mut self, plan: OutcomePlan) -> Self {
        self.plan = plan;
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

    /// Sets the seed that decides which requests a fault applies to, and the [`history`](Self::history). Default: 0.
    ///
    /// The same calls in the same order meet the same faults.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets how far the clock of the emulator is ahead of [`clock`](Self::clock). Default: not at all.
    ///
    /// Signatures and the `Date` header follow the shifted clock, and so does the service's clock unless it is set.
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

    /// Writes console logs of executions into a folder, below their console log paths. The logs are made up.
    ///
    /// A job has console logs if its settings have a log path. `start` creates the folder.
    pub fn logs(mut self, folder: impl Into<PathBuf>) -> Self {
        self.logs = Some(folder.into());
        self
    }

    /// Runs a program for each execution: a program and its arguments. Its exit code is the outcome, its output the
    /// console log in the folder of [`logs`](Self::logs), which is needed.
    ///
    /// Words in braces are replaced: `{script}` by the script path, `{parameters}` by an argument `NAME=VALUE` for each
    /// parameter, `{job}` and `{execution}` by the IDs, `{name}` by the name of the job. Values are arguments: no shell
    /// reads them. At most 8 programs run at a time; the others wait.
    ///
    /// ```
    /// # use ncloud_dataflow_emulator::Emulator;
    /// let builder = Emulator::builder().logs("logs").runner(["spark-submit", "{script}", "{parameters}"]);
    /// ```
    pub fn runner<I: Into<String>>(mut self, command: impl IntoIterator<Item = I>) -> Self {
        self.runner = Some(command.into_iter().map(Into::into).collect());
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
    /// - A [`history`](Self::history) is too long, or there is a seed file, too.
    /// - The [`speed`](Self::speed) is not from 0 to 100,000,000.
    /// - The rate of a [`fault`](Self::fault) is not from 0 to 1, or a [`fault_rule`](Self::fault_rule) is invalid.
    /// - The folder of the logs cannot be created, or the runner is invalid.
    /// - A seed file cannot be read or is invalid.
    /// - A data file cannot be written, is in use, is damaged, or is something else. It does not change.
    pub async fn start(self) -> Result<Emulator, EmulatorError> {
        if !self.exposed && !self.address.ip().is_loopback() {
            let message = format!("other machines can reach {}; allow that, or use 127.0.0.1", self.address);
            return Err(EmulatorError::new(message));
        }
        let address = self.address;
        let token = if address.ip().is_loopback() { None } else { Some(token::random()?) };
        let site = self.site(token.as_deref())?;
        Emulator::run(address, site, token).await
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
            .field("history", &self.history)
            .field("seed_file", &self.seed_file)
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
