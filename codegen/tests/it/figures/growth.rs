//! R41: time, memory and output follow the size of the spec, in whatever direction it grows.

use super::families::{FAMILIES, Family};
use super::peak_memory;
use crate::lane::Lane;
use ncloud_codegen::{Source, generate};
use std::fs;
use std::process::Command;

/// Most growth of time, memory and output when a spec grows to twice its size.
const MOST_GROWTH: f64 = 2.3;
/// Most output for each byte of a spec.
const MOST_OUTPUT: usize = 60;
/// What every client has, however small its spec.
const HEADS: usize = 20_000;

fn length(source: &Source) -> usize {
    source.text.len() + source.files.values().map(String::len).sum::<usize>()
}

/// What was written: the files of a client, or its problems.
fn written(source: &Source) -> usize {
    match generate(source) {
        Ok(generated) => {
            assert!(generated.notices.list().len() <= 100);
            generated.files.iter().map(|file| file.text.len()).sum::<usize>() + generated.notices.to_string().len()
        }
        Err(problems) => {
            assert!(problems.list().len() <= 100 && problems.count() >= problems.list().len());
            problems.to_string().len()
        }
    }
}

#[test]
fn r41_time_memory_and_output_grow_with_the_spec() {
    let lane = Lane::from_process();
    let mut told = Vec::new();
    for family in &FAMILIES {
        let (small, large) = ((family.make)(family.smallest / 2), (family.make)(family.smallest));
        let (less, more) = (written(&small), written(&large));
        let (spec, twice) = (length(&small), length(&large));
        assert!(more <= MOST_OUTPUT * twice + HEADS, "{}: {more} of {twice}", family.name);
        let growth = more as f64 / less.max(HEADS / 4) as f64;
        let of_spec = twice as f64 / spec as f64;
        assert!(growth <= MOST_GROWTH.max(of_spec * 1.15), "{}: {less}, then {more}", family.name);
        if lane.is_full() {
            told.push(measured(family));
        }
    }
    lane.record(
        "R41",
        format!("{} families, output at most {MOST_OUTPUT} x the spec; {}", FAMILIES.len(), told.join(", ")),
    );
}

/// Time and memory of sizes of which each is twice the one before.
fn measured(family: &Family) -> String {
    let runs: Vec<(f64, f64)> = (0..4).map(|step| cost(family.name, family.smallest << step)).collect();
    let mut worst = (0.0_f64, 0.0_f64);
    for pair in runs.windows(2) {
        // What every run takes says nothing of growth.
        worst.0 = worst.0.max(pair[1].0 / pair[0].0.max(0.005));
        worst.1 = worst.1.max(pair[1].1 / pair[0].1.max(4e6));
    }
    let text = format!("{} x{:.2} time x{:.2} memory ({:.2} s)", family.name, worst.0, worst.1, runs[3].0);
    assert!(worst.0 <= MOST_GROWTH && worst.1 <= MOST_GROWTH, "{text}: {runs:?}");
    text
}

/// Seconds of the processor and bytes of memory that a run takes, in a process of its own; the least of three.
fn cost(name: &str, size: usize) -> (f64, f64) {
    let mut best = (f64::MAX, f64::MAX);
    for _ in 0..3 {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "figures::growth::prints_what_a_run_takes", "--ignored", "--nocapture"])
            .env("NCLOUD_FAMILY", format!("{name}/{size}"))
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let numbers = text.lines().find_map(|line| line.split_once("takes ")).unwrap().1;
        let (time, memory) = numbers.split_once(' ').unwrap();
        best = (best.0.min(time.parse().unwrap()), best.1.min(memory.parse().unwrap()));
    }
    best
}

/// For R41, which runs it in processes of its own.
#[test]
#[ignore = "it only prints, for another test"]
fn prints_what_a_run_takes() {
    #[expect(clippy::disallowed_methods, reason = "a test has no arguments of its own")]
    let wanted = std::env::var("NCLOUD_FAMILY").unwrap();
    let (name, size) = wanted.split_once('/').unwrap();
    let family = FAMILIES.iter().find(|family| family.name == name).unwrap();
    let source = (family.make)(size.parse().unwrap());
    let memory = peak_memory();
    written(&source);
    let memory = peak_memory() - memory;
    // The least of several: what else the machine does takes caches away, for seconds on end.
    let least = (0..4).map(|_| time_of(&source)).fold(f64::MAX, f64::min);
    println!("takes {least} {memory}");
}

/// Seconds of the processor that a run takes, over enough runs that a tick of the clock does not matter.
fn time_of(source: &Source) -> f64 {
    let start = processor_time();
    let mut runs = 0;
    while processor_time() - start < 0.5 {
        written(source);
        runs += 1;
    }
    (processor_time() - start) / f64::from(runs)
}

/// Seconds that this process has had of the processor, on all of its threads: others use the machine too.
fn processor_time() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    // User and system time, in hundredths of a second.
    fields[11..13].iter().map(|ticks| ticks.parse::<f64>().unwrap() / 100.0).sum()
}
