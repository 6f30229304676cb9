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
        let program = workspace.release("server", "build", "")?.join("server");
        let mut command = Command::new(program);
        command.arg(workspace.row()?).arg(rows.to_string()).arg(delay_ms.to_string()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
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
