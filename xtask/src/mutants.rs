//! R29: whether the tests notice a mistake, made on purpose, in what must not have one.

use crate::figures;
use crate::program::{cargo, root, run};
use std::error::Error;
use std::fs;

/// What must not have a mistake: signer, retry decision, path encoder, pager.
const FILES: [&str; 8] = [
    "runtime/src/auth/sign.rs",
    "runtime/src/call/retry.rs",
    "runtime/src/call/quota.rs",
    "runtime/src/call/retry_after.rs",
    "runtime/src/call/target.rs",
    "runtime/src/listing/fetcher.rs",
    "runtime/src/listing/items.rs",
    "runtime/src/listing/resume.rs",
];

pub(crate) fn measure() -> Result<(), Box<dyn Error>> {
    let mut arguments = vec!["mutants", "--package", "ncloud-runtime", "--output", "target"];
    // Many a mistake in a listing never ends; two at once do not wait for each other.
    arguments.extend(["--timeout", "100", "--jobs", "2"]);
    for file in FILES {
        arguments.extend(["--file", file]);
    }
    // Those tests alone that look at these files; most stand in the library's package.
    arguments.extend(["--", "--package", "ncloud-dataflow", "--lib", "--test", "it", "--"]);
    arguments.extend(["figures::", "listing::", "signature::", "faults::", "skew::", "runs::", "secrets::", "tests::"]);
    // It ends with an error when a mutant survives, which is a finding and no failure of the task.
    run(cargo(&arguments))?;
    let count = |name: &str| -> Result<usize, Box<dyn Error>> {
        let list = fs::read_to_string(root().join("target/mutants.out").join(name));
        Ok(list.map_err(|_| "nothing was measured; install it with `cargo install cargo-mutants`")?.lines().count())
    };
    let (caught, missed, timeout) = (count("caught.txt")?, count("missed.txt")?, count("timeout.txt")?);
    let percent = (caught + timeout) as f64 * 100.0 / (caught + timeout + missed).max(1) as f64;
    figures::keep(
        "R29",
        &format!("{} of {} mutants noticed ({percent:.1} %)", caught + timeout, caught + timeout + missed),
    )?;
    Ok(())
}
