//! The emulator and another mock server.

use crate::cost::{cost, resident_mib, used};
use crate::measure::measuring_program;
use crate::row::Row;
use crate::series::Series;
use crate::server::Running;
use crate::workspace::Workspace;
use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The documented execution, and the executions of its job.
const READ: [&str; 3] = ["GET", "/api/v1/jobs/gqigvHhTu7ra/executions/fKE22JFX4PAu", ""];
const WRITE: [&str; 3] = ["POST", "/api/v1/jobs/gqigvHhTu7ra/executions", "{}"];

const HISTORY: &str = "1000000";

/// The programs that this row needs.
struct Programs {
    cli: PathBuf,
    load: PathBuf,
}

/// Measures what the emulator needs for a request, a start and a long history.
pub(super) fn measure(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let client = measuring_program(workspace, "ours")?;
    let programs = Programs { cli: workspace.command_line()?, load: client.with_file_name("load") };
    let memory = Path::new("/dev/shm/ncloud-dataflow-bench.db");
    let disk = workspace.path("bench.db");
    let mut reads = Series::default();
    let (mut writes, mut grouped, mut start) = (Series::default(), Series::default(), Series::default());
    let (mut rows, mut resident) = (Series::default(), Series::default());
    let mut calls = [Series::default(), Series::default()];
    for _ in 0..3 {
        let (emulator, milliseconds) = programs.emulator(&[])?;
        start.add(milliseconds);
        reads.add(programs.rate(&emulator, READ, 200_000)?);
        drop(emulator);
        let (emulator, _) = programs.emulator(&["--data", &text(memory)?])?;
        writes.add(programs.rate(&emulator, WRITE, 20_000)?);
        remove(emulator, memory)?;
        let (emulator, _) = programs.emulator(&["--data", &text(&disk)?])?;
        let alone = programs.wall_rate(&emulator, WRITE, 200, 1)?;
        grouped.add(programs.wall_rate(&emulator, WRITE, 12_800, 64)? / alone);
        remove(emulator, &disk)?;
        let (emulator, _) = programs.emulator(&["--fill", HISTORY])?;
        let before = used(emulator.process.0.id())?;
        let listed = cost(Command::new(&programs.load).args(["list", &emulator.endpoint]))?.figure("rows")?;
        if listed.to_string() != HISTORY {
            return Err(format!("the emulator listed {listed} of {HISTORY} executions").into());
        }
        rows.add(listed / (used(emulator.process.0.id())? - before));
        resident.add(resident_mib(emulator.process.0.id())?);
        drop(emulator);
        compare(workspace, &programs.cli, &client, &mut calls)?;
    }
    let mut row = Row::new("The emulator", &["", "per second and core"]);
    let mut line = |name: &str, series: &Series| row.line(vec![name.to_owned(), format!("{:.0}", series.median())]);
    let [ours, prism] = &calls;
    line("signed reads of one execution", &reads);
    line("durable writes, 64 connections, data file in /dev/shm", &writes);
    line("rows of a history of 1,000,000 executions, in pages of 1,000", &rows);
    line("calls of our client", ours);
    line("calls of our client, Prism 5 as a mock of the same spec", prism);
    row.at_least(20_000.0, "signed reads per second and core", &reads);
    row.at_least(2_000.0, "durable writes per second and core", &writes);
    row.at_least(10.0, "times the rate of one writer for 64 writers, data file on a disk", &grouped);
    row.at_most(50.0, "ms from the start of the program until it serves", &start);
    row.at_least(100_000.0, "rows of a history per second and core", &rows);
    row.at_most(300.0, "MiB of memory after listing the history", &resident);
    row.at_least(10.0, "times as many calls as Prism", &ours.over(prism));
    Ok(row)
}

/// An emulator that serves requests.
struct Emulator {
    process: Running,
    endpoint: String,
}

impl Programs {
    /// Starts an emulator. Returns the milliseconds until it serves, too.
    fn emulator(&self, arguments: &[&str]) -> Result<(Emulator, f64), Box<dyn Error>> {
        let mut command = Command::new(&self.cli);
        command.args(["emulator", "--port", "0", "--ready", "json"]).args(arguments);
        #[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
        let start = Instant::now();
        let mut process = Running(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?);
        let mut line = String::new();
        BufReader::new(process.0.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
        let ready: serde_json::Value = serde_json::from_str(&line)?;
        let endpoint = ready.get("endpoint").and_then(serde_json::Value::as_str).ok_or("no endpoint")?.to_owned();
        Ok((Emulator { process, endpoint }, milliseconds))
    }

    /// Returns calls per second of processor time of the emulator, with 64 connections.
    fn rate(&self, emulator: &Emulator, call: [&str; 3], calls: usize) -> Result<f64, Box<dyn Error>> {
        let before = used(emulator.process.0.id())?;
        self.wall_rate(emulator, call, calls, 64)?;
        Ok((calls / 64 * 64) as f64 / (used(emulator.process.0.id())? - before))
    }

    /// Returns calls per second.
    fn wall_rate(
        &self,
        emulator: &Emulator,
        call: [&str; 3],
        calls: usize,
        connections: usize,
    ) -> Result<f64, Box<dyn Error>> {
        let mut command = Command::new(&self.load);
        command.args(["call", &emulator.endpoint]).args(call).args([calls.to_string(), connections.to_string()]);
        let cost = cost(&mut command)?;
        Ok(cost.figure("calls")? / cost.figure("seconds")?)
    }
}

fn text(path: &Path) -> Result<String, Box<dyn Error>> {
    Ok(path.to_str().ok_or("the path is not UTF-8")?.to_owned())
}

/// Ends an emulator, and removes its data file with the lock file.
fn remove(emulator: Emulator, data: &Path) -> Result<(), Box<dyn Error>> {
    drop(emulator);
    fs::remove_file(data)?;
    // The emulator was killed, so its lock file is left.
    let _ = fs::remove_file(format!("{}.lock", data.display()));
    Ok(())
}

/// Measures calls of our client with the emulator and with Prism.
fn compare(workspace: &Workspace, cli: &Path, client: &Path, rates: &mut [Series; 2]) -> Result<(), Box<dyn Error>> {
    let mut ours = Command::new(cli);
    ours.args(["emulator", "--port", "48081"]);
    let mut prism = Command::new("node");
    let entry = workspace.tool("node_modules/@stoplight/prism-cli/dist/index.js");
    prism.args(entry.get_args()).args(["mock", "--port", "48082"]).arg(workspace.path("bundle.json"));
    let servers = [(&mut ours, 48081, "64000"), (&mut prism, 48082, "6400")];
    for ((command, port, calls), rate) in servers.into_iter().zip(rates) {
        let server = Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
        let endpoint = format!("http://127.0.0.1:{port}");
        ready(client, &endpoint)?;
        let before = used(server.0.id())?;
        cost(Command::new(client).args(["call", &endpoint, calls, "64"]))?;
        rate.add(calls.parse::<f64>()? / (used(server.0.id())? - before));
    }
    Ok(())
}

/// Waits until a server responds.
fn ready(client: &Path, endpoint: &str) -> Result<(), Box<dyn Error>> {
    for _ in 0..100 {
        if cost(Command::new(client).args(["call", endpoint, "64", "1"])).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    Err(format!("no response from {endpoint}").into())
}
