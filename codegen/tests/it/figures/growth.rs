//! R41: time, memory and output grow linearly with the spec, in every dimension.

use super::families::{FAMILIES, Family};
use super::peak_memory;
use ncloud_codegen::{Source, generate};
use ncloud_testing::{Scale, record};
use std::fs;
use std::process::{Command, Output};

/// Maximum growth of time, memory and output if the size of a spec doubles.
const MAX_GROWTH: f64 = 2.3;
/// Number of doublings.
const DOUBLINGS: usize = 3;
/// Maximum output per byte of a spec.
const MAX_OUTPUT: usize = 60;
/// Output for an empty spec.
const HEADS: usize = 20_000;

fn length(source: &Source) -> usize {
    source.text.len() + source.files.values().map(String::len).sum::<usize>()
}

/// Returns the size of the output: the files of a client, or its problems.
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
    let scale = Scale::from_process();
    let mut told = Vec::new();
    for family in &FAMILIES {
        let (small, large) = ((family.make)(family.smallest / 2), (family.make)(family.smallest));
        let (less, more) = (written(&small), written(&large));
        let (spec, twice) = (length(&small), length(&large));
        assert!(more <= MAX_OUTPUT * twice + HEADS, "{}: {more} of {twice}", family.name);
        let growth = more as f64 / less.max(HEADS / 4) as f64;
        let of_spec = twice as f64 / spec as f64;
        assert!(growth <= MAX_GROWTH.max(of_spec * 1.15), "{}: {less}, then {more}", family.name);
        if scale.is_full() {
            told.push(measured(family));
        }
    }
    record!(
        scale,
        "R41",
        format!("{} families, output at most {MAX_OUTPUT} x the spec; {}", FAMILIES.len(), told.join(", ")),
    );
}

/// Measures the costs of specs that double in size.
///
/// Instructions and memory are limited for each doubling, because they show the growth of the work. Time is limited
/// over all doublings, because a run that exceeds a cache takes longer per byte at that size.
fn measured(family: &Family) -> String {
    let costs: Vec<Cost> = (0..=DOUBLINGS).map(|step| cost(family.name, family.smallest << step)).collect();
    // The fixed cost of a run does not show growth.
    let worst = |part: fn(&Cost) -> f64, every_run: f64| {
        let growth = costs.windows(2).map(|pair| part(&pair[1]) / part(&pair[0]).max(every_run));
        growth.fold(0.0, f64::max)
    };
    let instructions = worst(|cost| cost.instructions, 2e7);
    let memory = worst(|cost| cost.memory, 4e6);
    let (first, last) = (&costs[0], &costs[DOUBLINGS]);
    let seconds = (last.seconds / first.seconds.max(0.005)).powf(1.0 / DOUBLINGS as f64);
    let text = format!(
        "{} x{instructions:.2} instructions x{seconds:.2} time x{memory:.2} memory ({:.2} s)",
        family.name, last.seconds
    );
    assert!([instructions, seconds, memory].into_iter().all(|growth| growth <= MAX_GROWTH), "{text}: {costs:?}");
    text
}

/// CPU time, instructions and memory of a run.
#[derive(Debug)]
struct Cost {
    instructions: f64,
    seconds: f64,
    memory: f64,
}

/// Runs separate processes: one that counts instructions, and three that measure time and memory, with the minimum
/// used.
fn cost(name: &str, size: usize) -> Cost {
    let wanted = format!("{name}/{size}");
    let instructions = instructions(&wanted);
    let mut best = (f64::MAX, f64::MAX);
    for _ in 0..3 {
        let output = ignored_test("prints_what_a_run_takes", &[], &wanted);
        let text = String::from_utf8(output.stdout).unwrap();
        let numbers = text.lines().find_map(|line| line.split_once("takes ")).unwrap().1;
        let (time, memory) = numbers.split_once(' ').unwrap();
        best = (best.0.min(time.parse().unwrap()), best.1.min(memory.parse().unwrap()));
    }
    Cost { instructions, seconds: best.0, memory: best.1 }
}

/// Counts the instructions of one run with valgrind.
fn instructions(wanted: &str) -> f64 {
    let valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"];
    let output = ignored_test("runs_once", &valgrind, wanted);
    let text = String::from_utf8(output.stderr).unwrap();
    let count = text.lines().find_map(|line| line.split_once("refs:")).expect("valgrind is needed for R41 in full");
    count.1.trim().replace(',', "").parse().unwrap()
}

/// Runs a test of this module in a separate process, under the program in `under`, if any.
fn ignored_test(name: &str, under: &[&str], wanted: &str) -> Output {
    let this = std::env::current_exe().unwrap();
    let this = this.to_str().unwrap();
    let program: Vec<&str> = under.iter().copied().chain([this]).collect();
    Command::new(program[0])
        .args(&program[1..])
        .args(["--exact", &format!("figures::growth::{name}"), "--ignored", "--nocapture"])
        .env("NCLOUD_FAMILY", wanted)
        .output()
        .unwrap()
}

fn wanted_source() -> Source {
    #[expect(clippy::disallowed_methods, reason = "a test has no arguments of its own")]
    let wanted = std::env::var("NCLOUD_FAMILY").unwrap();
    let (name, size) = wanted.split_once('/').unwrap();
    let family = FAMILIES.iter().find(|family| family.name == name).unwrap();
    (family.make)(size.parse().unwrap())
}

/// For R41, which counts its instructions.
#[test]
#[ignore = "it checks nothing by itself"]
fn runs_once() {
    written(&wanted_source());
}

/// For R41, which runs it in separate processes.
#[test]
#[ignore = "it only prints, for another test"]
fn prints_what_a_run_takes() {
    let source = wanted_source();
    let memory = peak_memory();
    written(&source);
    let memory = peak_memory() - memory;
    // The minimum of several runs, because other processes may evict caches for seconds.
    let minimum = (0..4).map(|_| time_of(&source)).fold(f64::MAX, f64::min);
    println!("takes {minimum} {memory}");
}

/// Returns the CPU seconds of a run, averaged over enough runs to ignore the clock resolution.
fn time_of(source: &Source) -> f64 {
    let start = processor_time();
    let mut runs = 0;
    while processor_time() - start < 0.5 {
        written(source);
        runs += 1;
    }
    (processor_time() - start) / f64::from(runs)
}

/// Returns the CPU seconds of this process on all threads, because other processes use the machine too.
fn processor_time() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    // User and system time, in hundredths of a second.
    fields[11..13].iter().map(|ticks| ticks.parse::<f64>().unwrap() / 100.0).sum()
}
