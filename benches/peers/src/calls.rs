//! Calls to a server that answers as fast as it can: long listings, small requests, memory.

use crate::cost::{Series, cost};
use crate::row::Row;
use crate::workspace::Workspace;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A program that runs during the measurement. It ends when it is dropped.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is no loss.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server of rows.
pub(crate) struct Server {
    _process: Running,
    pub(crate) endpoint: String,
}

impl Server {
    pub(crate) fn start(workspace: &Workspace, rows: usize, delay_ms: u32) -> Result<Self, Box<dyn Error>> {
        let program = workspace.release("server", "build", "")?.join("server");
        let mut command = Command::new(program);
        command.arg(workspace.row()?).arg(rows.to_string()).arg(delay_ms.to_string()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        Ok(Self { _process: Running(process), endpoint: line.trim().to_owned() })
    }

    /// How many connections there were.
    fn connections(&self) -> Result<u32, Box<dyn Error>> {
        let url = format!("{}/connections", self.endpoint);
        Ok(cost(Command::new("curl").args(["--silent", "--fail", &url]))?.output.parse()?)
    }
}

/// The measuring program of a peer.
pub(crate) fn measuring(workspace: &Workspace, package: &str) -> Result<PathBuf, Box<dyn Error>> {
    Ok(workspace.release(package, "build", "measure")?.join(format!("measure-{package}")))
}

/// A figure that a measuring program tells.
fn told(program: &PathBuf, arguments: &[&str], figure: &str) -> Result<f64, Box<dyn Error>> {
    let told = cost(Command::new(program).args(arguments))?;
    if let Ok(rows) = told.figure("rows")
        && rows % 100_000.0 != 0.0
    {
        return Err(format!("{} listed {rows} rows", program.display()).into());
    }
    told.figure(figure)
}

/// 100,000 executions, 1,000 a page.
pub(crate) fn list(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let mut row = Row::new(
        "List 100,000 executions, 1,000 a page",
        &["Seconds", "ours", "ours, 8 pages ahead", "progenitor", "hand-written", "progenitor / ours", "8 ahead"],
    );
    let [ours, progenitor, handwritten] =
        ["ours", "progenitor", "handwritten"].map(|package| measuring(workspace, package));
    let (ours, progenitor, handwritten) = (ours?, progenitor?, handwritten?);
    for (title, delay) in [("server answers at once", 0), ("after 20 ms", 20)] {
        let server = Server::start(workspace, 100_000, delay)?;
        let turns = [(&ours, "2"), (&ours, "8"), (&progenitor, "0"), (&handwritten, "0")];
        let mut took = turns.map(|_| Series::default());
        for _ in 0..7 {
            for ((program, ahead), took) in turns.iter().zip(&mut took) {
                took.add(told(program, &["list", &server.endpoint, ahead], "seconds")?);
            }
        }
        let [two, eight, theirs, _] = &took;
        let ratios = [theirs.over(two), theirs.over(eight)];
        let cells =
            took.iter().map(|took| format!("{:.3}", took.median())).chain(ratios.iter().map(ToString::to_string));
        row.line([title.to_owned()].into_iter().chain(cells).collect());
        let [two, eight] = &ratios;
        if delay == 0 {
            row.at_least(1.5, "times as fast as progenitor at once", two);
        } else {
            row.at_least(2.8, "times as fast after 20 ms", two);
            row.at_least(7.0, "times as fast after 20 ms, 8 pages ahead", eight);
        }
    }
    Ok(row)
}

/// Small requests, one after the other and many at once.
pub(crate) fn small(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let mut row = Row::new(
        "Small requests",
        &["", "ours, CPU µs each", "hand-written, CPU µs each", "ours / hand-written", "connections"],
    );
    let programs = [measuring(workspace, "ours")?, measuring(workspace, "handwritten")?];
    for at_once in ["1", "64"] {
        let mut took = [Series::default(), Series::default()];
        let mut connections = [0, 0];
        for _ in 0..7 {
            for ((program, took), connections) in programs.iter().zip(&mut took).zip(&mut connections) {
                let server = Server::start(workspace, 1, 0)?;
                took.add(told(program, &["call", &server.endpoint, "12800", at_once], "cpu")? * 1e6 / 12800.0);
                // The one that asks is another.
                *connections = server.connections()? - 1;
            }
        }
        let [ours, theirs] = &took;
        let ratio = ours.over(theirs);
        row.line(vec![
            format!("{at_once} at once"),
            format!("{:.0}", ours.median()),
            format!("{:.0}", theirs.median()),
            ratio.to_string(),
            format!("{} and {}", connections[0], connections[1]),
        ]);
        row.at_most(1.05, &format!("of hand-written, {at_once} at once"), &ratio);
        let most: u32 = at_once.parse()?;
        // A call that finds no connection free opens one, and may then be served by one that has become free.
        row.goal(&format!("connections used again, {at_once} at once"), connections[0], connections[0] <= most * 2);
    }
    Ok(row)
}

/// Memory of a long listing.
pub(crate) fn memory(workspace: &Workspace) -> Result<Row, Box<dyn Error>> {
    let server = Server::start(workspace, 1_000_000, 0)?;
    let program = measuring(workspace, "ours")?;
    let mut grown = Series::default();
    for _ in 0..3 {
        grown.add(told(&program, &["list", &server.endpoint, "2"], "grown_mib")?);
    }
    let mut row = Row::new("List 1,000,000 executions: memory", &["", "MiB above the start"]);
    row.line(vec!["ours".to_owned(), format!("{:.0}", grown.median())]);
    row.goal("at most 64 MiB", format!("{:.0} MiB", grown.median()), grown.median() <= 64.0);
    Ok(row)
}
