//! R41: time, memory and output follow the size of the spec, in whatever direction it grows.

use super::families::{FAMILIES, Family};
use super::peak_memory;
use crate::lane::Lane;
use ncloud_codegen::{Source, generate};
use std::fs;
use std::time::{Duration, Instant};

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
    let lane = Lane::of_process();
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
    let runs: Vec<(Duration, usize)> = (0..4).map(|step| cost(&(family.make)(family.smallest << step))).collect();
    let mut worst = (0.0_f64, 0.0_f64);
    for pair in runs.windows(2) {
        // What a run takes at least says nothing of its growth.
        let time = pair[1].0.as_secs_f64() / pair[0].0.as_secs_f64().max(0.02);
        let memory = pair[1].1 as f64 / (pair[0].1 as f64).max(4e6);
        worst = (worst.0.max(time), worst.1.max(memory));
    }
    let text = format!("{} x{:.2} time x{:.2} memory ({:.0?})", family.name, worst.0, worst.1, runs[3].0);
    assert!(worst.0 <= MOST_GROWTH && worst.1 <= MOST_GROWTH, "{text}: {runs:?}");
    text
}

/// The shortest of five runs, since others use the machine too, and the memory that a run takes.
#[expect(clippy::disallowed_methods, reason = "a figure is a measured time")]
fn cost(source: &Source) -> (Duration, usize) {
    let mut best = (Duration::MAX, usize::MAX);
    for _ in 0..5 {
        let _ = fs::write("/proc/self/clear_refs", "5");
        let (before, start) = (peak_memory(), Instant::now());
        written(source);
        best = (best.0.min(start.elapsed()), best.1.min(peak_memory().saturating_sub(before)));
    }
    best
}
