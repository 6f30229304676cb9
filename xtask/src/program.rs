//! Running other programs in the root folder of the workspace.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Root folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Command for a program with these arguments, in the root folder.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Command for the cargo that built this program.
pub fn cargo(arguments: &[&str]) -> Command {
    program(option_env!("CARGO").unwrap_or("cargo"), arguments)
}

/// Runs a command that inherits standard output and error. Returns true if it succeeded.
pub fn run(mut command: Command) -> Result<bool, Box<dyn Error>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("cannot run {name}: {error}"))?;
    Ok(status.success())
}

/// Runs a command. Returns its standard output, even if it failed.
pub fn output(mut command: Command) -> Result<String, Box<dyn Error>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("cannot run {name}: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Number and model of the processors of this machine.
pub fn machine() -> String {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("unknown processor");
    format!("{processors} processors ({})", model.trim_start_matches([' ', '\t', ':']))
}
