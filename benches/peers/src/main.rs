//! Benchmarks of this library and other clients: `cargo xtask bench-peers`.
//!
//! Each row of `docs/performance.md` compares the same work. All clients do it in turn, on one machine, in one run.

mod command_line;
mod cost;
mod measure;
mod page;
mod peer;
mod row;
mod rows;
mod series;
mod server;
mod workspace;

use rows::ROWS;
use std::error::Error;
use std::process::ExitCode;
use workspace::Workspace;

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark reports to the person who started it")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["--help"] => {
            println!("{}", usage());
            Ok(())
        }
        ["--page"] => page::write(),
        rows => run(rows),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    format!(
        "\
usage: cargo xtask bench-peers [ROW...]
       cargo xtask bench-peers --page

Measures these rows, or all if none is named (about an hour), and writes docs/performance.md.
With --page, writes the page from the rows and notes in benches/peers, and measures nothing.

Rows: {}",
        names()
    )
}

fn names() -> String {
    let names: Vec<&str> = ROWS.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}

/// Measures these rows, or all if none is named. Writes the page after each row.
fn run(wanted: &[&str]) -> Result<(), Box<dyn Error>> {
    if let Some(unknown) = wanted.iter().find(|name| ROWS.iter().all(|(row, _)| row != *name)) {
        return Err(format!("there is no row '{unknown}'; rows are {}", names()).into());
    }
    let workspace = Workspace::prepare()?;
    for (name, measure) in ROWS.iter().filter(|(name, _)| wanted.is_empty() || wanted.contains(name)) {
        let row = measure(&workspace).map_err(|error| format!("{name}: {error}"))?;
        page::save(name, &row)?;
        page::write()?;
    }
    Ok(())
}
