//! Tasks of this repository. Their way to run other programs is public: `bench-peers` uses it too.

mod budget;
mod coverage;
mod figures;
mod man;
mod mutants;
mod peers;
pub mod program;
mod reliability;

use std::error::Error;
use std::path::Path;

const USAGE: &str = "\
usage: cargo xtask TASK

man FOLDER     write a man page for every command
reliability    measure R1 to R42 in full, about two hours, and write docs/reliability.md; or the figures that are named
coverage       measure the line coverage of the runtime (needs cargo-tarpaulin)
budget         check that generated code did not grow beyond docs/compile-budget.json; `budget accept` takes it as it is
bench-peers    measure us beside other clients, about an hour, and write docs/performance.md; or the rows that are named
mutants        test whether the tests notice mistakes in signer, retries, paths and listings (needs cargo-mutants)";

/// Runs the task that the arguments name.
pub fn run(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    match arguments {
        ["man", folder] => man::write(Path::new(folder)),
        ["reliability", figures @ ..] => reliability::measure(figures),
        ["coverage"] => coverage::measure(),
        ["budget"] => budget::check(),
        ["budget", "accept"] => budget::accept(),
        ["mutants"] => mutants::measure(),
        ["bench-peers", rows @ ..] => peers::measure(rows),
        _ => Err(USAGE.into()),
    }
}
