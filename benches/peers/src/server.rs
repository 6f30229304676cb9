//! The server of the measured calls: `benches/peers/server`.

use crate::cost::cost;
use crate::workspace::Workspace;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A program that runs during the measurement. It ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both calls fail if the program ended by itself, which is fine.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server of executions.
#[derive(Debug)]
pub(crate) struct Server {
    _process: Running,
    pub(crate) endpoint: String,
}

impl Server {
    /// Starts a server of this many executions that waits before each response.
    pub(crate) fn start(workspace: &Workspace, rows: usize, delay_ms: u32) -> Result<Self, Box<dyn Error>> {
        Self::run(Self::command(workspace, rows, delay_ms)?)
    }

    /// Starts a server of this many jobs. The jobs have 1 to 5 executions in turn, 3 on average.
    pub(crate) fn of_jobs(workspace: &Workspace, jobs: usize, delay_ms: u32) -> Result<Self, Box<dyn Error>> {
        let mut command = Self::command(workspace, 5, delay_ms)?;
        command.arg(workspace.example("getJobs.response.partial-2023", "job.json")?).arg(jobs.to_string());
        Self::run(command)
    }

    fn command(workspace: &Workspace, rows: usize, delay_ms: u32) -> Result<Command, Box<dyn Error>> {
        let mut command = Command::new(workspace.release("server", "build", "")?.join("server"));
        let row = workspace.example("getJobExecutions.response", "row.json")?;
        command.arg(row).arg(rows.to_string()).arg(delay_ms.to_string());
        Ok(command)
    }

    fn run(mut command: Command) -> Result<Self, Box<dyn Error>> {
        let mut process = command.stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        Ok(Self { _process: Running(process), endpoint: line.trim().to_owned() })
    }

    /// Number of connections so far, including the one of this request.
    pub(crate) fn connections(&self) -> Result<u32, Box<dyn Error>> {
        let url = format!("{}/connections", self.endpoint);
        Ok(cost(Command::new("curl").args(["--silent", "--fail", &url]))?.output.parse()?)
    }
}
