//! The full scale: every figure of reliability, and the table of what was measured.

use crate::figures::{keep, kept};
use crate::program::{cargo, machine, output, program, root, run};
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What each figure is, and when it passes.
const FIGURES: [(&str, &str, &str); 42] = [
    ("R1", "Signing vectors", "published vectors byte-exact; 100,000 random cases equal to another implementation"),
    ("R2", "Signed = sent", "1,000,000 parameter sets in process, 200,000 over sockets: 0 mismatches, 0 rejections"),
    (
        "R3",
        "Fresh signature",
        "50,000 attempts: within 1,000 ms of arrival, 99.9 % within 100 ms; none repeated within a call",
    ),
    (
        "R4",
        "Skew",
        "-24 h to +24 h, and around the window: success with at most 2 requests, then 1; a wrong key takes 1",
    ),
    (
        "R5",
        "Faults",
        "40 scripts × every operation, 100,000 calls: success or a documented error, at most 500 ms after the deadline",
    ),
    ("R6", "Duplicates", "50,000 mutating calls cut at 12 points: 0 sent twice, all reported as outcome unknown"),
    ("R7", "Reads recover", "5 % resets, 2 % 503, 1 % cut: at least 99.9 % of 100,000 reads succeed"),
    (
        "R8",
        "Listing",
        "1,000,000 rows by 1,000 and 100,000 by 10 through 5 % resets: exact, at most 64 MiB more memory",
    ),
    ("R9", "Shifting listing", "one row added per page, 1,000 pages: 0 duplicates, every row of the start delivered"),
    ("R10", "Runaway listing", "cycles of 1, 2, 7 and endless rows: ends after cycle + 1 pages or at the cap"),
    (
        "R11",
        "Outage load",
        "10,000 calls all failing: at most 10,036 requests; half failing: at most 1.2 requests per call",
    ),
    ("R12", "Retry-After", "1,000 values: no wait above 60 s; above the cap reported immediately"),
    (
        "R13",
        "Size and memory",
        "bodies of 1 GiB in four forms: rejected within 2 s, with at most 33 MiB read and 100 MiB more memory",
    ),
    ("R14", "Time", "drip, silence, endless 1xx, 1,000 runs: within the limit + 500 ms"),
    ("R15", "Redirects", "60 combinations: 0 requests reach the second server"),
    ("R16", "Path safety", "10,000,000 runs and 500 hostile values: the path segments do not change"),
    ("R17", "Secrets", "20,000 outputs: 0 show the secret, a part of it, or a signature"),
    ("R18", "Cancellation", "10,000 drop points: no request starts after a drop, and the next call gets its response"),
    ("R19", "JSON fuzz", "20,000,000 decodings, 1,000,000 round trips: 0 panics, no loss"),
    ("R20", "Error-body fuzz", "10,000,000 runs: a typed error, at most 1 KiB, no control characters"),
    ("R21", "Spec fuzz", "3,000,000 inputs, 200,000 models converted to Rust: 0 panics, all output parses"),
    ("R22", "Injection", "3,600 specs: 0 canaries outside literals and documentation; 300 compile without warnings"),
    ("R23", "Shape invariance", "50,000 specs: hostile strings change only string literals and documentation"),
    (
        "R24",
        "Spec limits",
        "every oversized input rejected within 1 s and 256 MiB; large third-party specs rejected with positions",
    ),
    ("R25", "Determinism", "20 processes in different environments: identical output"),
    (
        "R26",
        "Build script",
        "no network, no processes, writes only to `generated/`, at most 1 s, at most 25 build-only crates",
    ),
    (
        "R27",
        "Emulator",
        "64 invalid changes of a valid request rejected; 5,000,000 mutated requests: 0 panics; schemathesis: 0 failures",
    ),
    (
        "R28",
        "Own code",
        "95 % of the runtime's lines covered, 100 % of the signer and the retry decision; lints forbid panics and `unsafe`",
    ),
    ("R29", "Mutation testing", "signer, retries, paths, listings: at least 95 % of the mutants detected"),
    (
        "R30",
        "Supply chain",
        "0 below the minimum version, 0 denied, at most 130 and 160 crates, none younger than 14 days, repeated packaging identical",
    ),
    ("R31", "Soak", "10 minutes at 1,000 calls/s with 5 % faults: memory and sockets within 5 %"),
    (
        "R32",
        "Page caps",
        "listings of 0 to 10,000 rows by pages cut to 1 to 1,000, for any echoed limit: 0 rows lost, 0 duplicates",
    ),
    (
        "R33",
        "Echoed secrets",
        "servers that echo the request in six forms, every operation and command: 0 outputs show a secret or a signature",
    ),
    ("R34", "Started runs", "every script of R5 after the start of a job or workflow: each error identifies the run"),
    ("R35", "Accepted calls", "2xx with an unusable body for every mutating operation: 0 reported as not carried out"),
    (
        "R36",
        "Tolerant decoding",
        "every example with unexpected values in every field: 0 pages or resources lost, all written back as received",
    ),
    ("R37", "Time, everywhere", "a hang in each await of a call: all end within the limit + 500 ms"),
    ("R38", "Concurrency", "1,000 and 10,000 concurrent calls: all succeed, open connections at most the bound"),
    (
        "R39",
        "Emulator durability",
        "kill -9 at 1,000 random points under four writing clients: 0 acknowledged changes lost, 0 partly visible",
    ),
    ("R40", "Accepted means compiles", "2,000 random accepted specs and all fixtures compile with warnings denied"),
    (
        "R41",
        "Linear generator",
        "16 families of growing specs: instructions and memory grow by at most 2.3 per doubling, time by at most 2.3 on \
         average; output at most 60 × the spec",
    ),
    ("R42", "Verdicts", "5,000 waits of library and program: exit code and outcome match the script"),
];

