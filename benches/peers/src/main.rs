//! How fast we are beside others: each row is the same work, done by all in turn, on this machine, in this run.

mod calls;
mod client;
mod cold;
mod cost;
mod decode;
mod generate;
mod peer;
mod programs;
mod rebuild;
mod row;
mod sign;
mod workspace;

use row::Row;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use workspace::Workspace;
use xtask::program::{machine, output, program, root};

type Measure = fn(&Workspace) -> Result<Row, Box<dyn Error>>;

/// The rows, in the order of the page.
const ROWS: [(&str, Measure); 13] = [
    ("generate", generate::generate),
    ("client", client::client_alone),
    ("cold", cold::cold),
    ("rebuild", rebuild::rebuild),
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

#[expect(clippy::print_stderr, reason = "a benchmark reports to the person who started it")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match measure(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures these rows, or all if none is named, and writes the page of all that were ever measured.
fn measure(wanted: &[&str]) -> Result<(), Box<dyn Error>> {
    if let Some(unknown) = wanted.iter().find(|name| ROWS.iter().all(|(row, _)| row != *name)) {
        let rows: Vec<&str> = ROWS.iter().map(|(row, _)| *row).collect();
        return Err(format!("there is no row '{unknown}'; rows are {}", rows.join(", ")).into());
    }
    let workspace = Workspace::build()?;
    for (name, measure) in ROWS.iter().filter(|(name, _)| wanted.is_empty() || wanted.contains(name)) {
        let row = measure(&workspace).map_err(|error| format!("{name}: {error}"))?;
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

What users wait for: their build, a long listing, the command line. `cargo xtask bench-peers` makes or installs each
peer from its registry, has all of them and us do the same work in turn, and writes this page. `cargo xtask bench-peers
ROW` measures one row again.

Each figure is the median of its rounds. A ratio compares the two figures of one round; behind the median of the
ratios workspace the smallest and the largest. Times of builds are CPU seconds, so that what else the machine does counts
little. The hand-written client is written for one endpoint: reqwest, serde, a loop over the pages,
the signature; its reqwest has the features that ours has. Safety limits (size cap, checks of the path, a fresh
signature for every request) are on in everything of ours.

";
