//! Tasks of this repository. `program` is public because `bench-peers` uses it too.

mod budget;
mod coverage;
mod dist;
mod figures;
mod man;
mod mutants;
pub mod program;
mod reliability;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask TASK

man FOLDER     write a man page for every command
dist FOLDER    build the program for packages: stripped, with man pages, completions and checksums
reliability    measure R1 to R42 in full, about two hours, and write docs/reliability.md; or the figures that are named
coverage       measure the line coverage of the runtime (needs cargo-tarpaulin)
budget         check that generated code did not grow beyond docs/compile-budget.json; `budget accept` takes it as it is
bench-peers    measure this library and other clients, about an hour, and write docs/performance.md; or only the named rows
mutants        test whether the tests notice mistakes in signer, retries, paths and listings (needs cargo-mutants)";

/// Runs the task that the arguments name. Returns the exit code of the task.
pub fn run(arguments: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    match arguments {
        ["man", folder] => man::write(Path::new(folder)),
        ["dist", folder] => dist::write(Path::new(folder)),
        ["reliability", figures @ ..] => reliability::measure(figures),
        ["coverage"] => coverage::measure(),
        ["budget"] => budget::check(),
        ["budget", "accept"] => budget::accept(),
        ["mutants"] => mutants::measure(),
        ["bench-peers", arguments @ ..] => return bench_peers(arguments),
        _ => return Err(USAGE.into()),
    }
    .map(|()| ExitCode::SUCCESS)
}

/// Runs the package in `benches/peers`, which reports its errors itself.
fn bench_peers(arguments: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    // The same selection of packages as in `cargo xtask`, so that cargo builds no dependency a second time.
    let mut command = program::cargo(&["run", "--quiet", "--bin", "bench-peers", "--"]);
    let status = command.args(arguments).status().map_err(|error| format!("cannot run cargo: {error}"))?;
    // A program that a signal ended has no code.
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
