//! The command line as a measured program: demo keys, and a home folder of its own.

use crate::cost::{Cost, cost, peak_mib};
use crate::workspace::Workspace;
use std::error::Error;
use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

const CREDENTIALS: [(&str, &str); 2] = [
    ("NCLOUD_ACCESS_KEY_ID", "EMULATOR-DEMO-ACCESS-KEY"),
    ("NCLOUD_SECRET_ACCESS_KEY", "emulator-demo-secret-key-not-a-secret"),
];

/// The release build of the command line.
#[derive(Debug)]
pub(crate) struct CommandLine {
    program: PathBuf,
    home: PathBuf,
    rows: PathBuf,
}

impl CommandLine {
    /// Builds the program. Its home folder is new, so it has no cache and no local record.
    pub(crate) fn build(workspace: &Workspace) -> Result<Self, Box<dyn Error>> {
        let home = workspace.path("home");
        if home.exists() {
            fs::remove_dir_all(&home)?;
        }
        fs::create_dir_all(&home)?;
        Ok(Self { program: workspace.command_line()?, home, rows: workspace.path("rows") })
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).envs(CREDENTIALS).env("HOME", &self.home);
        for folder in ["XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            command.env_remove(folder);
        }
        command
    }

    /// Runs the program to its end, and keeps its output.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Cost, Box<dyn Error>> {
        cost(&mut self.command(arguments))
    }

    /// Runs the program to its end, with its output in a file.
    pub(crate) fn write(&self, arguments: &[&str]) -> Result<Cost, Box<dyn Error>> {
        cost(self.command(arguments).stdout(File::create(&self.rows)?))
    }

    /// Number of lines that the last run wrote to the file.
    pub(crate) fn lines(&self) -> Result<usize, Box<dyn Error>> {
        Ok(fs::read_to_string(&self.rows)?.lines().count())
    }

    /// Runs the program to its end. Returns the most memory that it had, MiB.
    pub(crate) fn memory(&self, arguments: &[&str]) -> Result<f64, Box<dyn Error>> {
        peak_mib(self.command(arguments).stdout(File::create(&self.rows)?))
    }

    /// Runs the program to its end. Returns the seconds until its first output.
    pub(crate) fn first_output(&self, arguments: &[&str]) -> Result<f64, Box<dyn Error>> {
        #[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
        let start = Instant::now();
        let mut process = self.command(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut output = process.stdout.take().ok_or("no output")?;
        output.read_exact(&mut [0])?;
        let seconds = start.elapsed().as_secs_f64();
        output.read_to_end(&mut Vec::new())?;
        match process.wait()?.success() {
            true => Ok(seconds),
            false => Err(format!("{arguments:?} failed").into()),
        }
    }
}
