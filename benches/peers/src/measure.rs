//! The measuring programs of the peers, which share `benches/peers/measure`.

use crate::cost::cost;
use crate::workspace::Workspace;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the measuring program of a peer.
pub(crate) fn measuring_program(workspace: &Workspace, package: &str) -> Result<PathBuf, Box<dyn Error>> {
    Ok(workspace.release(package, "build", "measure")?.join(format!("measure-{package}")))
}

/// Runs a measuring program. Returns one of its figures.
pub(crate) fn figure(program: &Path, arguments: &[&str], name: &str) -> Result<f64, Box<dyn Error>> {
    let cost = cost(Command::new(program).args(arguments))?;
    if let Ok(rows) = cost.figure("rows")
        && rows % 100_000.0 != 0.0
    {
        return Err(format!("{} listed {rows} rows", program.display()).into());
    }
    cost.figure(name)
}
