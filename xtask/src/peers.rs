//! How fast we are beside others: each row is the same work, done by all in turn, on this machine, in this run.

mod again;
mod alone;
mod calls;
mod cold;
mod cost;
mod decode;
mod generate;
mod peer;
mod programs;
mod row;
mod sign;
mod stand;

use crate::program::{machine, output, program, root};
use row::Row;
use stand::Stand;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

type Measure = fn(&Stand) -> Result<Row, Box<dyn Error>>;

/// The rows, in the order of the page.
const ROWS: [(&str, Measure); 13] = [
    ("generate", generate::generate),
    ("client", alone::client_alone),
    ("cold", cold::cold),
    ("rebuild", again::rebuild),
    ("binary", cold::binary),
    ("decode", decode::decode),
    ("sign", sign::sign),
    ("list", calls::list),
    ("calls", calls::small),
    ("memory", calls::memory),
    ("cli", programs::command_line),
    ("emulator", programs::emulator),
    ("ci", programs::ci),
];

/// Measures these rows, or all if none is named, and writes the page of all that were ever measured.
pub(crate) fn measure(wanted: &[&str]) -> Result<(), Box<dyn Error>> {
    if let Some(unknown) = wanted.iter().find(|name| ROWS.iter().all(|(row, _)| row != *name)) {
        let rows: Vec<&str> = ROWS.iter().map(|(row, _)| *row).collect();
        return Err(format!("there is no row '{unknown}'; rows are {}", rows.join(", ")).into());
    }
    let stand = Stand::build()?;
    for (name, measure) in ROWS.iter().filter(|(name, _)| wanted.is_empty() || wanted.contains(name)) {
        let row = measure(&stand).map_err(|error| format!("{name}: {error}"))?;
        fs::write(part("rows", name), row.render(name)?)?;
        write_page()?;
    }
    Ok(())
}

/// Writes the page from the rows that were measured last and their notes, which are all part of the repository.
fn write_page() -> Result<(), Box<dyn Error>> {
    let compiler = output(program("rustc", &["--version"]))?;
    let mut page = format!("{HEAD}Measured on {} with {}.\n", machine(), compiler.trim());
    for (name, _) in ROWS {
        for folder in ["rows", "notes"] {
            if let Ok(text) = fs::read_to_string(part(folder, name)) {
                page.push_str(&format!("\n{}\n", text.trim()));
            }
        }
    }
    Ok(fs::write(root().join("docs/performance.md"), page)?)
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
