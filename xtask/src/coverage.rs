//! R28: how many lines of the runtime the tests run through.

use crate::figures;
use crate::program::{cargo, output};
use std::error::Error;

/// Files that have to be covered whole.
const WHOLE: [&str; 2] = ["runtime/src/auth/sign.rs", "runtime/src/call/retry.rs"];

pub(crate) fn measure() -> Result<(), Box<dyn Error>> {
    let report = output(cargo(&[
        "tarpaulin",
        "--packages",
        "ncloud-runtime",
        "--packages",
        "ncloud-dataflow",
        "--include-files",
        "runtime/src/*",
        "--skip-clean",
        "--engine",
        "llvm",
        "--out",
        "Stdout",
        "--",
        "--skip",
        "downstream",
        "--skip",
        "endpoint",
    ]))?;
    let lines = report.lines().filter_map(|line| line.strip_prefix("|| ")?.split_once(": "));
    let files: Vec<(&str, (u32, u32))> = lines.filter_map(|(file, rest)| Some((file, counts(rest)?))).collect();
    let whole: Vec<String> = WHOLE
        .iter()
        .filter_map(|wanted| files.iter().find(|(file, _)| file == wanted))
        .map(|(file, (covered, all))| format!("{file} {covered} of {all}"))
        .collect();
    let (covered, all) = files.iter().fold((0, 0), |(covered, all), (_, counts)| (covered + counts.0, all + counts.1));
    if all == 0 {
        return Err("no coverage was reported; install it with `cargo install cargo-tarpaulin`".into());
    }
    let percent = f64::from(covered) * 100.0 / f64::from(all);
    files
        .iter()
        .filter(|(_, (covered, all))| covered < all)
        .for_each(|(file, (covered, all))| tell(file, *covered, *all));
    figures::keep("R28", &format!("{covered} of {all} lines of the runtime ({percent:.1} %); {}", whole.join(", ")))?;
    Ok(())
}

/// Prints the files with lines that no test executes.
#[expect(clippy::print_stdout, reason = "a task speaks to the person who started it")]
fn tell(file: &str, covered: u32, all: u32) {
    println!("{file}: {} of {all} lines are not run", all - covered);
}

/// `12/34` at the begin of a text.
fn counts(text: &str) -> Option<(u32, u32)> {
    let (covered, all) = text.split_whitespace().next()?.split_once('/')?;
    Some((covered.parse().ok()?, all.parse().ok()?))
}
