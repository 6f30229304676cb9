//! The page `docs/performance.md`, composed of rows and notes that are part of the repository.

use crate::row::Row;
use crate::rows::ROWS;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use xtask::program::{machine, output, program, root};

/// Saves a measured row and the machine for the page.
pub(crate) fn save(name: &str, row: &Row) -> Result<(), Box<dyn Error>> {
    let compiler = output(program("rustc", &["--version"]))?;
    fs::write(machine_file(), format!("Measured on {} with {}.\n", machine(), compiler.trim()))?;
    Ok(fs::write(part("rows", name), row.render(name)?)?)
}

/// Writes the page from the last measurement of each row and the notes. Measures nothing.
pub(crate) fn write() -> Result<(), Box<dyn Error>> {
    let mut page = format!("{HEAD}{}", fs::read_to_string(machine_file())?);
    for (name, _) in ROWS {
        for folder in ["rows", "notes"] {
            if let Ok(text) = fs::read_to_string(part(folder, name)) {
                page.push_str(&format!("\n{}\n", text.trim()));
            }
        }
    }
    Ok(fs::write(root().join("docs/performance.md"), page)?)
}

/// The machine of the last measurement, which may be another than the one that composes the page.
fn machine_file() -> PathBuf {
    root().join("benches/peers/machine.md")
}

fn part(folder: &str, name: &str) -> PathBuf {
    root().join(format!("benches/peers/{folder}/{name}.md"))
}

const HEAD: &str = "\
# Performance

This page compares the library with other generators and clients, the peers: build times, long listings and the command
line. `cargo xtask bench-peers` builds or installs each peer, runs the same work with all of them in turn, and writes
this page. `cargo xtask bench-peers ROW` measures one row again.

Each figure is the median of its rounds. A ratio compares the two figures of one round. The median of the ratios is
followed by the minimum and the maximum. Build times are CPU seconds, so other load on the machine has little effect.

The hand-written client supports one endpoint with reqwest, serde, paging and signing. It uses the reqwest features that
our library uses. Our safety limits are enabled in all measurements: the size limit, path checks, and a new signature
for each request.

";