/// Measures these figures, or all if none is named, and writes the table of all that were ever measured.
pub(crate) fn measure(wanted: &[&str]) -> Result<(), Box<dyn Error>> {
    if let Some(unknown) = wanted.iter().find(|figure| FIGURES.iter().all(|(id, ..)| id != *figure)) {
        return Err(format!("there is no figure '{unknown}'; figures are R1 to R42").into());
    }
    let mut all_well = true;
    if wanted != ["R26"] {
        let mut tests = cargo(&["test", "--release", "--workspace", "--test", "it", "--no-fail-fast", "--"]);
        // A figure's tests begin with its number in two digits.
        tests.args(wanted.iter().map(|figure| format!("r{:0>2}_", figure.trim_start_matches('R'))));
        if wanted.is_empty() {
            tests.args(["figures::", "r30_"]);
        }
        tests.arg("--test-threads=1").env("NCLOUD_SCALE", "full");
        all_well = run(tests)?;
    }
    if wanted.is_empty() || wanted.contains(&"R26") {
        keep("R26", &build_script()?)?;
    }
    write_table()?;
    match all_well {
        true => Ok(()),
        false => Err("some figures are not met: see above; docs/reliability.md holds what was measured".into()),
    }
}

fn write_table() -> Result<(), Box<dyn Error>> {
    let mut page = String::from(HEAD);
    writeln!(page, "Measured on {} with {}.\n", machine(), output(program("rustc", &["--version"]))?.trim())?;
    page.push_str("| Id | Figure | Passes when | Measured |\n| --- | --- | --- | --- |\n");
    for (id, name, goal) in FIGURES {
        let measured = kept(id).unwrap_or_else(|| "not measured".to_owned()).replace('|', "\\|");
        writeln!(page, "| {id} | {name} | {goal} | {measured} |")?;
    }
    Ok(fs::write(root().join("docs/reliability.md"), page)?)
}

const HEAD: &str = "\
# Reliability

These figures measure the reliability of the client. Every run of the tests measures one percent of each figure, and
fails if a figure is not met. Before a release, `cargo xtask reliability` measures the figures in full and writes this
page. `cargo xtask coverage` and `cargo xtask mutants` measure R28 and R29, which need additional programs.

";

/// R26: what the build script does, as the system sees it.
fn build_script() -> Result<String, Box<dyn Error>> {
    let script = built_script()?;
    let trace = root().join("target/build-script.trace");
    #[expect(clippy::disallowed_methods, reason = "a task measures real time")]
    let start = Instant::now();
    let alone = Command::new(&script).current_dir(root()).output()?;
    let took = start.elapsed();
    if !alone.status.success() {
        return Err("the build script failed".into());
    }
    let calls = "trace=network,process,openat,open,creat,rename,renameat2,unlink,unlinkat,mkdir,mkdirat";
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-e", calls, "-o"]).arg(&trace).arg(&script).current_dir(root());
    if traced.output().is_err() {
        return Err("cannot run strace, which R26 needs: install it".into());
    }
    let trace = fs::read_to_string(&trace)?;
    let count = |names: &[&str]| trace.lines().filter(|line| names.iter().any(|name| line.contains(name))).count();
    let connections = count(&["socket(", "connect("]);
    // The one `execve` is how strace starts it.
    let processes = count(&["execve(", "fork("]).saturating_sub(1);
    let written = count(&["O_WRONLY", "O_RDWR", "rename", "unlink", "mkdir"]);
    let crates = build_only()?;
    let told = format!(
        "{connections} connections, {processes} processes, {written} files written when up to date, {} ms; {crates} crates for building only",
        took.as_millis()
    );
    let is_met = connections + processes + written == 0 && took.as_secs() == 0 && crates <= 25;
    if is_met { Ok(told) } else { Err(told.into()) }
}

/// The build script of the library with the generator in it, built for speed.
fn built_script() -> Result<PathBuf, Box<dyn Error>> {
    let messages = output(cargo(&["build", "--release", "--message-format=json", "--quiet"]))?;
    let source = format!("\"src_path\":\"{}\"", root().canonicalize()?.join("build.rs").display());
    let mut scripts = messages.lines().filter(|line| line.contains("custom-build") && line.contains(&source));
    let name = scripts.next_back().and_then(|line| line.split("\"filenames\":[\"").nth(1)?.split('"').next());
    name.map(|name| Path::new(name).to_owned()).ok_or_else(|| "the library has no build script".into())
}

/// Crates that this workspace compiles to generate and for nothing else.
fn build_only() -> Result<usize, Box<dyn Error>> {
    let tree = |arguments: &[&str]| -> Result<Vec<String>, Box<dyn Error>> {
        let text = output(cargo(&[&["tree", "--prefix", "none", "--package", "ncloud-dataflow"], arguments].concat()))?;
        let mut crates: Vec<String> =
            text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
        crates.sort();
        crates.dedup();
        Ok(crates)
    };
    let with = tree(&["--edges", "normal,build", "--features", "regenerate"])?;
    let without = tree(&["--edges", "normal"])?;
    Ok(with.iter().filter(|name| !without.contains(name)).count())
}
